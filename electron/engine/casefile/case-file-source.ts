import type { Readable } from 'node:stream';
import type { Finding } from '#shared/model/proof.ts';

/** The files of a bag, wherever they lie. Nothing is ever unpacked: each file is read as a stream, straight from the source. */
export type CaseFileSource = {
  /** By path from the top of the bag. */
  files: Map<string, { size: number; open(): Promise<Readable> }>;
  /** Names and entries that are not allowed in a case file; they are not among `files`. */
  findings: Finding[];
  close(): void;
};

/** What is wrong with a path as a path in a bag or an archive, or null. Each names files below itself and nothing else. */
export function pathProblem(path: string): string | null {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.startsWith('~')) return 'it is absolute';
  if (path.includes('\\')) return 'it holds a backslash';
  if (path.includes('\0')) return 'it holds a zero character';
  if (path.split('/').some((part) => part === '..' || part === '.' || part === '')) return 'it leads out of the case file';
  return null;
}

/** What a file system takes for one name. */
const LONGEST_PART = 255;
const LONGEST_PATH = 1024;
const DEVICES = /^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i;

/** As `pathProblem`, and more strictly: a case file is made for every system, so its names mean the same on all of them. */
export function bagPathProblem(path: string): string | null {
  const problem = pathProblem(path);
  if (problem !== null) return problem;
  if (Buffer.byteLength(path) > LONGEST_PATH) return `it is longer than ${LONGEST_PATH} bytes`;
  if (/[\u0000-\u001f\u007f\ufffd]/.test(path)) return 'it holds a control character or is not UTF-8';
  // A colon names a second stream of a file on Windows.
  if (/[:*?"<>|]/.test(path)) return 'it holds a character that not every system allows in names';
  for (const part of path.split('/')) {
    if (Buffer.byteLength(part) > LONGEST_PART) return `a part of it is longer than ${LONGEST_PART} bytes`;
    if (/[. ]$/.test(part)) return 'it ends in a dot or a space, which some systems drop';
    if (DEVICES.test(part)) return 'it is the name of a device on Windows';
  }
  return null;
}

/** One form for all names that some system takes for the same: other case, other Unicode normalisation. */
export function foldedName(path: string): string {
  return path.normalize('NFC').toUpperCase().toLowerCase().normalize('NFC');
}
