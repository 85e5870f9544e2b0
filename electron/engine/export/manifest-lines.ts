/** Lines of BagIt manifests (RFC 8493 section 2.1.3), which `sha256sum -c` and `sha512sum -c` read too. Pure. */

export type ManifestLine = { digest: string; path: string };

/** Two spaces, as the checksum tools write it. Line breaks and `%` in a path are percent-encoded. */
export function manifestText(lines: readonly ManifestLine[]): string {
  return lines.map(({ digest, path }) => `${digest}  ${encodePath(path)}\n`).join('');
}

/** Lines that do not read as one are given back by number, so that a manifest is never half believed. */
export function parseManifest(text: string): { lines: ManifestLine[]; badLines: number[] } {
  const lines: ManifestLine[] = [];
  const badLines: number[] = [];
  text.split(/\r\n|\r|\n/).forEach((line, index) => {
    if (line === '') return;
    const match = /^([0-9a-fA-F]+)[ \t]+\*?(.+)$/.exec(line);
    if (match === null) badLines.push(index + 1);
    else lines.push({ digest: (match[1] ?? '').toLowerCase(), path: decodePath(match[2] ?? '') });
  });
  return { lines, badLines };
}

export function encodePath(path: string): string {
  return path.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
}

export function decodePath(path: string): string {
  return path.replace(/%(25|0d|0a)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** `Label: value` lines (RFC 8493 section 2.2.2); a line that starts with white space goes on from the one before. */
export function parseTagFile(text: string): Map<string, string> {
  const values = new Map<string, string>();
  for (const line of text.replace(/(\r\n|\r|\n)[ \t]+/g, ' ').split(/\r\n|\r|\n/)) {
    const match = /^([^:\s][^:]*):[ \t]*(.*)$/.exec(line);
    if (match !== null) values.set(match[1] ?? '', match[2] ?? '');
  }
  return values;
}

export function tagFileText(values: readonly (readonly [string, string])[]): string {
  return values.map(([label, value]) => `${label}: ${value.replace(/\s+/g, ' ').trim()}\n`).join('');
}
