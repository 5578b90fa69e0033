import { expectStatus, type Reply, type TestPlatform } from './platform.js';

/** What there is in one tenant, and what more of it can be made. Whatever is called something carries the tenant's mark. */
export type Things = {
  readonly tenant: string;
  readonly mark: string;
  readonly customerId: string;
  readonly agentId: string;
  readonly queue: { readonly id: string; readonly name: string };
  newCase(state?: 'new' | 'in-progress' | 'on-hold' | 'resolved', forCustomer?: string): Promise<string>;
  newCustomer(): Promise<string>;
  newStaff(): Promise<string>;
  newApiKey(): Promise<string>;
  newPolicy(): Promise<string>;
};

const STEPS = {
  new: [],
  'in-progress': [['start-work', {}]],
  'on-hold': [['hold', { reason: 'vendor' }]],
  resolved: [['resolve', { resolution: 'Done' }]],
} as const;

/** Ids that nobody has, for those who are turned away before anybody looks. */
export const nothingOf = (tenant: string): Things => {
  const nobody = '00000000-0000-4000-8000-000000000000';
  const none = () => Promise.resolve(nobody);
  const made = { newCase: none, newCustomer: none, newStaff: none, newApiKey: none, newPolicy: () => Promise.resolve('1') };
  return { tenant, mark: 'nothing', customerId: nobody, agentId: nobody, queue: { id: nobody, name: 'nothing' }, ...made };
};

export const thingsOf = async (platform: TestPlatform, tenant: string): Promise<Things> => {
  const customerId = platform.idOf(`customer@${tenant}`);
  const mark = `secret-of-${tenant}`;
  const admin = (path: string, body: object): Promise<Reply> => platform.as(`admin@${tenant}`, path, { body });
  const idOf = async (made: Promise<Reply>): Promise<string> => expectStatus(await made, 201)['id'] as string;
  const name = `Queue ${mark}`;
  let made = 0;
  return {
    tenant,
    mark,
    customerId,
    agentId: platform.idOf(`agent@${tenant}`),
    queue: { id: await idOf(admin('queues', { name })), name },
    async newCase(state = 'new', forCustomer = customerId) {
      const id = await idOf(admin('cases', { subject: `Subject ${mark}`, description: mark, customerId: forCustomer, channel: 'web', category: mark }));
      for (const [verb, body] of STEPS[state]) expectStatus(await admin(`cases/${id}/${verb}`, body), 200);
      return id;
    },
    newCustomer: () => idOf(admin('customers', { name: `Customer ${mark}`, email: `customer-${(made += 1)}@${tenant}.example` })),
    newStaff: () => idOf(admin('staff', { name: `Staff ${mark}`, role: 'agent', email: `staff-${(made += 1)}@${tenant}.example` })),
    newApiKey: () => idOf(admin('api-keys', { name: `Key ${mark}`, role: 'agent' })),
    newPolicy: async () => String(expectStatus(await admin('policies/case', { matrix: [[1, 2, 3], [2, 3, 4], [3, 4, 4]], reopenWindowHours: 24 }), 201)['version']),
  };
};
