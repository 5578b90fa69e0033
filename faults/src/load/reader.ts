import type { ClientParts } from './client-parts.js';

/** Looks at cases, saying how far in the log it has seen. What is not answered in time is no answer, and nobody is deceived by it. */
export type Reader = {
  /** The case itself. */
  readonly at: (id: string, position: number) => Promise<void>;
  /** A case just opened, in the list. */
  readonly forNew: (id: string, externalId: string, position: number) => Promise<void>;
};

const PATIENCE = 30_000;

export const reader = ({ name: client, tenant, history, now, remembersAnswers }: ClientParts): Reader => {
  const remembered = new Map<string, number>();
  const seen = async (path: string, position: number) => (await tenant.ask({ path, headers: { 'onmaru-position': String(position) } }, PATIENCE)).answered;
  const note = (id: string, asked: number, revision: number, presence?: true): void =>
    history.read({ client, at: now(), tenant: tenant.name, stream: `case-${id}`, asked, revision, ...(presence && { presence }) });
  return {
    async at(id, position) {
      const answered = await seen(`cases/${id}`, position);
      if (!answered) return;
      const revision = Number(answered.body['revision'] ?? 0);
      if (!remembered.has(id)) remembered.set(id, revision);
      note(id, position, remembersAnswers ? (remembered.get(id) as number) : revision);
    },
    async forNew(id, externalId, position) {
      const answered = await seen(`cases?externalId=${externalId}`, position);
      if (!answered) return;
      const items = (answered.body['items'] ?? []) as readonly { readonly id: string }[];
      note(id, position, items.some((item) => item.id === id) ? 1 : 0, true);
    },
  };
};
