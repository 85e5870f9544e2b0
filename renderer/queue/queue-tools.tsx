import { Ellipsis, ListPlus, Pause, Play, RotateCcw } from 'lucide-react';
import type { QueueCounts, QueueState, QueueStatus } from '#shared/model/queue.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { runCommand } from '../shell/commands.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { notifyError } from '../ui/toast.tsx';
import { retry, switchQueue } from './queue-calls.ts';

export type QueueFilter = 'all' | QueueState;
const filters: readonly QueueFilter[] = ['all', 'waiting', 'done', 'failed', 'cancelled'];

type Props = {
  counts: QueueCounts;
  status: QueueStatus;
  canWrite: boolean;
  filter: QueueFilter;
  onFilter: (filter: QueueFilter) => void;
  onCancelAll: () => void;
};

export function QueueTools({ counts, status, canWrite, filter, onFilter, onCancelAll }: Props) {
  const clear = () => void call('queue.clear', {}).catch(notifyError);
  const more = [
    { id: 'cancel', label: t('queue.cancel.all'), danger: true, isDisabled: counts.waiting === 0, run: onCancelAll },
    { id: 'clear', label: t('queue.clear'), isDisabled: counts.done + counts.cancelled === 0, run: clear },
  ];
  return (
    <ToolBar>
      <StartOrPause status={status} waiting={counts.waiting} canWrite={canWrite} />
      <Button icon={ListPlus} isDisabled={!canWrite} onPress={() => runCommand('queue.add')}>
        {t('queue.add')}
      </Button>
      {counts.failed === 0 ? null : (
        <Button icon={RotateCcw} isDisabled={!canWrite} onPress={() => void retry({})}>
          {t('queue.retry.all', { count: counts.failed })}
        </Button>
      )}
      {canWrite ? (
        <Menu label={t('queue.more')} actions={more}>
          <IconButton label={t('queue.more')} icon={Ellipsis} />
        </Menu>
      ) : null}
      <Gap />
      <Segmented
        label={t('queue.filter')}
        options={filters.map((id) => ({
          id,
          label:
            id === 'all' || counts[id] === 0 ? t(`queue.filter.${id}`) : `${t(`queue.filter.${id}`)} ${counts[id].toLocaleString('en')}`,
        }))}
        value={filter}
        onChange={onFilter}
      />
    </ToolBar>
  );
}

function StartOrPause({ status, waiting, canWrite }: { status: QueueStatus; waiting: number; canWrite: boolean }) {
  if (status.state === 'running') {
    return (
      <Button icon={Pause} onPress={() => void switchQueue('queue.pause')}>
        {t('queue.pause')}
      </Button>
    );
  }
  const isFirst = status.reason === null || status.reason === 'finished';
  return (
    <Button variant="go" icon={Play} isDisabled={!canWrite || waiting === 0} onPress={() => void switchQueue('queue.run')}>
      {t(isFirst ? 'queue.start' : 'queue.resume')}
    </Button>
  );
}
