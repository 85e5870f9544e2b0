import { useState } from 'react';
import { toErrorData } from '#shared/errors.ts';
import type { Item } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { openComparison, openItem } from '../shell/session.ts';
import { notify, notifyError } from '../ui/toast.tsx';

/** The address an item was asked for; null when it did not come from the web. */
export function addressOf({ facts, sourceUrl }: Pick<Item, 'facts' | 'sourceUrl'>): string | null {
  return typeof facts['requestedUrl'] === 'string' ? facts['requestedUrl'] : sourceUrl;
}

/** Captures the page of an item anew, and tells in passing what came of it, wherever the person is by then. */
export function useCaptureAgain(item: Item): { isRunning: boolean; run: () => Promise<void> } {
  const [isRunning, setRunning] = useState(false);
  const run = async () => {
    const url = addressOf(item);
    if (url === null || isRunning) return;
    setRunning(true);
    try {
      const { itemId } = await call('capture.run', { url, jobId: `capture-${crypto.randomUUID()}` });
      await tell(itemId);
    } catch (problem) {
      if (toErrorData(problem).code !== 'cancelled') notifyError(problem);
    } finally {
      setRunning(false);
    }
  };
  return { isRunning, run };
}

async function tell(itemId: string): Promise<void> {
  const { versions } = await call('versions.list', { itemId });
  const made = versions.find((one) => one.itemId === itemId);
  const earlierId = made?.link?.earlierId;
  if (made === undefined || earlierId === undefined)
    return notify({ tone: 'good', title: t('versions.again.kept'), action: { label: t('capture.open'), run: () => openItem(itemId) } });
  const title = t(made.sameText === true ? 'versions.again.same' : 'versions.again.changed');
  notify({ tone: 'good', title, action: { label: t('versions.again.compare'), run: () => openComparison(earlierId, itemId) } });
}
