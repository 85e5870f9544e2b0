import './seals.css';
import { Stamp } from 'lucide-react';
import { useState } from 'react';
import type { CallOutput } from '#shared/contract.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { usePages } from '../shell/pages.ts';
import { showDialog } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Digest } from '../ui/digest.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { PagedTable, type Column } from '../ui/paged-table.tsx';
import { UtcTime } from '../ui/times.tsx';
import { sealNow } from './seal-acts.ts';
import { SealDialog } from './seal-dialog.tsx';
import { StampChip } from './stamp-chip.tsx';
import { StampStrip } from './stamp-strip.tsx';

export type SealRow = CallOutput<'seals.list'>['rows'][number];

export function SealTools() {
  const canWrite = useCanWrite();
  return (
    <>
      <Button onPress={() => showDialog('authorities')}>{t('authorities.open')}</Button>
      <Button variant="go" icon={Stamp} keys="$mod+Shift+s" isDisabled={!canWrite} onPress={() => void sealNow()}>
        {t('seals.make')}
      </Button>
    </>
  );
}

/** Every seal, the newest first, with what others say of it. */
export function Seals() {
  const pages = usePages('seals.list', {});
  const [shown, setShown] = useState<SealRow | null>(null);
  const canWrite = useCanWrite();
  return (
    <>
      {pages.error === null ? null : (
        <div className="page">
          <ErrorNotice error={pages.error} />
        </div>
      )}
      <StampStrip />
      <PagedTable
        label={t('seals.list')}
        columns={columns}
        pages={pages}
        rowKey={({ id }) => id}
        rowHeight={36}
        onOpen={setShown}
        opensOnClick
        empty={
          <EmptyState icon={Stamp} title={t('seals.empty.title')} text={t('seals.empty.text')}>
            {canWrite ? (
              <Button variant="go" keys="$mod+Shift+s" onPress={() => void sealNow()}>
                {t('seals.make')}
              </Button>
            ) : null}
          </EmptyState>
        }
      />
      {shown === null ? null : <SealDialog seal={shown} onClose={() => setShown(null)} />}
    </>
  );
}

/** More than these would only be cut off. */
const CHIPS = 3;

const columns: readonly Column<SealRow>[] = [
  { id: 'at', label: t('seals.at'), width: '150px', cell: ({ head }) => <UtcTime at={head.at} /> },
  {
    id: 'reason',
    label: t('seals.reason'),
    width: 'minmax(110px, 1fr)',
    hideBelow: 620,
    cell: ({ reason }) => t(`seals.reason.${reason}`),
  },
  { id: 'entries', label: t('seals.entries'), width: '80px', align: 'end', cell: ({ head }) => head.treeSize.toLocaleString('en') },
  { id: 'key', label: t('seals.key'), width: '116px', hideBelow: 760, cell: ({ head }) => <Digest sha256={head.keyId} /> },
  {
    id: 'stamps',
    label: t('seals.stamps'),
    width: 'minmax(180px, 3fr)',
    cell: ({ timestamps }) =>
      timestamps.length === 0 ? (
        <span className="faint">{t('seals.stamps.none')}</span>
      ) : (
        <span className="stamp-chips">
          {timestamps.slice(0, CHIPS).map((stamp) => (
            <StampChip key={stamp.id} stamp={stamp} />
          ))}
          {timestamps.length > CHIPS ? <span className="faint">{t('seals.stamps.more', { count: timestamps.length - CHIPS })}</span> : null}
        </span>
      ),
  },
];
