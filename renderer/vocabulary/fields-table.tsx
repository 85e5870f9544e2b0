import { Ellipsis, Plus, Rows3 } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { OwnField } from '#shared/model/vocabularies.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Menu } from '../ui/menu.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { notify } from '../ui/toast.tsx';
import { FieldDialog } from './field-dialog.tsx';

type Open = { act: 'write' | 'remove'; field: OwnField | null } | null;

/** Fields of the case's own, for claims, incidents and parties. */
export function FieldsTable() {
  const { data, error } = useCall('fields.list', {});
  const [open, setOpen] = useState<Open>(null);
  const canWrite = useCanWrite();
  const create = () => setOpen({ act: 'write', field: null });
  useCommands(
    useMemo<Command[]>(
      () => (canWrite ? [{ id: 'field.new', title: 'field.new', group: 'claims.group', keys: 'n', run: create }] : []),
      [canWrite],
    ),
  );
  const close = () => setOpen(null);
  const button = (
    <Button icon={Plus} keys="n" isDisabled={!canWrite} onPress={create}>
      {t('field.new')}
    </Button>
  );
  return (
    <section className="vocabulary">
      {error === null ? null : <ErrorNotice error={error} />}
      {data?.fields.length === 0 ? (
        <EmptyState icon={Rows3} title={t('field.empty.title')} text={t('field.empty.text')}>
          {button}
        </EmptyState>
      ) : (
        <>
          <div className="vocabulary-acts">{button}</div>
          <Fields fields={data?.fields ?? []} canWrite={canWrite} onOpen={setOpen} />
        </>
      )}
      {open?.act === 'write' ? <FieldDialog field={open.field} onClose={close} /> : null}
      {open?.act === 'remove' && open.field !== null ? <RemoveField field={open.field} onClose={close} /> : null}
    </section>
  );
}

function Fields({ fields, canWrite, onOpen }: { fields: readonly OwnField[]; canWrite: boolean; onOpen: (open: Open) => void }) {
  return (
    <table className="plain-table" aria-label={t('vocabulary.fields')}>
      <thead>
        <tr>
          {(['label', 'subject', 'type', 'name', 'used'] as const).map((column) => (
            <th key={column} scope="col" className={column === 'used' ? 'end' : undefined}>
              {t(`field.column.${column}`)}
            </th>
          ))}
          <td />
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.id}>
            <td dir="auto" title={field.note === '' ? undefined : field.note}>
              {field.label}
            </td>
            <td>{t(`field.subject.${field.subject}`)}</td>
            <td>
              {t(`field.type.${field.type}`)}
              {field.options.length === 0 ? null : <span className="muted">: {field.options.join(', ')}</span>}
            </td>
            <td className="mono">{field.name}</td>
            <td className="end number">{field.used.toLocaleString('en')}</td>
            <td className="end">
              {canWrite ? (
                <Menu
                  label={t('vocabulary.acts', { term: field.label })}
                  actions={[
                    { id: 'edit', label: t('vocabulary.edit'), run: () => onOpen({ act: 'write', field }) },
                    { id: 'remove', label: t('vocabulary.remove'), danger: true, run: () => onOpen({ act: 'remove', field }) },
                  ]}
                >
                  <IconButton label={t('vocabulary.acts', { term: field.label })} icon={Ellipsis} />
                </Menu>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RemoveField({ field, onClose }: { field: OwnField; onClose: () => void }) {
  const remove = useAct('fields.remove');
  const done = () => (onClose(), notify({ tone: 'good', title: t('field.removed') }));
  return (
    <ReasonDialog
      title={t('field.remove.title', { label: field.label })}
      text={t('field.remove.text')}
      confirm={t('field.remove.confirm')}
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={(reason) => remove.mutate({ id: field.id, reason }, { onSuccess: done, onError: onClose })}
    />
  );
}
