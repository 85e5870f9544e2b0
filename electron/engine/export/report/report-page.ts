/** The report: one page that stands alone, in which every figure leads to its claim, its words, their file and its hash. */
import { gapWords } from '#shared/import-words.ts';
import type { ExportedItem } from '#shared/model/case-file.ts';
import type { Gathered } from '../gather-case.ts';
import { claimSection, originalOf, titleOf } from './claim-section.ts';
import { goneSection } from './gone-section.ts';
import { fromReport, Html, html } from './html.ts';
import { incidentSection } from './incident-section.ts';
import { reportStyle } from './report-style.ts';

/** Depends on the case alone, not on when or where it is made. */
export function reportPage(gathered: Gathered): string {
  const { record, items, claims, incidents } = gathered;
  const exhibits = new Map([...items.keys()].map((id, index) => [id, index + 1]));
  const sections = [
    cover(gathered),
    proves(),
    incidents.length === 0
      ? html``
      : html`<h2>Incidents</h2>
          ${incidents.map((incident) => incidentSection(incident, gathered))}`,
    html`<h2>Claims</h2>
      ${claims.length === 0 ? html`<p>No claims.</p>` : claims.map((claim, index) => claimSection(claim, index + 1, gathered, exhibits))}`,
    html`<h2>Index of exhibits</h2>
      ${[...items.values()].map((item, index) => exhibit(item, index + 1, earlierOf(item.id, gathered, exhibits)))}`,
    goneSection(gathered, exhibits),
  ];
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${record.title}</title>
        <style>
          ${new Html(reportStyle)}
        </style>
      </head>
      <body>
        ${sections}
      </body>
    </html> `;
  return page.markup;
}

function cover({ record }: Gathered): Html {
  const { title, caseId, createdAt, counts, journal } = record;
  return html`<header class="cover">
    <h1 dir="auto">${title}</h1>
    <p>${counts.claims} claims about ${counts.incidents} incidents, from ${counts.passages} passages in ${counts.items} sources.</p>
    <dl>
      <dt>Case</dt>
      <dd><code>${caseId}</code></dd>
      <dt>Begun</dt>
      <dd>${createdAt}</dd>
      <dt>Journal</dt>
      <dd>${journal.entries} entries; the hash of the last is<br /><code>${journal.head}</code></dd>
    </dl>
  </header> `;
}

function proves(): Html {
  return html`<h2>What this proves, and what not</h2>
    <p>
      Every file named here lies beside this page. Its SHA-256 was taken when it was kept and again when this case file was made; README.txt
      tells how to check it with sha256sum alone. Each act on the case is an entry of the journal, and each entry holds the hash of the one
      before, so that none can be changed, taken out or slipped in without all that follow being written anew.
    </p>
    <p>
      Each quotation stands letter for letter in a text that was fixed when its source was taken. A claim is what its speaker says, as the
      author of this case read it: that it was said is shown, that it is so is not.
    </p>
    <p>
      Not proved: that a site served these bytes to everyone, who wrote them, or when an event happened. Times are those of the computer on
      which the case was kept.
    </p> `;
}

/** The exhibit that this item is a newer version of. */
function earlierOf(itemId: string, { versions }: Gathered, exhibits: ReadonlyMap<string, number>): string | null {
  const number = exhibits.get(versions.find((link) => link.itemId === itemId)?.earlierId ?? '');
  return number === undefined ? null : `Exhibit ${number}`;
}

function exhibit(item: ExportedItem, number: number, newerVersionOf: string | null): Html {
  const original = originalOf(item);
  const facts: [string, string | null][] = [
    ['Kind', item.type],
    ['Source', item.given.source ?? item.source],
    ['Address', item.sourceUrl],
    ['Name', item.originalName],
    [item.method === 'capture' ? 'Captured' : 'Imported', item.capturedAt],
    ['Newer version of', newerVersionOf],
    ['Published', item.given.publishedAt],
    ['Note', item.given.note],
    ['Journal', `no. ${item.journalEntry}`],
    ['Item', item.id],
  ];
  return html`<section id="item-${item.id}">
    <h3>Exhibit ${number}. <bdi>${titleOf(item)}</bdi></h3>
    ${item.completeness === 'partial' ? html`<p class="quiet">Not whole. ${item.gaps.map(gapWords).join(' ')}</p>` : null}
    <dl>
      ${facts.flatMap(([name, value]) =>
        value === null || value === ''
          ? []
          : [
              html`<dt>${name}</dt>
                <dd dir="auto">${value}</dd>`,
            ],
      )}
      ${
        original === undefined
          ? null
          : html`<dt>SHA-256</dt>
              <dd><code>${original.sha256}</code></dd>`
      }
    </dl>
    <table>
      <thead>
        <tr>
          <th>File</th>
          <th>What it is</th>
          <th>Bytes</th>
        </tr>
      </thead>
      <tbody>
        ${item.files.map(
          (file) =>
            html`<tr>
              <td><a href="${fromReport(file.path)}">${file.path.split('/').at(-1) ?? ''}</a></td>
              <td>${file.role}${madeBy(file)}</td>
              <td class="number">${file.size.toLocaleString('en')}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </section> `;
}

function madeBy({ tool, toolVersion }: ExportedItem['files'][number]): string {
  return tool === null ? '' : `, made by ${tool} ${toolVersion ?? ''}`;
}
