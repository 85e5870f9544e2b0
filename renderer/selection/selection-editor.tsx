import './selection.css';
import { X } from 'lucide-react';
import { useState } from 'react';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextField } from '../ui/text-field.tsx';
import { ChooseThing } from './choose-thing.tsx';
import { hasWithheld, toSelection, type ChosenKind, type SelectionState } from './selection-state.ts';
import { SourceFates } from './source-fates.tsx';

const kinds: readonly ChosenKind[] = ['incident', 'claim', 'item'];

type Props = { state: SelectionState; onChange: (state: SelectionState) => void };

/** Chooses what goes into a case file, and says of each source that comes with it whether it goes whole. */
export function SelectionEditor({ state, onChange }: Props) {
  const [adding, setAdding] = useState<ChosenKind | null>(null);
  const { chosen } = state;
  const preview = useCall('export.preview', { selection: toSelection(state) }, { enabled: chosen.length > 0, keepPrevious: true });
  const shown = chosen.length === 0 ? undefined : preview.data;
  return (
    <div className="selection">
      <p className="muted">{t('selection.text')}</p>
      <div className="selection-add">
        {kinds.map((kind) => (
          <Button key={kind} size="s" onPress={() => setAdding(kind)}>
            {t(`selection.add.${kind}`)}
          </Button>
        ))}
      </div>
      {chosen.length === 0 ? <p className="faint">{t('selection.empty')}</p> : <ChosenList state={state} onChange={onChange} />}
      {preview.error === null || chosen.length === 0 ? null : <ErrorNotice error={preview.error} />}
      {shown === undefined ? null : (
        <>
          <p className="number faint">{t('selection.counts', shown.counts)}</p>
          {shown.incompleteIncidents.length === 0 ? null : (
            <p className="muted" dir="auto">
              {t('selection.incomplete', { codes: shown.incompleteIncidents.map(({ code }) => code).join(', ') })}
            </p>
          )}
          <SourceFates items={shown.items} fates={state.fates} onChange={(fates) => onChange({ ...state, fates })} />
        </>
      )}
      {hasWithheld(state) ? (
        <TextField
          label={t('selection.reason')}
          hint={t('selection.reason.hint')}
          value={state.reason}
          onChange={(reason) => onChange({ ...state, reason })}
        />
      ) : null}
      {toSelection(state).redacted.length === 0 ? null : (
        <Checkbox isSelected={state.singleWords} onChange={(singleWords) => onChange({ ...state, singleWords })}>
          {t('selection.single')}
        </Checkbox>
      )}
      {adding === null ? null : (
        <ChooseThing
          kind={adding}
          onChoose={(one) => {
            if (!chosen.some(({ id }) => id === one.id)) onChange({ ...state, chosen: [...chosen, one] });
          }}
          onClose={() => setAdding(null)}
        />
      )}
    </div>
  );
}

function ChosenList({ state, onChange }: Props) {
  return (
    <ul className="selection-list" aria-label={t('selection.list')}>
      {state.chosen.map(({ kind, id, words }) => (
        <li key={id}>
          <span className="faint">{t(`selection.kind.${kind}`)}</span>
          <span className="truncate" dir="auto" title={words}>
            {words}
          </span>
          <IconButton
            label={t('selection.remove', { name: words })}
            icon={X}
            onPress={() => onChange({ ...state, chosen: state.chosen.filter((one) => one.id !== id) })}
          />
        </li>
      ))}
    </ul>
  );
}
