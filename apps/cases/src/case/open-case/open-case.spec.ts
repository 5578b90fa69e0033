import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { now, opened, policy } from '../examples.js';
import { openCase } from './open-case.js';

const { given } = specFor(cases, openCase);
const { priority: _, policyVersion: __, ...asked } = opened.data;
const command = { at: opened.occurredAt, data: { ...asked, ...policy } } as const;

describe('Open a case', () => {
  it('records what was asked, and the priority that the matrix in force gives it', () =>
    given().when(command).then(opened));

  it('is refused for a case that exists', () =>
    given(opened).when({ ...command, at: now }).thenRefused('case-already-open'));
});
