/** Builds parts of the page. What comes out of a case file is only ever text here, never markup. */

/**
 * @typedef {Node | string | null | undefined} Single
 * @typedef {Single | Single[]} Part
 */

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag @param {Record<string, string>} attributes @param {Part[]} parts
 */
export function element(tag, attributes = {}, ...parts) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(.../** @type {(Node | string)[]} */ (parts.flat().filter((part) => part !== null && part !== undefined)));
  return made;
}

/** Words of the case in whatever direction they run. @param {string} text */
export function foreign(text) {
  return element('bdi', {}, text);
}

/** @param {string} id */
export function byId(id) {
  return /** @type {HTMLElement} */ (document.getElementById(id));
}

/** @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** @param {number} bytes */
export function sized(bytes) {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  let [value, unit] = [bytes, 0];
  for (; value >= 1000 && unit < units.length - 1; unit += 1) value /= 1000;
  return `${unit === 0 ? value : value.toPrecision(3)} ${units[unit]}`;
}
