/** What a redaction works on: the file whose picture, pages or recording is withheld, and the text that goes with it. */
import { HoldfastError } from '#shared/errors.ts';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import type { RedactionRegion, RegionOf } from '#shared/model/redactions.ts';
import type { CaseContext } from '../context.ts';
import { getItem } from '../items/get-item.ts';
import { getText, listTexts } from '../items/get-text.ts';

/** `text`: nothing but words are withheld, and the copy is a text alone. */
export type WorkKind = 'pdf' | 'picture' | 'media' | 'text';
export type Ground = {
  item: Item;
  kind: WorkKind;
  /** The withheld original. */
  file: ItemFile;
  /** The text of which a copy is made beside; null when the file has none. */
  text: CanonicalText | null;
};
type Asked = { itemId: string; fileId?: string | undefined; regions: readonly RedactionRegion[] };

/** @throws HoldfastError not-found, wrong-input when the file cannot be redacted or words of two texts are named */
export async function redactionGround(ctx: CaseContext, { itemId, fileId, regions }: Asked): Promise<Ground> {
  const item = await getItem(ctx, itemId);
  const words = regions.filter((region) => region.kind === 'words');
  const named = fileId === undefined ? null : fileOf(item, fileId);
  const onlyWords = words.length === regions.length;
  const file = named ?? standardFile(item, onlyWords);
  const kind = onlyWords && named === null && item.type === 'web' ? 'text' : kindOf(file);
  const text = words.length > 0 ? await textOfWords(ctx, item, words) : await textBeside(ctx, item, file, kind);
  if (kind === 'text' && text === null) throw refused('regions', 'name no words, and this file has no pages, picture or sound');
  return { item, kind, file, text };
}

function fileOf(item: Item, fileId: string): ItemFile {
  const file = item.files.find(({ id }) => id === fileId);
  if (file === undefined) throw refused('fileId', 'is no file of this item');
  if (file.role === 'redacted') throw refused('fileId', 'is a redacted copy already; redact the original, so that one log tells all');
  return file;
}

/** Areas of a captured page are those of its screenshot. */
function standardFile({ files, type }: Item, onlyWords: boolean): ItemFile {
  const roles = type === 'web' && !onlyWords ? ['screenshot'] : ['original', 'mhtml', 'wacz', 'snapshot'];
  for (const role of roles) {
    const file = files.find((one) => one.role === role);
    if (file !== undefined) return file;
  }
  throw refused('itemId', type === 'web' ? 'names a page without a screenshot' : 'names an item without its original');
}

function kindOf({ mediaType }: ItemFile): WorkKind {
  if (mediaType === 'application/pdf') return 'pdf';
  // An SVG is a program for a drawing machine; nothing in the engine runs it.
  if (mediaType === 'image/svg+xml') throw refused('fileId', 'is a drawing (SVG) without pixels; redact a picture of it');
  if (mediaType.startsWith('image/')) return 'picture';
  return /^(video|audio)\//.test(mediaType) ? 'media' : 'text';
}

async function textOfWords(ctx: CaseContext, item: Item, words: readonly RegionOf<'words'>[]): Promise<CanonicalText> {
  const [first, ...others] = new Set(words.map(({ textFileId }) => textFileId));
  if (others.length > 0) throw refused('regions', 'name words of two texts; make a copy of each');
  const text = await getText(ctx, item.id, first);
  if (text === null) throw refused('regions', 'name words, and this item has no text');
  return text;
}

/** The text in which areas or times can be told: pages, boxes of words read from a picture, times of what is said. */
async function textBeside(ctx: CaseContext, item: Item, file: ItemFile, kind: WorkKind): Promise<CanonicalText | null> {
  const maps = kind === 'pdf' ? ['pages', 'boxes'] : kind === 'picture' ? ['boxes'] : kind === 'media' ? ['cues'] : ['plain', 'snapshot'];
  const texts = await textsOf(ctx, item, file);
  for (const map of maps) {
    const found = texts.findLast((text) => text.map.kind === map && text.text.trim() !== '');
    if (found !== undefined) return found;
  }
  return null;
}

/** The texts that are read from this file: the canonical one first, then in the order they were made. */
export async function textsOf(ctx: CaseContext, item: Pick<Item, 'id' | 'files'>, file: ItemFile): Promise<CanonicalText[]> {
  const found: CanonicalText[] = [];
  for (const { fileId, kind } of await listTexts(ctx, item.id)) {
    const isOfFile = (file.role === 'original' && kind === 'canonical') || comesFrom(item.files, fileId, file);
    const text = isOfFile ? await getText(ctx, item.id, fileId) : null;
    if (text !== null) found.push(text);
  }
  return found;
}

/** Through however many steps: a translation of a transcript of the recording. What was received beside it counts with the original. */
function comesFrom(files: readonly ItemFile[], fileId: string, file: ItemFile): boolean {
  const parent = files.find(({ id }) => id === fileId)?.parentFileId ?? null;
  if (parent === null) return file.role === 'original';
  return parent === file.id || comesFrom(files, parent, file);
}

export function refused(field: string, problem: string): HoldfastError {
  return new HoldfastError('wrong-input', { name: 'redactions.create', field, problem });
}
