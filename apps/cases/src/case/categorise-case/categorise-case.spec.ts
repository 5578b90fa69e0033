import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { categorised, now, opened, resolved } from '../examples.js';
import { categoriseCase } from './categorise-case.js';

const { given } = specFor(cases, categoriseCase);
const command = { at: now, data: { category: 'Network', subcategory: null } } as const;
const became = { type: 'CaseCategorised', occurredAt: now, data: { category: 'Network', subcategory: null } } as const;

describe('Categorise a case', () => {
  it('puts it under a category', () =>
    given(opened).when(command).then(became));

  it('changes nothing when it is there already', () =>
    given(opened, categorised).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));
});
