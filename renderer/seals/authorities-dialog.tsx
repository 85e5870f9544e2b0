import './seals.css';
import '../ui/plain-table.css';
import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Authority } from '#shared/model/timestamps.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { notify } from '../ui/toast.tsx';
import { AuthorityForm } from './authority-form.tsx';

/** Whom to ask for timestamps, what is sent to them, and whether this computer may. */
export function AuthoritiesDialog({ onClose }: { onClose: () => void }) {
  const { data, error } = useCall('authorities.list', {});
  const state = useCall('timestamps.state', {});
  const allow = useAct('timestamps.allow');
  // Null until the form was open once: after it, the keys go back to the button.
  const [isAdding, setAdding] = useState<boolean | null>(null);
  const canWrite = useCanWrite();
  return (
    <Dialog title={t('authorities.title')} isOpen onClose={onClose} wide>
      <p className="muted">{t('authorities.text')}</p>
      {error === null ? null : <ErrorNotice error={error} />}
      <div className="authorities-allow">
        <Checkbox
          isSelected={state.data?.allowed ?? false}
          isDisabled={!canWrite || allow.isPending}
          onChange={(allowed) => allow.mutate({ allowed })}
        >
          {t('authorities.allow')}
        </Checkbox>
        <span className="field-hint">{t('authorities.allow.hint')}</span>
      </div>
      {data === undefined ? null : data.length === 0 ? (
        isAdding === true ? null : (
          <p className="muted">{t('authorities.none')}</p>
        )
      ) : (
        <AuthorityTable authorities={data} canWrite={canWrite} />
      )}
      {isAdding === true ? (
        <AuthorityForm onDone={() => setAdding(false)} />
      ) : canWrite ? (
        <div>
          <Button icon={Plus} autoFocus={isAdding === false} onPress={() => setAdding(true)}>
            {t('authorities.add')}
          </Button>
        </div>
      ) : null}
    </Dialog>
  );
}

function AuthorityTable({ authorities, canWrite }: { authorities: readonly Authority[]; canWrite: boolean }) {
  return (
    <table className="plain-table authority-table" aria-label={t('authorities.list')}>
      <thead>
        <tr>
          <th scope="col">{t('authorities.name')}</th>
          <th scope="col">{t('authorities.url')}</th>
          <th scope="col">{t('authorities.root')}</th>
          <th scope="col">{t('authorities.asked')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {authorities.map((authority) => (
          <AuthorityRow key={authority.id} authority={authority} canWrite={canWrite} />
        ))}
      </tbody>
    </table>
  );
}

function AuthorityRow({ authority: { id, name, url, anchors, auto }, canWrite }: { authority: Authority; canWrite: boolean }) {
  const remove = useAct('authorities.remove');
  const label = t('authorities.remove', { name });
  const done = () => notify({ tone: 'good', title: t('authorities.removed', { name }) });
  return (
    <tr>
      <td>
        <bdi>{name}</bdi>
      </td>
      <td className="mono muted authority-url" dir="ltr">
        {url}
      </td>
      <td>{t(anchors === null ? 'authorities.root.none' : 'authorities.root.given')}</td>
      <td>{t(auto ? 'authorities.asked.auto' : 'authorities.asked.hand')}</td>
      <td className="end">
        {canWrite ? (
          <IconButton
            label={label}
            icon={Trash2}
            isDisabled={remove.isPending}
            onPress={() => remove.mutate({ id }, { onSuccess: done })}
          />
        ) : null}
      </td>
    </tr>
  );
}
