export type { Actor, Cause, Event, NewEvent, OutsidePolicy, Position, Revision, StoredEvent } from './event.js';
export {
  isRefusal,
  objections,
  refusals,
  settle,
  type Command,
  type Decider,
  type Decision,
  type Objection,
  type Refusal,
} from './decider.js';
export { decode, parseStoredName, storedName, type EventType, type EventTypes } from './event-types.js';
export { PAGE_SIZE, type Append, type Appended, type EventStore, type Expected, type Filter, type Page, type Tenancy } from './event-store.js';
export type { Keys } from './keys.js';
export { LogError, type LogTrouble } from './log-error.js';
export { sealed } from './sealing.js';
export { cachedKeys } from './cached-keys.js';
export { commandHandler } from './handle.js';
export type { CommandHandler, HandleOutcome, HandlerOptions, HandlingContext, ManyOutcome, Request, Standing } from './handled.js';
export { openedData, withheld, type Carrier } from './sealed-values.js';
