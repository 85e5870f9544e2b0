import { NotebookPen } from 'lucide-react';
import type { CarriedPassage } from '#shared/model/versions.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { CarriedRow } from './carried-row.tsx';

/** Passages of the earlier version as they stand in the newer one; a person carries them over. */
export function CarriedList({ fromId, toId }: { fromId: string; toId: string }) {
  const { data, error } = useCall('versions.carry', { fromId, toId });
  const canWrite = useCanWrite();
  const accept = useAct('versions.accept');
  if (error !== null)
    return (
      <div className="page">
        <ErrorNotice error={error} />
      </div>
    );
  if (data === undefined)
    return (
      <p className="compare-waiting" role="status">
        {t('compare.working')}
      </p>
    );
  if (data.passages.length === 0) return <EmptyState icon={NotebookPen} title={t('carry.empty.title')} text={t('carry.empty.text')} />;
  const standing = data.passages.filter(stands).map((one) => one.passageId);
  return (
    <div className="carried">
      <div className="carried-head">
        <p className="muted">{t('carry.text')}</p>
        {standing.length === 0 || !canWrite ? null : (
          <Button variant="go" isDisabled={accept.isPending} onPress={() => accept.mutate({ toId, passageIds: standing })}>
            {t('carry.all', { count: standing.length })}
          </Button>
        )}
      </div>
      <ul>
        {data.passages.map((passage) => (
          <CarriedRow
            key={passage.passageId}
            passage={passage}
            fromId={fromId}
            toId={toId}
            onAccept={canWrite && !accept.isPending ? () => accept.mutate({ toId, passageIds: [passage.passageId] }) : null}
          />
        ))}
      </ul>
    </div>
  );
}

/** Those that can be taken together without a look at each. */
function stands({ state, carriedTo }: CarriedPassage): boolean {
  return carriedTo === null && (state === 'same' || state === 'moved');
}
