import { columnName, SnakeCaseColumns } from './column-names.js';

describe('Names of columns', () => {
  it.each([
    ['customerId', 'customer_id'],
    ['tenant', 'tenant'],
    ['line2Text', 'line2_text'],
    ['opened_at', 'opened_at'],
  ])('follow from properties: %s is %s', (property, column) => {
    expect(columnName(property)).toBe(column);
    expect(new SnakeCaseColumns().columnName(property, '', [])).toBe(column);
  });

  it('are what the entity says where it says one', () => {
    expect(new SnakeCaseColumns().columnName('customerId', 'who', [])).toBe('who');
  });
});
