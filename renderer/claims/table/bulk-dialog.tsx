import './bulk-dialog.css';
import { X } from 'lucide-react';
import { useState } from 'react';
import type { ChosenClaims } from '#shared/contract/claims-table.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import { t } from '../../messages/index.ts';
import { useAct, useCall } from '../../shell/engine.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { BulkPreview } from './bulk-preview.tsx';
import { ChangeControls } from './change-controls.tsx';
import { changeKinds, emptyDraft, ownFieldOf, toChanges, type ChangeDraft, type ChangeKind } from './change-draft.ts';

const canBeEmptied = new Set<ChangeKind>(['speakerId', 'incidentId', 'saidAt', 'when', 'place', 'cause']);

const labelOf = (kind: ChangeKind, fields: readonly OwnField[]): string =>
  ownFieldOf(kind, fields)?.label ?? t(`claims.bulk.field.${kind as 'act'}`);

/** Puts the same into many claims: what would change is shown before anything does. */
export function BulkDialog({
  chosen,
  count,
  onClose,
  onDone,
}: {
  chosen: ChosenClaims;
  count: number;
  onClose: () => void;
  onDone: () => void;
}) {
  const [kinds, setKinds] = useState<readonly ChangeKind[]>([]);
  const [draft, setDraft] = useState(emptyDraft);
  const [why, setWhy] = useState('');
  const fields = useCall('fields.list', { subject: 'claim' }).data?.fields ?? [];
  const edit = useAct('claims.bulkEdit', { quiet: true });
  const set = toChanges(kinds, draft);
  const preview = useCall('claims.bulkPreview', { chosen, set: set ?? {} }, { enabled: set !== null, keepPrevious: true });
  const changes = set === null ? 0 : (preview.data?.changed ?? 0);
  const send = () => {
    if (set === null) return;
    const done = ({ changed }: { changed: number }) => {
      notify({ tone: 'good', title: t('claims.bulk.done', { count: changed }), text: t('claims.bulk.done.text') });
      onDone();
    };
    edit.mutate({ chosen, set, ...(why.trim() === '' ? {} : { why: why.trim() }) }, { onSuccess: done });
  };
  return (
    <Dialog
      title={t('claims.bulk.title', { count })}
      wide
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={changes === 0 || preview.isFetching || edit.isPending} onPress={send}>
            {t('claims.bulk.confirm', { count: changes })}
          </Button>
        </>
      }
    >
      {edit.error === null ? null : <ErrorNotice error={edit.error} />}
      <ChangeRows kinds={kinds} onKinds={setKinds} draft={draft} onDraft={(part) => setDraft({ ...draft, ...part })} fields={fields} />
      <AddChange kinds={kinds} fields={fields} onAdd={(kind) => setKinds([...kinds, kind])} />
      <TextField label={t('claims.bulk.why')} hint={t('claims.bulk.why.hint')} value={why} onChange={setWhy} maxLength={2000} />
      <BulkPreview
        isChosen={kinds.length > 0}
        isWhole={set !== null}
        answer={set === null ? undefined : preview.data}
        error={preview.error}
        fields={fields}
      />
    </Dialog>
  );
}

type ChangeRowsProps = {
  kinds: readonly ChangeKind[];
  onKinds: (kinds: readonly ChangeKind[]) => void;
  draft: ChangeDraft;
  onDraft: (part: Partial<ChangeDraft>) => void;
  fields: readonly OwnField[];
};

function ChangeRows({ kinds, onKinds, draft, onDraft, fields }: ChangeRowsProps) {
  return kinds.map((kind) => {
    const label = labelOf(kind, fields);
    return (
      <div className="bulk-row" key={kind}>
        <span className="field-label" dir="auto">
          {label}
        </span>
        <div className="bulk-value">
          <ChangeControls kind={kind} label={label} draft={draft} fields={fields} onDraft={onDraft} />
          {canBeEmptied.has(kind) || kind.startsWith('field:') ? <span className="field-hint">{t('claims.bulk.empties')}</span> : null}
        </div>
        <IconButton
          label={t('claims.bulk.remove', { field: label })}
          icon={X}
          onPress={() => onKinds(kinds.filter((one) => one !== kind))}
        />
      </div>
    );
  });
}

type AddChangeProps = { kinds: readonly ChangeKind[]; fields: readonly OwnField[]; onAdd: (kind: ChangeKind) => void };

/** The fields that are not changed yet. */
function AddChange({ kinds, fields, onAdd }: AddChangeProps) {
  const all = [...changeKinds, ...fields.map(({ name }): ChangeKind => `field:${name}`)];
  const offered = all.filter((kind) => !kinds.includes(kind));
  return (
    <Select
      key={kinds.length}
      aria-label={t('claims.bulk.add')}
      placeholder={t('claims.bulk.add')}
      options={offered.map((id) => ({ id, label: labelOf(id, fields) }))}
      value={null}
      onChange={onAdd}
      autoFocus={kinds.length === 0}
    />
  );
}
