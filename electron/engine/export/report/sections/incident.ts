import type { ExportedIncident } from '#shared/model/case-file.ts';
import { figureChart } from '../charts/figure-chart.ts';
import { tollChart } from '../charts/toll-chart.ts';
import { facts, foreign, joinedBy, type Block, type Words } from '../blocks.ts';
import type { ReportInput } from '../report-input.ts';
import { contradictionTable, measureTable, originTable, statementTable, turnPoints } from './incident-tables.ts';
import { gradeRuleWords } from '#shared/claims/grade-rule-words.ts';
import { countWords, dateWords, entriesWords, partyName, placeWords } from './record-words.ts';

export function incidentSections(input: ReportInput): Block[] {
  const { incidents } = input.gathered;
  if (incidents.length === 0) return [];
  return [
    { is: 'heading', level: 2, anchor: 'incidents', words: 'Incidents', listed: true },
    ...incidents.map((incident) => incidentSection(incident, input)),
  ];
}

/** An incident with what its claims say side by side. Nothing is averaged. */
export function incidentSection(incident: ExportedIncident, input: ReportInput): Block {
  const { gathered } = input;
  const parties = incident.parties.map(({ partyId, role }): Words => [`${role}: `, partyName(partyId, gathered)]);
  return {
    is: 'group',
    kind: 'incident',
    blocks: [
      {
        is: 'heading',
        level: 3,
        anchor: `incident-${incident.id}`,
        words: [`${incident.code}. `, foreign(incident.title)],
        listed: gathered.incidents.length <= 60,
      },
      facts([
        ['Kind', foreign(incident.kind)],
        ['Happened', dateWords(incident.when)],
        ['Place', placeWords(incident.place)],
        ['Parties', parties.length === 0 ? null : joinedBy(parties, '; ')],
        ['Note', foreign(incident.note)],
        ['Journal', entriesWords(incident.journalEntries)],
      ]),
      ...gradeBlocks(incident.id, input),
      ...analysisBlocks(incident.id, input),
    ],
  };
}

function gradeBlocks(subjectId: string, { gathered: { grades } }: ReportInput): Block[] {
  const given = grades.filter((grade) => grade.subjectId === subjectId);
  if (given.length === 0) return [];
  return [
    {
      is: 'table',
      caption: 'Grades: every judgement given, the ones thought better of later included',
      columns: [
        { head: 'Grade', share: 18 },
        { head: 'Scale', share: 20 },
        { head: 'By, at', share: 24 },
        { head: 'Reason', share: 38 },
      ],
      rows: given.map(({ value, scale, createdBy, createdAt, reason, current }) => [
        `${value}${current ? '' : ' (earlier)'}`,
        scale,
        [foreign(createdBy), `, ${createdAt.slice(0, 10)}`],
        foreign(reason),
      ]),
    },
  ];
}

/** What the claims go back to, where they contradict each other, their figures and their order. */
export function analysisBlocks(incidentId: string, input: ReportInput): Block[] {
  const analysis = input.gathered.analyses.get(incidentId);
  if (analysis === undefined)
    return [
      {
        is: 'text',
        quiet: true,
        words: 'Some claims about this incident are not part of this case file, so nothing is computed over those that are.',
      },
    ];
  if (analysis.claims === 0) return [{ is: 'text', quiet: true, words: 'No claim is about this incident.' }];
  const { suggested, measures, contradictions, turns, statements, origins } = analysis;
  return [
    {
      is: 'text',
      words: [
        `${countWords(analysis.claims, 'claim')}; independent origins: ${analysis.independentOrigins}. `,
        ...(suggested === null ? [] : ['Grade that follows by rule: ', foreign(gradeRuleWords(suggested))]),
      ],
    },
    ...measures.flatMap((measure): Block[] => [
      measureTable(measure, origins, input),
      ...[figureChart(measure), tollChart(measure)].filter((chart) => chart !== null),
    ]),
    originTable(origins),
    ...(contradictions.length === 0 ? [] : [contradictionTable(analysis, input)]),
    ...(turns.length === 0 ? [] : turnPoints(turns, input)),
    ...(statements.length === 0 ? [] : [statementTable(statements, input)]),
  ];
}
