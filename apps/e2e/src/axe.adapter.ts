import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What on a page would keep somebody out, and where. */
export const violations = async (page: Page): Promise<readonly string[]> => {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`));
};
