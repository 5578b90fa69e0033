import preset from '../../jest.preset.mjs';

export default { ...preset, testTimeout: 60_000, testMatch: [...preset.testMatch, '<rootDir>/test/**/*.spec.ts', '<rootDir>/test/**/*.int-spec.ts'] };
