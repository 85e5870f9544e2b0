import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldKey, layOutGroups } from './group-layout.ts';

test('law: every claim that is not folded away has one row, in order, below the heading of its group', () => {
  const groups = fc.array(fc.record({ count: fc.integer({ min: 1, max: 9 }), isFolded: fc.boolean() }), { maxLength: 12 });
  fc.assert(
    fc.property(groups, fc.nat(5), (given, beyond) => {
      const listed = given.map(({ count }, at) => ({ key: at === 0 ? null : `g${at}`, label: null, count }));
      const folded = new Set(listed.filter((_, at) => given[at]?.isFolded === true).map(({ key }) => foldKey({ key, rest: 0 })));
      const layout = layOutGroups(listed, { groups: beyond, claims: beyond * 2 }, folded);
      const offsets: number[] = [];
      const heads: (string | null)[] = [];
      let from = -1;
      const expected: number[] = [];
      for (let row = 0; row < layout.rows; row += 1) {
        const at = layout.at(row);
        if (at?.kind === 'group') heads.push(at.head.key);
        else if (at?.kind === 'claim') offsets.push(at.offset);
      }
      [...listed, ...(beyond > 0 ? [{ key: null, count: beyond * 2 }] : [])].forEach(({ count }, at) => {
        for (let n = 0; n < count; n += 1) {
          from += 1;
          if (given[at]?.isFolded !== true) expected.push(from);
        }
      });
      expect(heads).toEqual([...listed.map(({ key }) => key), ...(beyond > 0 ? [null] : [])]);
      expect(offsets).toEqual(expected);
      expect(layout.at(layout.rows)).toBeNull();
      expect(layout.pagesOf(0, layout.rows - 1, 4)).toEqual([...new Set(expected.map((offset) => Math.floor(offset / 4)))]);
    }),
  );
});
