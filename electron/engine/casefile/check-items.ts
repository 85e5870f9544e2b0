import { canonicalJson } from '#shared/canonical-json.ts';
import { exportedItem, type ExportedFile, type ExportedItem } from '#shared/model/case-file.ts';
import { textMapHash } from '../items/keep-item.ts';
import { differences } from '../verify/differences.ts';
import { derivedSaid, itemSaid } from '../verify/record-kinds.ts';
import { sha256Of } from '../verify/check-chain.ts';
import { disagree, missingThings, readJson, type ContentWork } from './content-check.ts';
import type { Shape } from './journal-told.ts';

/** What the other checks need of an item. */
export type KnownItem = Pick<ExportedItem, 'id' | 'files' | 'text' | 'texts'>;

const ITEM = /^data\/items\/([^/]+)\/item\.json$/;
const NO_NOTE = { title: null, source: null, publishedAt: null, note: null, graphic: false };

/** Every item.json agrees with the journal, and every file it names is in the bag under the hash it names. */
export async function checkItems(
  work: ContentWork,
): Promise<{ items: Map<string, KnownItem>; explained: Set<string>; present: Set<string> }> {
  const items = new Map<string, KnownItem>();
  const explained = new Set<string>();
  const present = new Set<string>();
  for (const path of [...work.source.files.keys(), ...work.bag.bad]) {
    const id = ITEM.exec(path)?.[1];
    if (id === undefined || present.has(id)) continue;
    work.signal.throwIfAborted();
    present.add(id);
    explained.add(path);
    const item = await readJson(work, path, exportedItem.strict());
    if (item === null) continue;
    for (const file of item.files) explained.add(file.path);
    items.set(id, { id, files: item.files, text: item.text, texts: item.texts });
    checkItem(work, path, id, item);
  }
  missingThings(work, 'item', work.told.items.keys(), present, 'data/items');
  return { items, explained, present };
}

function checkItem(work: ContentWork, path: string, id: string, item: ExportedItem): void {
  const { told, bag } = work;
  const about = { itemId: id };
  for (const file of item.files) {
    const found = bag.sha256.get(file.path);
    if (found !== undefined && !bag.bad.has(file.path) && found !== file.sha256)
      disagree(work, file.path, 'its bytes are not those its item names', about);
    if (found === undefined && !bag.bad.has(file.path)) disagree(work, file.path, 'its item names it, and it is not there', about);
  }
  if (told.doubtful.has(id)) return;
  const said = told.items.get(id);
  if (said === undefined) {
    if (told.whole) disagree(work, path, 'the journal does not know this item', about);
  } else if (said !== sha256Of(canonicalJson(itemSaid(asKept(item))))) {
    disagree(work, path, 'it is not what the journal recorded when the item was kept', about);
  }
  checkAdded(work, path, item);
  if (told.removed.has(id)) disagree(work, path, 'the journal says that the item was removed', about);
  if (differences(item.given, told.notes.get(id) ?? NO_NOTE).length > 0)
    disagree(work, path, 'what a person noted is not what the journal recorded', about);
  if (!(told.seqs.get(id) ?? []).includes(item.journalEntry)) disagree(work, path, 'it names a journal entry that is not about it', about);
}

/** Files added later: each as its own journal entry says, and none left out. */
function checkAdded(work: ContentWork, path: string, item: ExportedItem): void {
  const { told } = work;
  const about = { itemId: item.id };
  const complain = (problem: string) => disagree(work, path, problem, about);
  for (const file of item.files.filter(({ addedEntry }) => addedEntry !== null)) {
    if (told.doubtful.has(file.id)) continue;
    const said = told.derived.get(file.id)?.said;
    if (said === undefined) {
      if (told.whole) complain(`the journal does not know the file ${file.name} added later`);
    } else if (said !== sha256Of(canonicalJson(derivedSaid(asDerived(item, file)))))
      complain(`the file ${file.name} is not what the journal recorded when it was added`);
    if (told.removed.has(file.id)) complain(`the journal says that the file ${file.name} was taken away`);
  }
  const present = new Set(item.files.map(({ id }) => id));
  for (const [fileId, { itemId }] of told.derived)
    if (itemId === item.id && !present.has(fileId) && !told.removed.has(fileId) && !told.doubtful.has(fileId))
      complain(`the file ${fileId}, which the journal says was added, is not there`);
}

function asDerived(item: ExportedItem, { sha1, md5, path: _path, size: _size, addedEntry: _entry, ...file }: ExportedFile): Shape {
  const text = item.texts.find(({ fileId }) => fileId === file.id);
  return {
    file,
    blob: { sha256: file.sha256, sha1, md5 },
    text:
      text === undefined
        ? null
        : { kind: text.kind, language: text.language, sha256: text.sha256, length: text.length, mapSha256: textMapHash(text.map) },
  };
}

/** An item.json back in the shape of the journal entry that kept it. */
function asKept({ files: all, text, texts: _texts, given: _given, journalEntry: _entry, ...item }: ExportedItem): Shape {
  const files = all.filter(({ addedEntry }) => addedEntry === null);
  return {
    item,
    files: files.map(({ sha1: _sha1, md5: _md5, path: _path, size: _size, addedEntry: _added, ...file }) => file),
    blobs: files.map(({ sha256, sha1, md5 }) => ({ sha256, sha1, md5 })),
    text: text === null ? null : { fileId: text.fileId, sha256: text.sha256, length: text.length, mapSha256: textMapHash(text.map) },
  };
}
