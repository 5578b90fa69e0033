/** How the customer came, from the log's contact type. */
export const channelOf = (contactType: string | null): string => CHANNELS.get(contactType ?? '') ?? 'other';

const CHANNELS: ReadonlyMap<string, string> = new Map([
  ['Phone', 'phone'],
  ['Email', 'e-mail'],
]);
