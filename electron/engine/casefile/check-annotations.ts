import { z } from 'zod';
import { canonicalJson } from '#shared/canonical-json.ts';
import { makeFinding } from '#shared/finding-words.ts';
import type { FindingCode } from '#shared/model/proof.ts';
import type { Json } from '#shared/model/primitives.ts';
import { annotationCollection, toAnnotation, type AnnotatedPassage } from '../export/annotation.ts';
import { passageState } from '../passages/passage-state.ts';
import type { KnownItem } from './check-items.ts';
import { disagree, missingThings, readJson, type ContentWork } from './content-check.ts';
import { readText } from './read-file.ts';

const PASSAGES = 'data/annotations/passages.jsonld';
const collection = z.object({ total: z.number(), first: z.object({ items: z.array(z.looseObject({ id: z.string() })) }) });

/** Each annotation says what the journal recorded of its passage, and the words stand in the exported text. */
export async function checkAnnotations(work: ContentWork, items: ReadonlyMap<string, KnownItem>): Promise<number> {
  const found = await readJson(work, PASSAGES, collection.loose());
  if (found === null) return 0;
  const { told } = work;
  const annotations = found.first.items;
  const present = new Set<string>();
  const toResolve = new Map<string, AnnotatedPassage[]>();
  for (const annotation of annotations) {
    const id = annotation.id.replace('urn:uuid:', '');
    present.add(id);
    if (told.doubtful.has(id)) continue;
    const passage = told.things.passage.get(id) as unknown as AnnotatedPassage | undefined;
    const item = passage === undefined ? undefined : items.get(passage.itemId);
    if (passage === undefined) {
      if (told.whole) disagree(work, PASSAGES, `the journal does not know the passage ${id}`, { passageId: id });
    } else if (told.removed.has(id)) disagree(work, PASSAGES, `the journal says that the passage ${id} was removed`);
    else if (item !== undefined) {
      const expected = canonicalJson(toAnnotation(passage, item));
      if (expected !== canonicalJson(annotation as Json))
        disagree(work, PASSAGES, `the passage ${id} is not what the journal recorded`, { itemId: item.id, passageId: id });
      else toResolve.set(item.id, [...(toResolve.get(item.id) ?? []), passage]);
    }
  }
  missingThings(work, 'passage', told.things.passage.keys(), present, PASSAGES);
  const caseId = String(told.caseCreated?.['caseId'] ?? '');
  if (
    told.caseCreated !== null &&
    canonicalJson(annotationCollection(caseId, annotations as Json[])) !== canonicalJson(found as unknown as Json)
  ) {
    disagree(work, PASSAGES, 'the list does not fit its annotations');
  }
  for (const [itemId, passages] of toResolve) await resolve(work, items.get(itemId), passages);
  return annotations.length;
}

const codes = { moved: 'passage-moved', approximate: 'passage-approximate', lost: 'passage-lost' } as const satisfies Record<
  string,
  FindingCode
>;

/** Against the text in the bag, when its bytes are those it was exported with. */
async function resolve(work: ContentWork, item: KnownItem | undefined, passages: AnnotatedPassage[]): Promise<void> {
  work.signal.throwIfAborted();
  if (item === undefined) return;
  for (const [textFileId, standing] of Map.groupBy(passages, (passage) => passage.textFileId ?? item.text?.fileId))
    await resolveIn(work, item, textFileId, standing);
}

async function resolveIn(work: ContentWork, item: KnownItem, textFileId: string | undefined, passages: AnnotatedPassage[]): Promise<void> {
  const file = item.files.find(({ id }) => id === textFileId);
  const path = file?.path;
  if (path !== undefined && (work.bag.bad.has(path) || work.bag.sha256.get(path) !== file?.sha256)) return;
  const text = path === undefined ? null : await readText(work.source, path);
  for (const { id, selectors, quote } of passages) {
    const start = selectors.some((one) => one.type === 'TextQuoteSelector') ? 0 : null;
    const { state } = passageState({ selectors, quote, start }, text);
    if (state !== 'exact')
      work.findings.push(makeFinding(codes[state], id, { itemId: item.id, passageId: id, facts: { quote: quote.slice(0, 200) } }));
  }
}
