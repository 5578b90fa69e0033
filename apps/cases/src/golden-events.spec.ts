import { goldenEvents } from '@onmaru/event-sourcing/testing';
import { casePolicyEvents } from './case-policy/case-policy.js';
import { casePolicyDecider } from './case-policy/decider.js';
import { caseEvents } from './case/case-events.js';
import { caseDecider } from './case/decider.js';

goldenEvents(import.meta.dirname, 'case', caseEvents, caseDecider);
goldenEvents(import.meta.dirname, 'case-policy', casePolicyEvents, casePolicyDecider);
