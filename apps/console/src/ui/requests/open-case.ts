import { useQueryClient } from '@tanstack/react-query';
import { write } from '../api/request.js';
import type { Case, Grade } from '../api/types.js';
import { keepCase } from './get-case.js';
import { madeStaleBy } from './stale.js';
import { useWrite } from './use-write.js';

type NewCase = {
  readonly subject: string;
  readonly description: string;
  readonly channel: string;
  readonly customerId?: string;
  readonly impact?: Grade;
  readonly urgency?: Grade;
  readonly category?: string;
};

export const useOpenCase = () => {
  const client = useQueryClient();
  return useWrite(async (body: NewCase, key) => {
    const opened = await write<Case>('cases', body, { key });
    keepCase(client, opened);
    // The list may be long: nobody waits for it before they see the case.
    void client.invalidateQueries({ predicate: madeStaleBy(['new-case']) });
    return opened;
  }, []);
};
