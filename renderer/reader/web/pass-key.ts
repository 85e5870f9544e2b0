import type { FromFrame } from '../annotator/frame-messages.ts';

type Key = Omit<Extract<FromFrame, { type: 'key' }>, 'type'>;

/** Keys with a meaning in the reader, and chords of the app; anything else typed in a captured page stays there. */
const plain = new Set(['p', 'c', 'y', 'n', 'N', 'a', 'Escape', '?']);

/** A key pressed while the focus was in a frame, as if it had been pressed in the window. */
export function passKey({ key, code, ctrl, shift, alt, meta }: Key): void {
  if (!(plain.has(key) || ctrl || meta || (alt && key.startsWith('Arrow')))) return;
  window.dispatchEvent(
    new KeyboardEvent('keydown', {
      key,
      code,
      ctrlKey: ctrl,
      shiftKey: shift,
      altKey: alt,
      metaKey: meta,
      cancelable: true,
    }),
  );
}
