import { createCipheriv, createDecipheriv } from 'node:crypto';
import { chanceOf } from './chance.js';
import { LogError } from './log-error.js';

/** Where a sealed value stands. It cannot be opened anywhere else. */
export type Place = { readonly stream: string; readonly eventId: string; readonly field: string };

const CIPHER = 'aes-256-gcm';
const IV = 12;
const TAG = 16;

const nonce = chanceOf(IV);

const bound = ({ stream, eventId, field }: Place): Buffer => Buffer.from(`${stream}|${eventId}|${field}`);

/** A JSON value → base64url of nonce, tag and AES-256-GCM ciphertext, bound to its place. `key` has 32 bytes. */
export const seal = (value: unknown, key: Uint8Array, place: Place): string => {
  const iv = nonce();
  const cipher = createCipheriv(CIPHER, key, iv).setAAD(bound(place));
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64url');
};

/** The value that was sealed at this place. Throws a {@link LogError} `broken-seal` when anything of it was changed. */
export const unseal = (sealed: string, key: Uint8Array, place: Place): unknown => {
  const bytes = Buffer.from(sealed, 'base64url');
  try {
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, IV), { authTagLength: TAG });
    decipher.setAAD(bound(place)).setAuthTag(bytes.subarray(IV, IV + TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(IV + TAG)), decipher.final()]);
    return JSON.parse(text.toString('utf8')) as unknown;
  } catch (cause) {
    throw new LogError('broken-seal', `The sealed ${place.field} of event ${place.eventId} in ${place.stream} was changed after it was stored`, { cause });
  }
};
