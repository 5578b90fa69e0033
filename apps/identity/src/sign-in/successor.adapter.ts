import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const keyOf = (token: string): Uint8Array => new Uint8Array(hkdfSync('sha256', token, '', 'onmaru refresh token successor', 32));

/** The next token, so that only who holds `token`, which is kept nowhere, can read it. */
export const sealWith = (token: string, next: string): Buffer => {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', keyOf(token), iv);
  return Buffer.concat([iv, cipher.update(next, 'utf8'), cipher.final(), cipher.getAuthTag()]);
};

export const openWith = (token: string, sealed: Buffer): string => {
  const decipher = createDecipheriv('aes-256-gcm', keyOf(token), sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(-16));
  return decipher.update(sealed.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8');
};
