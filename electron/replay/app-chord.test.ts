import { expect, test } from 'vitest';
import { appChord } from './app-chord.ts';

const press = (
  key: string,
  held: { control?: boolean; alt?: boolean; meta?: boolean; shift?: boolean } = {},
  type: 'keyDown' | 'keyUp' = 'keyDown',
) => appChord({ type, key, code: '', control: false, alt: false, meta: false, shift: false, ...held });

test('chords of the app reach it', () => {
  for (const key of ['k', 'K', 'w', '1', ',', '.', 'f', 'ن']) expect(press(key, { control: true })?.key).toBe(key);
  expect(press('ArrowLeft', { alt: true })).not.toBeNull();
  expect(press('F6')).not.toBeNull();
});

test('what is typed, edited and scrolled with stays in the page', () => {
  for (const key of ['a', 'Escape', 'Enter', 'F5', 'ArrowLeft', 'Tab']) expect(press(key)).toBeNull();
  for (const key of ['c', 'V', 'x', 'z', 'ArrowLeft', 'Control', 'Backspace', '+']) expect(press(key, { control: true })).toBeNull();
  expect(press('k', { control: true }, 'keyUp')).toBeNull();
});
