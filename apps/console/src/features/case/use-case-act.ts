import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ApiProblem, type Since } from '../../ui/api/problem.js';
import type { Case, Verb } from '../../ui/api/types.js';
import { useActOnCase } from '../../ui/requests/act-on-case.js';
import { madeStaleBy } from '../../ui/requests/stale.js';

/** One act on the case of the page, and what to say when it could not be done. */
export type CaseAct = {
  /** `seen` false for acts that what happened meanwhile does not concern. */
  readonly run: (verb: Verb, body: object, onDone: () => void, seen?: boolean) => void;
  readonly running: boolean;
  readonly error: Error | null;
  /** What happened meanwhile, when that is why it was not done. */
  readonly since: readonly Since[] | null;
  readonly reset: () => void;
};

export const useCaseAct = (shown: Pick<Case, 'id' | 'revision'>): CaseAct => {
  const client = useQueryClient();
  const act = useActOnCase();
  const [since, setSince] = useState<readonly Since[] | null>(null);
  const run: CaseAct['run'] = (verb, body, onDone, seen = true) => {
    setSince(null);
    act.mutate(
      { id: shown.id, verb, body, ...(seen && { ifMatch: shown.revision }) },
      {
        onSuccess: onDone,
        onError: (error) => {
          if (!(error instanceof ApiProblem) || error.status !== 412) return;
          setSince(error.body.since ?? []);
          void client.invalidateQueries({ predicate: madeStaleBy([`case:${shown.id}`]) });
        },
      },
    );
  };
  const reset = () => {
    setSince(null);
    act.reset();
  };
  return { run, running: act.isPending, error: since === null ? act.error : null, since, reset };
};
