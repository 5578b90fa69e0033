/** What a ratio must reach at least, and what we aim for. */
export type Target = { readonly atLeast: number; readonly aim?: number };

/** Targets of the ratios that have one, by bench. */
export const TARGETS: Readonly<Record<string, Readonly<Record<string, Target>>>> = {
  'append-single': {
    'vsEmmett@1': { atLeast: 3.5 },
    'vsEmmett@8': { atLeast: 4 },
    'vsEmmett@32': { atLeast: 8, aim: 10 },
    'vsLimit@32': { atLeast: 0.9, aim: 1.2 },
    '@256vs@32': { atLeast: 1 },
  },
  'append-case': { 'vsEmmett@32': { atLeast: 4 }, 'vsLimit@32': { atLeast: 2 } },
  'append-hot-stream': { 'vsEmmett@32': { atLeast: 3 } },
  'bulk-import': { vsLimit: { atLeast: 0.6, aim: 0.8 } },
  'read-stream': { vsLimit: { atLeast: 0.9 } },
  'read-all': { vsLimit: { atLeast: 0.7, aim: 0.9 }, vsLimitDecoded: { atLeast: 0.6 }, flatness: { atLeast: 0.9 } },
  'project-live': { vsLimit: { atLeast: 0.6, aim: 0.7 } },
  'project-rebuild': { vsLimit: { atLeast: 0.9, aim: 0.95 } },
  'outbox-relay': { vsLimit: { atLeast: 0.8 } },
  'http-command': { vsLimit: { atLeast: 0.35, aim: 0.5 } },
  endurance: { memory: { atLeast: 0.9 } },
};
