import { claimSentence } from '#shared/claims/claim-sentence.ts';
import type { Claim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { openClaim } from '../shell/session.ts';

/** Claims nobody can check. */
export function WithoutPassage({ ids, claims }: { ids: readonly string[]; claims: readonly Claim[] }) {
  const known = new Map(claims.map((claim) => [claim.id, claim]));
  return (
    <section>
      <h2>{t('incident.without')}</h2>
      {ids.length === 0 ? (
        <p className="muted">{t('incident.without.none')}</p>
      ) : (
        <div className="incident-gap">
          <p className="muted">{t('incident.without.text')}</p>
          <ul>
            {ids.map((id) => {
              const claim = known.get(id);
              return (
                <li key={id}>
                  <button type="button" className="row-link" dir="auto" onClick={() => openClaim(id)}>
                    {claim === undefined ? id : claimSentence(claim)}
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
      )}
    </section>
  );
}
