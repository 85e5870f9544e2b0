import { Link2Off } from 'lucide-react';
import { useState } from 'react';
import type { Claim, EvidenceLink } from '#shared/model/claims.ts';
import type { Passage } from '#shared/model/passages.ts';
import { ProofChip } from '../library/proof-chip.tsx';
import { TextOrigin } from '../passages/text-origin.tsx';
import { t } from '../messages/index.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { openItem } from '../shell/session.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';

/** The passages a claim stands on, each with what it does for the claim and how far its file can be vouched for. */
export function EvidenceList({ claim, onLink }: { claim: Claim; onLink: (() => void) | null }) {
  const [unlinking, setUnlinking] = useState<EvidenceLink | null>(null);
  return (
    <section className="evidence" aria-label={t('claim.evidence')}>
      <header className="evidence-head">
        <h2>{t('claim.evidence')}</h2>
        <Button size="s" keys="l" isDisabled={onLink === null} onPress={() => onLink?.()}>
          {t('claim.evidence.link')}
        </Button>
      </header>
      {claim.evidence.length === 0 ? (
        <div className="evidence-none">
          <strong>{t('claim.evidence.none.title')}</strong>
          <p className="muted">{t('claim.evidence.none.text')}</p>
        </div>
      ) : null}
      {claim.evidence.map((link) => (
        <EvidenceRow key={link.id} link={link} onUnlink={onLink === null ? null : () => setUnlinking(link)} />
      ))}
      {unlinking === null ? null : <Unlink link={unlinking} onClose={() => setUnlinking(null)} />}
    </section>
  );
}

function EvidenceRow({ link, onUnlink }: { link: EvidenceLink; onUnlink: (() => void) | null }) {
  const { data: passage, error } = useCall('passages.get', { id: link.passageId });
  const item = useCall('items.get', { id: passage?.itemId ?? '' }, { enabled: passage !== undefined }).data;
  if (error !== null) return <ErrorNotice error={error} />;
  if (passage === undefined) return null;
  const open = () => openItem(passage.itemId, { passageId: passage.id });
  return (
    <article className="evidence-row" data-stance={link.stance}>
      <button type="button" className="evidence-quote" dir="auto" title={t('claim.evidence.open.hint')} onClick={open}>
        {passage.quote === '' ? t('claim.evidence.area') : passage.quote}
      </button>
      {passage.translation === null ? null : (
        <p className="evidence-translation" dir="auto">
          {passage.translation} <span className="faint">{t('claim.evidence.translator', { who: passage.translator ?? '' })}</span>
        </p>
      )}
      <TextOrigin {...passage} />
      {link.note === '' ? null : (
        <p className="muted" dir="auto">
          {link.note}
        </p>
      )}
      <footer className="evidence-foot">
        <span className="chip stance" data-stance={link.stance}>
          {link.stance}
        </span>
        <span className="truncate evidence-source" dir="auto" title={passage.itemTitle}>
          {passage.itemTitle}
          {whereIn(passage)}
        </span>
        <Chip tone={stateTones[passage.state]}>{t(`passage.state.${passage.state}`)}</Chip>
        {item === undefined ? null : <ProofChip state={item.proof} />}
        <Button size="s" onPress={open}>
          {t('claim.evidence.open')}
        </Button>
        {onUnlink === null ? null : <IconButton label={t('claim.evidence.unlink')} icon={Link2Off} onPress={onUnlink} />}
      </footer>
    </article>
  );
}

export const stateTones: Record<Passage['state'], ChipTone> = { exact: 'proved', moved: 'pending', approximate: 'pending', lost: 'broken' };

function whereIn({ page, from }: Passage): string {
  if (page !== null) return `, ${t('claim.evidence.page', { page })}`;
  return from === null ? '' : `, ${Math.floor(from / 60)}:${String(Math.floor(from % 60)).padStart(2, '0')}`;
}

function Unlink({ link, onClose }: { link: EvidenceLink; onClose: () => void }) {
  const unlink = useAct('evidence.unlink');
  return (
    <ReasonDialog
      title={t('claim.evidence.unlink.title')}
      text={t('claim.evidence.unlink.text')}
      confirm={t('claim.evidence.unlink.confirm')}
      isOpen
      isPending={unlink.isPending}
      onClose={onClose}
      onConfirm={(reason) => unlink.mutate({ id: link.id, reason }, { onSuccess: onClose })}
    />
  );
}
