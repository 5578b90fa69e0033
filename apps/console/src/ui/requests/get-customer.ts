import { queryOptions } from '@tanstack/react-query';
import { read } from '../api/request.js';
import type { Customer } from '../api/types.js';

export const customerOptions = (id: string) =>
  queryOptions({
    queryKey: ['customer', id],
    queryFn: ({ signal }) => read<Customer>(`customers/${id}`, {}, signal),
    meta: { staleBy: [`customer:${id}`] },
    staleTime: 60_000,
  });
