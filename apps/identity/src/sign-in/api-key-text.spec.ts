import { apiKeyText, parseApiKey } from './api-key-text.js';

const key = { id: '0190f3a4-8f6e-5c1b-9d27-0a3f0d8f6c55', secret: 'kJ_-'.repeat(10) + 'abc' };

describe('The text of an API key', () => {
  it('says which key it is and proves it', () => expect(parseApiKey(apiKeyText(key))).toEqual(key));

  it('begins with what searches for leaked keys look for', () => expect(apiKeyText(key)).toMatch(/^onm_0190f3a48f6e5c1b9d270a3f0d8f6c55_/));

  it.each(['', 'onm_', 'onm_1_2', `${apiKeyText(key)}x`, apiKeyText(key).toUpperCase()])('is not "%s"', (text) => expect(parseApiKey(text)).toBeNull());
});
