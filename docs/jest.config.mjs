import preset from '../jest.preset.mjs';

// The pages' own commands: they start a platform, import a log and verify it.
export default { ...preset, testMatch: ['<rootDir>/**/*.{spec,int-spec}.ts'], testTimeout: 300_000 };
