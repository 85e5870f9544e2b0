import type Database from 'better-sqlite3';
import type { Facts } from '#shared/model/primitives.ts';
import type { IndexedRecord } from './archive-index.ts';
import type { RecordFinder } from './find-record.ts';
import { field, parseHead } from './header-fields.ts';
import type { RecordReader } from './read-body.ts';
import type { FoundRecord } from './read-warc.ts';

const told = ['software', 'format', 'operator', 'publisher', 'description', 'ispartof', 'http-header-user-agent', 'hostname'] as const;
const names: Partial<Record<(typeof told)[number], string>> = { ispartof: 'isPartOf', 'http-header-user-agent': 'userAgent' };

/** What the records of an archive are in sum, and what its first `warcinfo` says of how it was made. */
export class WarcInfo {
  packedAsOne = false;
  readonly types = new Map<string, number>();
  readonly versions = new Set<string>();
  readonly digests = { hold: 0, wrong: 0, notStated: 0, notChecked: 0 };
  #said: Facts = {};

  get version(): string {
    return [...this.versions].sort().join(', ') || 'WARC';
  }

  note({ fields, version, digest }: FoundRecord): void {
    const type = (field(fields, 'warc-type') ?? '').toLowerCase().slice(0, 40);
    if (this.types.size < 100 || this.types.has(type)) this.types.set(type, (this.types.get(type) ?? 0) + 1);
    this.versions.add(version);
    if (digest === 'holds') this.digests.hold += 1;
    else if (digest === 'not-stated') this.digests.notStated += 1;
    else if (digest === 'not-checked') this.digests.notChecked += 1;
    else this.digests.wrong += 1;
  }

  readFirst(finder: RecordFinder, reader: RecordReader, raw: Database.Database): void {
    const row = raw.prepare("SELECT * FROM record WHERE type = 'warcinfo' AND blockLength < 1000000 ORDER BY id LIMIT 1").get() as
      IndexedRecord | undefined;
    if (row === undefined) return;
    const { fields } = parseHead(Buffer.concat([Buffer.from('fields\r\n'), reader.read(row).body]));
    const said = told.flatMap((name): [string, string][] => {
      const value = field(fields, name);
      return value === null || value === '' ? [] : [[names[name] ?? name, value.slice(0, 500)]];
    });
    this.#said = Object.fromEntries(said);
  }

  facts(): Facts {
    const { hold, wrong, notStated, notChecked } = this.digests;
    return {
      ...this.#said,
      records: hold + wrong + notStated + notChecked,
      digestsHold: hold,
      digestsWrong: wrong,
      digestsNotStated: notStated + notChecked,
    };
  }
}
