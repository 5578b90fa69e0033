import { Text } from '@onmaru/service-kit';

export class CancelCaseBody {
  @Text() reason: string;
}
