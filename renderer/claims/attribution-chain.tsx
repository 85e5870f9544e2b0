import './chain/chain.css';
import { CornerDownRight, RefreshCcw } from 'lucide-react';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { Claim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { openItem } from '../shell/session.ts';
import { Chip } from '../ui/chip.tsx';
import { PartyLink } from './claim-facts.tsx';
import { chainSteps, type ChainStep } from './chain/chain-steps.ts';

type Names = ReadonlyMap<string, string>;

/** Who said it first and each hand it went through to us, drawn downwards; what is not known is dashed. `circle`: parties that lean on each other. */
export function AttributionChain({ claim, names, circle }: { claim: Claim; names: Names; circle: ReadonlySet<string> }) {
  const { length } = claim.evidence;
  return (
    <ol className="chain">
      {chainSteps(claim, circle).map((step, at) => (
        <Step key={at} step={step} isSpeaker={at === 0} names={names} />
      ))}
      <li className="chain-step chain-end" data-unknown={length === 0}>
        <span className="chain-node" aria-hidden />
        <span className="muted">
          {length === 0 ? t('chain.kept.none') : `${t('chain.kept')}: ${t('evidence.passages', { count: length })}`}
        </span>
      </li>
    </ol>
  );
}

function Step({ step, isSpeaker, names }: { step: ChainStep; isSpeaker: boolean; names: Names }) {
  const { partyId, medium, itemId, date, isAgain, isInCircle } = step;
  return (
    <li className="chain-step" data-unknown={partyId === null} data-first={isSpeaker}>
      {isSpeaker ? null : (
        <span className="chain-edge" dir="auto">
          {medium === '' ? t('chain.no-medium') : t('chain.in', { medium })}
        </span>
      )}
      <span className="chain-node" aria-hidden />
      <div className="chain-card">
        <div className="chain-who">
          {partyId === null ? <em className="muted">{t('claim.chain.unknown')}</em> : <PartyLink id={partyId} names={names} />}
          {isAgain ? <Chip tone="pending">{t('chain.again')}</Chip> : null}
          {isInCircle ? (
            <span className="chain-circle">
              <RefreshCcw aria-hidden /> {t('chain.circle')}
            </span>
          ) : null}
        </div>
        <div className="chain-when">
          <span className="faint">{t(isSpeaker ? 'chain.speaker' : 'chain.via')}</span>
          {date === null ? (
            <em className="chain-undated">{t('chain.undated')}</em>
          ) : (
            <time title={date} dir="auto">
              {edtfWords(date)}
            </time>
          )}
        </div>
        {itemId === null ? null : <ItemLink id={itemId} />}
      </div>
    </li>
  );
}

function ItemLink({ id }: { id: string }) {
  const title = useCall('items.get', { id }).data?.title;
  return (
    <button
      type="button"
      className="row-link chain-item"
      dir="auto"
      aria-label={title === undefined ? undefined : t('chain.source', { title })}
      onClick={() => openItem(id)}
    >
      <CornerDownRight aria-hidden />
      <span className="truncate">{title ?? '…'}</span>
    </button>
  );
}
