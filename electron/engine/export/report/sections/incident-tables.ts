import { contradictionWords } from '#shared/claims/contradiction-words.ts';
import { figureAlone, numberWords } from '#shared/claims/figure-words.ts';
import type { Contradiction, Figure, IncidentAnalysis, Measure, Turn } from '#shared/model/analysis.ts';
import type { Quantity } from '#shared/model/claims.ts';
import { foreign, joinedBy, leadTo, type Block, type Span, type Words } from '../blocks.ts';
import type { ReportInput } from '../report-input.ts';
import { claimLink, dateWords } from './record-words.ts';
import { measureWords } from './summary.ts';

type Origins = IncidentAnalysis['origins'];

/** The reconciliation of one measure: who says what, what that allows, when, from where, on which passages. */
export function measureTable(measure: Measure, origins: Origins, input: ReportInput): Block {
  const labels = new Map(origins.map(({ id, label }) => [id, label]));
  return {
    is: 'table',
    caption: `${measureWords(measure)}: ${measure.origins} independent ${measure.origins === 1 ? 'origin' : 'origins'}`,
    columns: [
      { head: 'Claim', share: 9 },
      { head: 'Who says', share: 25 },
      { head: 'How', share: 10 },
      { head: 'Figure', share: 15, numeric: true },
      { head: 'Allows', share: 13, numeric: true },
      { head: 'Said', share: 16 },
      { head: 'Origin', share: 8 },
      { head: 'Passages', share: 14 },
    ],
    rows: measure.figures.map((figure) => [
      claimLink(figure.claimId, input),
      speakerOf(figure.speaker),
      figure.modality,
      figureAlone({ ...figure, qualifier: figure.qualifier as Quantity['qualifier'] }),
      boundsWords(figure),
      dateWords(figure.saidAt) ?? 'undated',
      figure.origins.map((id) => labels.get(id) ?? id).join(', '),
      passagesOf(figure.claimId, input),
    ]),
  };
}

function boundsWords({ min, max }: Figure): string {
  if (min === null && max === null) return 'any';
  if (min !== null && min === max) return numberWords(min);
  return `${min === null ? '…' : numberWords(min)} to ${max === null ? '…' : numberWords(max)}`;
}

function passagesOf(claimId: string, { claims, numbers }: ReportInput): Words {
  const links = claims.get(claimId)?.evidence ?? [];
  if (links.length === 0) return 'none';
  return joinedBy(
    links.map(({ id, passageId }): Span => leadTo(`evidence-${id}`, numbers.passages.get(passageId) ?? 'one')),
    ', ',
  );
}

function speakerOf(name: string | null): Span {
  return name === null ? { text: 'Speaker not recorded' } : foreign(name);
}

export function originTable(origins: Origins): Block {
  return {
    is: 'table',
    caption: 'Origins: what is said again is counted with whom it comes from',
    columns: [
      { head: 'Origin', share: 14 },
      { head: 'Who', share: 38 },
      { head: 'First said', share: 20 },
      { head: 'Claims', share: 8, numeric: true },
      { head: 'Why they are one', share: 20 },
    ],
    rows: origins.map(({ label, known, speakers, firstSaidAt, claims, why }) => [
      `${label}${known ? '' : ' (not counted)'}`,
      speakers.length === 0
        ? 'Speaker not recorded'
        : joinedBy(
            speakers.map(({ name }) => foreign(name)),
            ', ',
          ),
      dateWords(firstSaidAt) ?? 'undated',
      String(claims.length),
      why.filter((reason) => reason !== 'unknown speaker').join(', '),
    ]),
  };
}

export function contradictionTable({ contradictions, contradictionsTotal: total }: IncidentAnalysis, input: ReportInput): Block {
  return {
    is: 'table',
    caption: `Contradictions: ${total === contradictions.length ? String(total) : `${contradictions.length} of ${total}`}`,
    columns: [
      { head: 'Why', share: 46 },
      { head: 'Claims', share: 16 },
      { head: 'Explained', share: 38 },
    ],
    rows: contradictions.map((one) => [
      foreign(contradictionWords(one)),
      joinedBy([claimLink(one.claimA, input), claimLink(one.claimB, input)], ', '),
      settlementWords(one.settlement),
    ]),
  };
}

function settlementWords(settlement: Contradiction['settlement']): Words {
  if (settlement === null) return 'not explained';
  const { reason, by, at, stale } = settlement;
  return [foreign(reason), ` (`, foreign(by), `, ${at.slice(0, 10)}${stale ? '; a claim was changed since' : ''})`];
}

/** A denial that became an admission is a history, not an error. */
export function turnPoints(turns: readonly Turn[], input: ReportInput): Block[] {
  return [
    { is: 'text', words: 'Who changed position:' },
    {
      is: 'points',
      points: turns.map((turn): Words => [
        foreign(turn.speaker),
        ` ${turn.from} (`,
        claimLink(turn.fromClaimId, input),
        `), then ${turn.to} (`,
        claimLink(turn.toClaimId, input),
        `): ${turn.act}.`,
      ]),
    },
  ];
}

export function statementTable(statements: IncidentAnalysis['statements'], input: ReportInput): Block {
  return {
    is: 'table',
    caption: 'Statements in the order they were made',
    columns: [
      { head: 'Said', share: 22 },
      { head: 'Who', share: 28 },
      { head: 'What', share: 40 },
      { head: 'Claim', share: 10 },
    ],
    rows: statements.map((one) => [
      dateWords(one.saidAt) ?? 'undated',
      speakerOf(one.speaker),
      foreign(one.sentence),
      claimLink(one.claimId, input),
    ]),
  };
}
