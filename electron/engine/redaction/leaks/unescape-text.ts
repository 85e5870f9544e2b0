/** Text as it reads once the escapes of HTML, JSON, JavaScript, CSS, addresses and mail are undone. Pure. */

const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
  zwj: '',
  zwnj: '',
  lrm: '',
  rlm: '',
};
/** Whether there is anything to undo; most text has nothing. */
const escape = /[&\\%=]|\+/;

/** What was escaped twice is undone twice; more is not looked for. */
export function unescapeText(text: string): string {
  if (!escape.test(text)) return text;
  return once(once(text));
}

function once(text: string): string {
  return text
    .replace(/=\r?\n/g, '')
    .replace(/&#x([0-9a-f]{1,6});?/gi, (_all, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/&#(\d{1,7});?/g, (_all, digits: string) => character(Number(digits)))
    .replace(/&([a-z])(?:acute|grave|circ|uml|tilde|cedil|ring|caron|slash);/gi, '$1')
    .replace(/&(amp|lt|gt|quot|apos|nbsp|shy|zwj|zwnj|lrm|rlm);/g, (_all, name: string) => named[name] ?? ' ')
    .replace(/\\u\{([0-9a-f]{1,6})\}/gi, (_all, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/\\u([0-9a-f]{4})/gi, (_all, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .replace(/(?:\\x[0-9a-f]{2})+/gi, (run) => fromBytes(run, 2, 4))
    .replace(/\\[nrt]/g, ' ')
    .replace(/\\([0-9a-f]{2,6}) ?/gi, (_all, hex: string) => character(Number.parseInt(hex, 16)))
    .replace(/(?:%[0-9a-f]{2})+/gi, (run) => fromBytes(run, 1, 3))
    .replace(/(?:=[0-9a-f]{2})+/gi, (run) => fromBytes(run, 1, 3))
    .replaceAll('+', ' ');
}

/** Bytes written as escapes of `step` characters, the digits after the first `skip`; read as UTF-8. */
function fromBytes(run: string, skip: number, step: number): string {
  const bytes: number[] = [];
  for (let at = 0; at + step <= run.length; at += step) bytes.push(Number.parseInt(run.slice(at + skip, at + step), 16));
  return Buffer.from(bytes).toString('utf8');
}

function character(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
}
