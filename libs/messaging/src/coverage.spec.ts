import { uncovered } from './coverage.js';

const topics = [{ name: 'shop.order', types: ['shop.order-placed.v1', 'shop.order-sent.v1'] }];

describe('A group of consumers may start', () => {
  it('when it handles or ignores every type of its topics', () => {
    expect(uncovered({ topics, handles: ['shop.order-placed.v1'], ignores: ['shop.order-sent.v1'] })).toEqual([]);
  });

  it('but not when it forgot one', () => {
    expect(uncovered({ topics, handles: ['shop.order-placed.v1'], ignores: [] })).toEqual(['shop.order-sent.v1 is neither handled nor ignored']);
  });

  it('nor when it says both of one', () => {
    expect(uncovered({ topics, handles: ['shop.order-placed.v1', 'shop.order-sent.v1'], ignores: ['shop.order-sent.v1'] })).toEqual([
      'shop.order-sent.v1 is both handled and ignored',
    ]);
  });

  it('nor when it names one that is on none of them', () => {
    expect(uncovered({ topics, handles: ['shop.order-placed.v1', 'shop.ordre-sent.v1'], ignores: ['shop.order-sent.v1'] })).toEqual([
      'shop.ordre-sent.v1 is on none of the topics shop.order',
    ]);
  });
});
