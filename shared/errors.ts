/**
 * Errors as data. A `HoldfastError` has a code and facts; it crosses the wire as `ErrorData` and is worded once,
 * in `shared/error-words.ts`, for the window and the command line alike.
 */
export const errorCodes = [
  'wrong-input',
  'unknown-call',
  'cancelled',
  'no-case-open',
  'case-not-found',
  'case-exists',
  'not-a-case',
  'case-locked',
  'case-newer',
  'export-nothing',
  'redaction-leak',
  'redaction-leak-word',
  'export-unsealed',
  'writer-key-unusable',
  'authority-certificate',
  'authority-none',
  'case-damaged',
  'backup-target',
  'backup-other-case',
  'backup-diverged',
  'backup-damaged',
  'backup-unfinished',
  'repair-nothing',
  'case-read-only',
  'folder-not-writable',
  'disk-full',
  'file-missing',
  'file-unreadable',
  'file-empty',
  'file-link',
  'file-special',
  'file-changed',
  'file-damaged',
  'file-too-large',
  'no-times',
  'pdf-damaged',
  'pdf-password',
  'pdf-password-wrong',
  'pdf-no-text',
  'media-unreadable',
  'image-too-large',
  'image-unreadable',
  'media-no-picture',
  'media-no-sound',
  'frame-missing',
  'type-mismatch',
  'archive-format',
  'archive-unsafe',
  'text-encoding',
  'ocr-language',
  'ocr-language-broken',
  'ocr-picture',
  'ocr-picture-large',
  'ocr-source',
  'ocr-pages',
  'redaction-region',
  'redaction-note',
  'redaction-failed',
  'helper-missing',
  'helper-failed',
  'helper-timeout',
  'not-found',
  'still-used',
  'already-exists',
  'changed-since',
  'bulk-refused',
  'party-merged',
  'own-field',
  'link-cycle',
  'passage-unresolved',
  'passage-ambiguous',
  'blob-missing',
  'blob-altered',
  'url-invalid',
  'url-scheme',
  'url-refused',
  'url-not-found',
  'url-status',
  'url-timeout',
  'url-failed',
  'url-certificate',
  'url-too-large',
  'download-cut',
  'capture-failed',
  'session-busy',
  'nothing-shown',
  'hands-on-open',
  'network-off',
  'replay-unreadable',
  'replay-empty',
  'replay-failed',
  'export-target-exists',
  'table-columns',
  'table-encoding',
  'table-broken',
  'table-large',
  'table-rows-refused',
  'casefile-invalid',
  'casefile-broken',
  'casefile-partial',
  'merge-unrelated',
  'merge-damaged',
  'not-supported',
  'engine-ended',
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Facts an error names: paths, URLs, limits. Never a secret, never a stack. */
export type ErrorFacts = Record<string, string | number | boolean | null>;

export type ErrorData = { code: ErrorCode; facts: ErrorFacts };

export class HoldfastError extends Error {
  readonly code: ErrorCode;
  readonly facts: ErrorFacts;

  constructor(code: ErrorCode, facts: ErrorFacts = {}, cause?: unknown) {
    super(`${code} ${JSON.stringify(facts)}`, cause === undefined ? undefined : { cause });
    this.name = 'HoldfastError';
    this.code = code;
    this.facts = facts;
  }
}

/** Anything thrown, as data. System errors are recognised by their code; the rest is `internal` with its message. */
export function toErrorData(error: unknown): ErrorData {
  if (error instanceof HoldfastError) return { code: error.code, facts: error.facts };
  if (!(error instanceof Error)) return { code: 'internal', facts: { message: String(error) } };
  if (error.name === 'AbortError') return { code: 'cancelled', facts: {} };
  const system = error as { code?: unknown; path?: unknown };
  const path = typeof system.path === 'string' ? system.path : null;
  switch (system.code) {
    case 'ENOSPC':
    case 'EDQUOT':
    case 'SQLITE_FULL':
    // The file beside the database that could not grow (sqlite.org/rescode.html#ioerr_shmsize).
    case 'SQLITE_IOERR_SHMSIZE':
      return { code: 'disk-full', facts: { path } };
    case 'ENOENT':
      return { code: 'file-missing', facts: { path } };
    case 'EACCES':
    case 'EPERM':
      return { code: 'file-unreadable', facts: { path } };
    case 'EROFS':
    case 'SQLITE_READONLY':
      return { code: 'folder-not-writable', facts: { path } };
    case 'SQLITE_CORRUPT':
    case 'SQLITE_NOTADB':
      return { code: 'case-damaged', facts: { path } };
    default:
      return { code: 'internal', facts: { message: error.message } };
  }
}

/** The end of every switch over a union: fails to compile when a case is forgotten. */
export function assertNever(value: never): never {
  throw new HoldfastError('internal', { message: `unexpected ${JSON.stringify(value)}` });
}
