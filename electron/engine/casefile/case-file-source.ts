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

/** What is wrong with a path as a path in a bag, or null. A bag names files below itself and nothing else. */
export function pathProblem(path: string): string | null {
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.startsWith('~')) return 'it is absolute';
  if (path.includes('\\')) return 'it holds a backslash';
  if (path.includes('\0')) return 'it holds a zero character';
  if (path.split('/').some((part) => part === '..' || part === '.' || part === '')) return 'it leads out of the case file';
  return null;
}
