import { numberWords } from '#shared/claims/figure-words.ts';
import type { IncidentAnalysis, Measure } from '#shared/model/analysis.ts';
import type { ExportedIncident } from '#shared/model/case-file.ts';
import { foreign, joinedBy, leadTo, strong, type Block, type Words } from '../blocks.ts';
import { sealOver } from '../proof-words.ts';
import type { ReportInput } from '../report-input.ts';
import { countWords, dateWords } from './record-words.ts';

/** The incidents at a glance, and what the claims stand on. */
export function summary(input: ReportInput): Block[] {
  const { incidents } = input.gathered;
  return [
    { is: 'heading', level: 2, anchor: 'summary', words: 'Summary', listed: true },
    ...(incidents.length === 0 ? [{ is: 'text', words: 'No incident is part of this case file.' } as const] : [incidentTable(input)]),
    { is: 'points', points: standing(input) },
  ];
}

function incidentTable(input: ReportInput): Block {
  const { incidents, analyses } = input.gathered;
  return {
    is: 'table',
    caption: 'Incidents: the figures put forward, from the least to the most; nothing is averaged',
    columns: [
      { head: 'Incident', share: 26 },
      { head: 'Happened', share: 17 },
      { head: 'Grade', share: 13 },
      { head: 'Claims', share: 8, numeric: true },
      { head: 'Origins', share: 8, numeric: true },
      { head: 'Figures put forward', share: 28 },
    ],
    rows: incidents.map((incident) => row(incident, analyses.get(incident.id), input)),
  };
}

function row(incident: ExportedIncident, analysis: IncidentAnalysis | undefined, input: ReportInput): Words[] {
  return [
    [leadTo(`incident-${incident.id}`, incident.code), ' ', foreign(incident.title)],
    dateWords(incident.when) ?? 'undated',
    gradesInShort(incident.id, input),
    analysis === undefined ? 'in part' : String(analysis.claims),
    analysis === undefined ? '' : String(analysis.independentOrigins),
    analysis === undefined
      ? 'not computed: some claims are not part of this case file'
      : analysis.measures.length === 0
        ? 'none'
        : joinedBy(
            analysis.measures.map((measure) => measureWords(measure)),
            '; ',
          ),
  ];
}

export function measureWords({ unit, act, role, least, most }: Measure): string {
  return `${rangeWords(least, most)} ${unit} ${act}${role === 'count' ? '' : ` (${role})`}`;
}

/** "no number", "up to 40", "40 or more", "40 to 60". */
export function rangeWords(least: number | null, most: number | null): string {
  if (least === null && most === null) return 'no number of';
  if (least === null) return `up to ${numberWords(most ?? 0)}`;
  if (most === null) return `${numberWords(least)} or more`;
  return least === most ? numberWords(least) : `${numberWords(least)} to ${numberWords(most)}`;
}

function gradesInShort(subjectId: string, { gathered: { grades } }: ReportInput): string {
  const current = grades.filter((grade) => grade.subjectId === subjectId && grade.current);
  return current.length === 0 ? 'not graded' : current.map(({ value, createdBy }) => `${value} (${createdBy})`).join('; ');
}

function standing({ gathered: { claims, analyses, items }, pictures, seals }: ReportInput): Words[] {
  const bare = claims.filter(({ evidence }) => evidence.length === 0).length;
  const disputes = [...analyses.values()].reduce((sum, { contradictionsTotal }) => sum + contradictionsTotal, 0);
  const partial = [...items.values()].filter(({ completeness }) => completeness === 'partial').length;
  const pictured = [...pictures.values()].filter(({ made }) => made.length > 0).length;
  const unsealed = [...items.values()].filter(({ journalEntry }) => sealOver(journalEntry, seals) === null).length;
  const stamped = seals.some(({ tokens }) => tokens.some(({ state }) => state === 'proved'));
  return [
    [
      strong('Evidence. '),
      bare === 0
        ? 'Every claim stands on at least one passage.'
        : `${countWords(bare, 'claim')} ${bare === 1 ? 'stands' : 'stand'} on no passage, which is said where ${bare === 1 ? 'it stands' : 'they stand'}.`,
    ],
    [
      strong('Contradictions. '),
      disputes === 0
        ? 'No two claims about one incident were found that cannot both hold.'
        : `${countWords(disputes, 'pair')} of claims cannot both hold; they stand side by side under their incident.`,
    ],
    [strong('Sources. '), `${countWords(items.size, 'source')}${partial === 0 ? '' : `, of which ${partial} could not be kept whole`}.`],
    [
      strong('Pictures. '),
      `${pictured} of ${countWords(pictures.size, 'passage')} that claims stand on ${pictured === 1 ? 'is' : 'are'} shown as a picture; where there is none, the reason is given.`,
    ],
    [
      strong('Seals. '),
      seals.length === 0
        ? 'The journal was not sealed.'
        : `${countWords(seals.length, 'seal')}; ${unsealed === 0 ? 'every source is under one' : `${countWords(unsealed, 'source')} not under any`}. ${stamped ? 'At least one carries a timestamp of an outside authority.' : 'None carries a timestamp of an outside authority.'}`,
    ],
  ];
}
