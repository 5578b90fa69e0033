import { caseLines, eventLines } from './records.js';

const event = JSON.stringify({ position: 7, type: 'cases.CaseHeld.v1', actor: { kind: 'external', id: '21' }, stream: 'case-1', revision: 2, data: { reason: 'vendor' } });
const assigned = JSON.stringify({ id: '1', externalId: '0000045', assignee: { id: 's-1', externalId: '89', name: '89' }, attributes: {} });

describe('Records for analysts', () => {
  it('are lines of JSON as they come', () => expect(eventLines('ndjson')).toMatchObject({ header: null }));

  it('have an event per line of CSV, who did it in two columns and its facts as JSON', () => {
    const { header, line } = eventLines('csv');
    expect(header).toBe('position,id,type,source,subject,occurredAt,recordedAt,tenant,actorKind,actorId,stream,revision,data');
    expect(line(event)).toBe('7,,cases.CaseHeld.v1,,,,,,external,21,case-1,2,"{""reason"":""vendor""}"');
  });

  it('have a case per line of CSV, with or without an assignee', () => {
    const { header, line } = caseLines('csv');
    const at = (header ?? '').split(',').indexOf('assigneeExternalId');
    expect(line(assigned).split(',')[at]).toBe('89');
    expect(line(JSON.stringify({ id: '2', assignee: null })).split(',')[at]).toBe('');
  });
});
