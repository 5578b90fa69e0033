import { QueryClient } from '@tanstack/react-query';
import type { Case } from '../api/types.js';
import { caseOptions } from './get-case.js';

const known = async (...answers: readonly Partial<Case>[]): Promise<Case | undefined> => {
  const client = new QueryClient();
  for (const answer of answers) await client.fetchQuery({ ...caseOptions('c1'), staleTime: 0, queryFn: () => Promise.resolve(answer as Case) });
  return client.getQueryData(caseOptions('c1').queryKey);
};

const held = { revision: 5, state: 'on-hold' } as const;
const resumed = { revision: 6, state: 'in-progress' } as const;

describe('The case on the page', () => {
  it('goes on with what happens', async () => expect(await known(held, resumed)).toEqual(resumed));

  it('does not go back when an older answer comes late', async () => expect(await known(resumed, held)).toEqual(resumed));

  it('takes in what changed around it', async () => expect(await known(resumed, { ...resumed, customer: null })).toEqual({ ...resumed, customer: null }));
});
