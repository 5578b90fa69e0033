import type { ProblemText } from '@onmaru/service-kit';
import type { CasePolicyRefusal } from './case-policy.js';

export const CASE_POLICY_REFUSALS: Readonly<Record<CasePolicyRefusal, ProblemText>> = {
  'policy-not-found': { status: 404, en: 'There is no such version of the policy.', ko: '그런 정책 버전이 없어요.' },
  'policy-effective-in-the-past': { status: 409, en: 'This version was to take effect at a moment that has passed. Draft it again.', ko: '적용 시작 시각이 이미 지났어요. 초안을 다시 만들어 주세요.' },
};
