import '../claims/stance.css';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { draftClaim, openClaim, openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';

/** The claims that stand on a passage, each by its sentence, its speaker and what the passage does for it. */
export function PassageClaims({ passage }: { passage: Passage }) {
  const claims = useCall('evidence.ofPassage', { passageId: passage.id }).data?.claims ?? [];
  return (
    <section className="passage-claims" aria-label={t('passage.claims', { count: passage.claimIds.length })}>
      <span className="muted">{t('passage.claims', { count: passage.claimIds.length })}</span>
      <ul className="passage-claim-list">
        {claims.map(({ id, claimId, stance, sentence, speaker, note }) => (
          <li key={id} className="passage-claim">
            <span className="chip stance" data-stance={stance}>
              {stance}
            </span>
            <button type="button" className="row-link" dir="auto" onClick={() => openClaim(claimId)}>
              {sentence}
            </button>
            <span className="faint" dir="auto">
              {[t('passage-claims.by', { who: speaker ?? t('claims.nobody') }), note].filter((part) => part !== '').join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <Button size="s" onPress={() => draftClaim({ passageId: passage.id })}>
        {t('passage.claim.new')}
      </Button>
      <Button size="s" variant="quiet" onPress={() => openItem(passage.itemId, { passageId: passage.id })}>
        {t('passage.show')}
      </Button>
    </section>
  );
}
