import { explain } from './trouble.js';

const place = { dir: '/data/onmaru', port: 5999 };

describe('What went wrong at the start', () => {
  it.each([
    ['FATAL: could not write to file "pg_wal/xlogtemp.1": No space left on device', 'The disk that holds /data/onmaru is full.'],
    ['FATAL: could not extend file "base/1/2691": wrote only 4096 of 8192 bytes\nHINT:  Check free disk space.', 'The disk that holds /data/onmaru is full.'],
    ['LOG: could not bind IPv4 address "127.0.0.1": Address already in use', 'Port 5999 is in use by another program.'],
    ['initdb: error: could not access directory "/data/onmaru": Permission denied', 'PostgreSQL may not read or write /data/onmaru.'],
    ['FATAL: lock file "postmaster.pid" already exists', 'Another PostgreSQL is using /data/onmaru.'],
    ['postgres: error while loading shared libraries: libicuuc.so.60', "PostgreSQL's own libraries are missing."],
    ['something never seen before', 'PostgreSQL did not start in /data/onmaru.'],
  ])('is told with its cause: %s', (printed, told) => {
    expect(explain(printed, place).message).toMatch(new RegExp(`^${told.replaceAll('.', '[.]')}`));
  });

  it('ends with the last words of PostgreSQL', () => {
    expect(explain(`${'noise\n'.repeat(50)}the reason`, place).message.split('\n')).toHaveLength(13);
    expect(explain('the reason', place).message).toMatch(/the reason$/);
  });
});
