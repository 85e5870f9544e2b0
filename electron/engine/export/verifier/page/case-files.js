/** What a person chose or dropped, as the files of a bag. */
import { entryBytes, readZip } from './zip-reader.js';

/**
 * @typedef {import('./read-file.js').CaseFiles} CaseFiles
 * @typedef {{ code: string, subject: string, facts?: Record<string, string | number> }} Finding
 * @typedef {{ path: string, file: File }} Picked
 * @typedef {{ name: string, files: CaseFiles, findings: Finding[] }} OpenedCaseFile
 */

/** What is wrong with a path as a path in a bag, or null. @param {string} path */
export function pathProblem(path) {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.startsWith('~')) return 'it is absolute';
  if (path.includes('\\')) return 'it holds a backslash';
  if (path.includes('\0')) return 'it holds a zero character';
  if (path.split('/').some((part) => part === '..' || part === '.' || part === '')) return 'it leads out of the case file';
  return null;
}

/** @param {FileList} list @returns {Picked[]} */
export function filesOfPick(list) {
  return Array.from(list, (file) => ({ path: file.webkitRelativePath || file.name, file }));
}

/** Everything under what was dropped. @param {DataTransferItemList} items @returns {Promise<Picked[]>} */
export async function filesOfDrop(items) {
  // All must be asked for before the first wait: the list is emptied when the event ends.
  const entries = Array.from(items, (item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  /** @type {Picked[]} */
  const picked = [];
  while (entries.length > 0) {
    const entry = /** @type {FileSystemEntry} */ (entries.pop());
    if (entry.isFile) {
      const file = await new Promise((resolve, reject) => /** @type {FileSystemFileEntry} */ (entry).file(resolve, reject));
      picked.push({ path: entry.fullPath.replace(/^\//, ''), file });
    } else entries.push(...(await childrenOf(/** @type {FileSystemDirectoryEntry} */ (entry))));
  }
  return picked;
}

/** A reader gives a folder in parts, an empty one last. @param {FileSystemDirectoryEntry} folder @returns {Promise<FileSystemEntry[]>} */
async function childrenOf(folder) {
  const reader = folder.createReader();
  /** @type {FileSystemEntry[]} */
  const all = [];
  for (;;) {
    /** @type {FileSystemEntry[]} */
    const part = await new Promise((resolve, reject) => reader.readEntries(resolve, reject));
    if (part.length === 0) return all;
    all.push(...part);
  }
}

/** @param {Picked[]} picked @returns {Promise<OpenedCaseFile>} @throws Error with what is wrong, in words */
export async function openCaseFile(picked) {
  const [only] = picked;
  if (only === undefined) throw new Error('Nothing was chosen, or the folder is empty.');
  if (picked.length === 1 && !/(^|\/)bagit\.txt$/.test(only.path)) return openZip(only.file);
  return openFolder(picked);
}

/** @param {Picked[]} picked @returns {OpenedCaseFile} */
function openFolder(picked) {
  const top = topOf(picked.map(({ path }) => path));
  /** @type {CaseFiles} */
  const files = new Map();
  for (const { path, file } of picked) {
    // Other things may lie beside the case file on a stick; they are none of its business.
    if (path.startsWith(top)) files.set(path.slice(top.length), { size: file.size, packed: false, open: async () => file });
  }
  return { name: top.slice(0, -1) || 'this folder', files, findings: [] };
}

/** @param {File} zip @returns {Promise<OpenedCaseFile>} */
async function openZip(zip) {
  const entries = await readZip(zip).catch((/** @type {Error} */ error) => {
    throw new Error(`${zip.name} cannot be read as a zip: ${error.message}. Choose the folder of the case file, or its zip.`);
  });
  const told = entries.filter(({ name }) => !name.endsWith('/'));
  const top = topOf(told.map(({ name }) => name));
  /** @type {OpenedCaseFile} */
  const opened = { name: zip.name, files: new Map(), findings: [] };
  const seen = new Set();
  for (const entry of told) {
    const folded = entry.name.normalize('NFC').toLowerCase();
    const problem = seen.has(folded) ? 'it is there twice' : entryProblem(entry);
    seen.add(folded);
    if (problem !== null) opened.findings.push({ code: 'bag-path', subject: entry.name, facts: { problem } });
    else if (!entry.name.startsWith(top)) opened.findings.push({ code: 'bag-unlisted', subject: entry.name });
    else
      opened.files.set(entry.name.slice(top.length), { size: entry.size, packed: entry.method === 8, open: () => entryBytes(zip, entry) });
  }
  return opened;
}

/** @param {import('./zip-reader.js').ZipEntry} entry */
function entryProblem(entry) {
  if (entry.isLink) return 'it is a link';
  if ((entry.flags & 1) !== 0) return 'it is locked with a password';
  if (entry.method !== 0 && entry.method !== 8) return 'it is packed in a way this page cannot read';
  return pathProblem(entry.name);
}

/** The folder that holds the bag: where the highest bagit.txt lies, or the manifest where that is gone. @param {string[]} paths */
function topOf(paths) {
  for (const name of ['bagit.txt', 'manifest-sha256.txt']) {
    const tops = paths.filter((path) => path === name || path.endsWith(`/${name}`)).map((path) => path.slice(0, -name.length));
    const depth = Math.min(...tops.map((top) => top.split('/').length));
    const [top, another] = tops.filter((one) => one.split('/').length === depth);
    if (another !== undefined) throw new Error('There is more than one case file in it. Choose the folder of one.');
    if (top !== undefined) return top;
  }
  throw new Error('This is no case file: it holds no bagit.txt. Choose the folder in which bagit.txt lies, or the whole zip.');
}
