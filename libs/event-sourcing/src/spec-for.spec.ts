import { objectTo, refuse, type Command, type Decision } from './decision.js';
import type { Event } from './event.js';
import { specFor } from './spec-for.js';

type Lit = Event<'Lit', { by: string }>;
type Light = Command<{ by: string; raining?: boolean }>;
type Code = 'nobody' | 'rain';
const lamps = { initialState: false, evolve: () => true };
const lightLamp = ({ at, data: { by, raining } }: Light, lit: boolean): Decision<Lit, Code> => {
  if (by === '') return refuse('nobody');
  const event: Lit = { type: 'Lit', occurredAt: at, data: { by } };
  if (lit) return [];
  return raining ? objectTo('rain', event) : [event];
};
const { given } = specFor(lamps, lightLamp);
const at = '2026-03-01T09:00:00.000Z';
const light = (by: string, more: { raining?: boolean } = {}): Light => ({ at, data: { by, ...more } });
const lit = (by: string, outsidePolicy?: string): Lit => ({ type: 'Lit', occurredAt: at, data: { by, ...(outsidePolicy && { outsidePolicy }) } });

describe('The words in which rules are specified', () => {
  it('say what happens', () => given().when(light('ada')).then(lit('ada')));
  it('say that nothing does', () => given(lit('bob')).when(light('ada')).thenNothing());
  it('say that it is refused, and why', () => given().when(light('')).thenRefused('nobody'));
  it('settle objections as in production', () => {
    given().when(light('ada', { raining: true })).thenRefused('rain');
    given().whenRecorded(light('ada', { raining: true })).then(lit('ada', 'rain'));
  });

  it.each<[string, () => void]>([
    ['another event', () => given().when(light('ada')).then(lit('bob'))],
    ['one event too many', () => given().when(light('ada')).then(lit('ada'), lit('ada'))],
    ['nothing where something happens', () => given().when(light('ada')).thenNothing()],
    ['something where nothing happens', () => given(lit('bob')).when(light('ada')).then(lit('ada'))],
    ['an event where it is refused', () => given().when(light('')).then(lit(''))],
    ['another reason', () => given().when(light('')).thenRefused('rain')],
    ['a refusal where it happens', () => given().when(light('ada')).thenRefused('nobody')],
    ['nothing where it is refused', () => given().when(light('')).thenNothing()],
    ['an act of history without its mark', () => given().whenRecorded(light('ada', { raining: true })).then(lit('ada'))],
  ])('fail when they expect %s', (_, wrong) => expect(wrong).toThrow());
});
