import { josa } from 'es-hangul';

/** Pairs of particles by the name under which words ask for them: `{{name, 을를}}`. */
export const PARTICLES = { 을를: '을/를', 이가: '이/가', 은는: '은/는', 와과: '와/과', 로: '으로/로' } as const;
export type Particle = keyof typeof PARTICLES;

const DIGITS = ['영', '일', '이', '삼', '사', '오', '육', '칠', '팔', '구'];

/** The word with the particle that follows its last sound, whatever script it is written in. */
export const withParticle = (word: string, particle: Particle): string => word + josa.pick(sound(word), PARTICLES[particle]);

const sound = (word: string): string => {
  const last = /[\p{L}\p{N}](?=[^\p{L}\p{N}]*$)/u.exec(word)?.[0] ?? '이';
  if (/\d/.test(last)) return digitSound(word.replace(/[^\p{L}\p{N}]+$/u, ''));
  return /[a-z]/i.test(last) ? latinSound(/[a-z]+(?=[^a-z]*$)/i.exec(word)?.[0] ?? last) : last;
};

/** 10 ends in 십, 100 in 백, 1,000 in 천, 10,000 and more in 만: all but 만's own digits close with a consonant. */
const digitSound = (word: string): string => {
  const number = /\d+$/.exec(word)?.[0] ?? '0';
  const zeros = /0*$/.exec(number)?.[0].length ?? 0;
  if (zeros > 0 && zeros < number.length) return ['', '십', '백', '천'][zeros] ?? '만';
  return DIGITS[Number(number.at(-1))] ?? '이';
};

/** Spelt letters end as their names do; words end as Korean would write them. */
const latinSound = (word: string): string => {
  const spelt = word === word.toUpperCase() || word.length === 1;
  if (spelt) return { L: '엘', M: '엠', N: '엔', R: '알' }[word.slice(-1).toUpperCase()] ?? '이';
  const end = word.toLowerCase();
  if (/(l|le)$/.test(end)) return '엘';
  if (/(m|n|ng|me|ne)$/.test(end)) return '은';
  return /(?<![aeiou])[aeiou](ck|[ckpt])$/.test(end) ? '북' : '이';
};
