import { describe, expect, test } from 'vitest';
import type { NamedClaim } from '#shared/model/claim-relations.ts';
import { chainSteps } from './chain-steps.ts';
import { repeatTree, rootsOf, shownChildren, type RepeatNode } from './repeat-tree.ts';

const named = (id: string, saidAt: string | null = null): NamedClaim => ({
  id,
  sentence: id,
  modality: 'asserts',
  speakerId: null,
  speaker: null,
  saidAt,
  incidentId: null,
});
const drawn = ({ claim, children, isAgain }: RepeatNode): string =>
  `${claim.id}${isAgain ? '*' : ''}${children.length === 0 ? '' : `(${children.map(drawn).join(' ')})`}`;
const edges = (...pairs: string[]) => pairs.map((pair) => ({ fromId: pair.charAt(0), toId: pair.charAt(1) }));

describe('the tree of repeats', () => {
  test('has what repeats nothing first and the rest under what it repeats, in order of the date said', () => {
    const claims = [named('r', '2018-11'), named('a', '2018-12'), named('b', '2018-11-20'), named('c'), named('d')];
    const tree = repeatTree({ claims, repeats: edges('ar', 'br', 'cr', 'db') }, 'd');
    expect(tree.map(drawn)).toEqual(['r(b(d) a c)']);
    expect(tree[0]).toMatchObject({ under: 4, isOnWay: true });
    expect(tree[0]?.children.map((child) => child.isOnWay)).toEqual([true, false, false]);
  });
  test('says a claim that repeats two once under each, and what is under it once', () => {
    const claims = ['r', 's', 'a', 'b'].map((id) => named(id));
    expect(repeatTree({ claims, repeats: edges('ar', 'as', 'ba') }, 'a').map(drawn)).toEqual(['r(a(b))', 's(a*)']);
    expect(rootsOf({ claims, repeats: edges('ar', 'as', 'ba') }, 'b').map((one) => one.id)).toEqual(['r', 's']);
  });
  test('ends where claims go in a circle', () => {
    const claims = ['a', 'b'].map((id) => named(id));
    expect(repeatTree({ claims, repeats: edges('ab', 'ba') }, 'a').map(drawn)).toEqual(['a(b(a*))']);
  });
  test('folds many children and never the way to the claim looked at', () => {
    const claims = [named('r'), ...Array.from({ length: 50 }, (_, at) => named(`c${String(at).padStart(2, '0')}`))];
    const repeats = claims.slice(1).map((claim) => ({ fromId: claim.id, toId: 'r' }));
    const [root] = repeatTree({ claims, repeats }, 'c40');
    expect(shownChildren(root!.children, 5).map((child) => child.claim.id)).toEqual(['c00', 'c01', 'c02', 'c03', 'c04', 'c40']);
    expect(shownChildren(root!.children.slice(0, 6), 5)).toHaveLength(6);
  });
});

test('a party that comes back in a chain after others is marked; one that speaks and publishes itself is not', () => {
  const hop = (partyId: string | null) => ({ partyId, medium: '', itemId: null, date: null });
  const steps = (speakerId: string, ...via: (string | null)[]) =>
    chainSteps({ speakerId, saidAt: null, via: via.map(hop) }, new Set(['paper'])).map((step) => [step.isAgain, step.isInCircle]);
  expect(steps('committee', 'committee', 'paper')).toEqual([
    [false, false],
    [false, false],
    [false, true],
  ]);
  expect(steps('committee', 'agency', null, 'committee').map(([isAgain]) => isAgain)).toEqual([false, false, false, true]);
});
