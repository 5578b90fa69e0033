import type { ProblemTexts } from '@onmaru/service-kit';

export const OPERATIONS_PROBLEMS = {
  'platform-only': { status: 403, en: 'This concerns every tenant: only those who run the platform may do it.', ko: '모든 테넌트에 관한 일이라 플랫폼 운영자만 할 수 있어요.' },
  'view-not-found': { status: 404, en: 'There is no view {view}; there are {views}.', ko: '{view} 뷰가 없어요. 있는 뷰: {views}' },
  'rebuild-not-found': { status: 404, en: 'Nobody has begun to rebuild the view {view}.', ko: '{view} 뷰를 다시 만드는 작업이 없어요.' },
  'rebuild-ended': { status: 409, en: 'The rebuild of the view {view} has ended. Begin another.', ko: '{view} 뷰는 이미 다시 만들었어요. 필요하면 새로 시작해 주세요.' },
  'stream-not-parked': { status: 404, en: 'The view {view} has not parked {stream}.', ko: '{view} 뷰에는 멈춰 있는 {stream} 스트림이 없어요.' },
  'copy-not-allowed': { status: 409, en: 'Nothing can be measured here: the database role may not make a table.', ko: '데이터베이스 역할에 테이블을 만들 권한이 없어 측정할 수 없어요.' },
  'caller-gone': { status: 499, en: 'The caller did not wait for the answer.', ko: '요청한 쪽이 응답을 기다리지 않고 연결을 끊었어요.' },
} as const satisfies ProblemTexts;
