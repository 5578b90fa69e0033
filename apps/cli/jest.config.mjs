import preset from '../../jest.preset.mjs';

export default { ...preset, testMatch: [...preset.testMatch, '<rootDir>/test/**/*.spec.ts', '<rootDir>/test/**/*.int-spec.ts'] };
