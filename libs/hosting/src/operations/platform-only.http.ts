import { PLATFORM, Problem, type Caller } from '@onmaru/service-kit';

/** Refuses, with the problem `platform-only`, those who do not run the platform. */
export const platformOnly = ({ tenant }: Caller): void => {
  if (tenant !== PLATFORM) throw new Problem('platform-only');
};
