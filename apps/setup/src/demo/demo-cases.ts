import { DEMO_QUEUES } from './demo-people.js';

/** One act in the life of a demo case: who does it, by which verb, with what. */
export type DemoAct = { readonly who: 'agent' | 'supervisor' | 'customer'; readonly verb: string; readonly body?: object };

/** A case as its customer opened it, and what happened then. `customer` is a ref, or the one who can sign in. */
export type DemoCase = {
  readonly ref: string;
  readonly customer: string;
  readonly open: { readonly subject: string; readonly description: string; readonly channel: string; readonly impact: 1 | 2 | 3; readonly urgency: 1 | 2 | 3; readonly category: string; readonly product?: string };
  readonly acts: readonly DemoAct[];
};

const [BILLING, NETWORK, ACCESS] = DEMO_QUEUES;
const agent = (verb: string, body?: object): DemoAct => ({ who: 'agent', verb, ...(body && { body }) });
const supervisor = (verb: string, body?: object): DemoAct => ({ who: 'supervisor', verb, ...(body && { body }) });
const customer = (text: string): DemoAct => ({ who: 'customer', verb: 'record-customer-reply', body: { text } });
/** Stands for the id of the agent who can sign in. */
export const THE_AGENT = '$agent';
const toMe = agent('assign', { assignee: THE_AGENT });

export const DEMO_CASES: readonly DemoCase[] = [
  {
    ref: 'licence',
    customer: 'customer',
    open: { subject: '라이선스가 이틀째 오지 않아요', description: '이틀 전에 결제했는데 아직 라이선스 메일을 받지 못했습니다. 오늘 오후에 교육이 있어서 급합니다.', channel: 'e-mail', impact: 1, urgency: 1, category: '결제', product: 'Maru Office' },
    acts: [
      supervisor('transfer', { queue: BILLING }),
      toMe,
      agent('reply-to-customer', { text: '불편을 드려 죄송합니다. 결제는 확인되었고, 발급 시스템에 다시 요청했습니다. 10시 30분까지 결과를 알려 드리겠습니다.' }),
      agent('add-note', { text: '발급 대기열이 밀려 있음. 결제팀 확인 필요' }),
      agent('hold', { reason: 'problem' }),
      agent('resume'),
    ],
  },
  {
    ref: 'vpn',
    customer: 'emma',
    open: { subject: 'Office VPN keeps dropping', description: 'Since Monday the connection is lost every ten minutes or so.', channel: 'phone', impact: 1, urgency: 2, category: 'Network', product: 'Maru VPN' },
    acts: [supervisor('transfer', { queue: NETWORK }), toMe, agent('start-work'), agent('add-note', { text: 'Same symptom as last week, gateway 2' })],
  },
  {
    ref: 'bill',
    customer: 'haeun',
    open: { subject: '청구서 금액이 지난달과 달라요', description: '요금제를 바꾼 적이 없는데 만 이천 원이 더 나왔어요.', channel: 'portal', impact: 2, urgency: 1, category: '청구' },
    acts: [supervisor('transfer', { queue: BILLING })],
  },
  {
    ref: 'remote',
    customer: 'doyun',
    open: { subject: '리모컨 설정 방법 문의', description: '새 리모컨을 어떻게 등록하나요?', channel: 'chat', impact: 3, urgency: 1, category: '기기', product: 'Maru TV' },
    acts: [supervisor('transfer', { queue: ACCESS }), toMe, agent('reply-to-customer', { text: '설정 › 리모컨에서 “새로 등록”을 누르고 5초간 기다려 주세요. 되지 않으면 알려 주세요.' }), agent('hold', { reason: 'customer' })],
  },
  {
    ref: 'address',
    customer: 'customer',
    open: { subject: '주소 변경이 반영되지 않음', description: '지난주에 바꾼 주소로 아직 우편물이 오지 않습니다.', channel: 'portal', impact: 2, urgency: 2, category: '계정' },
    acts: [supervisor('transfer', { queue: ACCESS }), toMe, agent('reply-to-customer', { text: '새 주소로 바로잡았습니다. 다음 우편물부터 새 주소로 갑니다.' }), customer('감사합니다, 확인했어요.'), agent('resolve', { resolution: '주소를 바로잡고 우편 발송 시스템에 다시 보냈습니다.', code: 'corrected' })],
  },
  {
    ref: 'manual',
    customer: 'liam',
    open: { subject: 'Please send me the manual', description: 'The printed one was missing from the box.', channel: 'e-mail', impact: 3, urgency: 3, category: 'Documents', product: 'Maru Router' },
    acts: [],
  },
  {
    ref: 'twice',
    customer: 'doyun',
    open: { subject: '앱 알림이 두 번 옵니다', description: '같은 알림이 항상 두 번씩 와요.', channel: 'chat', impact: 2, urgency: 2, category: '앱' },
    acts: [supervisor('transfer', { queue: NETWORK }), toMe, agent('resolve', { resolution: '중복 등록된 기기를 지웠습니다.' }), agent('reopen', { reason: '다시 두 번 온다고 함' })],
  },
  {
    ref: 'receipt',
    customer: 'emma',
    open: { subject: 'Receipt again, please', description: 'I need the receipt for May once more.', channel: 'portal', impact: 3, urgency: 3, category: 'Billing' },
    acts: [supervisor('transfer', { queue: BILLING }), toMe, agent('resolve', { resolution: 'Sent the receipt again.' }), agent('close')],
  },
];
