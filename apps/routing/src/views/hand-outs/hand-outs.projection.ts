import type { View } from '@onmaru/read-models';
import { agents, type AgentEvent } from '../../agent/agent.js';
import { foldHandOuts, type HandOuts } from './hand-outs.js';
import { HandOutsRow } from './hand-outs.entity.js';

export const handOutsView: View<HandOuts, AgentEvent> = {
  name: 'hand-outs',
  entity: HandOutsRow,
  of: agents,
  key: (event) => ('caseId' in event.data ? event.data.caseId : null),
  fold: foldHandOuts,
  recorded: ['takenPosition', 'position', 'decisions.position'],
};
