/**
 * What counts as text of a frozen web page. One definition for both sides: the engine, which fixes the canonical
 * text, and the annotator, which walks the live document and must meet the same characters in the same order.
 *
 * Elements are named by local name in lower case, whatever their namespace.
 */

/** Text under these is never part of the canonical text: not shown, not selectable, or another document. */
export const excludedElements: ReadonlySet<string> = new Set([
  'head', 'title', 'script', 'style', 'noscript', 'template',
  'iframe', 'frame', 'object', 'embed', 'applet', 'noembed', 'noframes',
  'canvas', 'video', 'audio',
  'select', 'datalist', 'textarea',
  'desc', 'metadata', 'annotation', 'annotation-xml',
]); // prettier-ignore

/** A line ends before and after each of these. */
export const blockElements: ReadonlySet<string> = new Set([
  'address', 'article', 'aside', 'blockquote', 'body', 'br', 'caption', 'center', 'dd', 'details', 'dialog', 'dir',
  'div', 'dl', 'dt', 'fieldset', 'figcaption', 'figure', 'footer', 'form', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6',
  'header', 'hgroup', 'hr', 'html', 'legend', 'li', 'listing', 'main', 'menu', 'nav', 'ol', 'p', 'plaintext', 'pre',
  'search', 'section', 'summary', 'table', 'tbody', 'tfoot', 'thead', 'tr', 'ul', 'xmp',
]); // prettier-ignore

/** These are set apart from their neighbours by one space. */
export const cellElements: ReadonlySet<string> = new Set(['td', 'th', 'button', 'img', 'input']);

/** White space as JavaScript's `\s` has it: collapsed in the canonical text, ignored when counting characters. */
export const whiteSpace = /\s+/gu;

/** The characters by which text positions are counted on both sides. */
export function withoutWhiteSpace(text: string): string {
  return text.replace(whiteSpace, '');
}
