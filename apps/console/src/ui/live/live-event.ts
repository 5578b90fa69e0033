import type { Actor } from '../api/types.js';
import type { Subject } from '../requests/stale.js';

/** An event of the log as the stream tells it; personal fields are null. */
export type LiveEvent = {
  readonly position: number;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly occurredAt: string;
  readonly actor: Actor;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Which case an event is about; null when it is about none. */
export const caseIdOf = ({ stream }: Pick<LiveEvent, 'stream'>): string | null => (stream.startsWith('case-') ? stream.slice('case-'.length) : null);

/** What an event has changed: a case, or what routing has decided about one. */
export const changedBy = ({ stream, type, data }: Pick<LiveEvent, 'stream' | 'type' | 'data'>): readonly Subject[] => {
  const caseId = caseIdOf({ stream });
  if (caseId !== null) return [`case:${caseId}`];
  return type.startsWith('routing.') && typeof data.caseId === 'string' ? [`routing:${data.caseId}`] : [];
};

/** Whether somebody now takes more or less work than before. */
export const isOfAgents = ({ type }: Pick<LiveEvent, 'type'>): boolean => type.startsWith('routing.Agent');

/** Whether somebody else has just put work into the hands of `staffId`. */
export const isGivenTo = ({ type, actor, data }: Pick<LiveEvent, 'type' | 'actor' | 'data'>, staffId: string): boolean =>
  type === 'cases.CaseAssigned.v1' && data.assigneeId === staffId && actor.id !== staffId;
