import { specFor } from '@onmaru/event-sourcing/testing';
import { cases } from '../case.js';
import { now, opened, resolved } from '../examples.js';
import { setCaseAttributes } from './set-case-attributes.js';

const { given } = specFor(cases, setCaseAttributes);
const command = { at: now, data: { attributes: { product: 'Phone', site: 'Seoul' } } } as const;
const became = { type: 'CaseAttributesSet', occurredAt: now, data: { attributes: { site: 'Seoul' } } } as const;

describe('Set attributes of a case', () => {
  it('records only what is different', () =>
    given(opened).when(command).then(became));

  it('changes nothing when every value is so already', () =>
    given(opened, became).when(command).thenNothing());

  it('is refused once the case is resolved', () =>
    given(opened, resolved).when(command).thenRefused('case-not-open'));
});
