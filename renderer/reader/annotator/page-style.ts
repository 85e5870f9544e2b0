/**
 * What must hold in any page for it to be read and marked, whatever its own style says. Adopted sheets come after the
 * page's own; the tripled `:not(#…)` outweighs what a page marks as important.
 */
const any = ':not(#holdfast-x):not(#holdfast-y):not(#holdfast-z)';
const rules = `
${any} { user-select: text !important; }
a${any}, img${any} { -webkit-user-drag: none !important; }
${any}::selection { background-color: Highlight !important; color: HighlightText !important; -webkit-text-fill-color: currentColor !important; }
`;

const unlocked = `html${any}, body${any} { overflow-y: auto !important; }`;

/** A page that asked for consent when it was taken lets nobody scroll, and the script that would let go of it is dead. */
function isLocked(): boolean {
  const { documentElement: root, body } = document;
  if (Math.max(root.scrollHeight, body.scrollHeight) <= innerHeight) return false;
  return [root, body].some((element) => getComputedStyle(element).overflowY === 'hidden');
}

export type PageStyle = {
  /** Style of the highlights, written by the window; each rule is made to outweigh the page's. */
  colours(css: string): void;
  /** Shows that what the pointer is on can be pressed. */
  pointer(isOver: boolean): void;
};

export function stylePage(): PageStyle {
  const [base, colours, pointer] = [new CSSStyleSheet(), new CSSStyleSheet(), new CSSStyleSheet()];
  base.replaceSync(rules + (isLocked() ? unlocked : ''));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, base, colours, pointer];
  let isPointing = false;
  return {
    colours: (css) => colours.replaceSync(css.replace(/::highlight/g, `${any}::highlight`).replace(/;|(?=\s*\})/g, ' !important;')),
    pointer(isOver) {
      if (isOver === isPointing) return;
      isPointing = isOver;
      pointer.replaceSync(isOver ? `${any} { cursor: pointer !important; }` : '');
    },
  };
}
