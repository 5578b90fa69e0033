import { Metadata, status } from '@grpc/grpc-js';

/** What a request is answered in place of its answer. */
export type Refused = { readonly code: status; readonly details: string; readonly metadata: Metadata };

/**
 * What the double does wrong with a request: refuses it, says nothing, cuts the line after so many events, takes an append
 * and cuts the line before it can say so, or claims another revision.
 */
export type Fault = { readonly refuse: Refused } | 'silence' | { readonly cutAfter: number } | 'lost-answer' | 'wrong-revision';

/** Which requests a fault is for. */
export type Kind = 'append' | 'read' | 'follow';

const refusal = (code: status, details: string, exception?: string, facts: Readonly<Record<string, string>> = {}): { readonly refuse: Refused } => {
  const metadata = new Metadata();
  if (exception) metadata.set('exception', exception);
  for (const [name, value] of Object.entries(facts)) metadata.set(name, value);
  return { refuse: { code, details, metadata } };
};

/** Refusals as EventStoreDB words them. */
export const refusals = {
  unavailable: refusal(status.UNAVAILABLE, 'Server Is Not Ready'),
  overdue: refusal(status.DEADLINE_EXCEEDED, 'Deadline Exceeded'),
  commitTimeout: refusal(status.ABORTED, 'Operation timed out: Commit phase timeout.'),
  denied: refusal(status.PERMISSION_DENIED, 'Access Denied', 'access-denied'),
  tooLarge: (most: number) => refusal(status.INVALID_ARGUMENT, 'Maximum Append Size Exceeded.', 'maximum-append-size-exceeded', { 'maximum-append-size': String(most) }),
  notLeader: (host: string, port: number) => refusal(status.NOT_FOUND, 'Leader info available', 'not-leader', { 'leader-endpoint-host': host, 'leader-endpoint-port': String(port) }),
  deleted: (stream: string) => refusal(status.FAILED_PRECONDITION, `Event stream '${stream}' is deleted.`, 'stream-deleted', { 'stream-name': stream }),
} as const;

export type Faults = {
  /** Lets the next requests of a kind go wrong, or all of them until it is told otherwise. */
  fail(kind: Kind, fault: Fault, times?: number): void;
  /** Lets everything go well again. */
  heal(): void;
  next(kind: Kind): Fault | null;
};

export const faults = (): Faults => {
  let planned: { readonly kind: Kind; readonly fault: Fault; times: number }[] = [];
  return {
    fail: (kind, fault, times = 1) => void planned.push({ kind, fault, times }),
    heal: () => {
      planned = [];
    },
    next(kind) {
      const found = planned.find((one) => one.kind === kind && one.times > 0);
      if (!found) return null;
      found.times -= 1;
      return found.fault;
    },
  };
};
