import { TextLine } from '@onmaru/service-kit';

/** `assignee` by the id of a member of staff. */
export class AssignCaseBody {
  @TextLine(200) assignee: string;
}
