import type { Query } from '@tanstack/react-query';

type Kind = 'case' | 'new-case' | 'routing' | 'agent' | 'customer' | 'staff' | 'queue' | 'policy' | 'api-key' | 'view' | 'rebuild';

/** What can change under an answer: one of a kind, by its id, or any of them. */
export type Subject = Kind | `${Kind}:${string}`;

declare module '@tanstack/react-query' {
  interface Register {
    /** Every query says beside its definition what makes its answer stale. */
    queryMeta: { readonly staleBy: readonly Subject[] };
  }
}

/** Which queries have to be fetched again once these have changed: those that depend on one of them, or on any of its kind. */
export const madeStaleBy = (changed: Iterable<Subject>): ((query: Pick<Query, 'meta'>) => boolean) => {
  const subjects = new Set([...changed].flatMap((subject) => [subject, subject.replace(/:.*$/, '') as Kind]));
  return ({ meta }) => meta?.staleBy.some((subject) => subjects.has(subject)) ?? false;
};
