import type { Item } from '#shared/model/items.ts';
import type { Facts } from '#shared/model/primitives.ts';
import { comparedFields, type VersionComparison } from '#shared/model/versions.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import { runWorker } from '../worker/run-worker.ts';
import type { TextAnswer, TextTask } from './text-worker.ts';

type Side = { item: Item; text: { text: string; sha256: string } | null };

/**
 * What differs between two items, versions of one page or not: texts, and what the pages say of themselves.
 * @throws HoldfastError not-found, helper-timeout, helper-failed
 */
export async function compareVersions(ctx: CaseContext, { fromId, toId }: { fromId: string; toId: string }): Promise<VersionComparison> {
  const [from, to] = [await sideOf(ctx, fromId), await sideOf(ctx, toId)];
  return {
    from: described(from),
    to: described(to),
    text:
      from.text === null || to.text === null
        ? null
        : (await workOnTexts({ from: from.text.text, to: to.text.text, passages: [] })).comparison,
    metadata: comparedFields
      .map((field) => ({ field, from: said(from.item, field), to: said(to.item, field) }))
      .filter((one) => one.from !== one.to),
  };
}

/** The two texts in a thread of their own, so that a long comparison holds nobody up. */
export function workOnTexts(task: TextTask): Promise<TextAnswer> {
  return runWorker('text', task, { signal: new AbortController().signal, timeLimitMs: 60_000, heapMegabytes: 1024 });
}

async function sideOf(ctx: CaseContext, id: string): Promise<Side> {
  return { item: await getItem(ctx, id), text: await getText(ctx, id) };
}

function described({ item, text }: Side): VersionComparison['from'] {
  return {
    itemId: item.id,
    title: item.title,
    capturedAt: item.capturedAt,
    textSha256: text?.sha256 ?? null,
    textLength: item.textLength,
    bytes: item.files.reduce((sum, file) => sum + file.size, 0),
  };
}

const names = { title: 'title', author: 'byline', published: 'publishedAt', modified: 'modifiedAt', language: 'language' } as const;

/** As read from the bytes, not as a person noted it. */
function said({ facts, sourceUrl }: Item, field: (typeof comparedFields)[number]): string | null {
  if (field === 'address') return sourceUrl;
  const value = pageFacts(facts)[names[field]];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
}

/** A capture has what its page says beside its other facts, an imported page under a name of its own. */
function pageFacts(facts: Facts): Facts {
  const { page } = facts;
  return page !== null && typeof page === 'object' && !Array.isArray(page) ? page : facts;
}
