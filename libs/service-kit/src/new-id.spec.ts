import { newId } from './new-id.js';

describe('Ids of events', () => {
  const ids = Array.from({ length: 2000 }, newId);

  it('are never the same', () => expect(new Set(ids).size).toBe(ids.length));

  it('differ in their chance too, not by their moment alone', () => expect(new Set(ids.map((id) => id.slice(19))).size).toBe(ids.length));

  it('are UUIDs of version 7, of the moment at which they were made', () => {
    const before = Date.now();
    const id = newId();
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    const made = parseInt(id.slice(0, 13).replace('-', ''), 16);
    expect(made).toBeGreaterThanOrEqual(before);
    expect(made).toBeLessThanOrEqual(Date.now());
  });
});
