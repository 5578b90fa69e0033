import { Text } from '@onmaru/service-kit';

export class ReopenCaseBody {
  @Text() reason: string;
}
