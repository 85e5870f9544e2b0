import { reporter } from '../finding.ts';
import type { Bag } from './check-bagit.ts';

/** Why a path may lead out of the bag on some system (sections 5.1 and 6), or null. */
export function pathRule(path: string): string | null {
  if (path.startsWith('/')) return 'absolute';
  if (path.startsWith('~')) return 'a home folder';
  if (/^[A-Za-z]:/.test(path)) return 'a drive';
  if (path.startsWith('\\')) return 'a network share';
  if (/^(%[A-Za-z]+%|\$)/.test(path)) return 'a variable';
  if (path.split(/[/\\]/).includes('..')) return 'leads up';
  return null;
}

const SYSTEM_FILES = /(^|\/)(\.DS_Store|Thumbs\.db|desktop\.ini)$/i;
const DEVICES = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/** Names that are there and that some system cannot keep apart or keep at all (section 6.1). */
export function checkNames(paths: readonly string[], where: string, { warnings }: Pick<Bag, 'warnings'>): void {
  const warn = reporter(warnings, where);
  const seen = new Map<string, string>();
  for (const path of paths) {
    const key = path.normalize('NFC').toLowerCase();
    const alike = seen.get(key);
    if (alike !== undefined) warn('names-alike', `${alike} and ${path}`);
    seen.set(key, path);
    if (SYSTEM_FILES.test(path)) warn('system-file', path);
    if (path.split('/').some((part) => DEVICES.test(part) || /[<>:"|?*]/.test(part) || /[. ]$/.test(part))) warn('not-portable', path);
  }
}
