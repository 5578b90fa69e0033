import { Injectable } from '@nestjs/common';
import { commandHandler, decode, type CommandHandler, type EventStore, type StoredEvent } from '@onmaru/event-sourcing';
import { v7 } from 'uuid';
import { caseEvents, type CaseEvent } from './case-events.js';
import { evolve, initialState, type Case, type CaseRefusal } from './case.js';
import { caseDecider, type CaseCommand } from './decider.js';

/** The streams of cases, and the one way to change them. */
@Injectable()
export class CaseStreams {
  readonly handle: CommandHandler<CaseCommand, CaseRefusal>['handle'];
  readonly handleMany: CommandHandler<CaseCommand, CaseRefusal>['handleMany'];

  constructor(private readonly log: EventStore) {
    const handler = commandHandler({ store: log, decider: caseDecider, types: caseEvents, category: 'case', newId: v7 });
    this.handle = handler.handle;
    this.handleMany = handler.handleMany;
  }

  history(tenant: string, caseId: string): Promise<readonly StoredEvent[]> {
    return this.log.readStream(tenant, `case-${caseId}`);
  }

  async now(tenant: string, caseId: string): Promise<Case> {
    const history = await this.history(tenant, caseId);
    return history.map((stored): CaseEvent => decode(caseEvents, stored)).reduce(evolve, initialState);
  }
}
