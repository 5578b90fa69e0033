import { useEffect, useState } from 'react';
import type { Rate } from '@onmaru/playback';
import { ratesAfter, type Standing } from './standing.js';

/** How fast each view reads, by what was seen of it until now. */
export const useRates = (standings: readonly Standing[] | undefined, seenAt: number): ReadonlyMap<string, Rate> => {
  const [rates, setRates] = useState<ReadonlyMap<string, Rate>>(new Map());
  useEffect(() => {
    if (standings !== undefined) setRates((before) => ratesAfter(before, standings, seenAt));
  }, [standings, seenAt]);
  return rates;
};
