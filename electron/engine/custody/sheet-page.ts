/** The sheet as one HTML page: nothing is loaded, nothing runs. Made to be printed on A4. */
import { notRecorded, sheetActWords, sheetFieldWords, sheetSectionWords, sheetWords as words } from '#shared/custody-words.ts';
import type { CustodyAct, CustodySheet } from '#shared/model/custody.ts';
import { offsetWords } from './offset-words.ts';

const style = `
@page { size: A4; margin: 16mm 14mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 190mm; padding: 6mm; color: #16181c; background: #fff; font: 9.5pt/1.4 "Noto Sans", "Noto Sans Arabic", system-ui, sans-serif; }
@media print { body { padding: 0; max-width: none; } }
h1 { margin: 0 0 1mm; font-size: 16pt; font-weight: 600; }
h2 { margin: 6mm 0 1.5mm; padding-bottom: 1mm; border-bottom: 1px solid #16181c; font-size: 11pt; font-weight: 600; break-after: avoid; }
h3 { margin: 3mm 0 1mm; font-size: 9.5pt; font-weight: 600; break-after: avoid; }
p { margin: 1mm 0; } .sub { color: #4a4f57; }
table { inline-size: 100%; border-collapse: collapse; table-layout: fixed; }
th, td { padding: 1mm 2mm 1mm 0; border-bottom: .5px solid #b9bdc4; text-align: start; vertical-align: top; overflow-wrap: anywhere; }
thead { display: table-header-group; } thead th { color: #4a4f57; font-weight: 500; font-size: 8.5pt; } tr { break-inside: avoid; }
.fields th { inline-size: 52mm; color: #4a4f57; font-weight: 500; } .none { color: #6a4b00; font-style: italic; }
.mono { font: 7.5pt/1.45 "Noto Sans Mono", ui-monospace, monospace; } .pre { white-space: pre-line; }
.sign td { block-size: 14mm; border: .5px solid #16181c; } .sign th { border: .5px solid #16181c; padding: 1mm; font-size: 8.5pt; font-weight: 500; }
.limits { margin-top: 5mm; color: #4a4f57; font-size: 8.5pt; break-inside: avoid; }`;

