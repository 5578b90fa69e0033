import { Streams, type StreamPorts } from '@onmaru/event-sourcing';
import { accounts, type Account, type AccountEvent } from './account.js';

/** The streams of programs. */
export class AccountStreams extends Streams<Account, AccountEvent> {
  constructor(ports: StreamPorts) {
    super(accounts, ports);
  }
}
