import { Check, PencilLine, Save, Trash2, Plus } from 'lucide-react';
import { t } from '../../messages/index.ts';
import { useAct, useCall } from '../../shell/engine.ts';
import { PickerDialog, type PickerOption } from '../../ui/picker-dialog.tsx';
import { notify } from '../../ui/toast.tsx';
import { asView, showView, useTableState } from './table-state.ts';
import { useIsChanged } from './use-is-changed.ts';

/** Saved views: switch to one, or keep, write over, rename or remove what is shown. */
export function ViewsDialog({
  canWrite,
  onName,
  onClose,
}: {
  canWrite: boolean;
  onName: (what: 'new' | 'rename') => void;
  onClose: () => void;
}) {
  const views = useCall('claims.views', {}).data?.views ?? [];
  const current = useTableState((state) => state.view);
  const isChanged = useIsChanged();
  const save = useAct('claims.saveView');
  const remove = useAct('claims.removeView');
  const name = current?.view.name ?? '';
  const acts: Record<string, () => void> = {
    all: () => showView(null),
    new: () => onName('new'),
    rename: () => onName('rename'),
    overwrite: () =>
      current !== null &&
      save.mutate(
        { id: current.id, view: asView(name) },
        { onSuccess: (kept) => (showView(kept), notify({ tone: 'good', title: t('claims.table.view.saved', { name }) })) },
      ),
    remove: () =>
      current !== null &&
      remove.mutate(
        { id: current.id },
        {
          onSuccess: () => (
            useTableState.setState({ view: null }),
            notify({ tone: 'plain', title: t('claims.table.view.removed', { name }) })
          ),
        },
      ),
  };
  const choose = (id: string) => {
    const kept = views.find((one) => `view ${one.id}` === id);
    if (kept !== undefined) showView(kept);
    else acts[id]?.();
  };
  return (
    <PickerDialog
      label={t('claims.table.view.choose')}
      placeholder={t('claims.table.view.choose')}
      empty={t('claims.table.view.none')}
      options={[
        option('all', t('claims.table.view.all'), current === null ? Check : null),
        ...views.map(({ id, view }) => option(`view ${id}`, view.name, current?.id === id ? Check : null)),
        ...(canWrite ? viewActs(name, current !== null, isChanged) : []),
      ]}
      onChoose={choose}
      onClose={onClose}
    />
  );
}

function viewActs(name: string, hasView: boolean, isChanged: boolean): PickerOption[] {
  return [
    option('new', t('claims.table.view.new'), Plus),
    ...(hasView && isChanged ? [option('overwrite', t('claims.table.view.overwrite', { name }), Save)] : []),
    ...(hasView
      ? [
          option('rename', t('claims.table.view.rename', { name }), PencilLine),
          option('remove', t('claims.table.view.remove', { name }), Trash2),
        ]
      : []),
  ];
}

function option(id: string, words: string, Mark: typeof Check | null): PickerOption {
  return {
    id,
    words,
    row: (
      <>
        <bdi className="truncate">{words}</bdi>
        {Mark === null ? null : <Mark aria-hidden className="choose-mark" />}
      </>
    ),
  };
}
