/** What was checked, in a line for each area. */
import { counted, sized } from './elements.js';
import { AREAS, findingWords } from './finding-words.js';

/**
 * @typedef {import('./check-case-file.js').Work} Work
 * @typedef {{ area: string, name: string, checked: string, wrong: number, empty: boolean }} Line
 */

/** @param {Work} work @returns {Line[]} */
export function summaryLines(work) {
  const wrong = wrongByArea(work);
  return Object.entries(AREAS).flatMap(([area, name]) => {
    const checked = told[/** @type {keyof typeof told} */ (area)](work);
    return checked === null ? [] : [{ area, name, checked, wrong: wrong.get(area) ?? 0, empty: isEmpty(area, work) }];
  });
}

/** Nothing of the kind is there that could hold. @param {string} area @param {Work} work */
function isEmpty(area, { counts, lastSeal }) {
  const count = {
    journal: counts.entries,
    signatures: counts.signatures,
    seals: lastSeal === null ? 0 : 1,
    items: counts.items,
    passages: counts.passages,
    claims: counts.claims,
  };
  return count[/** @type {keyof typeof count} */ (area)] === 0;
}

/** @param {Work} work */
export function wrongCount({ kinds }) {
  return [...kinds.values()].reduce((sum, count) => sum + count, 0);
}

/** @param {Work} work */
function wrongByArea({ findings, kinds }) {
  /** @type {Map<string, number>} */
  const areas = new Map();
  const kept = Map.groupBy(findings, ({ code }) => code);
  for (const [code, list] of kept) {
    for (const finding of list) {
      const { area } = findingWords(finding);
      areas.set(area, (areas.get(area) ?? 0) + 1);
    }
    const { area } = findingWords(list[0]);
    areas.set(area, (areas.get(area) ?? 0) + (kinds.get(code) ?? 0) - list.length);
  }
  return areas;
}

/** Null where there is nothing of the kind to check. @satisfies {Record<keyof typeof AREAS, (work: Work) => string | null>} */
const told = {
  files({ files, found, counts }) {
    const bytes = [...files.values()].reduce((sum, { size }) => sum + size, 0);
    const short = found.size - counts.sha512;
    const which = short === 0 ? 'SHA-256 and SHA-512 of each' : `SHA-256 of each, SHA-512 of all but ${counted(short, 'large one')}`;
    return `${counted(found.size, 'file')}, ${sized(bytes)}; ${which}`;
  },
  journal({ counts, partial, withheld }) {
    if (!partial) return `${counted(counts.entries, 'entry', 'entries')}, each with the hash of the one before`;
    return `${counted(counts.entries, 'entry', 'entries')} told, ${counted(withheld.size, 'placeholder')} of what is withheld`;
  },
  signatures({ counts, keys }) {
    const unsigned = counts.unsigned === 0 ? '' : `; ${counted(counts.unsigned, 'entry', 'entries')} of an older version are not signed`;
    return `${counted(counts.signatures, 'signature')} (Ed25519) by ${counted(keys.size, 'key')}${unsigned}`;
  },
  seals({ counts, lastSeal, tokens, hashes }) {
    if (lastSeal === null) return 'There is no seal: only the chain and the signatures fix the journal';
    const after = [...hashes.keys()].filter((seq) => seq > lastSeal.treeSize).length;
    const beyond = after === 0 ? '' : `; ${counted(after, 'entry', 'entries')} came after the last`;
    const roots = counts.roots === 0 ? '' : `; ${counted(counts.roots, 'root')} computed anew over the journal`;
    const stamps = tokens.length === 0 ? '' : `; ${counted(tokens.length, 'timestamp')} (see below)`;
    const growth = counts.consistency === 0 ? '' : `; ${counted(counts.consistency, 'proof')} that one begins the next`;
    return `${counted(counts.seals, 'seal')}${roots}${growth}${stamps}${beyond}`;
  },
  proofs({ partial, counts }) {
    if (!partial) return null;
    return `${counted(counts.provedTold, 'entry', 'entries')} told and ${counts.provedWithheld} withheld are proved to be of the sealed journal`;
  },
  items({ counts }) {
    return `${counted(counts.items, 'item')} with ${counted(counts.itemFiles, 'file')}, compared with the journal`;
  },
  passages({ counts }) {
    return `${counted(counts.passages, 'passage')}; the words of ${counts.words} stand letter for letter in their texts`;
  },
  claims({ counts }) {
    return `${counted(counts.claims, 'claim')} and ${counted(counts.evidence, 'link')} to passages, compared with the journal`;
  },
};
