/** Passages: each is what the journal recorded, and its words stand, letter for letter, in the text it names. */
import { sameJson } from './canonical-json.js';
import { textOf } from './read-file.js';

/**
 * @typedef {import('./check-case-file.js').Work} Work
 * @typedef {import('./journal-facts.js').Shape} Shape
 * @typedef {{ id: string, kind: unknown, quote: string, selectors: Shape[], place: string }} Marked
 */

const PASSAGES = 'data/annotations/passages.jsonld';

/** @param {Work} work */
export async function checkPassages(work) {
  const file = work.files.get(PASSAGES);
  if (file === undefined) return;
  const list = work.parse(PASSAGES, await textOf(file), (value) => Array.isArray(value?.first?.items));
  if (list === null) return;
  work.progress.begin('Finding passages in their texts', 0, list.first.items.length);
  /** @type {Marked[]} */
  const words = [];
  for (const annotation of list.first.items) {
    const id = bareId(annotation?.id);
    work.passages.add(id);
    work.counts.passages += 1;
    comparePassage(work, id, annotation);
    const quote = String(annotation['holdfast:quote'] ?? '');
    for (const target of listOf(annotation.target)) {
      const place = placeOf(target.source);
      const selectors = listOf(target.selector);
      checkTarget(work, id, target, place);
      if (selectors.some(({ type }) => type === 'TextQuoteSelector'))
        words.push({ id, kind: annotation['holdfast:kind'], quote, selectors, place });
    }
  }
  for (const id of work.facts.things.passage.keys())
    if (!work.passages.has(id) && !work.mayLack(id)) work.add('missing', id, { kind: 'passage' });
  for (const [place, marked] of Map.groupBy(words, (one) => one.place)) await findWords(work, place, marked);
}

/** @param {unknown} value @returns {Shape[]} */
function listOf(value) {
  const list = Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
  return list.filter((one) => one !== null && typeof one === 'object');
}

/** @param {unknown} iri */
function bareId(iri) {
  return String(iri).replace('urn:uuid:', '');
}

/** The path in the bag of an annotation's relative source. @param {unknown} source */
function placeOf(source) {
  try {
    return new URL(String(source), 'bag:///data/annotations/').pathname.slice(1);
  } catch {
    return String(source);
  }
}

/** @param {Work} work @param {string} id @param {Shape} target @param {string} place */
function checkTarget(work, id, target, place) {
  const found = work.found.get(place);
  if (found === undefined) {
    if (!work.bad.has(place) && !work.partial) work.add('passage-source', id, { path: place });
  } else if (found.sha256 !== target['holdfast:sha256'] && !work.bad.has(place)) work.add('passage-file', id, { path: place });
}

/** @param {Work} work @param {string} id @param {Shape} annotation */
function comparePassage(work, id, annotation) {
  const said = work.facts.things.passage.get(id);
  if (work.facts.doubtful.has(id)) return;
  if (said === undefined) {
    if (work.isWholeJournal()) work.add('unknown', id, { kind: 'passage', path: PASSAGES });
    return;
  }
  if (work.facts.removed.has(id)) work.add('removed', id, { kind: 'passage', path: PASSAGES });
  const bodies = listOf(annotation.body);
  const body = (/** @type {string} */ purpose) => bodies.filter((one) => one.purpose === purpose).map(({ value }) => value);
  const selectors = listOf(annotation.target).flatMap((target) => listOf(target.selector));
  const now = {
    itemId: bareId(annotation['holdfast:item']),
    kind: annotation['holdfast:kind'],
    quote: annotation['holdfast:quote'],
    textSha256: annotation['holdfast:textSha256'],
    comment: body('commenting')[0] ?? '',
    tags: body('tagging'),
    translation: body('holdfast:translating')[0] ?? null,
    createdBy: annotation.creator?.name,
    createdAt: annotation.created,
    updatedAt: annotation.modified,
  };
  const names = /** @type {(keyof typeof now)[]} */ (Object.keys(now));
  const other = names.filter((name) => name in said && !sameJson(said[name], now[name])).map(String);
  if (Array.isArray(said.selectors) && !selectors.every((one) => said.selectors.some((/** @type {Shape} */ told) => sameJson(told, one))))
    other.push('selectors');
  if (other.length > 0) work.add('differs', id, { kind: 'passage', path: PASSAGES, fields: other.join(', ') });
}

/** @param {Work} work @param {string} place @param {Marked[]} marked */
async function findWords(work, place, marked) {
  const file = work.files.get(place);
  // A text whose bytes are not those exported is named already.
  if (file === undefined || work.bad.has(place)) return;
  const text = await textOf(file);
  for (const { id, kind, quote, selectors } of marked) {
    await work.breathe();
    const { exact = '', prefix = '', suffix = '' } = selectors.find(({ type }) => type === 'TextQuoteSelector') ?? {};
    const at = selectors.find(({ type }) => type === 'TextPositionSelector');
    const [start, end] = at === undefined ? [text.indexOf(prefix + exact + suffix) + prefix.length, null] : [at.start, at.end];
    const stands =
      text.slice(start, end ?? start + exact.length) === exact &&
      text.slice(Math.max(0, start - prefix.length), start) === prefix &&
      text.startsWith(suffix, start + exact.length);
    if (exact !== quote && kind === 'words') work.add('passage-quote', id, { quote, exact, path: place });
    else if (!stands) work.add(text.includes(exact) ? 'passage-place' : 'passage-words', id, { quote, path: place });
    else work.counts.words += 1;
    work.progress.addFile(place);
  }
}
