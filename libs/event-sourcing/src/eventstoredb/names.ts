import type { Filter } from '../event-store.js';

/** What a server is asked to look for among the names of its streams. */
export type StreamFilter = { readonly prefixes: readonly string[] } | { readonly regex: string };

/** Where a log lies among the streams of a server: `<prefix>.<category>.<tenant>/<category>-<id>`, beside it what is no event of it. */
export type Names = {
  of(tenant: string, stream: string): string;
  /** Of a stream of the log, whose it is and what we call it. */
  partsOf(name: string): { readonly tenant: string; readonly stream: string };
  snapshotOf(tenant: string, stream: string): string;
  readonly everything: StreamFilter;
  /** The streams whose events may meet a filter, and perhaps others. */
  lookedAtBy(filter: Filter): StreamFilter;
};

const PREFIX = /^[a-z][a-z0-9]{0,39}$/;

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|#/-]/g, '\\$&');
const oneOf = (texts: readonly string[]): string => `(?:${texts.map(escaped).join('|')})`;
const categoryOf = (stream: string): string => stream.slice(0, stream.indexOf('-'));

/** Names below one prefix: small letters and digits, since a dot ends it. Throws a RangeError on another. */
export const names = (prefix: string): Names => {
  if (!PREFIX.test(prefix)) throw new RangeError(`${JSON.stringify(prefix)} cannot stand before the names of streams: take small letters and digits`);
  const place = (tenant: string, stream: string): string => `${categoryOf(stream)}.${tenant}/${stream}`;
  return {
    of: (tenant, stream) => `${prefix}.${place(tenant, stream)}`,
    partsOf: (name) => {
      const slash = name.indexOf('/');
      return { tenant: name.slice(name.lastIndexOf('.', slash) + 1, slash), stream: name.slice(slash + 1) };
    },
    snapshotOf: (tenant, stream) => `${prefix}_snapshot.${place(tenant, stream)}`,
    everything: { prefixes: [`${prefix}.`] },
    lookedAtBy: (filter) => {
      const { categories, stream } = filter;
      const tenant = 'tenant' in filter ? filter.tenant : undefined;
      if (tenant === undefined && stream === undefined) return { prefixes: categories ? categories.map((category) => `${prefix}.${category}.`) : [`${prefix}.`] };
      if (tenant !== undefined && stream === undefined && categories) return { prefixes: categories.map((category) => `${prefix}.${category}.${tenant}/`) };
      const category = categories ? oneOf(categories) : '[a-z]+';
      return { regex: `^${escaped(prefix)}\\.${category}\\.${tenant === undefined ? '[^/]+' : escaped(tenant)}/${stream === undefined ? '' : `${escaped(stream)}$`}` };
    },
  };
};
