import { STAFF_ROLES, TextLine } from '@onmaru/service-kit';
import { IsIn } from 'class-validator';
import type { ProgramRole } from '../account.js';

export class IssueApiKeyBody {
  @TextLine(200) name: string;
  @IsIn([...STAFF_ROLES]) role: ProgramRole;
}
