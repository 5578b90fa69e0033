import { randomUUID } from 'node:crypto';
import { walkConfig } from './walk.config.js';

export type Role = 'operator' | 'admin' | 'supervisor' | 'agent' | 'analyst' | 'customer';

export const emailOf = (role: Role): string => `${role}@demo.onmaru.example`;

const tokens = new Map<Role, Promise<string>>();

const tokenOf = (role: Role): Promise<string> => {
  const known = tokens.get(role) ?? signIn(role);
  tokens.set(role, known);
  return known;
};

const signIn = async (role: Role): Promise<string> => {
  const { url, password } = walkConfig();
  const answer = await fetch(`${url}/api/v1/auth/sign-in`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ email: emailOf(role), password }) });
  if (!answer.ok) throw new Error(`${role} cannot sign in: ${answer.status}`);
  return ((await answer.json()) as { accessToken: string }).accessToken;
};

let seen = 0;

/** Asks the API as somebody of the demo; whoever asks next sees what was written before. */
export const ask = async <T>(role: Role, method: 'GET' | 'POST', path: string, body?: object): Promise<T> => {
  const answer = await fetch(`${walkConfig().url}/api/v1/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${await tokenOf(role)}`,
      'onmaru-position': String(seen),
      ...(method === 'POST' && { 'content-type': 'application/json', 'idempotency-key': randomUUID() }),
    },
    ...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
  });
  if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${await answer.text()}`);
  seen = Math.max(seen, Number(answer.headers.get('onmaru-position') ?? 0));
  return (await answer.json()) as T;
};

export type Case = { readonly id: string; readonly number: string; readonly revision: number; readonly state: string };

/** A case of the customer who can sign in. */
export const openCase = (subject: string, description = subject): Promise<Case> => ask('customer', 'POST', 'cases', { subject, description, channel: 'portal' });

export const act = (role: Role, { id }: Pick<Case, 'id'>, verb: string, body: object = {}): Promise<Case> => ask(role, 'POST', `cases/${id}/${verb}`, body);

export const idOf = async (role: Role): Promise<string> => (await ask<{ id: string }>(role, 'GET', 'me')).id;
