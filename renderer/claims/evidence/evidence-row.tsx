import { Link2Off, Pencil } from 'lucide-react';
import type { ClaimEvidence } from '#shared/model/claim-evidence.ts';
import { ItemTypeIcon } from '../../library/item-type-icon.tsx';
import { t } from '../../messages/index.ts';
import { placeWords } from '../../passages/passage-place.tsx';
import { TextOrigin } from '../../passages/text-origin.tsx';
import { openItem } from '../../shell/session.ts';
import { Button, IconButton } from '../../ui/button.tsx';
import { EvidencePicture } from './evidence-picture.tsx';
import { EvidenceProof } from './evidence-proof.tsx';
import { QuotedWords, WhereaboutsNote } from './quoted-words.tsx';

export type EvidenceActs = { onRestate: (row: ClaimEvidence) => void; onUnlink: (row: ClaimEvidence) => void };

/** One passage of a claim: its words in their context, what they are, where they stand and how far their file can be vouched for. */
export function EvidenceRow({ evidence, acts }: { evidence: ClaimEvidence; acts: EvidenceActs | null }) {
  const { passage, item, note } = evidence;
  const open = () => openItem(passage.itemId, { passageId: passage.id });
  const where = placeWords(passage);
  return (
    <article className="evidence-row" data-stance={evidence.stance} data-evidence={evidence.id}>
      <header className="evidence-source">
        <ItemTypeIcon type={item.type} />
        <span className="truncate" dir="auto" title={item.title}>
          {item.title}
        </span>
        {where === '' ? null : (
          <span className="mono evidence-where" dir="ltr">
            {where}
          </span>
        )}
        <span className="gap" />
        <Button size="s" onPress={open}>
          {t('claim.evidence.open')}
        </Button>
        {acts === null ? null : (
          <>
            <IconButton label={t('evidence.restate')} icon={Pencil} keys="s" onPress={() => acts.onRestate(evidence)} />
            <IconButton label={t('claim.evidence.unlink')} icon={Link2Off} onPress={() => acts.onUnlink(evidence)} />
          </>
        )}
      </header>
      <WhereaboutsNote evidence={evidence} />
      <EvidencePicture evidence={evidence} />
      <QuotedWords evidence={evidence} onOpen={open} />
      <Translation evidence={evidence} />
      <TextOrigin {...passage} />
      {note === '' ? null : (
        <p className="evidence-note" dir="auto">
          {note}
        </p>
      )}
      <EvidenceProof evidence={evidence} />
    </article>
  );
}

function Translation({ evidence: { passage } }: { evidence: ClaimEvidence }) {
  const { translation, translator } = passage;
  if (translation === null) return null;
  return (
    <p className="evidence-translation" dir="auto">
      {translation} <span className="faint">{t('claim.evidence.translator', { who: translator ?? '' })}</span>
    </p>
  );
}
