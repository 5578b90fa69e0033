import preset from '../../jest.preset.mjs';

// A database is started for these specs, which takes its time on a busy machine.
export default { ...preset, testTimeout: 60_000 };
