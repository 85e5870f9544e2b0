import { edtfWords } from '#shared/claims/edtf-words.ts';
import { figureWords } from '#shared/claims/figure-words.ts';
import type { Claim, Place, Quantity } from '#shared/model/claims.ts';
import { IncidentCode } from '../incidents/incident-code.tsx';
import { t } from '../messages/index.ts';
import { PartyName } from '../parties/party-names.tsx';
import { openParty } from '../shell/session.ts';
import { Chip } from '../ui/chip.tsx';
import { Facts } from '../ui/facts.tsx';
import { extraWords } from './history/field-words.ts';
import { useFieldLabels } from './use-field-labels.ts';
import { VictimList } from './victim-list.tsx';

type Names = ReadonlyMap<string, string>;

/** Every field as it was said; what was not said is left out. */
export function ClaimFacts({ claim, names }: { claim: Claim; names: Names }) {
  const labels = useFieldLabels();
  return (
    <Facts
      facts={[
        { label: t('claim.act'), value: claim.act },
        { label: t('claim.modality'), value: claim.modality },
        {
          label: t('claim.quantity'),
          value:
            claim.quantities.length === 0 ? null : claim.quantities.map((quantity, at) => <QuantityWords key={at} quantity={quantity} />),
        },
        { label: t('claim.when'), value: <DateWords date={claim.when} /> },
        { label: t('claim.saidAt'), value: <DateWords date={claim.saidAt} /> },
        { label: t('claim.place'), value: claim.place === null ? null : <PlaceWords place={claim.place} /> },
        { label: t('claim.cause'), value: claim.cause },
        {
          label: t('claim.parties'),
          value:
            claim.parties.length === 0
              ? null
              : claim.parties.map(({ partyId, role }, at) => (
                  <div key={at}>
                    <PartyLink id={partyId} names={names} /> <Chip>{role}</Chip>
                  </div>
                )),
        },
        { label: t('claim-facts.victims'), value: claim.victims.length === 0 ? null : <VictimList victims={claim.victims} /> },
        { label: t('claim.incident'), value: claim.incidentId === null ? null : <IncidentCode id={claim.incidentId} /> },
        { label: t('claim.note'), value: claim.note === '' ? null : <span className="claim-note">{claim.note}</span> },
        ...Object.entries(claim.extra).map(([name, value]) => ({
          label: labels[name] ?? name,
          value: <bdi className="claim-note">{extraWords(value)}</bdi>,
        })),
      ].filter(
        (fact) => !(fact.label === t('claim.when') && claim.when === null) && !(fact.label === t('claim.saidAt') && claim.saidAt === null),
      )}
    />
  );
}

function QuantityWords({ quantity }: { quantity: Quantity }) {
  return (
    <div>
      {figureWords(quantity)} {quantity.unit}
      {quantity.role === 'count' ? null : (
        <>
          {' '}
          <Chip>{t(`claim.role.${quantity.role}`)}</Chip>
        </>
      )}
      {quantity.breakdown.map((part, at) => (
        <div className="muted" key={at}>
          {part.qualifier === 'most' || part.qualifier === 'some' ? part.qualifier : figureWords(part)} {part.groups.join(', ')}
        </div>
      ))}
    </div>
  );
}

/** As kept, and in words where they differ. */
export function DateWords({ date }: { date: string | null }) {
  if (date === null) return null;
  const words = edtfWords(date);
  return (
    <>
      <span className="mono" dir="ltr">
        {date}
      </span>
      {words === date ? null : ` ${words}`}
    </>
  );
}

function PlaceWords({ place }: { place: Place }) {
  const { latitude, longitude } = place;
  return (
    <>
      <span dir="auto">{place.name}</span> {place.precision === 'unknown' ? null : <Chip>{place.precision}</Chip>}
      {Object.entries(place.names).map(([language, name]) => (
        <div key={language} lang={language}>
          <bdi>{name}</bdi>
        </div>
      ))}
      {latitude === null || longitude === null ? null : (
        <div className="mono" dir="ltr">
          {latitude}, {longitude}
        </div>
      )}
    </>
  );
}

export function PartyLink({ id, names }: { id: string; names: Names }) {
  return (
    <button type="button" className="row-link" onClick={() => openParty(id)}>
      <PartyName id={id} names={names} />
    </button>
  );
}
