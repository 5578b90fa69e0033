/** What a view's fold makes of each golden event, by its stored type: the hash of the rows. */
export type GoldenView = { readonly generation: number; readonly rows: Readonly<Record<string, string>> };
export type GoldenViews = Readonly<Record<string, GoldenView>>;

const HOW = 'then keep it by `npm run docs`';

/** What is to be done where the rows that folds make are not those that are kept, a sentence each; none where all is well. */
export const goldenFaults = (kept: GoldenViews, made: GoldenViews): readonly string[] =>
  Object.entries(made).flatMap(([view, { generation, rows }]) => {
    const known = kept[view];
    if (!known || generation > known.generation) return [`${view}, generation ${generation}, is not kept yet: ${HOW.slice(5)}`];
    if (generation < known.generation) return [`${view} was of generation ${known.generation} before, and is of ${generation} now: a generation never goes back`];
    return Object.entries(rows).flatMap(([type, hash]) => {
      const before = known.rows[type];
      if (before === undefined) return [`${view} has not been kept with ${type}: ${HOW.slice(5)}`];
      return before === hash ? [] : [`${view} makes other rows of ${type} than before: give it generation ${generation + 1} so that they are folded anew, ${HOW}`];
    });
  });

/** What to keep from now on: everything new, and nothing that came to be other within a generation. */
export const keptFrom = (kept: GoldenViews, made: GoldenViews): GoldenViews =>
  Object.fromEntries(
    Object.entries(made).map(([view, one]) => {
      const known = kept[view];
      return [view, known?.generation === one.generation ? { ...one, rows: { ...one.rows, ...Object.fromEntries(Object.entries(known.rows).filter(([type]) => type in one.rows)) } } : one];
    }),
  );
