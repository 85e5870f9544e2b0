import { figureAlone, numberWords } from '#shared/claims/figure-words.ts';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { ExportedIncident } from '#shared/model/case-file.ts';
import type { Quantity } from '#shared/model/claims.ts';
import type { Gathered } from '../gather-case.ts';
import { dateWords } from './claim-section.ts';
import { html, type Html } from './html.ts';
import { incidentAnalysisParts } from './incident-analysis.ts';

/** An incident with what its claims say side by side. Nothing is averaged. */
export function incidentSection(incident: ExportedIncident, gathered: Gathered): Html {
  const analysis = gathered.analyses.get(incident.id);
  const facts: [string, string][] = [
    ['Kind', incident.kind],
    ['Happened', dateWords(incident.when) ?? ''],
    ['Place', incident.place?.name ?? ''],
    ['Note', incident.note],
    ['Journal', incident.journalEntries.map((seq) => `no. ${seq}`).join(', ')],
  ];
  return html`<section id="incident-${incident.id}">
    <h3>${incident.code}. <bdi>${incident.title}</bdi></h3>
    <dl>
      ${facts
        .filter(([, value]) => value !== '')
        .map(
          ([name, value]) =>
            html`<dt>${name}</dt>
              <dd dir="auto">${value}</dd>`,
        )}
    </dl>
    ${analysis === undefined ? null : incidentAnalysisParts(analysis)}
    ${analysis === undefined ? null : analysis.measures.map((measure) => measureTable(measure, labelsOf(analysis)))}
    ${analysis === undefined || analysis.statements.length === 0 ? null : statements(analysis)}
  </section> `;
}

/** Labels of origins by their ids. */
const labelsOf = ({ origins }: IncidentAnalysis) => new Map(origins.map(({ id, label }) => [id, label]));

function measureTable(measure: IncidentAnalysis['measures'][number], labels: ReadonlyMap<string, string>): Html {
  return html`<table>
    <caption>
      ${measure.unit}, ${measure.act}: ${rangeWords(measure.least, measure.most)}
    </caption>
    <thead>
      <tr>
        <th>Who says</th>
        <th>How</th>
        <th>Figure</th>
        <th>Said</th>
        <th>Origin</th>
        <th>Passages</th>
      </tr>
    </thead>
    <tbody>
      ${measure.figures.map(
        (figure) =>
          html`<tr>
            <td>
              <a href="#claim-${figure.claimId}"><bdi>${figure.speaker ?? 'Speaker not recorded'}</bdi></a>
            </td>
            <td>${figure.modality}</td>
            <td class="number">${figureAlone({ ...figure, qualifier: figure.qualifier as Quantity['qualifier'] })}</td>
            <td>${dateWords(figure.saidAt) ?? 'undated'}</td>
            <td>${figure.origins.map((id) => labels.get(id) ?? id).join(', ')}</td>
            <td class="number">${figure.passages}</td>
          </tr>`,
      )}
    </tbody>
  </table> `;
}

function statements(analysis: IncidentAnalysis): Html {
  return html`<table>
    <caption>
      Statements in order
    </caption>
    <thead>
      <tr>
        <th>Said</th>
        <th>Who</th>
        <th>What</th>
      </tr>
    </thead>
    <tbody>
      ${analysis.statements.map(
        (one) =>
          html`<tr>
            <td>${dateWords(one.saidAt) ?? 'undated'}</td>
            <td>
              <a href="#claim-${one.claimId}"><bdi>${one.speaker ?? 'Speaker not recorded'}</bdi></a>
            </td>
            <td>${one.modality} ${one.act}</td>
          </tr>`,
      )}
    </tbody>
  </table> `;
}

function rangeWords(least: number | null, most: number | null): string {
  if (least === null && most === null) return 'no number';
  if (least === null) return `up to ${numberWords(most ?? 0)}`;
  if (most === null) return `${numberWords(least)} or more`;
  return least === most ? numberWords(least) : `${numberWords(least)} to ${numberWords(most)}`;
}
