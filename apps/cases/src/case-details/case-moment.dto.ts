import type { Words } from '@onmaru/service-kit';
import { IsOptional, Matches } from 'class-validator';

/** How `asOf` is written. */
export const A_MOMENT: Words = { en: 'must be a moment such as 2026-03-01T09:00:00Z, or a position of the log', ko: '2026-03-01T09:00:00Z처럼 적은 시각이나 로그의 위치여야 해요' };

export class CaseMoment {
  /** An RFC 3339 instant, or a position of the log. */
  @IsOptional()
  @Matches(/^(\d{1,15}|\d{4}-\d\d-\d\d[Tt].+)$/)
  asOf?: string;
}
