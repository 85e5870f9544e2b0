import { edtfWords } from '#shared/claims/edtf-words.ts';
import { numberWords } from '#shared/claims/figure-words.ts';
import type { ClaimFilter } from '#shared/model/claim-filter.ts';
import { t, type MessageKey } from '../../messages/index.ts';
import { useCall } from '../../shell/engine.ts';
import { valueWords } from './all-columns.tsx';

/** What claims can be filtered by, each with the parts of a filter it asks for. */
export const filterFields = {
  acts: ['acts'],
  modalities: ['modalities'],
  figure: ['figureLeast', 'figureMost'],
  units: ['units'],
  qualifiers: ['qualifiers'],
  speakerIds: ['speakerIds'],
  party: ['partyId', 'partyRole'],
  incidentId: ['incidentId'],
  itemId: ['itemId'],
  place: ['place'],
  said: ['said'],
  happened: ['happened'],
  evidence: ['evidence'],
  reliability: ['reliability'],
  credibility: ['credibility'],
  field: ['field'],
  createdBy: ['createdBy'],
} as const satisfies Record<string, readonly (keyof ClaimFilter)[]>;
export type FilterField = keyof typeof filterFields;
export const filterFieldNames = Object.keys(filterFields) as FilterField[];
export const fieldLabel = (field: FilterField): string => t(`claims.table.filter.${field}`);

/** The fields a filter asks for now. */
export const activeFields = (filter: ClaimFilter): FilterField[] =>
  filterFieldNames.filter((field) => filterFields[field].some((part) => filter[part] !== undefined));

/** The filter without one of its fields. */
export function withoutField(filter: ClaimFilter, field: FilterField): ClaimFilter {
  const gone = new Set<string>(filterFields[field]);
  return Object.fromEntries(Object.entries(filter).filter(([part]) => !gone.has(part)));
}

/** What one field of a filter asks, in words; names are looked up while they are not known. */
export function useFilterWords(filter: ClaimFilter, field: FilterField, names: ReadonlyMap<string, string>): string {
  const incident = useCall(
    'incidents.get',
    { id: filter.incidentId ?? '' },
    { enabled: field === 'incidentId' && filter.incidentId != null },
  );
  const item = useCall('items.get', { id: filter.itemId ?? '' }, { enabled: field === 'itemId' && filter.itemId !== undefined });
  const fields = useCall('fields.list', { subject: 'claim' }, { enabled: field === 'field' });
  if (field === 'incidentId' && filter.incidentId != null)
    return incident.data?.code ?? (incident.error === null ? '…' : t('claims.table.gone'));
  if (field === 'itemId') return item.data?.title ?? (item.error === null ? '…' : t('claims.table.gone'));
  if (field === 'field') {
    const label = fields.data?.fields.find(({ name }) => name === filter.field?.name)?.label ?? filter.field?.name ?? '';
    return filter.field?.value === undefined ? `${label}: ${t('claims.table.field.any')}` : `${label}: ${valueWords(filter.field.value)}`;
  }
  return plainWords(filter, field, names);
}

function plainWords(filter: ClaimFilter, field: FilterField, names: ReadonlyMap<string, string>): string {
  const nameOf = (id: string) => names.get(id) ?? t('claims.table.gone');
  switch (field) {
    case 'acts':
    case 'modalities':
    case 'units':
    case 'qualifiers':
      return (filter[field] ?? []).join(', ');
    case 'reliability':
    case 'credibility':
      return (filter[field] ?? []).map((grade) => grade ?? t('claims.table.ungraded')).join(', ');
    case 'speakerIds':
      return (filter.speakerIds ?? []).map((id) => (id === null ? t('claims.nobody') : nameOf(id))).join(', ');
    case 'party':
      return [filter.partyRole, filter.partyId === undefined ? undefined : nameOf(filter.partyId)]
        .filter((part) => part !== undefined)
        .join(': ');
    case 'incidentId':
      return t('claims.table.incident.none');
    case 'figure':
      return figureWords(filter);
    case 'said':
    case 'happened':
      return dateWords(filter[field]);
    case 'evidence':
      return filter.evidence === undefined ? '' : evidenceWords(filter.evidence);
    default:
      return filter[field as 'place' | 'createdBy'] ?? '';
  }
}

function figureWords({ figureLeast: from, figureMost: to }: ClaimFilter): string {
  if (from !== undefined && to !== undefined) return t('claims.table.chip.between', { from: numberWords(from), to: numberWords(to) });
  return from === undefined
    ? t('claims.table.chip.most', { n: numberWords(to ?? 0) })
    : t('claims.table.chip.least', { n: numberWords(from) });
}

function dateWords(range: ClaimFilter['said']): string {
  const [from, to] = [range?.from, range?.to].map((date) => (date === undefined ? undefined : edtfWords(date)));
  if (from !== undefined && to !== undefined) return t('claims.table.chip.between', { from, to });
  return from === undefined ? t('claims.table.chip.to', { to: to ?? '' }) : t('claims.table.chip.from', { from });
}

export function evidenceWords(evidence: NonNullable<ClaimFilter['evidence']>): string {
  const key: MessageKey | null =
    evidence === 'none' ? 'claims.table.evidence.none' : evidence === 'some' ? 'claims.table.evidence.some' : null;
  return key === null
    ? t('claims.table.evidence.stance', { stance: evidence === 'context' ? t('claims.table.evidence.context') : evidence })
    : t(key);
}
