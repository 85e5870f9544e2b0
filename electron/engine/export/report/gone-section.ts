import type { ExportedAbsence } from '#shared/model/case-file.ts';
import type { Gathered } from '../gather-case.ts';
import { html, type Html } from './html.ts';

/** Every time an address was found gone, oldest first; nothing when none was. */
export function goneSection({ absences }: Gathered, exhibits: ReadonlyMap<string, number>): Html {
  if (absences.length === 0) return html``;
  return html`<h2>Addresses found gone</h2>
    <p class="quiet">
      What the server answered to the computer on which the case was kept, at that moment. Others may have been told something else. Words
      that read like a notice of removal were found by a rule.
    </p>
    <table>
      <thead>
        <tr>
          <th>When (UTC)</th>
          <th>Address</th>
          <th>Answer</th>
          <th>Kept before as</th>
          <th>Journal</th>
        </tr>
      </thead>
      <tbody>
        ${absences
          .toSorted((a, b) => (a.at < b.at ? -1 : 1))
          .map(
            (absence) =>
              html`<tr>
                <td>${absence.at}</td>
                <td><code>${absence.askedUrl}</code></td>
                <td>${answerOf(absence)}</td>
                <td>${exhibitOf(absence.earlierId, exhibits)}</td>
                <td class="number">${absence.journalEntry}</td>
              </tr>`,
          )}
      </tbody>
    </table> `;
}

function answerOf({ kind, status, words, keptItemId }: ExportedAbsence): Html {
  if (kind === 'status') return html`${status} ${status === 410 ? 'Gone' : 'Not Found'}`;
  return html`${status}, and a page that reads <q><bdi>${words ?? ''}</bdi></q
    >${keptItemId === null ? null : html`, kept`}`;
}

function exhibitOf(itemId: string | null, exhibits: ReadonlyMap<string, number>): Html | string {
  if (itemId === null) return 'not kept before';
  const number = exhibits.get(itemId);
  return number === undefined ? 'a source that was removed' : html`<a href="#item-${itemId}">Exhibit ${number}</a>`;
}
