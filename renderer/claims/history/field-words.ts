/** A field of a claim, as the journal has it, in lines a person can compare. */
import { edtfWords } from '#shared/claims/edtf-words.ts';
import { figureWords } from '#shared/claims/figure-words.ts';
import type { Claim, Quantity, Victim } from '#shared/model/claims.ts';
import type { Json } from '#shared/model/primitives.ts';
import { t, type MessageKey } from '../../messages/index.ts';
import { victimWords } from '../victim-words.ts';

/** Names by id of parties, sources and incidents; labels of own fields by their name. */
export type Names = Readonly<Record<string, string>>;

export const fieldLabels: Record<string, MessageKey> = {
  modality: 'claim.modality',
  act: 'claim.act',
  quantities: 'claim.quantity',
  speakerId: 'claim.speaker',
  saidAt: 'claim.saidAt',
  via: 'claim.via',
  when: 'claim.when',
  place: 'claim.place',
  cause: 'claim.cause',
  parties: 'claim.parties',
  victims: 'claim-facts.victims',
  incidentId: 'claim.incident',
  note: 'claim.note',
  extra: 'claim-facts.extra',
};

/** One line a part; none where nothing was said. Pure. */
export function fieldLines(field: string, value: Json, names: Names): string[] {
  if (value === null || value === '') return [];
  const nameOf = (id: string | null) => (id === null ? t('claim.chain.unknown') : (names[id] ?? id));
  switch (field) {
    case 'quantities':
      return (value as Claim['quantities']).map(quantityLine);
    case 'via':
      return (value as Claim['via']).map(({ partyId, medium, date, itemId }) =>
        line(nameOf(partyId), medium, date === null ? '' : edtfWords(date), itemId === null ? '' : nameOf(itemId)),
      );
    case 'parties':
      return (value as Claim['parties']).map(({ partyId, role }) => `${role}: ${nameOf(partyId)}`);
    case 'victims':
      return (value as Victim[]).map(victimWords);
    case 'place':
      return placeLines(value as NonNullable<Claim['place']>);
    case 'extra':
      return Object.entries(value as Claim['extra']).map(([name, one]) => `${names[name] ?? name}: ${extraWords(one)}`);
    case 'speakerId':
    case 'incidentId':
      return [nameOf(value as string)];
    case 'when':
    case 'saidAt':
      return [edtfWords(value as string) === value ? value : `${edtfWords(value as string)} (${value as string})`];
    default:
      return [typeof value === 'string' ? value : JSON.stringify(value)];
  }
}

export const extraWords = (value: Claim['extra'][string]): string =>
  typeof value === 'boolean' ? t(value ? 'claim-facts.yes' : 'claim-facts.no') : String(value);

const line = (...parts: string[]) => parts.filter((part) => part !== '').join(', ');

function quantityLine(quantity: Quantity): string {
  const groups = quantity.breakdown.map((part) => {
    const figure = part.qualifier === 'most' || part.qualifier === 'some' ? part.qualifier : figureWords(part);
    return `${figure} ${part.groups.join(', ')}`;
  });
  const role = quantity.role === 'count' ? '' : ` (${t(`claim.role.${quantity.role}`)})`;
  return [`${figureWords(quantity)} ${quantity.unit}${role}`, ...groups].join('; ');
}

function placeLines({ name, names, precision, latitude, longitude }: NonNullable<Claim['place']>): string[] {
  const first = line(
    name,
    precision === 'unknown' ? '' : precision,
    latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`,
  );
  return [first, ...Object.entries(names).map(([language, own]) => `${own} (${language})`)];
}

export type LineChange = { same: string[]; removed: string[]; added: string[] };

/** Lines of the one and the other apart from those in both, each as often as it stands. Pure. */
export function lineChange(before: readonly string[], after: readonly string[]): LineChange {
  const left = [...before];
  const [same, added]: [string[], string[]] = [[], []];
  for (const one of after) {
    const at = left.indexOf(one);
    if (at < 0) added.push(one);
    else same.push(...left.splice(at, 1));
  }
  return { same, removed: left, added };
}
