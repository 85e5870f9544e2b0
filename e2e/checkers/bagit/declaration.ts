import { reporter, type Finding } from '../finding.ts';

export type Declaration = {
  version: string;
  encoding: string;
  /** Version 1.0 and later, for which RFC 8493 is strict where earlier drafts were not. */
  isFinal: boolean;
};

/** bagit.txt (section 2.1.1): two lines in this order, in UTF-8 without a byte order mark. */
export function readDeclaration(bytes: Buffer | null, findings: Finding[]): Declaration {
  const report = reporter(findings, 'bagit.txt');
  const assumed = { version: '1.0', encoding: 'utf-8', isFinal: true };
  if (bytes === null) {
    report('declaration-missing', 'there is no bagit.txt');
    return assumed;
  }
  if (bytes.subarray(0, 3).equals(Buffer.from([0xef, 0xbb, 0xbf]))) report('declaration', 'it begins with a byte order mark');
  const lines = bytes
    .toString('utf8')
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/);
  if (lines.at(-1) === '') lines.pop();
  if (lines.length !== 2) report('declaration', `it has ${lines.length} lines`);
  const version = /^BagIt-Version\s*:\s*(\d+\.\d+)\s*$/.exec(lines[0] ?? '')?.[1];
  const encoding = /^Tag-File-Character-Encoding\s*:\s*(\S+)\s*$/.exec(lines[1] ?? '')?.[1];
  if (version === undefined || encoding === undefined) {
    report('declaration', 'version and encoding do not stand there as they must');
    return assumed;
  }
  const isFinal = Number(version) >= 1;
  if (isFinal && lines.some((line) => !/^[^\s:]+: \S+$/.test(line))) report('declaration', 'its white space is not as it must be');
  if (!['0.93', '0.94', '0.95', '0.96', '0.97', '1.0'].includes(version)) report('version', version);
  return { version, encoding, isFinal };
}

/** Text of a tag file in the bag's own encoding; a byte order mark may stand before it. */
export function decode(bytes: Buffer, { encoding }: Declaration, report: (code: string, detail: string) => void): string {
  // UTF-16 without more says its byte order by a mark (RFC 2781).
  const isBig = /^utf-?16$/i.test(encoding) && bytes[0] === 0xfe && bytes[1] === 0xff;
  try {
    return new TextDecoder(isBig ? 'utf-16be' : encoding, { fatal: true }).decode(bytes);
  } catch (error) {
    report('encoding', `${encoding}: ${(error as Error).message}`);
    return bytes.toString('latin1');
  }
}
