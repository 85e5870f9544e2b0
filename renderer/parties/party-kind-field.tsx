import { useMemo, useState } from 'react';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { partyKindWords } from './party-kind.ts';

type PartyKindFieldProps = { kind: string; onChange: (kind: string) => void; error: string | undefined };

/** A kind that is built in or the case's own; other words become a kind as they stand. */
export function PartyKindField({ kind, onChange, error }: PartyKindFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const terms = useCall('vocabulary.list', { vocabulary: 'party kind' }).data?.terms;
  const options = useMemo(() => (terms ?? []).map(({ term }) => ({ id: term, label: partyKindWords(term) })), [terms]);
  const shown = typed ?? partyKindWords(kind);
  const type = (words: string) => {
    const known = options.find(({ label }) => label === words);
    setTyped(known === undefined ? words : null);
    onChange(known?.id ?? words.trim());
  };
  return (
    <ComboBox
      label={t('party.kind')}
      hint={t('party.kind.hint')}
      options={options.filter(({ label }) => typed === null || label.toLowerCase().includes(typed.trim().toLowerCase()))}
      inputValue={shown}
      onInputChange={type}
      value={typed === null ? kind : null}
      onChoose={(id) => id !== null && (setTyped(null), onChange(id))}
      error={error}
    />
  );
}
