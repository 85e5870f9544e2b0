import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { root } from './launch.ts';

/** Keeps a picture of the window under test-results/pictures, to be looked at, when HOLDFAST_PICTURES=1 asks for it: each takes long. */
export async function picture(page: Page, name: string): Promise<void> {
  if (process.env['HOLDFAST_PICTURES'] !== '1') return drawn(page);
  const folder = join(root, 'test-results', 'pictures');
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
}

/** Until the window has drawn what it shows; one that is given no frames to draw is not waited for. */
async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        setTimeout(resolve, 500);
        requestAnimationFrame(() => requestAnimationFrame(() => resolve()));
      }),
  );
}
