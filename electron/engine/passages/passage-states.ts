import type { TextMap } from '#shared/model/items.ts';
import type { Selector } from '#shared/model/passages.ts';
import type { TextKind } from '#shared/model/text-kinds.ts';
import type { CaseContext } from '../context.ts';
import { confidenceOf } from './words-in-boxes.ts';
import { passageState, type Standing } from './passage-state.ts';

/** A passage as its row says it, as far as its place goes. */
type Placed = {
  id: string;
  itemId: string;
  textFileId: string | null;
  selectors: string;
  quote: string;
  start: number | null;
  end: number | null;
};

/** How a passage stands in its text, and what that text is (null: it has no words). */
export type StandingIn = Standing & { textKind: TextKind | null; textConfidence: number | null };

/** `boxes`: where words were read from a picture, and how surely. */
type Text = { kind: TextKind; text: string; map: string; boxes: Extract<TextMap, { kind: 'boxes' }> | null };

/** Texts are read a few at a time: a page of passages may span hundreds of long items. */
const TEXTS_AT_ONCE = 20;

/** How each of these passages stands in its text now, by id. */
export async function standingsOf(ctx: CaseContext, rows: readonly Placed[]): Promise<Map<string, StandingIn>> {
  const standings = new Map<string, StandingIn>();
  const byText = Map.groupBy(rows, (row) => row.textFileId ?? row.itemId);
  const keys = [...byText.keys()];
  for (let at = 0; at < keys.length; at += TEXTS_AT_ONCE) {
    const some = keys.slice(at, at + TEXTS_AT_ONCE).flatMap((key) => byText.get(key) ?? []);
    const texts = await textsOf(ctx, some);
    for (const row of some) {
      const text = texts.get(row.textFileId ?? row.itemId) ?? null;
      const standing = passageState({ ...row, selectors: JSON.parse(row.selectors) as Selector[] }, text?.text ?? null, text?.map);
      standings.set(row.id, {
        ...standing,
        textKind: row.start === null ? null : (text?.kind ?? 'canonical'),
        textConfidence: confidence(row, text),
      });
    }
  }
  return standings;
}

function confidence({ start, end }: Placed, text: Text | null): number | null {
  return start === null || end === null || text === null || text.boxes === null ? null : confidenceOf(text.boxes, start, end);
}

/** By the item for canonical texts, by the file for derived ones. */
async function textsOf(ctx: CaseContext, rows: readonly Placed[]): Promise<Map<string, Text>> {
  const itemIds = [...new Set(rows.flatMap((row) => (row.textFileId === null ? [row.itemId] : [])))];
  const fileIds = [...new Set(rows.flatMap((row) => (row.textFileId === null ? [] : [row.textFileId])))];
  const canonical = await ctx.read.selectFrom('canonicalText').select(['itemId', 'text', 'map']).where('itemId', 'in', itemIds).execute();
  const derived = await ctx.read
    .selectFrom('derivedText')
    .select(['fileId', 'kind', 'text', 'map'])
    .where('fileId', 'in', fileIds)
    .execute();
  return new Map([
    ...canonical.map(({ itemId, text, map }): [string, Text] => [itemId, { kind: 'canonical', text, map, boxes: null }]),
    ...derived.map(({ fileId, kind, text, map }): [string, Text] => [
      fileId,
      { kind: kind as TextKind, text, map, boxes: kind === 'ocr' ? boxesOf(map) : null },
    ]),
  ]);
}

function boxesOf(map: string): Text['boxes'] {
  const parsed = JSON.parse(map) as TextMap;
  return parsed.kind === 'boxes' ? parsed : null;
}
