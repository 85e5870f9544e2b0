/**
 * Canonical JSON (RFC 8785): the one way to write a value, which hashes and signatures are taken over. Strings and
 * numbers are written as ECMAScript writes them (sections 3.2.2.2 and 3.2.2.3), names stand in the order of their
 * UTF-16 code units (section 3.2.3), nothing stands between the parts.
 * @param {unknown} value what JSON.parse gives
 * @returns {string}
 */
export function canonicalJson(value) {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const thing = /** @type {Record<string, unknown>} */ (value);
  const names = Object.keys(thing).sort();
  return `{${names.map((name) => `${JSON.stringify(name)}:${canonicalJson(thing[name])}`).join(',')}}`;
}

/** Whether two values are one, whatever the order of their names. A name without a value counts as none. @param {unknown} one @param {unknown} other */
export function sameJson(one, other) {
  return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
