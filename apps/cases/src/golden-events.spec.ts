import { goldenEvents } from '@onmaru/event-sourcing/testing';
import { casePolicies } from './case-policy/case-policy.js';
import { cases } from './case/case.js';

goldenEvents(import.meta.dirname, 'case', cases);
goldenEvents(import.meta.dirname, 'case-policy', casePolicies);
