import { foldQueue } from './queue-record.js';

const opened = {
  type: 'QueueOpened',
  occurredAt: '2026-03-01T09:00:00.000Z',
  data: { name: '환불' },
  ...{ tenant: 'demo', stream: 'queue-q1', revision: 1, position: 7 },
} as const;

describe('The list of queues', () => {
  it('shows a queue by the name it was opened with', () =>
    expect(foldQueue(null, opened)).toEqual({ tenant: 'demo', id: 'q1', name: '환불', openedPosition: 7, revision: 1, position: 7 }));
});
