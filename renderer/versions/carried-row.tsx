import { useState } from 'react';
import type { CarriedPassage, CarryState } from '#shared/model/versions.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { TieDialog } from './tie-dialog.tsx';

type CarriedRowProps = { passage: CarriedPassage; fromId: string; toId: string; onAccept: (() => void) | null };

const tones: Record<CarryState, ChipTone> = {
  same: 'proved',
  moved: 'proved',
  approximate: 'pending',
  lost: 'broken',
  'no-words': 'plain',
};

/** One passage: what it said then, what stands there now, and what can be done. */
export function CarriedRow({ passage, fromId, toId, onAccept }: CarriedRowProps) {
  const { state, quote, comment, claimIds, found, carriedTo, score } = passage;
  return (
    <li className="carried-row">
      <div className="carried-state">
        <Chip tone={tones[state]} title={t(`carry.hint.${state}`)}>
          {t(`carry.state.${state}`)}
        </Chip>
        {state === 'approximate' ? <span className="faint number">{t('carry.likeness', { percent: Math.floor(score * 100) })}</span> : null}
      </div>
      <div className="carried-words">
        <Quote label={t('carry.then')} words={quote === '' ? comment : quote} />
        {found === null || state === 'same' ? null : (
          <Quote label={t('carry.now')} words={found.quote} prefix={found.prefix} suffix={found.suffix} />
        )}
        <p className="muted carried-hint">
          {t(passage.searched === 'near' ? 'carry.hint.near' : `carry.hint.${state}`)}
          {claimIds.length === 0 ? null : `; ${t('carry.claims', { count: claimIds.length })}`}
        </p>
      </div>
      <div className="carried-acts">
        {carriedTo === null ? (
          <Ways passage={passage} fromId={fromId} onAccept={onAccept} />
        ) : (
          <Carried carriedTo={carriedTo} claimIds={claimIds} toId={toId} canWrite={onAccept !== null} />
        )}
      </div>
    </li>
  );
}

function Quote({ label, words, prefix = '', suffix = '' }: { label: string; words: string; prefix?: string; suffix?: string }) {
  return (
    <div className="carried-quote">
      <span className="faint">{label}</span>
      <p className="selectable" dir="auto">
        <span className="faint">{prefix}</span>
        <strong>{words}</strong>
        <span className="faint">{suffix}</span>
      </p>
    </div>
  );
}

function Ways({ passage: { state, passageId }, fromId, onAccept }: Pick<CarriedRowProps, 'passage' | 'fromId' | 'onAccept'>) {
  const canCarry = state !== 'lost' && state !== 'no-words';
  return (
    <>
      {canCarry && onAccept !== null ? (
        <Button size="s" onPress={onAccept}>
          {t(state === 'approximate' ? 'carry.one.approximate' : 'carry.one')}
        </Button>
      ) : null}
      <Button size="s" variant="quiet" onPress={() => openItem(fromId, { passageId })}>
        {t('carry.open.earlier')}
      </Button>
    </>
  );
}

type CarriedProps = { carriedTo: string; claimIds: string[]; toId: string; canWrite: boolean };

/** It is there; its claims can have it too. */
function Carried({ carriedTo, claimIds, toId, canWrite }: CarriedProps) {
  const [isTying, setTying] = useState(false);
  const tied = useCall('passages.get', { id: carriedTo }, { enabled: claimIds.length > 0 }).data?.claimIds ?? [];
  const untied = claimIds.filter((id) => !tied.includes(id));
  return (
    <>
      <Chip tone="proved">{t('carry.done')}</Chip>
      <Button size="s" variant="quiet" onPress={() => openItem(toId, { passageId: carriedTo })}>
        {t('carry.open.newer')}
      </Button>
      {untied.length === 0 || !canWrite ? null : (
        <Button size="s" onPress={() => setTying(true)}>
          {t('carry.tie')}
        </Button>
      )}
      {claimIds.length > 0 && untied.length === 0 ? <span className="faint">{t('carry.tied')}</span> : null}
      {isTying ? <TieDialog passageId={carriedTo} claimIds={untied} onClose={() => setTying(false)} /> : null}
    </>
  );
}
