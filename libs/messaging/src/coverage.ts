import type { Topic } from './message.js';

/** What a group says of its topics: which types it handles, and which it leaves alone on purpose. */
export type Claims = { readonly topics: readonly Topic[]; readonly handles: readonly string[]; readonly ignores: readonly string[] };

/** Every type that is neither handled nor ignored, or both, or on none of the topics; one sentence each. */
export const uncovered = ({ topics, handles, ignores }: Claims): readonly string[] => {
  const known = topics.flatMap(({ types }) => types);
  const forgotten = known.filter((type) => !handles.includes(type) && !ignores.includes(type));
  const both = handles.filter((type) => ignores.includes(type));
  const strange = [...handles, ...ignores].filter((type) => !known.includes(type));
  return [
    ...forgotten.map((type) => `${type} is neither handled nor ignored`),
    ...both.map((type) => `${type} is both handled and ignored`),
    ...[...new Set(strange)].map((type) => `${type} is on none of the topics ${topics.map(({ name }) => name).join(', ')}`),
  ];
};
