import { TextLine } from '@onmaru/service-kit';

/** `queue` by its name. */
export class TransferCaseBody {
  @TextLine(200) queue: string;
}
