import { withParticle } from './particles.js';

describe('A Korean particle', () => {
  it.each([
    ['청구', '로', '청구로'],
    ['계정', '로', '계정으로'],
    ['서울', '로', '서울로'],
    ['한지민', '을를', '한지민을'],
    ['박도윤', '이가', '박도윤이'],
    ['오세아', '이가', '오세아가'],
  ] as const)('follows the last sound of %s', (word, particle, said) => expect(withParticle(word, particle)).toBe(said));

  it.each([
    ['P1', '이가', 'P1이'],
    ['P2', '이가', 'P2가'],
    ['P3', '이가', 'P3이'],
    ['P4', '이가', 'P4가'],
    ['Group 70', '로', 'Group 70으로'],
    ['Group 24', '로', 'Group 24로'],
    ['Group 7', '로', 'Group 7로'],
    ['Group 10000', '로', 'Group 10000으로'],
    ['CS-10', '을를', 'CS-10을'],
    ['CS-0', '을를', 'CS-0을'],
  ] as const)('follows the number that ends %s', (word, particle, said) => expect(withParticle(word, particle)).toBe(said));

  it.each([
    ['Billing', '로', 'Billing으로'],
    ['Network', '로', 'Network로'],
    ['Access', '로', 'Access로'],
    ['VPN', '이가', 'VPN이'],
    ['SMS', '을를', 'SMS를'],
    ['E-mail', '로', 'E-mail로'],
    ['Chat', '을를', 'Chat을'],
    ['Team', '을를', 'Team을'],
  ] as const)('follows the sound of the Latin word %s', (word, particle, said) => expect(withParticle(word, particle)).toBe(said));

  it('looks past what is not said aloud', () => {
    expect(withParticle('“라이선스”', '을를')).toBe('“라이선스”를');
    expect(withParticle('한지민 (야간)', '을를')).toBe('한지민 (야간)을');
  });

  it('does not fail on a name without letters', () => expect(withParticle('—', '을를')).toBe('—를'));
});
