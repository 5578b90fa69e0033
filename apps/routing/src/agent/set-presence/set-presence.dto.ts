import { IsIn } from 'class-validator';
import { PRESENCES, type Presence } from '../agent.js';

export class SetPresenceBody {
  @IsIn([...PRESENCES]) presence: Presence;
}
