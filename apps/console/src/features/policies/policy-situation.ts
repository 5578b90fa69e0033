import type { CasePolicy } from '../../ui/api/types.js';

export type Situation = 'isDraft' | 'inForce' | 'scheduled' | 'before';

/** Where a version stands at a moment. */
export const situationOf = ({ inForce, publishedAt, effectiveFrom }: CasePolicy, now: number): Situation => {
  if (inForce) return 'inForce';
  if (publishedAt === null) return 'isDraft';
  return effectiveFrom !== null && Date.parse(effectiveFrom) > now ? 'scheduled' : 'before';
};

/** Version 1 holds from the beginning of time. */
export const isBeginning = (effectiveFrom: string | null): boolean => effectiveFrom !== null && Date.parse(effectiveFrom) === 0;
