import { describe, expect, test } from 'vitest';
import { contract, type CallInput } from '#shared/contract.ts';
import { incidentFields } from '#shared/model/incidents.ts';
import type { CaseContext } from '../context.ts';
import { createIncident } from '../incidents/write-incidents.ts';
import { removeClaim } from '../claims/write-claims.ts';
import { newClaim } from '../testing/claim-fixtures.ts';
import { temporaryCase } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { extraProblem } from './check-extra.ts';
import { listTerms } from './list-terms.ts';
import { addField, changeField, listFields, removeField } from './own-fields.ts';
import { addTerm, changeTerm, removeTerm } from './terms.ts';

const term = (ctx: CaseContext, given: CallInput<'vocabulary.add'>) => addTerm(ctx, contract['vocabulary.add'].input.parse(given));
const field = (ctx: CaseContext, given: CallInput<'fields.add'>) => addField(ctx, contract['fields.add'].input.parse(given));
const named = async (ctx: CaseContext, word: string) => (await listTerms(ctx, {})).terms.find((one) => one.term === word);

describe('terms', () => {
  test('a case’s own term is offered, counted where used, and stays while it is', async () => {
    const { ctx } = await temporaryCase();
    const own = await term(ctx, { vocabulary: 'act', term: 'expropriated', words: ['expropriated', 'صودر'] });
    expect(await named(ctx, 'expropriated')).toMatchObject({ origin: 'case', used: 0, words: ['expropriated', 'صودر'] });
    const claim = await newClaim(ctx, { act: 'expropriated' });
    await expect(removeTerm(ctx, { id: own.id, reason: 'r' })).rejects.toMatchObject({
      code: 'still-used',
      facts: { kind: 'act “expropriated”', by: 'claims', count: 1 },
    });
    expect((await named(ctx, 'expropriated'))?.used).toBe(1);
    await changeTerm(ctx, { id: own.id, words: ['seized'], note: 'land and houses' });
    await removeClaim(ctx, { id: claim.id, reason: 'r' });
    await removeTerm(ctx, { id: own.id, reason: 'seized is better' });
    expect(await named(ctx, 'expropriated')).toBeUndefined();
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test('what is built in or there is not added again; a capital is refused', async () => {
    const { ctx } = await temporaryCase();
    await expect(term(ctx, { vocabulary: 'unit', term: 'bodies' })).rejects.toMatchObject({ code: 'already-exists' });
    await term(ctx, { vocabulary: 'unit', term: 'tents' });
    await expect(term(ctx, { vocabulary: 'unit', term: 'tents' })).rejects.toMatchObject({ code: 'already-exists' });
    await term(ctx, { vocabulary: 'group', term: 'tents' });
    expect(contract['vocabulary.add'].input.safeParse({ vocabulary: 'act', term: 'Seized' }).success).toBe(false);
  });

  test('a word that is only used is listed as such, whatever the vocabulary', async () => {
    const { ctx } = await temporaryCase();
    await newClaim(ctx, {
      act: 'lost',
      quantities: [{ value: 4, unit: 'tents', breakdown: [{ groups: ['bakers'], qualifier: 'most' }] }],
    });
    await createIncident(ctx, incidentFields.parse({ code: 'A-1', title: 't', kind: 'flood' }));
    for (const word of ['lost', 'tents', 'bakers', 'flood']) expect(await named(ctx, word)).toMatchObject({ origin: 'used', used: 1 });
    expect((await named(ctx, 'killed'))?.used).toBe(0);
  });
});

describe('fields of the case’s own', () => {
  test('take what they are for, and nothing else is written', async () => {
    const { ctx } = await temporaryCase();
    const status = await field(ctx, {
      subject: 'claim',
      name: 'strikeStatus',
      label: 'Strike status',
      type: 'choice',
      options: ['declared', 'alleged'],
    });
    await field(ctx, { subject: 'claim', name: 'rounds', label: 'Rounds', type: 'number' });
    const refused = newClaim(ctx, { extra: { strikeStatus: 'perhaps' } });
    await expect(refused).rejects.toMatchObject({
      code: 'own-field',
      facts: { subject: 'claim', field: 'Strike status', problem: 'it takes one of: declared, alleged' },
    });
    await expect(newClaim(ctx, { extra: { colour: 'red' } })).rejects.toMatchObject({ code: 'own-field', facts: { field: 'colour' } });
    const claim = await newClaim(ctx, { extra: { strikeStatus: 'alleged', rounds: 3 } });
    expect(claim.extra).toEqual({ strikeStatus: 'alleged', rounds: 3 });
    await expect(removeField(ctx, { id: status.id, reason: 'r' })).rejects.toMatchObject({ code: 'still-used', facts: { count: 1 } });
    await expect(changeField(ctx, { id: status.id, label: 'S', options: ['declared'], note: '' })).rejects.toMatchObject({
      code: 'still-used',
      facts: { kind: 'option “alleged”' },
    });
    await changeField(ctx, { id: status.id, label: 'Status of the strike', options: ['alleged'], note: '' });
    expect((await listFields(ctx, { subject: 'claim' })).fields.map((one) => [one.label, one.used])).toEqual([
      ['Status of the strike', 1],
      ['Rounds', 1],
    ]);
    expect((await runVerify(ctx, {})).findings).toEqual([]);
  });

  test.each([
    [{ type: 'text' as const }, 3, 'it takes text'],
    [{ type: 'number' as const }, '3', 'it takes a number'],
    [{ type: 'yes or no' as const }, 'yes', 'it takes yes or no'],
    [{ type: 'date' as const }, 'last year', /^it takes an EDTF date/],
    [{ type: 'date' as const }, '2018-06~', null],
    [{ type: 'number' as const }, 0, null],
  ])('%j and %j', (given, value, problem) => {
    const found = extraProblem({ name: 'n', label: 'N', options: [], ...given }, value);
    if (problem instanceof RegExp) expect(found).toMatch(problem);
    else expect(found).toBe(problem);
  });
});
