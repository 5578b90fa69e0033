import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { keptSecret } from '../kept-secret.adapter.js';

/** The password of the demo's people: the one given, else one made up once for this data folder. */
export const demoPassword = (dataFolder: string, given: string | null): { readonly password: string; readonly madeUp: boolean } =>
  given !== null ? { password: given, madeUp: false } : { password: keptSecret(join(dataFolder, 'demo-password'), () => randomBytes(9).toString('base64url')), madeUp: true };
