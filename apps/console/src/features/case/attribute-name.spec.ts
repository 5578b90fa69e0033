import { attributeName } from './attribute-name.js';

describe('The name of an attribute', () => {
  it.each([
    ['contactType', 'contact type'],
    ['contact_type', 'contact type'],
    ['u_priority_confirmation', 'u priority confirmation'],
    ['기기 이름', '기기 이름'],
    ['CI', 'CI'],
  ])('reads %s as %s', (key, name) => expect(attributeName(key)).toBe(name));
});
