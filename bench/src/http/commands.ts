/** A request that asks for something to be done, as a console sends it: where to, and one of several bodies in JSON. */
export type Command = { readonly paths: readonly string[]; readonly bodies: readonly string[] };

const SUBJECTS = ['The new SIM is not recognised', '새 유심이 인식되지 않아요', 'Charged twice for October', '10월 요금이 두 번 빠져나갔어요', 'Cannot sign in since yesterday'];

const DESCRIPTIONS = [
  'I put the card in this morning and the phone keeps saying that there is none. I have restarted it twice and tried the old card, which works. Could you please look into it today, I am travelling tomorrow.',
  '오늘 아침에 카드를 넣었는데 휴대폰이 계속 유심이 없다고 해요. 두 번 껐다 켰고 예전 카드는 잘 돼요. 내일 출장이라 오늘 안에 봐 주실 수 있을까요?',
];

const NOTES = ['Called back, nobody answered. Trying again after lunch.', '정산팀에 물어봤어요. 오늘 안에 답을 준대요.'];

/** Cases as agents open them for customers who are on the telephone. */
export const openings = (customers: readonly string[]): Command => ({
  paths: ['/api/v1/cases'],
  bodies: customers.map((customerId, n) =>
    JSON.stringify({
      ...{ customerId, subject: SUBJECTS[n % SUBJECTS.length], description: DESCRIPTIONS[n % DESCRIPTIONS.length], channel: 'phone' },
      ...{ impact: (n % 3) + 1, urgency: ((n >> 1) % 3) + 1, category: 'mobile' },
    }),
  ),
});

/** Notes on cases, one after the other. */
export const notes = (cases: readonly string[]): Command => ({
  paths: cases.map((id) => `/api/v1/cases/${id}/add-note`),
  bodies: NOTES.map((text) => JSON.stringify({ text })),
});
