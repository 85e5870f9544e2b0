import { expect, test } from 'vitest';
import { fittingTags } from './tag-suggestions.tsx';

const known = ['women', 'count', 'account', 'Country', 'حصيلة'];

test('tags that begin with what is typed come first; those already given and the word itself are left out', () => {
  expect(fittingTags(known, [], 'coun')).toEqual(['count', 'Country', 'account']);
  expect(fittingTags(known, ['count'], 'COUN')).toEqual(['Country', 'account']);
  expect(fittingTags(known, [], 'count')).toEqual(['Country', 'account']);
  expect(fittingTags(known, [], 'حص')).toEqual(['حصيلة']);
  expect(fittingTags(known, [], ' ')).toEqual([]);
});
