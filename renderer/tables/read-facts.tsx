import { tableEncodings, type TableRead } from '#shared/model/tables.ts';
import { t } from '../messages/index.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { Select } from '../ui/select.tsx';

export type Encoding = (typeof tableEncodings)[number];

const delimiters = { ',': 'tables.delimiter.comma', ';': 'tables.delimiter.semicolon', '\t': 'tables.delimiter.tab', '|': 'tables.delimiter.bar' } as const; // prettier-ignore

/** How the file was read and what in it is worth knowing. */
export function ReadFacts({ read, onEncoding }: { read: TableRead; onEncoding: (encoding: Encoding) => void }) {
  const delimiter = delimiters[(read.delimiter ?? ',') as keyof typeof delimiters];
  const facts: Fact[] = [
    { label: t('tables.encoding'), value: read.isEncodingGuessed ? <Guess read={read} onEncoding={onEncoding} /> : null },
    { label: t('tables.new-parties'), value: listed(read.newParties) },
    { label: t('tables.own-words'), value: listed(read.ownWords) },
    { label: t('tables.not-taken'), value: listed(read.notTaken) },
  ];
  return (
    <>
      <p className="read-as">
        <strong className="truncate" dir="auto">
          {read.name}
        </strong>
        <span className="faint">
          {[
            t('tables.rows', { count: read.rows }),
            read.encoding.toUpperCase(),
            ...(read.format === 'csv' && delimiter !== undefined ? [t(delimiter)] : []),
          ].join(', ')}
        </span>
      </p>
      <Facts facts={facts} />
      {read.formulaRows === 0 ? null : <p className="faint">{t('tables.formulas', { count: read.formulaRows })}</p>}
    </>
  );
}

function Guess({ read, onEncoding }: { read: TableRead; onEncoding: (encoding: Encoding) => void }) {
  return (
    <span className="encoding-guess">
      <Select
        aria-label={t('tables.encoding')}
        value={tableEncodings.find((id) => id === read.encoding) ?? null}
        placeholder={read.encoding}
        onChange={onEncoding}
        options={tableEncodings.map((id) => ({ id, label: id }))}
      />
      <span className="pending">{t('tables.encoding.guessed')}</span>
    </span>
  );
}

const SHOWN = 12;

function listed(names: readonly string[]): string {
  if (names.length <= SHOWN) return names.join(', ');
  return t('tables.and-more', { names: names.slice(0, SHOWN).join(', '), count: names.length - SHOWN });
}
