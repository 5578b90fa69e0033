import { PASSWORD } from './platform.js';
import type { Things } from './things.js';

type Place<T> = (things: Things) => T | Promise<T>;

/** How to ask one operation so that it would be answered, and in which places of it an id can stand. */
export type Scenario = {
  readonly path?: Place<Readonly<Record<string, string>>>;
  readonly query?: Place<Readonly<Record<string, string>>>;
  readonly body?: Place<object | string>;
  /** What those who have the permission are answered, where it is not 2xx, and why. */
  readonly answers?: { readonly status: number; readonly because: string };
  /** What they are answered about another tenant's things, where it is neither 404 nor 422, and why. */
  readonly foreign?: { readonly status: number; readonly because: string };
  /** The path holds a number that every tenant counts for itself, or a name that all share. */
  readonly sharedPath?: true;
  /** Whether `body` names something of the tenant by its id or its name. */
  readonly namesInBody?: true;
  /** Whoever asks is signed out by it. */
  readonly endsSession?: true;
  /** The rules may say no (409) to those who have the permission: whoever is answered that was let in. */
  readonly refusable?: true;
};

const id = (make: (things: Things) => Promise<string>) => async (things: Things) => ({ id: await make(things) });
export const aCase = (state?: Parameters<Things['newCase']>[0]): Pick<Scenario, 'path'> => ({ path: id((things) => things.newCase(state)) });
const staff = { path: id((things) => things.newStaff()) };
const fixed = (body: object): Pick<Scenario, 'body'> => ({ body: () => body });
const platformOnly = { answers: { status: 403, because: 'only those who run the platform rebuild views' } };
const aView = { path: () => ({ view: 'case-details' }), sharedPath: true } as const;
const matrix = [[1, 2, 3], [2, 3, 4], [3, 4, 4]];
let fresh = 0;

