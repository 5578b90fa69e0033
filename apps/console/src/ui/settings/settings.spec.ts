import { settingsFrom } from './settings.js';

describe('The settings of a browser', () => {
  it('begin with its own language, the light of its system, and the shortcuts on', () => {
    expect(settingsFrom(null, ['fr-FR', 'en-US', 'ko'])).toEqual({ language: 'en', theme: 'auto', density: 'regular', keys: true });
    expect(settingsFrom(null, ['ja']).language).toBe('ko');
  });

  it('are what was chosen last', () =>
    expect(settingsFrom('{"language":"en","theme":"dark","density":"compact","keys":false}', ['ko'])).toEqual({ language: 'en', theme: 'dark', density: 'compact', keys: false }));

  it('survive whatever stands in their place', () => {
    for (const broken of ['', 'null', '[]', '{', '{"language":"xx","theme":7}']) expect(settingsFrom(broken, ['ko'])).toEqual(settingsFrom(null, ['ko']));
  });
});
