import { faster, FASTEST, slower } from './speed.js';

describe('The speed of a replay', () => {
  it('goes up and down the speeds that are offered, from wherever it is', () => {
    expect([faster(1), faster(50), faster(10_000)]).toEqual([10, 100, FASTEST]);
    expect([slower(FASTEST), slower(50), slower(10)]).toEqual([10_000, 10, 1]);
  });

  it('stays at either end', () => expect([faster(FASTEST), slower(1), slower(0.5)]).toEqual([FASTEST, 1, 0.5]));
});
