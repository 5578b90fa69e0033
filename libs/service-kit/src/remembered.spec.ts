import { Remembered } from './remembered.js';

const setUp = () => {
  const clock = { at: 0 };
  return { clock, remembered: new Remembered<string>(() => clock.at) };
};

describe('What was found out a moment ago', () => {
  it('is known for four seconds from when one began to ask', () => {
    const { clock, remembered } = setUp();
    const keep = remembered.asking();
    clock.at = 600;
    keep('ada', 'Ada');
    clock.at = 3999;
    expect(remembered.get('ada')).toBe('Ada');
    clock.at = 4000;
    expect(remembered.get('ada')).toBeUndefined();
  });

  it('is gone as soon as somebody here has changed it, and only that', () => {
    const { remembered } = setUp();
    const keep = remembered.asking();
    keep('ada', 'Ada');
    keep('eve', 'Eve');
    remembered.forget('ada');
    expect([remembered.get('ada'), remembered.get('eve')]).toEqual([undefined, 'Eve']);
  });

  it('is not kept when it was changed while it was asked for', () => {
    const { remembered } = setUp();
    const keep = remembered.asking();
    remembered.forget('ada');
    keep('ada', 'Ada');
    expect(remembered.get('ada')).toBeUndefined();
    remembered.asking()('ada', 'Ada again');
    expect(remembered.get('ada')).toBe('Ada again');
  });
});
