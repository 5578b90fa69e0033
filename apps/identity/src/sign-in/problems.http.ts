import type { ProblemTexts } from '@onmaru/service-kit';

/** What people are told when they cannot sign in, or somebody cannot be given a sign-in. */
export const SIGN_IN_PROBLEMS = {
  'sign-in-refused': { status: 401, en: 'E-mail address or password is wrong.', ko: '이메일 주소나 비밀번호가 맞지 않아요.' },
  'session-over': { status: 401, en: 'You are no longer signed in. Sign in again.', ko: '로그인이 끝났어요. 다시 로그인해 주세요.' },
  'cross-site-request': { status: 403, en: 'This request came from another site.', ko: '다른 사이트에서 온 요청이에요.' },
  'email-in-use': { status: 409, en: 'This e-mail address already signs in to this platform.', ko: '이미 이 플랫폼에서 쓰이는 이메일 주소예요.' },
  'no-sign-in': { status: 409, en: 'They have no sign-in, since they were registered without an e-mail address.', ko: '이메일 주소 없이 등록되어 로그인이 없어요.' },
  'no-email-address': { status: 409, en: 'They have no e-mail address to sign in with.', ko: '로그인에 쓸 이메일 주소가 없어요.' },
  'signs-in-already': { status: 409, en: 'They can sign in already.', ko: '이미 로그인할 수 있어요.' },
  'tenant-name-unusable': { status: 400, en: 'Give a short name (slug) too: 2 to 40 small Latin letters, digits and dashes, not "platform".', ko: '짧은 이름(slug)도 함께 주세요. 영문 소문자, 숫자, 붙임표 2~40자이고 "platform"은 쓸 수 없어요.' },
} as const satisfies ProblemTexts;
