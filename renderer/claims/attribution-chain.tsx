import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { Claim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { openItem } from '../shell/session.ts';
import { PartyLink } from './claim-facts.tsx';

/** Who said it first, and each step by which it came to us. */
export function AttributionChain({ claim, names }: { claim: Claim; names: ReadonlyMap<string, string> }) {
  return (
    <ol className="chain">
      <li>
        {claim.speakerId === null ? (
          <span className="muted">{t('claim.chain.unknown')}</span>
        ) : (
          <PartyLink id={claim.speakerId} names={names} />
        )}
        <div className="faint">
          {claim.saidAt === null ? t('claim.chain.speaker') : `${t('claim.chain.speaker')}, ${edtfWords(claim.saidAt)}`}
        </div>
      </li>
      {claim.via.map((hop, at) => (
        <li key={at}>
          {hop.partyId === null ? <span className="muted">{t('claim.chain.unknown')}</span> : <PartyLink id={hop.partyId} names={names} />}
          <div className="faint" dir="auto">
            {[hop.medium, hop.date === null ? '' : edtfWords(hop.date)].filter((part) => part !== '').join(', ')}
          </div>
          {hop.itemId === null ? null : <ItemLink id={hop.itemId} />}
        </li>
      ))}
    </ol>
  );
}

function ItemLink({ id }: { id: string }) {
  const title = useCall('items.get', { id }).data?.title;
  return (
    <button type="button" className="row-link" dir="auto" onClick={() => openItem(id)}>
      {title ?? '…'}
    </button>
  );
}
