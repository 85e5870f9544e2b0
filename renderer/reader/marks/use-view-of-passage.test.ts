import { expect, test } from 'vitest';
import type { Item } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { viewsOfPassage } from './use-view-of-passage.ts';

const item = (type: Item['type']) => ({ type, files: [{ id: 'shot', role: 'screenshot' }, { id: 'snap', role: 'snapshot' }] }) as Item; // prettier-ignore
const area = (fileId: string | null, selectors: Passage['selectors'] = []) => ({ kind: 'area' as const, selectors, fileId });

test('words show in either view of words, an area on its own picture', () => {
  expect(viewsOfPassage(item('web'), { kind: 'words', selectors: [], fileId: null })).toEqual(['captured', 'reading']);
  expect(viewsOfPassage(item('web'), area('shot'))).toEqual(['screenshot']);
  expect(viewsOfPassage(item('web'), area('snap', [{ type: 'CssSelector', value: 'img' }]))).toEqual(['captured']);
  expect(viewsOfPassage(item('image'), area(null))).toEqual([]);
});
