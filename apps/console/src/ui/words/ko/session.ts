export const session = {
  title: '로그인',
  lead: '고객의 모든 순간이 만나는 마루예요.',
  email: '이메일',
  password: '비밀번호',
  show: '비밀번호 보기',
  hide: '비밀번호 가리기',
  signIn: '로그인',
  emailMissing: '이메일을 적어 주세요',
  passwordMissing: '비밀번호를 적어 주세요',
  again: '로그인이 끝났어요. 다시 로그인하면 보던 화면으로 돌아가요.',
  signedOut: '로그아웃했어요. 이 브라우저에 남은 글은 지웠어요.',
};
