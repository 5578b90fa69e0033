import { refuse, type Command } from '@onmaru/event-sourcing';
import type { Case, Decision } from '../case.js';
import type { Attributes } from '../case-words.js';
import { priorityOf, type PriorityMatrix, type Grade } from '../../case-policy/priority-matrix.js';

/** `matrix` and `policyVersion` are those in force at the command's moment; `number` is the tenant's next free one. */
export type OpenCase = Command<{
  readonly number: string;
  readonly externalId: string | null;
  readonly subject: string | null;
  readonly description: string | null;
  readonly customerId: string | null;
  readonly channel: string;
  readonly impact: Grade;
  readonly urgency: Grade;
  readonly category: string | null;
  readonly subcategory: string | null;
  readonly attributes: Attributes;
  readonly queueId: string | null;
  readonly matrix: PriorityMatrix;
  readonly policyVersion: number;
}>;

export const openCase = ({ at, data }: OpenCase, current: Case): Decision<'CaseOpened'> => {
  if (current.state !== 'unknown') return refuse('case-already-open');
  return [
    {
      type: 'CaseOpened',
      occurredAt: at,
      data: {
        number: data.number,
        externalId: data.externalId,
        subject: data.subject,
        description: data.description,
        customerId: data.customerId,
        channel: data.channel,
        impact: data.impact,
        urgency: data.urgency,
        priority: priorityOf(data.matrix, data.impact, data.urgency),
        policyVersion: data.policyVersion,
        category: data.category,
        subcategory: data.subcategory,
        attributes: data.attributes,
        queueId: data.queueId,
      },
    },
  ];
};
