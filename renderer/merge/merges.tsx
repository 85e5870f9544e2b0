import './merge.css';
import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import type { MergeConflict } from '#shared/model/merges.ts';
import { t } from '../messages/index.ts';
import { runCommand } from '../shell/commands.ts';
import { useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { utcWords } from '../ui/times.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';

const PAGE = 200;

/** Copies that were merged, and what both of them had changed. */
export function Merges({ canWrite }: { canWrite: boolean }) {
  const [which, setWhich] = useState<'open' | 'settled'>('open');
  const [shown, setShown] = useState<MergeConflict | null>(null);
  const conflicts = useCall('merge.conflicts', { settled: which === 'settled', limit: PAGE, offset: 0 });
  const branches = useCall('merge.branches', {});
  const rows = conflicts.data?.rows ?? [];
  return (
    <div className="page merges">
      <header className="merges-head">
        <Segmented
          label={t('merge.conflicts')}
          options={[
            { id: 'open', label: t('merges.open') },
            { id: 'settled', label: t('merges.settled') },
          ]}
          value={which}
          onChange={setWhich}
        />
        {canWrite ? <Button onPress={() => runCommand('case.merge')}>{t('merge.open')}</Button> : null}
      </header>
      {conflicts.error === null ? null : <ErrorNotice error={conflicts.error} />}
      {conflicts.data !== undefined && rows.length === 0 ? <Nothing which={which} /> : null}
      {rows.length === 0 ? null : (
        <ul className="conflicts" aria-label={t('merge.conflicts')}>
          {rows.map((conflict) => (
            <ConflictRow key={conflict.id} conflict={conflict} onShow={() => setShown(conflict)} />
          ))}
        </ul>
      )}
      {conflicts.data !== undefined && conflicts.data.total > PAGE ? (
        <p className="faint">{t('merge.conflicts.more', { count: conflicts.data.total - PAGE })}</p>
      ) : null}
      {branches.data === undefined || branches.data.branches.length === 0 ? null : (
        <section className="branches">
          <h3>{t('merges.branches')}</h3>
          <ul>
            {branches.data.branches.map((branch) => (
              <li key={branch.id}>
                <strong dir="auto">{branch.source}</strong>
                <span className="muted" dir="auto">
                  {branch.actors.join(', ')}
                </span>
                <span className="muted">{t('merges.branch.entries', { from: branch.forkSeq + 1, to: branch.headSeq })}</span>
                <span className="muted">{t('merges.branch.seals', { count: branch.seals })}</span>
                <span className="faint">{utcWords(branch.receivedAt)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shown === null ? null : <ConflictDialog key={shown.id} conflict={shown} canWrite={canWrite} onClose={() => setShown(null)} />}
    </div>
  );
}

function Nothing({ which }: { which: 'open' | 'settled' }) {
  if (which === 'settled') return <p className="faint">{t('merges.settled.none')}</p>;
  return <EmptyState icon={GitMerge} title={t('merges.none.title')} text={t('merges.none.text')} />;
}

function ConflictRow({ conflict, onShow }: { conflict: MergeConflict; onShow: () => void }) {
  const { kind, cause, title, settled, source, theirActor } = conflict;
  return (
    <li className="conflict-row">
      <Chip tone={settled === null ? 'pending' : 'plain'}>
        {settled === null ? t(`merge.cause.${cause}`) : t(`conflict.choice.${settled.choice}`)}
      </Chip>
      <div>
        <strong className="truncate" dir="auto" title={title}>
          {title}
        </strong>
        <span className="muted truncate" dir="auto">
          {settled === null
            ? `${t(`merge.kind.${kind}`)} · ${t('conflict.theirs.by', { source, actor: theirActor ?? '' })}`
            : t('conflict.settled.by', { by: settled.by, at: utcWords(settled.at), reason: settled.reason })}
        </span>
      </div>
      <Button size="s" onPress={onShow}>
        {t('conflict.show')}
      </Button>
    </li>
  );
}
