/** What can be done with the pages of a PDF, and the key that does it. */
import type { MessageKey } from '../../messages/index.ts';

export const pdfActs = {
  sidebar: { title: 'reader.pdf.sidebar', keys: 't' },
  outline: { title: 'reader.pdf.outline.toggle', keys: 'o' },
  next: { title: 'reader.pdf.next', keys: 'Alt+PageDown' },
  previous: { title: 'reader.pdf.previous', keys: 'Alt+PageUp' },
  first: { title: 'reader.pdf.first', keys: '$mod+Home' },
  last: { title: 'reader.pdf.last', keys: '$mod+End' },
  go: { title: 'reader.pdf.go.long', keys: 'g' },
  rotate: { title: 'reader.pdf.rotate', keys: 'r' },
  'rotate-back': { title: 'reader.pdf.rotate-back', keys: 'Shift+r' },
  bigger: { title: 'reader.zoom.in', keys: '[Shift]++' },
  smaller: { title: 'reader.zoom.out', keys: '-' },
  width: { title: 'reader.zoom.width', keys: '0' },
  page: { title: 'reader.zoom.page', keys: '9' },
} as const satisfies Record<string, { title: MessageKey; keys: string }>;

export type PdfAct = keyof typeof pdfActs;

export function keysOf(act: PdfAct): string {
  return pdfActs[act].keys;
}
