import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { figureWords } from '#shared/claims/figure-words.ts';
import type { ListedClaim } from '#shared/contract/claims-table.ts';
import type { ClaimSort } from '#shared/model/claim-filter.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import { IncidentCode } from '../../incidents/incident-code.tsx';
import { t } from '../../messages/index.ts';
import { PartyName } from '../../parties/party-names.tsx';
import { openClaim } from '../../shell/session.ts';
import type { Column } from '../../ui/paged-table.tsx';
import { UtcTime } from '../../ui/times.tsx';
import { EvidenceCount, SaidOn } from '../claim-columns.tsx';

type Names = ReadonlyMap<string, string>;
/** A column with the least width it can be read at, in pixels. */
export type ClaimColumn = Column<ListedClaim> & { least: number };

/** Every column there is, in the order they stand: the claim's own, then the case's fields. `names` are the parties' by id. */
export function allColumns(names: Names, fields: readonly OwnField[]): ClaimColumn[] {
  return [...whatIsSaid(names), ...where(names), ...judged, ...kept, ...fields.map(ownColumn)];
}

const column = (id: string, least: number, cell: Column<ListedClaim>['cell'], more: Partial<ClaimColumn> = {}): ClaimColumn => ({
  id,
  label: more.label ?? t(`claims.table.column.${id as 'act'}`),
  width: `minmax(${least}px, ${least}fr)`,
  least,
  sort: id,
  cell,
  ...more,
});

/** Words in any script, cut at the end of the cell and whole on hover. */
const Words = ({ of }: { of: string | null | undefined }) =>
  of == null || of === '' ? null : (
    <div className="cell-words truncate" dir="auto" title={of}>
      {of}
    </div>
  );

function whatIsSaid(names: Names): ClaimColumn[] {
  return [
    column('sentence', 300, (claim) => <Sentence claim={claim} names={names} />, { sort: 'act' }),
    column('act', 90, ({ act }) => <Words of={act} />),
    column('modality', 90, ({ modality }) => modality),
    column('figure', 110, ({ quantities: [first] }) => (first === undefined ? null : <Words of={figureWords(first)} />), { align: 'end' }),
    column('unit', 100, ({ quantities: [first] }) => <Words of={first?.unit} />),
    column('speaker', 150, ({ speakerId }) => <Speaker id={speakerId} names={names} />),
    withoutSort(
      column('via', 150, ({ via }) => (
        <Words of={via.map(({ partyId, medium }) => [names.get(partyId ?? ''), medium].filter(Boolean).join(', ')).join(' → ')} />
      )),
    ),
    column('said', 142, ({ saidAt }) => <SaidOn saidAt={saidAt} />),
    column('happened', 142, ({ when }) => <SaidOn saidAt={when} />),
  ];
}

function where(names: Names): ClaimColumn[] {
  return [
    column('place', 110, ({ place }) => <Words of={place?.name} />),
    column('cause', 100, ({ cause }) => <Words of={cause} />),
    column('incident', 100, ({ incidentId }) => (incidentId === null ? null : <IncidentCode id={incidentId} />)),
    column('parties', 160, ({ parties }) => (
      <Words of={parties.map(({ partyId, role }) => `${role}: ${names.get(partyId) ?? '…'}`).join('; ')} />
    )),
    column('victims', 70, ({ victims }) => (victims.length === 0 ? null : victims.length), { align: 'end' }),
  ];
}

const judged: ClaimColumn[] = [
  column('evidence', 110, ({ evidence }) => <EvidenceCount claim={{ evidence }} />),
  column('reliability', 90, ({ reliability }) => <Grades of={reliability} />),
  column('credibility', 90, ({ credibility }) => <Grades of={credibility} />),
];

const kept: ClaimColumn[] = [
  column('note', 160, ({ note }) => <Words of={note} />),
  column('createdBy', 100, ({ createdBy }) => <Words of={createdBy} />),
  column('created', 140, ({ createdAt }) => <UtcTime at={createdAt} />),
  column('updated', 140, ({ updatedAt }) => <UtcTime at={updatedAt} />),
];

function ownColumn({ name, label }: OwnField): ClaimColumn {
  const sort: ClaimSort = `field:${name}`;
  return column(sort, 110, ({ extra }) => <Words of={valueWords(extra[name])} />, { label });
}

export function valueWords(value: string | number | boolean | undefined): string {
  if (typeof value === 'boolean') return value ? t('claims.table.yes') : t('claims.table.no');
  return value === undefined ? '' : String(value);
}

function withoutSort({ sort: _sort, ...rest }: ClaimColumn): ClaimColumn {
  return rest;
}

function Sentence({ claim, names }: { claim: ListedClaim; names: Names }) {
  const sentence = claimSentence(claim, names);
  return (
    <button
      type="button"
      className="row-link two-lines cell-words"
      dir="auto"
      title={sentence}
      tabIndex={-1}
      onClick={() => openClaim(claim.id)}
    >
      {sentence}
    </button>
  );
}

function Speaker({ id, names }: { id: string | null; names: Names }) {
  if (id === null) return <span className="faint">{t('claims.nobody')}</span>;
  const name = names.get(id);
  return name === undefined ? <PartyName id={id} names={names} /> : <Words of={name} />;
}

/** The grades that stand beside one another, the newest first. */
function Grades({ of }: { of: readonly string[] }) {
  return of.length === 0 ? <span className="faint">{t('claims.table.ungraded')}</span> : <span>{[...new Set(of)].join(', ')}</span>;
}
