import { useMutation, useQueryClient } from '@tanstack/react-query';
import { write } from '../../ui/api/request.js';
import { useRetryKeys } from '../../ui/api/retry-key.js';
import type { CasePolicy, Matrix } from '../../ui/api/types.js';

export type Draft = { readonly matrix: Matrix; readonly reopenWindowHours: number; readonly effectiveFrom?: string };

export const useDraftPolicy = () => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (body: Draft) => write<CasePolicy>('policies/case', body, { key: keys.keyOf(body) }),
    onSuccess: () => {
      keys.done();
      return client.invalidateQueries({ queryKey: ['policies'] });
    },
  });
};

export const usePublishPolicy = () => {
  const client = useQueryClient();
  const keys = useRetryKeys();
  return useMutation({
    mutationFn: (version: number) => write<CasePolicy>(`policies/case/${version}/publish`, {}, { key: keys.keyOf({ version }) }),
    onSuccess: () => {
      keys.done();
      return client.invalidateQueries({ queryKey: ['policies'] });
    },
  });
};
