import { Text } from '@onmaru/service-kit';

export class AddNoteBody {
  @Text() text: string;
}
