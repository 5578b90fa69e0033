import { TextLine } from '@onmaru/service-kit';

export class EraseCustomerBody {
  @TextLine(500) reason: string;
}
