import { TextLine } from '@onmaru/service-kit';

export class OpenQueueBody {
  @TextLine(200) name: string;
}
