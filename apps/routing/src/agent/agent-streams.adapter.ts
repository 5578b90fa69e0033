import { Streams, type HandleOutcome, type StateLeft, type StreamPorts } from '@onmaru/event-sourcing';
import { VIEW_PATIENCE, type CaughtUp, type CommandContext } from '@onmaru/service-kit';
import type { Instant } from '@onmaru/time';
import { agents, type Agent, type AgentEvent, type AgentRefusal, type Decision } from './agent.js';

type Decide = (current: Agent, at: Instant) => Decision<AgentEvent['type']>;

/** The streams of agents. `heard`: what routing hears from other contexts. */
export class AgentStreams extends Streams<Agent, AgentEvent> {
  constructor(
    ports: StreamPorts,
    private readonly heard: CaughtUp,
  ) {
    super(agents, ports);
  }

  /** As `handleToState`, where whoever asks may have hired the agent a moment ago: before they are unknown, the news catch up. */
  async change(asking: CommandContext, id: string, decide: Decide): Promise<HandleOutcome<AgentRefusal, StateLeft<Agent>>> {
    const outcome = await this.handleToState(asking, id, decide, asking.expected);
    if (outcome.outcome !== 'refused' || outcome.refused !== 'agent-not-found') return outcome;
    await this.heard.waitFor(await this.ports.log.head(), VIEW_PATIENCE);
    return this.handleToState(asking, id, decide, asking.expected);
  }
}
