import '../ui/plain-table.css';
import './merge.css';
import { useState } from 'react';
import type { MergeConflict } from '#shared/model/merges.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { fieldName, stateWords, valueWords } from './value-words.ts';

type Side = 'ours' | 'theirs';

/** One thing as it was, as it is here and as it is there; the person chooses whole or field by field, and says why. */
export function ConflictDialog({ conflict, canWrite, onClose }: { conflict: MergeConflict; canWrite: boolean; onClose: () => void }) {
  const { differing, ours, theirs } = conflict;
  const [sides, setSides] = useState<Record<string, Side>>({});
  const [whole, setWhole] = useState<Side | null>(null);
  const [reason, setReason] = useState('');
  const settle = useAct('merge.settle', { quiet: true });
  const isWhole = differing.length === 0 || conflict.cause === 'taken' || ours?.removed !== theirs?.removed;
  const chosen = differing.map((field) => sides[field]);
  const isReady = reason.trim() !== '' && (isWhole ? whole !== null : chosen.every((side) => side !== undefined));
  const go = () => {
    const first = chosen[0];
    const choice: Side | 'fields' | null | undefined = isWhole ? whole : chosen.every((side) => side === first) ? first : 'fields';
    if (choice == null || !isReady) return;
    const input = { id: conflict.id, choice, reason: reason.trim(), ...(choice === 'fields' ? { fields: sides } : {}) };
    settle.mutate(input, { onSuccess: onClose });
  };
  const all = (side: Side) => {
    setWhole(side);
    setSides(Object.fromEntries(differing.map((field) => [field, side])));
  };
  const isOpen = canWrite && conflict.settled === null;
  return (
    <Dialog
      title={conflict.title}
      isOpen
      onClose={onClose}
      wide
      actions={
        isOpen ? (
          <>
            <Button onPress={() => all('ours')}>{t('conflict.keep')}</Button>
            <Button onPress={() => all('theirs')}>{t('conflict.take')}</Button>
            <Button variant="go" isDisabled={!isReady || settle.isPending} onPress={go}>
              {t('conflict.settle')}
            </Button>
          </>
        ) : (
          <Button onPress={onClose}>{t('ui.close')}</Button>
        )
      }
    >
      <p className="muted">{t(`merge.cause.${conflict.cause}`)}</p>
      <Comparison
        conflict={conflict}
        sides={sides}
        whole={isWhole ? whole : null}
        canChoose={isOpen && !isWhole}
        onChoose={(field, side) => setSides({ ...sides, [field]: side })}
      />
      {isOpen ? <TextArea label={t('ui.reason')} value={reason} onChange={setReason} hint={t('conflict.reason.text')} /> : null}
      {settle.error === null ? null : <ErrorNotice error={settle.error} />}
    </Dialog>
  );
}

type ComparisonProps = {
  conflict: MergeConflict;
  sides: Record<string, Side>;
  whole: Side | null;
  canChoose: boolean;
  onChoose: (field: string, side: Side) => void;
};

function Comparison({ conflict, sides, whole, canChoose, onChoose }: ComparisonProps) {
  const { base, ours, theirs, differing, names } = conflict;
  const isPresence = ours?.removed !== theirs?.removed;
  const classOf = (side: Side, picked: Side | null | undefined) => (picked === side ? 'conflict-picked' : undefined);
  return (
    <div className="conflict-frame">
      <table className="plain-table conflict-table">
        <Head conflict={conflict} canChoose={canChoose} />
        <tbody>
          {isPresence ? (
            <tr>
              <th scope="row">{t('conflict.presence')}</th>
              <td>{stateWords(base)}</td>
              <td className={classOf('ours', whole)}>{stateWords(ours)}</td>
              <td className={classOf('theirs', whole)}>{stateWords(theirs)}</td>
              {canChoose ? <td /> : null}
            </tr>
          ) : null}
          {differing.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldName(field)}</th>
              <td dir="auto">{valueWords(base?.fields[field], names)}</td>
              <td dir="auto" className={classOf('ours', whole ?? sides[field])}>
                {valueWords(ours?.fields[field], names)}
              </td>
              <td dir="auto" className={classOf('theirs', whole ?? sides[field])}>
                {valueWords(theirs?.fields[field], names)}
              </td>
              {canChoose ? (
                <td>
                  <Segmented
                    label={t('conflict.choose', { field: fieldName(field) })}
                    options={[
                      { id: 'ours', label: t('conflict.ours') },
                      { id: 'theirs', label: t('conflict.theirs') },
                    ]}
                    value={sides[field] ?? ('' as Side)}
                    onChange={(side) => onChoose(field, side)}
                  />
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Head({ conflict: { source, theirActor }, canChoose }: Pick<ComparisonProps, 'conflict' | 'canChoose'>) {
  return (
    <thead>
      <tr>
        <th scope="col">{t('conflict.field')}</th>
        <th scope="col">{t('conflict.base')}</th>
        <th scope="col">{t('conflict.ours')}</th>
        <th scope="col">
          {t('conflict.theirs')}
          <span className="faint" dir="auto">
            {t('conflict.theirs.by', { source, actor: theirActor ?? '' })}
          </span>
        </th>
        {canChoose ? <th /> : null}
      </tr>
    </thead>
  );
}
