import { queueNameKey } from './queue-name.js';

describe('The name of a queue', () => {
  it.each([
    ['Billing', 'billing'],
    ['Billing', '  BILLING '],
    ['Group 70', 'group  70'],
    ['환불 문의', '환불  문의'.normalize('NFD')],
  ])('%s is the same as %s', (one, other) => expect(queueNameKey(one)).toBe(queueNameKey(other)));

  it('tells queues apart that differ by a letter', () => expect(queueNameKey('Group 7')).not.toBe(queueNameKey('Group 70')));
});
