import type { PassedOver } from './decision.js';

/** What set somebody apart from those who could have been given the case too. */
type WhyChosen = 'only' | 'freest' | 'longest' | 'earliest';

/** The last rule that had to be asked to find one: free places, then who was given work longest ago, then who joined first. */
export const whyChosen = (passedOver: readonly Pick<PassedOver, 'because'>[]): WhyChosen => {
  const lostBy = new Set(passedOver.map(({ because }) => because));
  if (lostBy.has('joined-later')) return 'earliest';
  if (lostBy.has('given-work-later')) return 'longest';
  return lostBy.has('fewer-free-places') ? 'freest' : 'only';
};
