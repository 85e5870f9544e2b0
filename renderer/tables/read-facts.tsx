import type { ReactNode } from 'react';
import { tableEncodings, type TableRead } from '#shared/model/tables.ts';
import { t } from '../messages/index.ts';
import { Facts, type Fact } from '../ui/facts.tsx';
import { Select } from '../ui/select.tsx';

export type Encoding = (typeof tableEncodings)[number];

const delimiters = { ',': 'tables.delimiter.comma', ';': 'tables.delimiter.semicolon', '\t': 'tables.delimiter.tab', '|': 'tables.delimiter.bar' } as const; // prettier-ignore

/** How the file was read and what in it is worth knowing. */
export function ReadFacts({ read, onEncoding }: { read: TableRead; onEncoding: (encoding: Encoding) => void }) {
  const delimiter = Object.entries(delimiters).find(([sign]) => sign === read.delimiter)?.[1];
  const facts: Fact[] = [
    { label: t('tables.encoding'), value: read.isEncodingGuessed ? <Guess read={read} onEncoding={onEncoding} /> : null },
    { label: t('tables.new-parties'), value: namesOf(read.newParties) },
    { label: t('tables.own-words'), value: namesOf(read.ownWords) },
    { label: t('tables.not-taken'), value: namesOf(read.notTaken) },
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

/** Names of any script side by side, each in its own direction; null where there are none. */
function namesOf(names: readonly string[]): ReactNode {
  if (names.length === 0) return null;
  return (
    <span className="names" dir="ltr">
      {names.slice(0, SHOWN).map((name) => (
        <bdi key={name}>{name}</bdi>
      ))}
      {names.length > SHOWN ? <span className="faint">{t('tables.more', { count: names.length - SHOWN })}</span> : null}
    </span>
  );
}
