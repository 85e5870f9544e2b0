import { expect, test } from 'vitest';
import type { CanonicalText } from '#shared/model/items.ts';
import { maskedText, otherPlaces, trimmedRange, withPlaces, type Place } from './draft-regions.ts';
import { placesOf } from './passage-places.ts';

const text = { text: 'Hana 😀 saw Hana.\nHana left', fileId: 'f', kind: 'canonical' } as CanonicalText;
const words = (start: number, end: number): Place => ({ kind: 'words', start, end, textFileId: null });

test('places are on the list once, the text keeps its length under the blocks, other places of the words are offered', () => {
  const one = withPlaces([], [words(0, 4), words(0, 4)], 'minor');
  expect(one).toHaveLength(1);
  expect(one[0]!.region).toMatchObject({ start: 0, end: 4, reason: 'minor', note: '' });
  expect(maskedText(text, one)).toBe('████ 😀 saw Hana.\nHana left');
  const others = otherPlaces(text, one, one[0]!.region as never);
  expect(others).toEqual([words(12, 16), words(18, 22)]);
  const all = withPlaces(one, [...others, words(10, 14)], 'minor');
  expect(maskedText(text, all)).toBe('████ 😀 sa█ ████.\n████ left');
  expect(maskedText(text, all)).toHaveLength(text.text.length);
});

test('a selection is taken without white space around it and never cuts a character', () => {
  expect(trimmedRange(text.text, 4, 12)).toEqual({ start: 5, end: 11 });
  expect(trimmedRange(text.text, 6, 11)).toEqual({ start: 5, end: 11 });
  expect(trimmedRange(text.text, 0, 6)).toEqual({ start: 0, end: 7 });
  expect(trimmedRange(text.text, 4, 5)).toBeNull();
});

test('a passage is taken over as the places that it marks', () => {
  const none = { kind: 'words', selectors: [], start: null, end: null, textFileId: null, fileId: null, page: null, from: null, to: null };
  const area = [{ type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: 'xywh=percent:1,2,3,4' }];
  expect(placesOf({ ...none, start: 1, end: 4 } as never, null)).toEqual([words(1, 4)]);
  expect(placesOf({ ...none, kind: 'area', page: 2, selectors: area } as never, null)).toEqual([
    { kind: 'area', page: 2, area: { x: 1, y: 2, width: 3, height: 4 }, from: null, to: null },
  ]);
  expect(placesOf({ ...none, kind: 'time', from: 1, to: 2 } as never, null)).toEqual([{ kind: 'sound', from: 1, to: 2 }]);
  // An area of another picture is no place of this one.
  expect(placesOf({ ...none, kind: 'area', fileId: 'other', selectors: area } as never, 'this')).toEqual([]);
  expect(placesOf({ ...none, kind: 'area', fileId: 'this', selectors: area } as never, 'this')).toHaveLength(1);
});