export function sheetPage(sheet: CustodySheet): { html: string; name: string } {
  const { columns } = words;
  const parts = [
    `<h1 dir="auto">${words.title}: ${text(sheet.title)}</h1>`,
    `<p class="sub">${text(words.made(sheet.madeAt, sheet.madeBy, sheet.madeWith))}</p>`,
    ...sheet.sections.map(
      ({ id, fields }) =>
        `<h2>${sheetSectionWords[id]}</h2><table class="fields"><tbody>${fields.map((field) => row(sheetFieldWords[field.id], field.value)).join('')}</tbody></table>`,
    ),
    `<h2>${words.files}</h2>`,
    fileTable(words.evidence, sheet.files.filter(({ tool, madeFrom }) => madeFrom === null && tool === null)),
    fileTable(words.derived, sheet.files.filter(({ tool, madeFrom }) => madeFrom !== null || tool !== null)),
    `<h2>${words.acts}</h2>`,
    table([[columns.seq, 11], [columns.at, 37], [columns.actor, 26], [columns.act, 38], [columns.detail, 0], [columns.signed, 22]], sheet.acts.map(actCells)),
    sheet.actsLeftOut === 0 ? '' : `<p>${text(words.leftOut(sheet.actsLeftOut))}</p>`,
    `<h2>${words.checks}</h2>`,
    sheet.checks.length === 0
      ? `<p class="none">${words.noChecks}</p>`
      : table([[columns.at, 50], [columns.findings, 30], [columns.item, 0]], sheet.checks.map(({ at, findings, aboutItem }) => [mono(at), text(String(findings)), text(aboutItem.join(', ') || words.nothingFound)])),
    `<h2>${words.handOver}</h2><p class="sub">${words.handOverText}</p><table class="sign"><thead><tr>${words.handOverColumns.map((name) => `<th>${text(name)}</th>`).join('')}</tr></thead><tbody>${'<tr><td></td><td></td><td></td><td></td></tr>'.repeat(4)}</tbody></table>`,
    `<p class="limits">${text(words.limits)}</p>`,
  ]; // prettier-ignore
  const policy = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`;
  const html = `<!doctype html>\n<html lang="en"><head><meta charset="utf-8">${policy}<title>${words.title}: ${text(sheet.title)}</title><style>${style}</style></head><body>\n${parts.join('\n')}\n</body></html>\n`;
  return { html, name: `${words.title} ${sheet.title}`.trim() };
}

function row(label: string, value: string | null): string {
  const cell = value === null ? `<td class="none">${notRecorded}</td>` : `<td dir="auto" class="pre">${text(value)}</td>`;
  return `<tr><th scope="row">${text(label)}</th>${cell}</tr>`;
}

/** `width` in millimetres; 0 takes what is left. */
function table(columns: readonly [string, number][], rows: readonly (readonly string[])[]): string {
  const group = columns.map(([, width]) => (width === 0 ? '<col>' : `<col style="width:${width}mm">`)).join('');
  const head = columns.map(([name]) => `<th scope="col">${text(name)}</th>`).join('');
  const body = rows.map((cells) => `<tr>${cells.map((cell) => `<td dir="auto">${cell}</td>`).join('')}</tr>`).join('');
  return `<table><colgroup>${group}</colgroup><thead><tr>${head}</tr></thead><tbody>${body}</tbody></table>`;
}

function fileTable(title: string, files: CustodySheet['files']): string {
  if (files.length === 0) return `<h3>${title}</h3><p class="none">${notRecorded}</p>`;
  const { columns } = words;
  const rows = files.map((file) => [
    `${text(file.name)}<br><span class="sub">${text(file.role)}, ${text(file.mediaType)}, ${file.size.toLocaleString('en')}</span>`,
    `<span class="mono" dir="ltr">SHA-256 ${file.sha256}<br>SHA-1 ${file.sha1}<br>MD5 ${file.md5}</span>`,
    [file.madeFrom, file.tool, file.parameters?.slice(0, 300)].filter((one) => one != null).map((one) => text(one)).join('<br>') || text(notRecorded),
  ]); // prettier-ignore
  const isEvidence = title === words.evidence;
  const shown = isEvidence ? rows.map(([name = '', hashes = '']) => [name, hashes]) : rows;
  return `<h3>${title}</h3>${table([[`${columns.file} (${columns.role}, ${columns.size})`, 52], [columns.hashes, isEvidence ? 0 : 72], ...(isEvidence ? [] : [[columns.made, 0] as [string, number]])], shown)}`;
}

function actCells(act: CustodyAct): string[] {
  const { about, payload } = act;
  const given = payload !== null && typeof payload === 'object' && !Array.isArray(payload) ? payload['name'] : undefined;
  const detail = about?.quote != null ? `“${about.quote}”` : (about?.name ?? (typeof given === 'string' ? given : ''));
  return [
    String(act.seq),
    `<span class="mono" dir="ltr">${text(act.at)}<br>${text(offsetWords(act.at, act.utcOffsetMinutes))}</span>`,
    text(act.actor),
    text(sheetActWords(act.action)),
    text(detail.length > 240 ? `${detail.slice(0, 240)}…` : detail),
    `${act.signature === null ? words.unsigned : `${words.signed} <span class="mono">${text(act.keyId?.slice(0, 8) ?? '')}</span>`}<br>${act.isSealed ? words.sealed : words.unsealed}`,
  ];
}

function mono(value: string): string {
  return `<span class="mono" dir="ltr">${text(value)}</span>`;
}

/** Nothing typed or captured may become markup. */
function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&#39;');
}
