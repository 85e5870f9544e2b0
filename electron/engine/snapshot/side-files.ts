import { realpathSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, extname, resolve, sep } from 'node:path';
import type { FindResource } from './page-resources.ts';

const largest = 32 * 1024 * 1024;

const mediaTypes: Record<string, string> = {
  '.css': 'text/css', '.png': 'image/png', '.jpg': 'image/jpeg', '.jpeg': 'image/jpeg', '.gif': 'image/gif',
  '.webp': 'image/webp', '.avif': 'image/avif', '.svg': 'image/svg+xml', '.ico': 'image/x-icon', '.bmp': 'image/bmp',
  '.woff': 'font/woff', '.woff2': 'font/woff2', '.ttf': 'font/ttf', '.otf': 'font/otf', '.html': 'text/html',
  '.htm': 'text/html', '.xhtml': 'application/xhtml+xml', '.mp4': 'video/mp4', '.webm': 'video/webm',
  '.mp3': 'audio/mpeg', '.ogg': 'audio/ogg', '.vtt': 'text/vtt',
}; // prettier-ignore

/**
 * Finds what lies beside a saved page: in its `page_files` folder, or its own folder and below. Only relative
 * addresses are followed, and never out of the page's folder, links included. Reads synchronously, small files only.
 */
export function sideFiles(pagePath: string): FindResource {
  const folder = realpathSync(dirname(resolve(pagePath)));
  return (reference, base) => {
    const path = filePath(reference, base, folder);
    if (path === null) return 'not-kept';
    try {
      const real = realpathSync(path);
      if (!real.startsWith(folder + sep)) return 'outside-folder';
      const type = mediaTypes[extname(real).toLowerCase()];
      const stat = statSync(real);
      if (!stat.isFile() || !type) return 'not-supported';
      if (stat.size > largest) return 'too-large';
      return {
        mediaType: type,
        charset: null,
        bytes: readFileSync(real),
        url: `side-file:/${encodeURI(real.slice(folder.length + 1))}`,
      };
    } catch {
      // Missing or unreadable: the snapshot is made without it and says so.
      return 'not-kept';
    }
  };
}

/** Inside a style sheet addresses are relative to the sheet, which is known by its `side-file:` address. */
function filePath(reference: string, base: string | null, folder: string): string | null {
  if (/^[a-z][a-z0-9+.-]*:/i.test(reference) || reference.startsWith('/') || reference.startsWith('\\')) return null;
  const relative = decode(reference.replace(/[?#].*$/, ''));
  if (relative === '' || relative.includes('\0')) return null;
  const inside = base?.startsWith('side-file:/') ? dirname(decode(base.slice('side-file:/'.length))) : '';
  return resolve(folder, inside, relative);
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** Whether a folder is the companion of a saved page beside it (`Page_files` of `Page.html`). */
export function isCompanionFolder(folderPath: string, pageNames: readonly string[]): boolean {
  const name = /^(.*)(?:_files|_fichiers|-Dateien|_archivos)$/.exec(basename(folderPath))?.[1];
  return name !== undefined && pageNames.some((page) => page.replace(/\.x?html?$/i, '') === name);
}
