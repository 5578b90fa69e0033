import { OrNull } from '@onmaru/service-kit';
import { IsInt, IsObject, IsOptional, IsString, Matches } from 'class-validator';
import { CaseMoment } from '../../case-details/case-moment.dto.js';
import type { CaseReport } from './case-report.js';

export class CaseExportQuery extends CaseMoment {
  /** `true`: with personal fields, where the caller may see them. */
  @IsOptional() @Matches(/^(true|false)$/) personal?: string;
}

export class CaseReportBody implements CaseReport {
  @IsInt() cases: number;
  @IsObject() byState: Record<string, number>;
  @IsObject() byPriority: Record<string, number>;
  @IsInt() reopened: number;
  @IsInt() transferred: number;
  @OrNull('number') medianHoursToResolve: number | null;
  @IsString() hash: string;
}
