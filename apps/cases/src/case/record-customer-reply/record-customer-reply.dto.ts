import { Text } from '@onmaru/service-kit';

export class RecordCustomerReplyBody {
  @Text() text: string;
}
