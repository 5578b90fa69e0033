import { createHmac, hash, randomBytes, randomInt } from 'node:crypto';

/** What stands for a secret that is random itself, so that the secret need not be kept. */
export const digestOf = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** What stands for an e-mail address: equal for equal addresses, and nothing that could be tried out without `key`. */
export const emailDigest = (key: Uint8Array, email: string): Buffer =>
  createHmac('sha256', key).update(email.normalize('NFC').trim().toLowerCase()).digest();

/** 256 bits nobody can guess. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

// Without letters and digits that are taken for one another.
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A password to be read out to somebody: 98 bits. */
export const oneTimePassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 5 }, () => READABLE[randomInt(READABLE.length)]).join('')).join('-');
