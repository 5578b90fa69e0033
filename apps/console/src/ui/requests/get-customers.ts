import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { read } from '../api/request.js';
import type { Customer, Page } from '../api/types.js';

/** Customers that answer a search; the first ones without. */
export const customersOptions = (q: string) =>
  queryOptions({
    queryKey: ['customers', q],
    queryFn: ({ signal }) => read<Page<Customer>>('customers', { q: q === '' ? undefined : q, limit: 50 }, signal),
    meta: { staleBy: ['customer'] },
    placeholderData: keepPreviousData,
    staleTime: 10_000,
  });
