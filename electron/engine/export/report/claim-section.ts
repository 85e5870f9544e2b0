import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { ExportedClaim, ExportedItem } from '#shared/model/case-file.ts';
import type { EvidenceLink } from '#shared/model/claims.ts';
import type { Passage } from '#shared/model/passages.ts';
import type { Gathered } from '../gather-case.ts';
import { fromReport, html, type Html } from './html.ts';
import { languageOfWords, textOriginWords } from './text-origin.ts';

/** A claim with its attribution and, for each passage, the words, where they stand, the file, its hash and the journal. */
export function claimSection(claim: ExportedClaim, number: number, gathered: Gathered, exhibits: ReadonlyMap<string, number>): Html {
  const speaker = claim.speakerId === null ? 'Speaker not recorded' : (gathered.partyNames.get(claim.speakerId) ?? 'A removed party');
  return html`<section class="claim" id="claim-${claim.id}">
    <h3>Claim ${number}. <bdi>${speaker}</bdi> ${claimSentence(claim, gathered.partyNames)}</h3>
    <dl>
      ${facts(claim, gathered).map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd dir="auto">${value}</dd>`,
      )}
    </dl>
    ${claim.evidence.length === 0 ? html`<p class="quiet">No passage is tied to this claim.</p>` : null}
    ${claim.evidence.map((link) => evidence(link, gathered, exhibits))}
  </section> `;
}

function facts(claim: ExportedClaim, { partyNames, incidentCodes }: Gathered): [string, string][] {
  const name = (id: string | null) => (id === null ? '' : (partyNames.get(id) ?? 'a removed party'));
  const via = claim.via.map((hop) => [name(hop.partyId), hop.medium, dateWords(hop.date) ?? ''].filter((part) => part !== '').join(', '));
  const rows: [string, string | null][] = [
    ['Handed on by', via.join(' → ')],
    ['Said', dateWords(claim.saidAt)],
    ['Happened', dateWords(claim.when)],
    [
      'Place',
      claim.place === null ? null : `${claim.place.name}${claim.place.precision === 'unknown' ? '' : ` (${claim.place.precision})`}`,
    ],
    ['Cause', claim.cause],
    ['Incident', claim.incidentId === null ? null : (incidentCodes.get(claim.incidentId) ?? null)],
    ['Note', claim.note],
    ['Journal', claim.journalEntries.map((seq) => `no. ${seq}`).join(', ')],
  ];
  return rows.flatMap(([label, value]) => (value === null || value === '' ? [] : [[label, value] as [string, string]]));
}

function evidence(link: EvidenceLink, gathered: Gathered, exhibits: ReadonlyMap<string, number>): Html {
  const passage = gathered.passages.get(link.passageId);
  const item = passage === undefined ? undefined : gathered.items.get(passage.itemId);
  if (passage === undefined || item === undefined) return html`<p class="quiet">A passage that is no longer part of the case.</p>`;
  const original = originalOf(item);
  const text = item.files.find((file) => file.id === (passage.textFileId ?? item.text?.fileId));
  return html`<div id="evidence-${link.id}">
    ${
      passage.quote === ''
        ? null
        : html`<blockquote dir="auto" ${lang(languageOfWords(item, passage))}>${passage.quote}</blockquote>
            ${origin(item, passage)} ${ocrNote(passage)}`
    }
    <dl>
      <dt>Does</dt>
      <dd>${link.stance}${link.note === '' ? null : html`: <span dir="auto">${link.note}</span>`}</dd>
      <dt>Stands in</dt>
      <dd><a href="#item-${item.id}">Exhibit ${exhibits.get(item.id) ?? '?'}</a>, <bdi>${titleOf(item)}</bdi>${whereWords(passage)}</dd>
      ${
        original === undefined
          ? null
          : html`<dt>File</dt>
              <dd><a href="${fromReport(original.path)}">${original.path}</a><br /><code>SHA-256 ${original.sha256}</code></dd>`
      }
      ${
        text === undefined || passage.start === null
          ? null
          : html`<dt>Text</dt>
              <dd>
                <a href="${fromReport(text.path)}">${text.path}</a>, characters ${passage.start} to ${passage.end}<br /><code
                  >SHA-256 ${text.sha256}</code
                >
              </dd>`
      }
      ${
        passage.translation === null
          ? null
          : html`<dt>Translation</dt>
              <dd dir="auto">${passage.translation} (translated by <bdi>${passage.translator ?? ''}</bdi>)</dd>`
      }
      <dt>Journal</dt>
      <dd>item no. ${item.journalEntry}</dd>
      ${
        passage.comment === ''
          ? null
          : html`<dt>Comment</dt>
              <dd dir="auto">${passage.comment}</dd>`
      }
    </dl>
  </div> `;
}

/** Words a program read from a picture are named as such wherever they are quoted. */
function ocrNote({ textKind, textConfidence }: Passage): Html | null {
  if (textKind !== 'ocr') return null;
  const sure = textConfidence === null ? '' : ` The program's confidence in these words: ${textConfidence} of 100.`;
  return html`<p class="quiet">Read by OCR, may contain errors.${sure} What counts is the picture.</p>`;
}

/** In words, with the date as written (EDTF) where the words could be read in two ways. */
export function dateWords(edtf: string | null): string | null {
  if (edtf === null) return null;
  const inWords = edtfWords(edtf);
  return inWords === edtf ? edtf : `${inWords} (${edtf})`;
}

function whereWords({ page, from, to }: Passage): string {
  if (page !== null) return `, page ${page}`;
  return from === null || to === null ? '' : `, ${clock(from)} to ${clock(to)}`;
}

/** Hours, minutes and seconds as players show them. */
function clock(seconds: number): string {
  const whole = Math.floor(seconds);
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60].map((part) => String(part).padStart(2, '0'));
  return `${parts.join(':')}${seconds === whole ? '' : (seconds % 1).toFixed(1).slice(1)}`;
}

/** Words that are not the source's own say whose they are. */
function origin(item: ExportedItem, passage: Passage): Html | null {
  const words = textOriginWords(item, passage);
  return words === null ? null : html`<p class="quiet">${words}</p>`;
}

function lang(language: string | null): Html | null {
  return language === null || language === '' ? null : html` lang="${language}"`;
}

export function originalOf(item: ExportedItem): ExportedItem['files'][number] | undefined {
  return item.files.find((file) => file.role === 'original' || file.role === 'mhtml') ?? item.files[0];
}

export function titleOf(item: ExportedItem): string {
  return item.given.title ?? item.title;
}
