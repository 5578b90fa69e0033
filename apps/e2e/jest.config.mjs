import preset from '../../jest.preset.mjs';

export default { ...preset, testTimeout: 180_000, testMatch: ['<rootDir>/src/**/*.e2e-spec.ts'], globalSetup: '<rootDir>/test/start-platform.mjs', globalTeardown: '<rootDir>/test/stop-platform.mjs' };
