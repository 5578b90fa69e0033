import { Text } from '@onmaru/service-kit';

export class ReplyToCustomerBody {
  @Text() text: string;
}
