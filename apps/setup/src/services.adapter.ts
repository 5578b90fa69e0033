import { CASES } from '@onmaru/cases/cases.module';
import { IDENTITY } from '@onmaru/identity/identity.module';
import { ROUTING } from '@onmaru/routing/routing.module';
import type { Service } from '@onmaru/service-kit';

/** The services of the platform. */
export const SERVICES: readonly Service[] = [IDENTITY, CASES, ROUTING];

/** Who reads the log and writes nothing. */
export const READERS: readonly string[] = ['gateway'];

/** What services tell each other on. */
export const TOPICS: readonly string[] = [...new Set(SERVICES.flatMap(({ publications }) => publications.map(({ topic }) => topic)))];
