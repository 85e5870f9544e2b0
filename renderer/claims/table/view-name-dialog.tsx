import { useState, type KeyboardEvent } from 'react';
import { t } from '../../messages/index.ts';
import { useAct } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { notify } from '../../ui/toast.tsx';
import { asView, showView, useTableState } from './table-state.ts';

/** Keeps what is shown under a name, or gives the view that is shown another. */
export function ViewNameDialog({ what, onClose }: { what: 'new' | 'rename'; onClose: () => void }) {
  const current = useTableState((state) => state.view);
  const renamed = what === 'rename' ? current : null;
  const [name, setName] = useState(renamed?.view.name ?? '');
  const save = useAct('claims.saveView', { quiet: true });
  const given = name.trim();
  const send = () => {
    if (given === '' || save.isPending) return;
    const asked = renamed === null ? { view: asView(given) } : { id: renamed.id, view: { ...renamed.view, name: given } };
    save.mutate(asked, {
      onSuccess: (kept) => {
        // Renaming keeps what was changed since in sight.
        if (renamed === null) showView(kept);
        else useTableState.setState({ view: kept });
        notify({ tone: 'good', title: t('claims.table.view.saved', { name: given }) });
        onClose();
      },
    });
  };
  const onEnter = (event: KeyboardEvent) => event.key === 'Enter' && send();
  return (
    <Dialog
      title={renamed === null ? t('claims.table.view.save') : t('claims.table.view.rename', { name: renamed.view.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={given === '' || save.isPending} onPress={send}>
            {t('claims.table.view.save')}
          </Button>
        </>
      }
    >
      {save.error === null ? null : <ErrorNotice error={save.error} />}
      <TextField
        label={t('claims.table.view.name')}
        hint={t('claims.table.view.keeps')}
        autoFocus
        maxLength={80}
        value={name}
        onChange={setName}
        onKeyDown={onEnter}
      />
    </Dialog>
  );
}
