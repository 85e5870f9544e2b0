import { useState } from 'react';
import { HoldfastError } from '#shared/errors.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';

const LEAVE = '';

/** Where columns of a file are nobody's: a person says which is which. Null when the error is about something else. */
export function ColumnMapping({ error, onMap }: { error: unknown; onMap: (mapping: Record<string, string>) => void }) {
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const facts = error instanceof HoldfastError && error.code === 'table-columns' ? error.facts : null;
  const unknown = linesOf(facts?.['unknown']);
  if (unknown.length === 0) return null;
  const options = [{ id: LEAVE, label: t('tables.map.leave') }, ...linesOf(facts?.['known']).map((id) => ({ id, label: id }))];
  return (
    <div className="column-mapping">
      <p className="muted">{t('tables.map.text')}</p>
      {unknown.map((name) => (
        <div className="column-mapping-row" key={name}>
          <span className="truncate mono" dir="auto" title={name}>
            {name}
          </span>
          <Select
            aria-label={name}
            options={options}
            value={chosen[name] ?? LEAVE}
            onChange={(id) => setChosen({ ...chosen, [name]: id })}
          />
        </div>
      ))}
      <div>
        <Button size="s" onPress={() => onMap(Object.fromEntries(unknown.map((name) => [name, chosen[name] ?? LEAVE])))}>
          {t('tables.map.again')}
        </Button>
      </div>
    </div>
  );
}

const linesOf = (text: unknown): string[] => (typeof text === 'string' && text !== '' ? text.split('\n') : []);
