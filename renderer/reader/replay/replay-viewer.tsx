import './replay-viewer.css';
import { FileQuestion, Unplug } from 'lucide-react';
import { useState } from 'react';
import type { Item, ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { ArchivePages } from './archive-pages.tsx';
import { ReplayTools } from './replay-tools.tsx';
import { usePlacement } from './use-placement.ts';
import { useReplay, type OpenReplay } from './use-replay.ts';

/**
 * The archived page with its scripts running. It is not drawn by this window: main lays a view of a sealed session over
 * the pane, and takes it away while something of the window has to be seen there.
 */
export function ReplayViewer({ item, file, isVeiled }: { item: Item; file: ItemFile; isVeiled: boolean }) {
  const replay = useReplay(file.id, item.sourceUrl, item.capturedAt, !isVeiled);
  const [pane, setPane] = useState<HTMLDivElement | null>(null);
  const [isListed, setListed] = useState(false);
  const { opening, shown, focus } = replay;
  const isDrawn = shown !== null && (shown.state === 'shown' || shown.state === 'loading');
  const isCovered = usePlacement(opening.kind === 'open' ? opening.replayId : null, pane, isDrawn && !isVeiled);
  return (
    <div className="replay">
      <ReplayTools replay={replay} isListed={isListed} onList={setListed} />
      <p className="replay-note">{t('replay.note')}</p>
      <div className="replay-body">
        {isListed && opening.kind === 'open' ? <ArchivePages archive={opening.archive} shown={shown} onShow={replay.show} /> : null}
        <div
          className="replay-pane"
          ref={setPane}
          role="group"
          tabIndex={0}
          aria-label={t('replay.pane', { url: shown?.url ?? '' })}
          data-drawn={isDrawn && opening.kind === 'open'}
          onKeyDown={(event) => event.key === 'Enter' && event.target === event.currentTarget && focus()}
        >
          <PaneWords replay={replay} isCovered={isCovered} />
        </div>
      </div>
    </div>
  );
}

/** What the pane itself says while no page is drawn over it. */
function PaneWords({ replay, isCovered }: { replay: OpenReplay; isCovered: boolean }) {
  const { opening, shown, step, again } = replay;
  if (opening.kind === 'failed')
    return (
      <div className="reader-notice">
        <ErrorNotice error={opening.error} onRetry={again} />
      </div>
    );
  if (opening.kind === 'opening' || shown === null)
    return (
      <p className="reader-opening" role="status">
        {t('replay.opening')}
      </p>
    );
  if (shown.state === 'missing' || shown.state === 'damaged')
    return (
      <EmptyState icon={FileQuestion} title={t(`replay.${shown.state}.title`)} text={t(`replay.${shown.state}.text`)}>
        {shown.canGoBack ? <Button onPress={() => step('back')}>{t('replay.back')}</Button> : null}
      </EmptyState>
    );
  if (shown.state === 'ended')
    return (
      <EmptyState icon={Unplug} title={t('replay.ended.title')} text={t('replay.ended.text')}>
        <Button onPress={again}>{t('replay.again')}</Button>
      </EmptyState>
    );
  return isCovered ? <p className="reader-opening">{t('replay.covered')}</p> : null;
}
