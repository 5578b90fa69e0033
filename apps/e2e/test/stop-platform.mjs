import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';

export default async function stopPlatform() {
  const { child, folder } = globalThis.platform;
  if (child.exitCode === null) {
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    if ((await Promise.race([gone, setTimeout(20_000, 'late', { ref: false })])) === 'late') child.kill('SIGKILL');
    await gone;
  }
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}
