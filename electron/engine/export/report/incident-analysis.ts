import { contradictionWords } from '#shared/claims/contradiction-words.ts';
import { gradeRuleWords } from '#shared/claims/grade-rule-words.ts';
import type { Contradiction, IncidentAnalysis } from '#shared/model/analysis.ts';
import { dateWords } from './claim-section.ts';
import { html, type Html } from './html.ts';

/** What the claims of an incident go back to, where they contradict each other, and the grade that follows by rule. */
export function incidentAnalysisParts({
  claims,
  independentOrigins,
  origins,
  contradictions,
  contradictionsTotal,
  suggested,
}: IncidentAnalysis): Html[] {
  if (claims === 0) return [];
  const grade = suggested === null ? [] : [html`<p>Grade that follows by rule. <bdi>${gradeRuleWords(suggested)}</bdi></p>`];
  return [
    html`<p>${claims === 1 ? 'One claim' : `${claims} claims`}; independent origins: ${independentOrigins}.</p>`,
    ...grade,
    originTable(origins),
    ...(contradictions.length === 0 ? [] : [contradictionTable(contradictions, contradictionsTotal)]),
  ];
}

function originTable(origins: IncidentAnalysis['origins']): Html {
  return html`<table>
    <caption>
      Origins: what is said again is counted with whom it comes from
    </caption>
    <thead>
      <tr>
        <th>Origin</th>
        <th>Who</th>
        <th>First said</th>
        <th>Claims</th>
        <th>Why they are one</th>
      </tr>
    </thead>
    <tbody>
      ${origins.map(
        ({ label, known, speakers, firstSaidAt, claims, why }) =>
          html`<tr>
            <td>${label}${known ? '' : ' (not counted)'}</td>
            <td>
              ${speakers.length === 0 ? 'Speaker not recorded' : speakers.map(({ name }, at) => html`${at === 0 ? '' : ', '}<bdi>${name}</bdi>`)}
            </td>
            <td>${dateWords(firstSaidAt) ?? 'undated'}</td>
            <td class="number">${claims.length}</td>
            <td>${why.filter((reason) => reason !== 'unknown speaker').join(', ')}</td>
          </tr>`,
      )}
    </tbody>
  </table> `;
}

function contradictionTable(contradictions: readonly Contradiction[], total: number): Html {
  return html`<table>
    <caption>
      Contradictions: ${total === contradictions.length ? String(total) : `${contradictions.length} of ${total}`}
    </caption>
    <thead>
      <tr>
        <th>Why</th>
        <th>Claims</th>
        <th>Explained</th>
      </tr>
    </thead>
    <tbody>
      ${contradictions.map(
        (one) =>
          html`<tr>
            <td><bdi>${contradictionWords(one)}</bdi></td>
            <td><a href="#claim-${one.claimA}">one</a>, <a href="#claim-${one.claimB}">the other</a></td>
            <td dir="auto">${settlementWords(one.settlement)}</td>
          </tr>`,
      )}
    </tbody>
  </table> `;
}

function settlementWords(settlement: Contradiction['settlement']): string {
  if (settlement === null) return 'not explained';
  const { reason, by, at, stale } = settlement;
  return `${reason} (${by}, ${at.slice(0, 10)}${stale ? '; a claim was changed since' : ''})`;
}
