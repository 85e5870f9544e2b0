/** The result in words: the verdict first, then what was checked, what does not hold, and what was not checked. */
import { counted, element, foreign } from './elements.js';
import { AREAS, findingWords } from './finding-words.js';
import { limitsSection } from './limits.js';
import { summaryLines, wrongCount } from './summary.js';

/** @typedef {import('./check-case-file.js').Work} Work */

/** @param {Work} work */
export function reportView(work) {
  const lines = summaryLines(work);
  return [
    verdict(work),
    about(work),
    element('h2', {}, 'What was checked'),
    element('table', {}, element('tbody', {}, ...lines.map(summaryRow))),
    ...findings(work),
    ...withheldSection(work),
    ...compareSection(work),
    ...limitsSection(work),
  ];
}

/** @param {Work} work */
function verdict(work) {
  const wrong = wrongCount(work);
  const holds = wrong === 0;
  const words = holds ? 'Everything checked holds' : wrong === 1 ? 'One thing does not hold' : `${counted(wrong, 'thing')} do not hold`;
  const more = holds
    ? 'Every file has the bytes it was exported with, and the signed journal bears out what is told. What this page cannot check stands below.'
    : `${wrong === 1 ? 'It' : 'Each'} is named below with what it means. The rest of what was checked holds.`;
  return element(
    'div',
    { class: `verdict ${holds ? 'holds' : 'broken'}` },
    element('h2', { id: 'verdict', tabindex: '-1' }, element('span', { 'aria-hidden': 'true' }, holds ? '✓ ' : '✗ '), words),
    element('p', {}, more),
    work.partial ? element('p', {}, element('strong', {}, 'This is a part of a case.'), ' What is left out, it does not tell.') : null,
  );
}

/** @param {Work} work */
function about(work) {
  const { info, name } = work;
  const facts = [
    ['Case', info.get('External-Description')],
    ['Id', info.get('External-Identifier')],
    [
      'Exported',
      info
        .get('Holdfast-Exported-At')
        ?.replace('T', ' ')
        .replace(/\.\d+Z$/, ' UTC'),
    ],
    ['Made with', info.get('Bag-Software-Agent')],
    ['Chosen', name],
    ['Checked', `${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC, in ${browserName()}`],
  ];
  return element(
    'dl',
    { class: 'facts' },
    ...facts.flatMap(([term, value]) => (value ? [element('dt', {}, term), element('dd', {}, foreign(value))] : [])),
  );
}

function browserName() {
  return /(Firefox|Edg|Chrome|Safari)\/[\d.]+/.exec(navigator.userAgent)?.[0].replace('/', ' ') ?? 'this browser';
}

/** @param {import('./summary.js').Line} line */
function summaryRow({ name, checked, wrong, empty }) {
  const words = wrong > 0 ? `✗ ${wrong} ${wrong === 1 ? 'does' : 'do'} not hold` : empty ? 'none here' : '✓ holds';
  const state = element('td', { class: `state ${wrong > 0 ? 'broken' : empty ? 'quiet' : 'holds'}` }, words);
  return element('tr', {}, element('th', { scope: 'row' }, name), element('td', {}, checked), state);
}

/** @param {Work} work */
function findings(work) {
  if (work.findings.length === 0) return [];
  const worded = work.findings.map(findingWords);
  const unsaid = wrongCount(work) - worded.length;
  const groups = Object.entries(AREAS).flatMap(([area, name]) => {
    const list = worded.filter((one) => one.area === area);
    if (list.length === 0) return [];
    const items = list.map(({ title, means }) =>
      element('li', {}, element('p', { dir: 'auto' }, title), element('p', { class: 'means' }, means)),
    );
    return [element('h3', {}, name), element('ul', { class: 'findings' }, ...items)];
  });
  return [
    element('h2', {}, 'What does not hold'),
    ...groups,
    unsaid > 0 ? element('p', {}, `And ${counted(unsaid, 'more')} of the same kinds.`) : element('span'),
  ];
}

/** @param {Work} work */
function withheldSection({ withheld }) {
  if (withheld.size === 0) return [];
  const rows = [...withheld.values()].map(({ kind, seq, reason, redactedCopy }) =>
    element(
      'tr',
      {},
      element('th', { scope: 'row' }, `${kind}, entry ${seq}`),
      element('td', {}, foreign(String(reason))),
      element('td', {}, redactedCopy ? `Redacted copy: ${redactedCopy}` : ''),
    ),
  );
  return [element('h2', {}, 'What is withheld, and why'), element('table', {}, element('tbody', {}, ...rows))];
}

/** Values that a sender can tell by another way. @param {Work} work @returns {[string, string][]} */
export function comparableValues({ found, journalHead, lastSeal, keys, partial }) {
  /** @type {[string, string | undefined][]} */
  const values = [
    ['Tag manifest, SHA-256 (fixes every file)', found.get('tagmanifest-sha256.txt')?.sha256],
    ['Last journal entry told', partial ? undefined : journalHead],
    ['Root of the last seal', lastSeal?.rootHash],
    ...[...keys.keys()].map((keyId) => /** @type {[string, string]} */ (['Key of who wrote', keyId])),
    ['verify.html, SHA-256', found.get('verify.html')?.sha256],
  ];
  return /** @type {[string, string][]} */ (values.filter(([, value]) => value));
}

/** @param {Work} work */
function compareSection(work) {
  const values = comparableValues(work);
  const answer = element('p', { class: 'answer', role: 'status' });
  const input = element('input', {
    id: 'told',
    type: 'text',
    autocomplete: 'off',
    spellcheck: 'false',
    placeholder: '64 hexadecimal digits',
  });
  input.addEventListener('input', () => {
    const told = input.value.replace(/\s+/g, '').toLowerCase();
    const match = values.find(([, value]) => value === told);
    answer.className = `answer ${match ? 'holds' : told.length < 64 ? '' : 'broken'}`;
    answer.textContent = match ? `✓ The same: ${match[0]}.` : told.length < 64 ? '' : '✗ It is none of the values of this case file.';
  });
  return [
    element('h2', {}, 'To compare'),
    element('label', { for: 'told' }, 'A hash that the sender told you by another way than this case file'),
    input,
    answer,
    element(
      'dl',
      { class: 'facts values' },
      ...values.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, element('code', {}, value))]),
    ),
  ];
}
