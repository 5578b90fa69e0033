/** What a ratio must reach at least, what we aim for, and where it is not reached, what holds it back and what might be done next. */
export type Target = { readonly atLeast: number; readonly aim?: number; readonly heldBack?: string };

const ONE_COMMIT_EACH = 'A bare INSERT through node-postgres takes 0.8 ms here, an append 1.06 and Emmett 1.7: who waits for each commit cannot be more than about twice as fast. Next: nothing that would not weaken the commit';
const HEAD_LOCK =
  'pgbench itself is 7.4 times as fast as Emmett here, so that 8 asks for 1.1 of the limit. The row of the head is locked from its update to the end of the commit’s flush, in which a batch of 16 spends 0.6 ms on three indexes. Next: fewer locks in each batch; its pg_notify has one of its own';

/** Targets of the ratios that have one, by bench. */
export const TARGETS: Readonly<Record<string, Readonly<Record<string, Target>>>> = {
  'append-single': {
    'vsEmmett@1': { atLeast: 3.5, heldBack: ONE_COMMIT_EACH },
    'vsEmmett@8': { atLeast: 4, heldBack: 'Eight callers make batches of a few, and the flush of each commit takes as long as that of many. Next: as with 32' },
    'vsEmmett@32': { atLeast: 8, aim: 10, heldBack: HEAD_LOCK },
    'vsLimit@32': { atLeast: 0.9, aim: 1.2, heldBack: HEAD_LOCK },
    '@256vs@32': { atLeast: 1 },
  },
  'append-case': {
    'vsEmmett@32': { atLeast: 4 },
    'vsLimit@32': { atLeast: 2, heldBack: 'The steps of a case wait for each other, a commit each, where the rows of pgbench do not; batches are as small as the callers that are ready. Next: as with single appends' },
  },
  'append-hot-stream': { 'vsEmmett@32': { atLeast: 3 } },
  'bulk-import': { vsLimit: { atLeast: 0.6, aim: 0.8 } },
  'read-stream': {
    vsEmmett: { atLeast: 1.67, heldBack: 'Emmett itself has 0.7 of the speed of the bare rows at 100 events, so that 1.67 asks for more than the rows give. Next: as against the rows' },
    vsLimit: { atLeast: 0.9, heldBack: 'The middle of 100 events is 1.09 ms against 0.89 of the bare rows; at the 99th percentile it is garbage collection and compiling in a fresh process. Next: parse what stands beside an event’s data when it is asked for' },
  },
  'read-all': {
    vsLimit: { atLeast: 0.7, aim: 0.9 },
    vsLimitDecoded: { atLeast: 0.6, heldBack: 'One thread parses the JSON of every event, where psql copies text. Next: decode in a thread beside, or only what a reader looks at' },
    flatness: { atLeast: 0.9 },
  },
  'project-live': { vsLimit: { atLeast: 0.6, aim: 0.7 } },
  'project-rebuild': {
    vsLimit: { atLeast: 0.9, aim: 0.95, heldBack: 'A fifth of the time comes after the last page: the COPY of the last rows, the hash of old and new ones that proves them alike, ANALYZE and the swap. Next: hash new rows as they are folded' },
  },
  'outbox-relay': { vsLimit: { atLeast: 0.8 } },
  'http-command': {
    vsLimit: { atLeast: 0.35, aim: 0.5, heldBack: 'The echo answers 22,000 times a second; a note costs 0.8 ms of the two cores in Node and PostgreSQL together, with its views and followers, in a flat profile. Next: fold and follow in fewer wake-ups under load' },
  },
  endurance: { memory: { atLeast: 0.9 } },
};

/** What a figure among a bench's absolute ones must stay below, by its path; beyond it, the bench fails. */
export const LIMITS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'order-and-gaps': { 'lagMs.max': 1000 },
  'project-rebuild': { 'readerMs.longest': 50 },
  'outbox-relay': { 'lagMs.p99': 250 },
};
