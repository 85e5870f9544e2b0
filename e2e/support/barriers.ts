import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright';

/** What axe finds of WCAG 2.1 A and AA, as short lines; `but`: selectors of what is not ours to answer for. */
export async function barriers(page: Page, but: readonly string[] = []): Promise<string[]> {
  const axe = new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).setLegacyMode();
  for (const selector of but) axe.exclude(selector);
  const { violations } = await axe.analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html.slice(0, 160)}`));
}
