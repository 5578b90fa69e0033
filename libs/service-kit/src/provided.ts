import type { Provider } from '@nestjs/common';

/** Things that a module has made, each to be injected by its class. */
export const provided = (...instances: readonly object[]): Provider[] => instances.map((useValue) => ({ provide: useValue.constructor, useValue }));
