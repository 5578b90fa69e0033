import { append, names, type Event } from './fake-cases.ts';
import { customers, people } from './fake-people.ts';

const actorOf = (id: string): Event['actor'] => {
  const person = people.find((each) => each.id === id) ?? customers.find((each) => each.id === id);
  return { kind: id.startsWith('c-') ? 'customer' : 'staff', id, name: person?.name ?? null };
};

let number = 28100;

const open = (minutesAgo: number, customerId: string | null, subject: string | null, description: string | null, more: Record<string, unknown> = {}): string => {
  number += 1;
  const id = `case-${number}`;
  const data = { number: `CS-${number}`, externalId: null, subject, description, customerId, channel: 'email', impact: 3, urgency: 2, priority: 4, policyVersion: 2, category: null, subcategory: null, attributes: {}, queueId: null, ...more };
  append(`case-${id}`, 'CaseOpened', data, customerId ? actorOf(customerId) : { kind: 'external', id: 'opened by 8', name: null }, ago(minutesAgo));
  return id;
};

const ago = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
const act = (id: string, minutesAgo: number, name: string, data: Record<string, unknown>, actor = 'u-jimin') => append(`case-${id}`, name, data, actorOf(actor), ago(minutesAgo));

export const tell = (language: 'ko' | 'en'): void => {
  for (const { id, name } of [...people, ...customers]) names.set(id, name);
  const ko = language === 'ko';
  const filler: [string, string, string, number, number, string][] = [
    ['c-0', '사내 VPN 접속이 끊깁니다', 'Office VPN keeps dropping', 1, 2, '네트워크'],
    ['c-1', '청구서 금액이 지난달과 달라요', 'Bill differs from last month', 2, 1, '청구'],
    ['c-2', '리모컨 설정 방법 문의', 'How do I program the remote control', 2, 2, '계정·권한'],
    ['c-3', '주소 변경이 반영되지 않음', 'Address change not applied', 1, 3, '계정·권한'],
    ['c-4', '사용 설명서를 받고 싶어요', 'Please send me the manual', 3, 3, '청구'],
    ['c-5', '앱 알림이 두 번 옵니다', 'App notifies me twice', 3, 1, '네트워크'],
    ['c-6', '영수증 재발행', 'Receipt again, please', 3, 3, '청구'],
    ['c-7', 'Licence key rejected', 'Licence key rejected', 2, 3, 'Group 70'],
  ];
  for (let round = 11; round >= 0; round -= 1) {
    for (const [who, koSubject, enSubject, impact, urgency, queue] of filler) {
      const age = 60 * 26 * round + 90 + Math.round(impact * 17 + urgency * 31);
      const id = open(age, who, ko ? koSubject : enSubject, ko ? '자세한 내용은 통화로 말씀드릴게요.' : 'I will tell you more on the phone.', { impact, urgency, priority: [[1, 1, 2], [2, 3, 4], [3, 4, 4]][impact - 1]?.[urgency - 1] });
      act(id, age - 1, 'CaseTransferred', { queueId: queue, queue });
      if (round % 2 === 0 && impact < 3) act(id, age - 4, 'CaseAssigned', { assigneeId: 'u-jimin', assignee: '한지민' }, 'u-lead');
      if (impact === 2 && urgency === 2) act(id, age - 30, 'CaseHeld', { reason: 'customer' });
      if (round > 8) act(id, age - 60, 'CaseResolved', { resolution: ko ? '안내해 드렸어요' : 'Explained', code: null });
    }
  }
  const imported = open(60 * 24 * 2, null, null, null, { channel: 'Phone', category: 'Category 42', subcategory: 'Subcategory 223', attributes: { location: 'Location 143', contact_type: 'Phone', cmdb_ci: 'ci 12', made_sla: true, knowledge: false } });
  append(`case-${imported}`, 'CaseTransferred', { queueId: 'g', queue: 'Group 70' }, { kind: 'external', id: 'Updated by 21', name: null }, ago(60 * 40));
  append(`case-${imported}`, 'CaseAssigned', { assigneeId: 'u-jimin', assignee: '한지민', outsidePolicy: 'case-closed' }, { kind: 'external', id: 'Updated by 21', name: null }, ago(60 * 40));
  const main = open(78, 'c-seoyeon', ko ? '라이선스가 이틀째 오지 않아요' : 'Licence has not arrived for two days', ko ? '이틀 전에 결제했는데 아직 라이선스 메일을 받지 못했습니다. 오늘 오후에 교육이 있어서 급합니다.' : 'I paid two days ago and still have no licence mail. We have a training this afternoon, so this is urgent.', { impact: 2, urgency: 2, priority: 3 });
  const at = ago(77);
  for (const [name, data] of [['CaseTransferred', { queueId: '청구', queue: ko ? '청구' : 'Billing' }], ['CasePrioritised', { impact: 1, urgency: 1, priority: 1, policyVersion: 2 }], ['CaseCategorised', { category: ko ? '결제' : 'Payment', subcategory: ko ? '라이선스' : 'Licence' }]] as const) {
    append(`case-${main}`, name, data, actorOf('u-lead'), at);
  }
  act(main, 70, 'CaseAssigned', { assigneeId: 'u-jimin', assignee: '한지민' }, 'u-lead');
  act(main, 59, 'ReplySentToCustomer', { text: ko ? '불편을 드려 죄송합니다. 결제는 확인되었고, 발급 시스템에 다시 요청했습니다. 10시 30분까지 결과를 알려 드리겠습니다.' : 'I am sorry for the trouble. The payment is confirmed and I have asked for the licence again. You will hear from me by 10:30.' });
  act(main, 57, 'NoteAdded', { text: ko ? '발급 대기열이 밀려 있음. 결제팀 확인 필요 @박결제' : 'Issuing queue is behind. Needs a look by payments @park' });
  act(main, 28, 'CaseHeld', { reason: 'problem' });
  act(main, 15, 'CaseResumed', {});
  act(main, 12, 'CustomerReplyRecorded', { text: ko ? '네, 기다리고 있어요.' : 'Fine, I am waiting.' }, 'c-seoyeon');
};
