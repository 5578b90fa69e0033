import type { StoredEvent } from '@onmaru/event-sourcing';
import { eventAt } from './testing/sample-events.js';
import { tenantsCheck } from './check-tenants.js';
import { streamBook } from './stream-book.js';

const see = (...events: readonly Partial<StoredEvent>[]) => {
  const book = streamBook();
  const check = tenantsCheck();
  events.map((event, n) => eventAt(n + 1, event)).forEach((event) => check.see(event, book.see(event)));
  return check;
};

describe('I9: tenants', () => {
  it('pass while every stream and row is of one tenant', () => {
    const check = see({ stream: 'tenant-demo' }, { stream: 'casepolicy-demo' }, { tenant: 'other', stream: 'case-2' });
    check.rows(4, []);
    expect(check.end()).toEqual({ id: 'I9', ok: true, checked: 7, breaches: [] });
  });

  it('fail when two tenants use one stream', () => {
    expect(see({ revision: 1 }, { tenant: 'other', revision: 1 }, { tenant: 'other', revision: 2 }).end().breaches).toEqual([
      { what: 'stream-of-two-tenants', tenant: 'other', stream: 'case-1', position: 2 },
    ]);
  });

  it.each(['tenant-other', 'casepolicy-other'])('fail when one tenant writes %s', (stream) => {
    expect(see({ stream, revision: 1 }).end().breaches).toEqual([{ what: 'stream-named-by-another-tenant', tenant: 'demo', stream, position: 1 }]);
  });

  it('fail when a row stands in a tenant that it does not come from', () => {
    const check = tenantsCheck();
    check.rows(1, [{ view: 'case-details', tenant: 'other', key: ['1'] }]);
    expect(check.end()).toEqual({
      id: 'I9',
      ok: false,
      checked: 1,
      breaches: [{ what: 'row-in-another-tenant', view: 'case-details', tenant: 'other', key: ['1'] }],
    });
  });
});
