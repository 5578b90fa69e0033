import { Streams, type StreamPorts } from '@onmaru/event-sourcing';
import { users, type User, type UserEvent } from './user.js';

/** The streams of staff and of customers' sign-ins. */
export class UserStreams extends Streams<User, UserEvent> {
  constructor(ports: StreamPorts) {
    super(users, ports);
  }
}
