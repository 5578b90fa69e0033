import { IsIn } from 'class-validator';
import { PRESENCES, type Presence } from '../agent-events.js';

export class SetPresenceBody {
  @IsIn([...PRESENCES]) presence: Presence;
}