/** Operations whose asking needs more than {@link usualScenario} knows. One that neither knows fails the access matrix. */
export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  'POST /api/v1/auth/sign-in': { body: ({ tenant }) => ({ email: `analyst@${tenant}.example`, password: PASSWORD }) },
  'POST /api/v1/auth/refresh': { ...fixed({ refreshToken: 'nobody-was-given-this' }), answers: { status: 401, because: 'nobody was given this token' } },
  'POST /api/v1/auth/sign-out': { ...fixed({ refreshToken: 'nobody-was-given-this' }), endsSession: true },
  'GET /api/problems/{code}': { path: () => ({ code: 'case-not-found' }), sharedPath: true },

  'POST /api/v1/tenants': fixed({ name: 'Third', adminEmail: 'admin@third.example' }),
  'POST /api/v1/staff': { body: ({ mark }) => ({ name: `Staff ${mark}`, role: 'agent' }) },
  'GET /api/v1/staff/{id}': { path: ({ agentId }) => ({ id: agentId }) },
  'POST /api/v1/staff/{id}/change-role': { ...staff, ...fixed({ role: 'analyst' }) },
  'POST /api/v1/staff/{id}/disable': staff,
  'POST /api/v1/staff/{id}/enable': staff,
  'POST /api/v1/staff/{id}/reset-password': staff,
  'GET /api/v1/staff/{id}/presence': { path: ({ agentId }) => ({ id: agentId }) },
  'POST /api/v1/staff/{id}/presence': { path: ({ agentId }) => ({ id: agentId }), ...fixed({ presence: 'away' }), foreign: { status: 403, because: 'agents set their own presence alone' } },
  'POST /api/v1/staff/{id}/capacity': { path: ({ agentId }) => ({ id: agentId }), ...fixed({ capacity: 5 }) },
  'POST /api/v1/customers': { body: ({ mark }) => ({ name: `Customer ${mark}` }) },
  'POST /api/v1/customers/commands': { body: ({ mark }) => `${JSON.stringify({ externalId: `Caller ${(fresh += 1)}`, name: `Customer ${mark}` })}\n` },
  'GET /api/v1/customers': { query: ({ mark }) => ({ q: mark }) },
  'GET /api/v1/customers/{id}': { path: ({ customerId }) => ({ id: customerId }) },
  'POST /api/v1/customers/{id}/erase': { path: id((things) => things.newCustomer()), ...fixed({ reason: 'They asked' }) },
  'POST /api/v1/customers/{id}/open-sign-in': { path: id((things) => things.newCustomer()) },
  'POST /api/v1/api-keys': { body: ({ mark }) => ({ name: `Key ${mark}`, role: 'agent' }) },
  'DELETE /api/v1/api-keys/{id}': { path: id((things) => things.newApiKey()) },
  'POST /api/v1/queues': { body: () => ({ name: `Queue ${(fresh += 1)}` }) },
  'GET /api/v1/queues': { query: ({ queue }) => ({ name: queue.name }) },
  'GET /api/v1/queues/{id}': { path: ({ queue }) => ({ id: queue.id }) },
  'POST /api/v1/policies/case': fixed({ matrix, reopenWindowHours: 24 }),
  'POST /api/v1/policies/case/{version}/publish': { path: async (things) => ({ version: await things.newPolicy() }), sharedPath: true },

  'POST /api/v1/cases': { body: ({ customerId, mark }) => ({ subject: mark, description: mark, customerId, channel: 'web' }), namesInBody: true },
  'GET /api/v1/cases': { query: ({ customerId }) => ({ customerId }) },
  'POST /api/v1/cases/commands': { body: historyLine, namesInBody: true },
  'POST /api/v1/cases/{id}/change-customer': { ...aCase(), body: async (things) => ({ customerId: await things.newCustomer() }), namesInBody: true },
  'POST /api/v1/cases/{id}/transfer': { ...aCase(), body: ({ queue }) => ({ queue: queue.name }), namesInBody: true },
  'POST /api/v1/cases/{id}/assign': { ...aCase(), body: ({ agentId }) => ({ assignee: agentId }), namesInBody: true },
  'POST /api/v1/cases/{id}/resume': aCase('on-hold'),
  'POST /api/v1/cases/{id}/close': aCase('resolved'),
  'POST /api/v1/cases/{id}/reopen': { ...aCase('resolved'), ...fixed({ reason: 'Again' }) },

  'GET /api/v1/events': { query: async (things) => ({ caseId: await things.newCase() }) },
  'GET /api/v1/operations/rebuilds': platformOnly,
  'POST /api/v1/operations/rebuilds': { ...fixed({ compareOnly: true }), ...platformOnly },
  'POST /api/v1/operations/rebuilds/{view}/pause': { ...aView, ...platformOnly },
  'POST /api/v1/operations/rebuilds/{view}/resume': { ...aView, ...platformOnly },
  'POST /api/v1/operations/rebuilds/{view}/cancel': { ...aView, ...platformOnly },
  'POST /api/v1/operations/scratch': { ...fixed({ upTo: 1 }), ...platformOnly },
  'POST /api/v1/operations/time-copy': { ...fixed({ after: 0, upTo: 1 }), ...platformOnly },
  'POST /api/v1/operations/views/{view}/redrive': {
    path: () => ({ view: 'case-details' }),
    sharedPath: true,
    body: ({ tenant }) => ({ tenant, stream: 'case-1' }),
    namesInBody: true,
    answers: { status: 404, because: 'no stream is parked' },
  },
};

function historyLine({ customerId, mark }: Things): string {
  const one = fresh++;
  const data = { externalId: `${one}`, customerId, channel: 'phone', impact: 3, urgency: 3, category: mark };
  return `${JSON.stringify({ case: `${one}`, commandId: `${one}`, type: 'OpenCase', at: '2020-01-01T00:00:00Z', actor: '7', data })}\n`;
}
