import { ArrowLeft, ArrowRight, PanelLeft, RotateCw } from 'lucide-react';
import { ToggleButton } from 'react-aria-components';
import { t } from '../../messages/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { UtcTime } from '../../ui/times.tsx';
import type { OpenReplay } from './use-replay.ts';

type ReplayToolsProps = { replay: OpenReplay; isListed: boolean; onList: (listed: boolean) => void };

/** Where in the archive the person is, and the ways to move in it. */
export function ReplayTools({ replay, isListed, onList }: ReplayToolsProps) {
  const { shown, opening, step } = replay;
  const total = opening.kind === 'open' ? opening.archive.total : 0;
  return (
    <div className="viewer-tools" role="toolbar" aria-label={t('replay.tools')}>
      {total > 1 ? (
        <ToggleButton className="button button-quiet button-s" isSelected={isListed} onChange={onList}>
          <PanelLeft aria-hidden />
          {t('replay.pages', { count: total })}
        </ToggleButton>
      ) : null}
      <IconButton label={t('replay.back')} icon={ArrowLeft} isDisabled={shown?.canGoBack !== true} onPress={() => step('back')} />
      <IconButton label={t('replay.forward')} icon={ArrowRight} isDisabled={shown?.canGoForward !== true} onPress={() => step('forward')} />
      <IconButton
        label={t('replay.reload')}
        icon={RotateCw}
        isDisabled={shown === null || shown.state === 'ended'}
        onPress={() => step('reload')}
      />
      <span
        className="replay-address mono selectable truncate"
        role="status"
        aria-label={t('replay.address')}
        dir="ltr"
        title={shown?.url ?? ''}
      >
        {shown?.url ?? ''}
      </span>
      {shown?.at == null ? null : (
        <span className="replay-at faint" title={t('replay.at', { at: shown.at.slice(0, 19).replace('T', ' ') })}>
          <UtcTime at={shown.at} />
        </span>
      )}
    </div>
  );
}
