import { setTimeout as pause } from 'node:timers/promises';
import { expectStatus, platform, type TestPlatform } from './platform.js';

type HandOut = { readonly agentId: string; readonly waiting: number; readonly freePlaces: number; readonly passedOver: readonly { readonly agentId: string; readonly because: string }[]; readonly freedBecause: string | null };

describe('Work that waits', () => {
  let at: TestPlatform;
  let mina: string;

  const set = async (who: string, presence: string) => expectStatus(await at.as(who, `staff/${at.idOf(who)}/presence`, { body: { presence } }), 200);
  const capacity = async (who: string, to: number) => expectStatus(await at.as('supervisor', `staff/${at.idOf(who)}/capacity`, { body: { capacity: to } }), 200);
  const open = async (subject: string, impact = 2, urgency = 2): Promise<string> =>
    expectStatus(await at.as('agent', 'cases', { body: { subject, description: '', customerId: at.idOf('customer'), channel: 'web', impact, urgency } }), 201)['id'] as string;
  const act = async (id: string, verb: string, body: object = {}, who = 'supervisor') => expectStatus(await at.as(who, `cases/${id}/${verb}`, { body }), 200);
  const ownerOf = async (id: string): Promise<string | null> => (expectStatus(await at.as('agent', `cases/${id}`), 200)['assignee'] as { id: string } | null)?.id ?? null;
  const decisions = async (id: string): Promise<readonly HandOut[]> => expectStatus(await at.as('agent', `cases/${id}/routing`), 200)['items'] as readonly HandOut[];
  const places = async (who: string): Promise<number> => Number(expectStatus(await at.as('agent', `staff/${at.idOf(who)}/presence`), 200)['places']);

  /** Waits until `read` answers as wished; the last answer otherwise. */
  const eventually = async <T>(read: () => Promise<T>, wished: T): Promise<T> => {
    let answer = await read();
    for (let tried = 0; tried < 100 && answer !== wished; tried += 1) {
      await pause(50);
      answer = await read();
    }
    return answer;
  };

  /** Until routing has heard of everything that was done, which it decides from: on a busy machine that may take its time. */
  const heard = async (id: string) => expect(await eventually(async () => (await at.as('agent', `cases/${id}/routing`)).status, 200)).toBe(200);

  beforeAll(async () => {
    at = await platform();
    mina = at.idOf('agent');
  });
  afterAll(() => at.close());

  it('is handed out by priority, then by age, as soon as an agent is there, up to their capacity', async () => {
    const [old, late] = [await open('old'), await open('late')];
    const urgent = await open('urgent', 1, 1);
    await capacity('agent', 2);
    await set('agent', 'available');
    expect(await eventually(() => ownerOf(old), mina)).toBe(mina);
    expect(await ownerOf(urgent)).toBe(mina);
    expect(await ownerOf(late)).toBeNull();
    expect(await decisions(urgent)).toMatchObject([{ agentId: mina, waiting: 3, freePlaces: 2, freedBecause: null }]);
    expect(await decisions(old)).toMatchObject([{ agentId: mina, waiting: 2, freePlaces: 1 }]);
    expect(await decisions(late)).toEqual([]);

    await act(urgent, 'resolve', { resolution: 'Done' }, 'agent');
    expect(await eventually(() => ownerOf(late), mina)).toBe(mina);
    expect(await decisions(urgent)).toMatchObject([{ freedBecause: 'done' }]);
    await act(old, 'resolve', { resolution: 'Done' });
    await act(late, 'resolve', { resolution: 'Done' });
    expect(await eventually(() => places('agent'), 0)).toBe(0);
  });

  it('is not given back to who gave it back, and says so', async () => {
    const id = await open('hot potato');
    expect(await eventually(() => ownerOf(id), mina)).toBe(mina);
    await act(id, 'unassign', {}, 'agent');
    expect(await eventually(() => places('agent'), 0)).toBe(0);
    expect(await ownerOf(id)).toBeNull();
    await set('supervisor', 'available');
    expect(await eventually(() => ownerOf(id), at.idOf('supervisor'))).toBe(at.idOf('supervisor'));
    expect(await decisions(id)).toMatchObject([{ passedOver: [{ agentId: mina, because: 'returned-it' }] }, { freedBecause: 'waits-again' }]);
    await set('supervisor', 'offline');
    await act(id, 'resolve', { resolution: 'Done' });
  });

  it('frees the place when a person gives the case to somebody else', async () => {
    const id = await open('taken over');
    expect(await eventually(() => ownerOf(id), mina)).toBe(mina);
    await act(id, 'assign', { assignee: at.idOf('supervisor') });
    expect(await eventually(() => places('agent'), 0)).toBe(0);
    expect(await decisions(id)).toMatchObject([{ freedBecause: 'assigned-to-another' }]);
    expect(await ownerOf(id)).toBe(at.idOf('supervisor'));
  });

  it('goes on waiting while nobody takes work, and on hold nobody gets it', async () => {
    await set('agent', 'away');
    const [waits, held] = [await open('waits'), await open('held')];
    await act(held, 'hold', { reason: 'vendor' });
    await heard(held);
    await set('agent', 'available');
    expect(await eventually(() => ownerOf(waits), mina)).toBe(mina);
    expect(await ownerOf(held)).toBeNull();
    await act(held, 'resume');
    expect(await eventually(() => ownerOf(held), mina)).toBe(mina);
    await act(waits, 'cancel', { reason: 'Sent twice' });
    await act(held, 'resolve', { resolution: 'Done' });
  });

  it('of history is never handed out', async () => {
    const data = { externalId: 'INC1', customerId: at.idOf('customer'), channel: 'phone', impact: 1, urgency: 1, category: 'Old' };
    const line = { case: 'INC1', commandId: 'history-1', type: 'OpenCase', at: '2020-01-01T00:00:00Z', actor: '7', data };
    const answer = await at.as('admin', 'cases/commands?source=servicenow', { body: `${JSON.stringify(line)}\n`, headers: { 'content-type': 'application/x-ndjson' } });
    const { outcome, position } = JSON.parse(answer.text) as { readonly outcome: string; readonly position: number };
    expect(outcome).toBe('appended');
    const found = expectStatus(await at.as('agent', 'cases?externalId=INC1', { headers: { 'onmaru-position': `${position}` } }), 200)['items'];
    expect(found).toEqual([expect.objectContaining({ assignee: null })]);
    const [{ id: imported }] = found as readonly [{ readonly id: string }];
    const id = await open('of today', 3, 3);
    expect(await eventually(() => ownerOf(id), mina)).toBe(mina);
    expect(await ownerOf(imported)).toBeNull();
    expect((await at.as('agent', `cases/${imported}/routing`)).status).toBe(404);
  });

  it('is given to nobody beyond their capacity, however many cases and people come at once', async () => {
    await set('supervisor', 'available');
    const ids = await Promise.all(Array.from({ length: 30 }, (_, n) => open(`rush ${n}`, (n % 3) + 1, 2)));
    expect(await eventually(() => places('agent'), 2)).toBe(2);
    expect(await eventually(() => places('supervisor'), 5)).toBe(5);
    for (const id of ids) await act(id, 'resolve', { resolution: 'Done' });
    expect(await eventually(() => places('supervisor'), 0)).toBe(0);
    const verified = (await at.as('supervisor', 'operations/verify')).json as { ok: boolean; checks: readonly { id: string; ok: boolean; checked: number }[] };
    expect(verified.checks.find(({ id }) => id === 'I4')).toMatchObject({ ok: true });
    expect(verified.ok).toBe(true);
  });
});
