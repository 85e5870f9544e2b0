/** What this page cannot check, with the way to check it otherwise. */
import { counted, element } from './elements.js';

/** @typedef {import('./check-case-file.js').Work} Work */

/** @param {Work} work */
export function limitsSection(work) {
  return [
    element('h2', {}, 'What this page cannot check'),
    element('dl', { class: 'limits' }, timestamps(work), itself(work), whole(), others(work)),
  ];
}

/** @param {string} name @param {...import('./elements.js').Part} parts */
function limit(name, ...parts) {
  return [element('dt', {}, name), element('dd', {}, ...parts)];
}

/**
 * The time is given because openssl otherwise asks whether the certificates are valid today; a chain may end below its root.
 * @param {Work['tokens']} tokens
 */
export function opensslLines(tokens) {
  const at = (/** @type {number | null} */ time) => (Number.isSafeInteger(time) ? ` -attime ${time}` : '');
  return tokens.map(
    ({ path, seal, chain, time }) =>
      `openssl ts -verify -data ${seal} -in ${path} -CAfile ${chain ?? 'ROOT.pem'} -partial_chain${at(time)}`,
  );
}

/** @param {Work} work */
function timestamps({ tokens, lastSeal }) {
  const name = 'Timestamps';
  if (lastSeal === null) return [];
  if (tokens.length === 0)
    return limit(
      name,
      'None is here. Every time in this case file is that of the computer of whoever made it; nothing but its clock speaks for it.',
    );
  const roots = tokens.some(({ chain }) => chain === null)
    ? ' Put the root certificate of the authority, got from the authority itself, in place of ROOT.pem.'
    : '';
  return limit(
    name,
    `Of ${counted(tokens.length, 'timestamp')} (RFC 3161) this page sees only that each is over its seal, not who signed it. In a shell, in the folder of the case file:`,
    element('pre', { tabindex: '0' }, opensslLines(tokens).join('\n')),
    `Each should answer “Verification: OK”. Trust the root certificate only if you know it from the authority.${roots}`,
  );
}

/** @param {Work} work */
function itself({ found }) {
  const own = found.get('verify.html')?.sha256;
  return limit(
    'This page itself',
    'Whoever can alter a case file can alter the page in it, and an altered page can say anything. Take the page from a case file you trust, or compare its hash with the one that was told by another way:',
    element('pre', { tabindex: '0' }, 'sha256sum verify.html'),
    own === undefined
      ? 'This case file has no verify.html.'
      : element('span', {}, 'In this case file it is ', element('code', {}, own), '.'),
  );
}

function whole() {
  return limit(
    'A case file made wholly anew',
    'Somebody could make another case, with another key, and other things in it; it would hold as well. Compare one of the values under “To compare” with the one that the sender told you by another way.',
  );
}

/** @param {Work} work */
function others({ partial }) {
  return [
    limit(
      'Who held the keys',
      'A signature shows that the holder of a key signed. Who that was, and whether somebody else had the key, it does not show.',
    ),
    limit(
      'Truth',
      'That a site served these bytes to everyone, that a statement in them is true, or when an event happened. Marked areas of pictures and pages, and times in recordings, have to be looked at.',
    ),
    partial
      ? limit(
          'The rest of the case',
          'This case file holds a part of a case. What was left out may say otherwise; that it exists and was not changed is proved, what it says is not told.',
        )
      : [],
    limit(
      'The report, tables and other accounts',
      'Their bytes are fixed by the manifests. Whether what they tell agrees with the records beside them, Holdfast checks, this page does not.',
    ),
  ].flat();
}
