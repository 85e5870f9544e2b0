import { t } from '../../messages/index.ts';
import { useAct, useCall } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';

/** Views that cannot be read: said, and left alone until somebody removes them. */
export function BrokenViews({ canWrite }: { canWrite: boolean }) {
  const broken = useCall('claims.views', {}).data?.broken ?? [];
  const remove = useAct('claims.removeView');
  return broken.map(({ id, name, problem }) => (
    <p key={id} className="broken-view" role="status">
      <span dir="auto">
        {t('claims.table.view.broken', { name: name ?? t('claims.table.view.unnamed') })} <span className="faint">{problem}</span>
      </span>
      {canWrite ? (
        <Button size="s" onPress={() => remove.mutate({ id })}>
          {t('claims.table.view.broken.remove')}
        </Button>
      ) : null}
    </p>
  ));
}
