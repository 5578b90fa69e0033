import { write } from '../../ui/api/request.js';
import type { CasePolicy, Matrix } from '../../ui/api/types.js';
import { useWrite } from '../../ui/requests/use-write.js';

type Draft = { readonly matrix: Matrix; readonly reopenWindowHours: number; readonly effectiveFrom?: string };

export const useDraftPolicy = () => useWrite((body: Draft, key) => write<CasePolicy>('policies/case', body, { key }), ['policy']);

export const usePublishPolicy = () => useWrite((version: number, key) => write<CasePolicy>(`policies/case/${version}/publish`, {}, { key }), ['policy']);
