import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Claim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { openClaim } from '../shell/session.ts';

/** What was said of the incident, in the order it was said: a denial and the admission after it both stay. */
export function StatementList({ statements, claims }: { statements: IncidentAnalysis['statements']; claims: readonly Claim[] }) {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  return (
    <section>
      <h2>{t('incident.statements')}</h2>
      <ol className="statements">
        {statements.map(({ claimId, speaker, act, modality, saidAt }) => {
          const claim = byId.get(claimId);
          return (
            <li key={claimId} data-modality={modality}>
              <div className="statement-said">
                <span className="faint" title={saidAt ?? undefined}>
                  {saidAt === null ? t('claims.undated') : edtfWords(saidAt)}
                </span>
                <span className="statement-speaker" dir="auto">
                  {speaker ?? t('claims.nobody')}
                </span>
              </div>
              <button type="button" className="row-link" dir="auto" onClick={() => openClaim(claimId)}>
                {claim === undefined ? `${modality}: ${act}` : claimSentence(claim)}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
