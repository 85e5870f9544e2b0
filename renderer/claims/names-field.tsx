import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { canonicalLanguage } from '#shared/language/language-tag.ts';
import { scriptOf } from '#shared/language/script-of.ts';
import { t } from '../messages/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { newKey } from './form-rows.ts';
import { enterRow, rowKeys } from './row-keys.ts';

type Names = Readonly<Record<string, string>>;
type Row = { key: number; tag: string; name: string };

/** A name in other scripts, each with the tag of its language. A tag is guessed from the letters until one is typed. */
export function NamesField({ names, onChange, of }: { names: Names; onChange: (names: Record<string, string>) => void; of: string }) {
  const [rows, setRows] = useState<Row[]>(() => Object.entries(names).map(([tag, name]) => ({ key: newKey(), tag, name })));
  const put = (next: Row[]) => {
    setRows(next);
    onChange(namesOf(next));
  };
  const change = (at: number, part: Partial<Row>) => put(rows.map((row, index) => (index === at ? { ...row, ...part } : row)));
  const add = () => {
    const added = { key: newKey(), tag: '', name: '' };
    enterRow(added.key);
    setRows([...rows, added]);
  };
  return (
    <div className="claim-names">
      {rows.map((row, at) => (
        <NameRow
          key={row.key}
          row={row}
          of={of}
          isTwice={rows.some((other, before) => before < at && other.name.trim() !== '' && tagOf(other) === tagOf(row))}
          onChange={(part) => change(at, part)}
          onRemove={() => put(rows.filter((_, index) => index !== at))}
        />
      ))}
      <div className="claim-adds">
        <Button size="s" variant="quiet" icon={Plus} onPress={add}>
          {t('claim.names.add')}
        </Button>
      </div>
    </div>
  );
}

type NameRowProps = { row: Row; of: string; isTwice: boolean; onChange: (part: Partial<Row>) => void; onRemove: () => void };

function NameRow({ row, of, isTwice, onChange, onRemove }: NameRowProps) {
  const isWrong = row.tag.trim() !== '' && canonicalLanguage(row.tag) === null;
  return (
    <div data-row={row.key} onKeyDownCapture={rowKeys({ onRemove })}>
      <div className="claim-name">
        <TextField
          aria-label={t('claim.names.name', { of })}
          placeholder={t('claim.names.name', { of })}
          value={row.name}
          onChange={(name) => onChange({ name })}
        />
        <TextField
          aria-label={t('claim.names.tag')}
          placeholder={row.name === '' ? t('claim.names.tag') : guessed(row.name)}
          dir="ltr"
          value={row.tag}
          onChange={(tag) => onChange({ tag })}
          error={isWrong ? '' : undefined}
        />
        <IconButton label={t('claim.names.remove')} icon={X} keys="Alt+Backspace" onPress={onRemove} />
      </div>
      {isWrong ? <p className="field-error">{t('claims.error.tag')}</p> : null}
      {isTwice && row.name.trim() !== '' ? <p className="field-hint">{t('claim.names.twice', { tag: tagOf(row) })}</p> : null}
    </div>
  );
}

const byScript: Record<string, string> = { Arab: 'ar', Hebr: 'he', Grek: 'el', Armn: 'hy', Geor: 'ka', Syrc: 'syc' };

function guessed(name: string): string {
  const script = scriptOf(name);
  return script === null ? 'und' : (byScript[script] ?? `und-${script}`);
}

const tagOf = ({ tag, name }: Row): string => (tag.trim() === '' ? null : canonicalLanguage(tag)) ?? guessed(name);

/** Two names of one language are both kept: the second under a private-use subtag (BCP 47, section 2.2.7). Pure. */
export function namesOf(rows: readonly Row[]): Record<string, string> {
  const names: Record<string, string> = {};
  for (const row of rows) {
    const name = row.name.trim();
    if (name === '') continue;
    const tag = tagOf(row);
    let free = tag;
    for (let n = 2; free in names; n++) free = `${tag}-x-${n}`;
    names[free] = name;
  }
  return names;
}
