import type { ValueTransformer } from 'typeorm';
import type { Instant } from '@onmaru/time';

/** `@Column({ type: 'timestamptz', transformer: asInstant })`: list queries answer {@link Instant}s, as folds see them. */
export const asInstant: ValueTransformer = {
  to: (value: Instant | null | undefined) => value,
  from: (value: Date | null | undefined): Instant | null | undefined => value?.toISOString() ?? value as null | undefined,
};

/** `@Column({ type: 'bigint', transformer: asNumber })`: positions and counts, which never pass 2^53. */
export const asNumber: ValueTransformer = {
  to: (value: number | null | undefined) => value,
  from: (value: string | null | undefined): number | null | undefined =>
    value === null || value === undefined ? value : Number(value),
};
