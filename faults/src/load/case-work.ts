import type { Chance } from '../chance.js';

/** A case as the one who works on it knows it, from the answers alone. */
export type OwnCase = { readonly id: string; readonly state: 'open' | 'on-hold' | 'resolved'; readonly queue: string | null; readonly commands: number };

/** What is done next, and what of the case is then, if it is done. */
export type CaseCommand = {
  readonly verb: string;
  readonly body: object;
  readonly then: Partial<Pick<OwnCase, 'state' | 'queue'>>;
  /** The rules must say no. */
  readonly refused?: true;
  /** Somebody else may have done it before. */
  readonly mayChangeNothing?: true;
};

export type Colleagues = { readonly agents: readonly string[]; readonly queues: readonly string[] };

/** Commands to one case, after which it is left alone. */
const ENOUGH = 14;
/** Of so many commands one is such that it must be refused. */
const WRONG = 0.03;

const REPLIES = ['We have sent a new card today.', '새 카드를 오늘 보냈어요.', 'Could you restart it once more?', '한 번 더 껐다 켜 주시겠어요?'];
const NOTES = ['Called back, nobody answered.', '정산팀에 물어봤어요.', 'Seen twice this week.'];

const always = (from: Chance): readonly CaseCommand[] => [
  { verb: 'add-note', body: { text: from.pick(NOTES) }, then: {} },
  { verb: 'reply-to-customer', body: { text: from.pick(REPLIES) }, then: {} },
];

const whileOpen = (from: Chance, { queue }: OwnCase, { agents, queues }: Colleagues): readonly CaseCommand[] => {
  const to = from.pick(queues.filter((other) => other !== queue));
  return [
    { verb: 'transfer', body: { queue: to }, then: { queue: to } },
    { verb: 'assign', body: { assignee: from.pick(agents) }, then: {}, mayChangeNothing: true },
    { verb: 'hold', body: { reason: 'vendor' }, then: { state: 'on-hold' } },
    { verb: 'record-customer-reply', body: { text: from.pick(REPLIES) }, then: {} },
    { verb: 'resolve', body: { resolution: 'Sent a new card' }, then: { state: 'resolved' } },
  ];
};

const RESUME: CaseCommand = { verb: 'resume', body: {}, then: { state: 'open' } };
const REOPEN: CaseCommand = { verb: 'reopen', body: { reason: 'It came back' }, then: { state: 'open' } };
const WRONGLY: Readonly<Record<OwnCase['state'], CaseCommand | null>> = {
  open: null,
  'on-hold': { verb: 'start-work', body: {}, then: {}, refused: true },
  resolved: { verb: 'hold', body: { reason: 'vendor' }, then: {}, refused: true },
};

/** What is done next to a case; null when enough was, and it is resolved. */
export const nextCommand = (from: Chance, own: OwnCase, colleagues: Colleagues): CaseCommand | null => {
  const wrong = WRONGLY[own.state];
  if (wrong && from.next() < WRONG) return wrong;
  if (own.commands >= ENOUGH) return own.state === 'resolved' ? null : { verb: 'resolve', body: { resolution: 'Done' }, then: { state: 'resolved' } };
  switch (own.state) {
    case 'open':
      return from.pick([...always(from), ...whileOpen(from, own, colleagues)]);
    case 'on-hold':
      return from.pick([...always(from), RESUME, RESUME]);
    case 'resolved':
      return from.pick([...always(from), REOPEN, REOPEN]);
  }
};
