import preset from '../jest.preset.mjs';

// These specs start linters, installers and test runs of their own.
export default { ...preset, testMatch: ['<rootDir>/**/*.spec.ts'], testTimeout: 600_000 };
