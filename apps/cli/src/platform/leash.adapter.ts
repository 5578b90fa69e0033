// Loaded into a standalone that was started for one command: when that command is gone, however it went, its end of
// the pipe closes, and the standalone ends itself in good order.
process.stdin.on('close', () => process.kill(process.pid, 'SIGTERM')).resume();
process.stdin.unref();
