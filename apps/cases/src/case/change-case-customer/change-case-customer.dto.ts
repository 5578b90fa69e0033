import { TextLine } from '@onmaru/service-kit';

export class ChangeCaseCustomerBody {
  @TextLine(200) customerId: string;
}
