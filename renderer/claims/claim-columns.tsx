import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { Claim } from '#shared/model/claims.ts';
import { IncidentCode } from '../incidents/incident-code.tsx';
import { t } from '../messages/index.ts';
import { PartyName } from '../parties/party-names.tsx';
import { Chip } from '../ui/chip.tsx';
import type { Column } from '../ui/paged-table.tsx';
import { openClaim } from '../shell/session.ts';

/** `names` are the parties' by id. */
export function claimColumns(names: ReadonlyMap<string, string>): Column<Claim>[] {
  return [
    {
      id: 'sentence',
      label: t('claims.column.sentence'),
      width: 'minmax(0, 4fr)',
      cell: (claim) => <Sentence claim={claim} names={names} />,
    },
    {
      id: 'speaker',
      label: t('claims.column.speaker'),
      width: 'minmax(0, 2fr)',
      cell: ({ speakerId }) =>
        speakerId === null ? <span className="faint">{t('claims.nobody')}</span> : <PartyName id={speakerId} names={names} />,
    },
    { id: 'said', label: t('claims.column.said'), width: 'minmax(0, 1.3fr)', cell: ({ saidAt }) => <SaidOn saidAt={saidAt} /> },
    {
      id: 'place',
      label: t('claims.column.place'),
      width: 'minmax(0, 1.2fr)',
      cell: ({ place }) => <span dir="auto">{place?.name ?? ''}</span>,
    },
    {
      id: 'incident',
      label: t('claims.column.incident'),
      width: '110px',
      cell: ({ incidentId }) => (incidentId === null ? null : <IncidentCode id={incidentId} />),
    },
    { id: 'evidence', label: t('claims.column.evidence'), width: '110px', cell: ({ evidence }) => <EvidenceCount claim={{ evidence }} /> },
  ];
}

function Sentence({ claim, names }: { claim: Claim; names: ReadonlyMap<string, string> }) {
  const sentence = claimSentence(claim, names);
  return (
    <button type="button" className="row-link two-lines" dir="auto" title={sentence} tabIndex={-1} onClick={() => openClaim(claim.id)}>
      {sentence}
    </button>
  );
}

/** A date as it is kept, with its words on hover. */
export function SaidOn({ saidAt }: { saidAt: string | null }) {
  if (saidAt === null) return <span className="faint">{t('claims.undated')}</span>;
  return <span title={saidAt}>{edtfWords(saidAt)}</span>;
}

/** How many passages a claim stands on; none is a gap. */
export function EvidenceCount({ claim }: { claim: Pick<Claim, 'evidence'> }) {
  const count = new Set(claim.evidence.map((link) => link.passageId)).size;
  return <Chip tone={count === 0 ? 'pending' : 'plain'}>{t('claims.passages', { count })}</Chip>;
}
