import type { ProblemText } from '@onmaru/service-kit';
import type { CaseRefusal } from './case.js';

/** What people are told when the rules of a case say no. A new refusal without words does not compile. */
export const CASE_REFUSALS: Readonly<Record<CaseRefusal, ProblemText>> = {
  'case-not-found': { status: 404, en: 'There is no such case.', ko: '그런 사례가 없어요.' },
  'case-already-open': { status: 409, en: 'This case exists already.', ko: '이미 있는 사례예요.' },
  'case-already-assigned': { status: 409, en: 'Somebody has this case already.', ko: '이미 맡은 사람이 있는 사례예요.' },
  'case-not-open': { status: 409, en: 'The case is no longer open. Reopen it first.', ko: '열려 있지 않은 사례예요. 먼저 다시 열어 주세요.' },
  'case-closed': { status: 409, en: 'The case is closed. Reopen it first, or open a new one.', ko: '종료된 사례예요. 먼저 다시 열거나 새 사례를 만들어 주세요.' },
  'case-cancelled': { status: 409, en: 'The case was cancelled. Open a new one.', ko: '취소된 사례예요. 새 사례를 만들어 주세요.' },
  'case-on-hold': { status: 409, en: 'The case is on hold. Resume it instead.', ko: '보류 중인 사례예요. 보류를 풀어 주세요.' },
  'case-not-on-hold': { status: 409, en: 'The case is not on hold.', ko: '보류 중이 아닌 사례예요.' },
  'case-not-resolved': { status: 409, en: 'The case is not resolved yet. Resolve it first.', ko: '아직 해결되지 않은 사례예요. 먼저 해결해 주세요.' },
  'reopen-window-passed': { status: 409, en: 'The time in which this case could be reopened has passed. Open a new one.', ko: '다시 열 수 있는 기간이 지났어요. 새 사례를 만들어 주세요.' },
};
