import { Injectable } from '@nestjs/common';
import { commandHandler, decode, type CommandHandler, type EventStore, type HandlingContext, type Request, type Revision, type StoredEvent } from '@onmaru/event-sourcing';
import { v7 } from 'uuid';
import { caseEvents, type CaseEvent } from './case-events.js';
import { evolve, initialState, type Case, type CaseRefusal } from './case.js';
import { caseDecider, type CaseCommand } from './decider.js';

/** The streams of cases, and the one way to change them. */
@Injectable()
export class CaseStreams {
  private readonly handler: CommandHandler<CaseCommand, CaseRefusal>;

  constructor(private readonly log: EventStore) {
    this.handler = commandHandler({ store: log, decider: caseDecider, types: caseEvents, category: 'case', newId: v7 });
  }

  handle(context: HandlingContext, caseId: string, command: CaseCommand, expected?: Revision) {
    return this.handler.handle(context, caseId, command, expected);
  }

  handleMany(tenant: string, caseId: string, requests: readonly Request<CaseCommand>[]) {
    return this.handler.handleMany(tenant, caseId, requests);
  }

  history(tenant: string, caseId: string): Promise<readonly StoredEvent[]> {
    return this.log.readStream(tenant, `case-${caseId}`);
  }

  async now(tenant: string, caseId: string): Promise<Case> {
    const history = await this.history(tenant, caseId);
    return history.map((stored): CaseEvent => decode(caseEvents, stored)).reduce(evolve, initialState);
  }
}
