import type { Bag } from './check-bagit.ts';
import { decode } from './declaration.ts';
import { pathRule } from './path-rules.ts';
import { reporter } from '../finding.ts';

export type Manifest = { name: string; algorithm: string; sums: Map<string, string> };

const DIGITS: Record<string, number> = { md5: 32, sha1: 40, sha224: 56, sha256: 64, sha384: 96, sha512: 128 };

/** Lines `CHECKSUM FILEPATH` (section 2.1.3). */
export function readManifest(bag: Bag, name: string, algorithm: string, bytes: Buffer): Manifest {
  const [report, warn] = [reporter(bag.findings, name), reporter(bag.warnings, name)];
  const manifest: Manifest = { name, algorithm, sums: new Map() };
  if (DIGITS[algorithm] === undefined) {
    report('algorithm', `${algorithm} is no algorithm in small letters that this checker knows`);
    return manifest;
  }
  const lines = decode(bytes, bag.declaration, report).split(/\r\n|\r|\n/);
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const [, sum = '', written = ''] = /^([0-9a-fA-F]+)[ \t]+(.+)$/.exec(line) ?? [];
    if (sum.length !== DIGITS[algorithm]) {
      report('manifest-line', `line ${at + 1}`);
      continue;
    }
    let path = decodePath(written, bag.declaration.isFinal, report);
    if (path.startsWith('*')) {
      warn('asterisk', path);
      path = path.slice(1);
    }
    if (path.startsWith('./')) {
      warn('dot-slash', path);
      path = path.slice(2);
    }
    const rule = pathRule(path);
    if (rule !== null) report('path-unsafe', `${path}: ${rule}`);
    addSum(manifest, path, sum, bag);
  }
  const folded = new Map<string, string>();
  for (const path of manifest.sums.keys()) {
    const key = path.normalize('NFC').toLowerCase();
    if (folded.has(key)) warn('names-alike', `${folded.get(key)} and ${path}`);
    folded.set(key, path);
  }
  return manifest;
}

/** Twice is wrong in version 1.0; before, only with two sums. */
function addSum({ name, sums }: Manifest, path: string, sum: string, { findings, warnings, declaration }: Bag): void {
  const earlier = sums.get(path);
  if (earlier !== undefined) {
    const isWrong = declaration.isFinal || earlier.toLowerCase() !== sum.toLowerCase();
    reporter(isWrong ? findings : warnings, name)('listed-twice', path);
  }
  sums.set(path, sum);
}

/** Section 2.1.3: LF, CR and, from 1.0 on, % are written %0A, %0D and %25; nothing else is decoded. */
function decodePath(written: string, isFinal: boolean, report: (code: string, detail: string) => void): string {
  if (isFinal && /%(?!0A|0D|25)/i.test(written)) report('percent', written);
  return written.replace(isFinal ? /%(0A|0D|25)/gi : /%(0A|0D)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
