import type { Decider } from '@onmaru/event-sourcing';
import { evolve, initialState, type CasePolicies, type CasePolicyEvent, type CasePolicyRefusal, type Decision } from './case-policy.js';
import { draftCasePolicy, type DraftCasePolicy } from './draft-case-policy/draft-case-policy.js';
import { publishCasePolicy, type PublishCasePolicy } from './publish-case-policy/publish-case-policy.js';

export type CasePolicyCommand = DraftCasePolicy | PublishCasePolicy;

const decide = (command: CasePolicyCommand, policies: CasePolicies): Decision<CasePolicyEvent> => {
  switch (command.type) {
    case 'DraftCasePolicy':
      return draftCasePolicy(command, policies);
    case 'PublishCasePolicy':
      return publishCasePolicy(command, policies);
  }
};

export const casePolicyDecider: Decider<CasePolicies, CasePolicyCommand, CasePolicyEvent, CasePolicyRefusal> = { decide, evolve, initialState };
