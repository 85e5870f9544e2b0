/** Items: what each says of its files agrees with the files and with the journal, and no item of the journal is missing. */
import { sameJson } from './canonical-json.js';
import { textOf } from './read-file.js';

/**
 * @typedef {import('./check-case-file.js').Work} Work
 * @typedef {import('./journal-facts.js').Shape} Shape
 */

const ITEM = /^data\/items\/([^/]+)\/item\.json$/;

/** @param {Work} work */
export async function checkItems(work) {
  work.progress.begin('Comparing items with the journal', 0);
  /** @type {Set<string>} */
  const explained = new Set();
  for (const [path, file] of work.files) {
    const id = ITEM.exec(path)?.[1];
    if (id === undefined) continue;
    await work.breathe();
    explained.add(path);
    const item = work.parse(path, await textOf(file), (value) => Array.isArray(value?.files));
    work.items.set(id, item);
    if (item === null) continue;
    work.counts.items += 1;
    for (const one of item.files) checkFile(work, path, id, one, explained);
    compareItem(work, path, id, item);
    for (const [fileId, said] of work.facts.files)
      if (said.itemId === id && !item.files.some((/** @type {Shape} */ one) => one.id === fileId) && !work.mayLack(fileId))
        work.add('file-left-out', path, { file: fileId });
  }
  for (const id of work.facts.items.keys()) if (!work.items.has(id) && !work.mayLack(id)) work.add('missing', id, { kind: 'item' });
  checkUnexplained(work, explained);
}

/** @param {Work} work @param {string} path @param {string} itemId @param {Shape} file @param {Set<string>} explained */
function checkFile(work, path, itemId, file, explained) {
  const [id, place] = [String(file?.id), String(file?.path)];
  explained.add(place);
  const found = work.found.get(place);
  // What a manifest has named already is not named twice.
  if (!work.bad.has(place)) {
    if (found === undefined) {
      work.add('item-file-missing', place, { item: path });
    } else if (found.sha256 !== file.sha256) work.add('item-file', place, { item: path });
    else work.counts.itemFiles += 1;
  }
  const said = work.facts.files.get(id);
  if (work.facts.doubtful.has(itemId) || work.facts.doubtful.has(id)) return;
  if (said === undefined) {
    if (work.isWholeJournal()) work.add('unknown', id, { kind: 'file', path });
  } else if (said.sha256 !== file.sha256 || said.itemId !== itemId) work.add('file-journal', place, { item: path });
}

/** @param {Work} work @param {string} path @param {string} id @param {Shape} item */
function compareItem(work, path, id, item) {
  const said = work.facts.items.get(id);
  if (work.facts.doubtful.has(id)) return;
  if (said === undefined) {
    if (work.isWholeJournal()) work.add('unknown', id, { kind: 'item', path });
    return;
  }
  if (work.facts.removed.has(id)) work.add('removed', id, { kind: 'item', path });
  const other = Object.keys(said).filter((name) => name in item && !sameJson(said[name], item[name]));
  const noted = work.facts.notes.get(id) ?? {};
  for (const name of Object.keys(noted)) if (!sameJson(noted[name], item.given?.[name])) other.push(`given.${name}`);
  if (other.length > 0) work.add('differs', id, { kind: 'item', path, fields: other.join(', ') });
}

/** What a case file holds besides the files of its items. */
const KNOWN = [
  /^(bagit|bag-info|README|(tag)?manifest-sha(256|512))\.txt$|^verify\.html$/,
  /^data\/(case|ro-crate-metadata)\.json$/,
  /^data\/annotations\/(passages\.jsonld|links\.jsonld|tags\.json)$/,
  /^data\/claims\/[a-z]+\.(json|csv)$/,
  /^data\/versions\/[a-z-]+\.json$/,
  /^data\/schema\/[a-z-]+\.schema\.json$/,
  /^data\/journal\/(journal|proofs)\.jsonl$/,
  /^data\/journal\/(keys|seals|consistency|withheld)\.json$/,
  /^data\/journal\/seals\/\d{8,}(\.json|\.\d+\.(tsr|pem))$/,
  /^data\/provenance\/prov\.jsonld$/,
  /^data\/report\/(report\.(html|pdf)|E-\d{3,}\.\d+(-\d+)?\.jpg)$/,
  /^data\/redacted\/(redactions\.json|[^/]+\/[^/]+)$/,
];

/** @param {string} path */
export function isKnownFile(path) {
  return KNOWN.some((pattern) => pattern.test(path));
}

/** Files that nothing explains: in an item's folder, what its item does not name. @param {Work} work @param {ReadonlySet<string>} explained */
function checkUnexplained(work, explained) {
  for (const path of work.files.keys()) {
    const id = /^data\/items\/([^/]+)\//.exec(path)?.[1];
    if (explained.has(path) || work.bad.has(path)) continue;
    if (id === undefined) {
      if (!isKnownFile(path)) work.add('file-unknown', path);
      continue;
    }
    // An item that cannot be read cannot explain its files.
    const record = `data/items/${id}/item.json`;
    if (work.items.get(id) !== null && !work.bad.has(record)) work.add('file-unexplained', path);
  }
}
