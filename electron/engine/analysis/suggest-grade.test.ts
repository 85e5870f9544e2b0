import { describe, expect, test } from 'vitest';
import { gradeRuleWords } from '#shared/claims/grade-rule-words.ts';
import { networkOf, people } from '../testing/claim-network.ts';
import { analyseIncident } from './analyse-incident.ts';

const suggested = (...given: Parameters<typeof networkOf>) => analyseIncident(networkOf(...given)).suggested;
const words = (...given: Parameters<typeof networkOf>) => {
  const grade = suggested(...given);
  return grade === null ? null : gradeRuleWords(grade);
};
const accused = (party: string) => ({ involved: [[party, 'alleged responsible']] as [string, string][] });
const admission = {
  id: 'admission',
  speaker: 'coalition',
  modality: 'admits' as const,
  saidAt: '2018-06',
  involved: [['coalition', 'admitted responsible']] as [string, string][],
  ...people(40, 'at least'),
};
const one = { id: 'one', speaker: 'watch', ...people(40) };
const two = { id: 'two', speaker: 'families', ...people(40) };

describe('weak and fair', () => {
  test('one origin, however often it is repeated, is weak', () => {
    const repeats = [['again', 'one']] as const;
    expect(words([one, { id: 'again', speaker: 'paper' }], { repeats })).toBe(
      'Weak: one origin alone puts forward civilian harm, however often it is repeated.',
    );
    expect(suggested([one, { id: 'again', speaker: 'paper' }], { repeats })?.claims).toEqual(['one']);
  });

  test('two independent origins are fair, and are named', () => {
    expect(words([one, two])).toBe('Fair: 2 independent origins put forward civilian harm.');
    expect(suggested([one, two])).toMatchObject({ rule: 'two origins', facts: { origins: 2 }, claims: ['one', 'two'] });
  });

  test('two that belong together, and one beside an unknown voice, are one', () => {
    expect(suggested([one, two], { related: [['watch', 'families']] })?.value).toBe('weak');
    expect(suggested([one, { ...two, speaker: null }])?.value).toBe('weak');
  });

  test('what was retracted later counts no more', () => {
    const retracted = { id: 'back', speaker: 'families', modality: 'retracts' as const, saidAt: '2019' };
    expect(suggested([one, { ...two, saidAt: '2018' }, retracted])?.value).toBe('weak');
    expect(suggested([one, { ...two, saidAt: '2020' }, retracted])?.value).toBe('fair');
  });
});

describe('nothing is suggested', () => {
  test.each([
    ['without claims', []],
    ['where all is denied', [{ ...one, modality: 'denies' as const }]],
    ['where nobody is named', [{ ...one, speaker: null }]],
    ['for acts that harm nobody', [{ ...one, act: 'published' }]],
    ['where one origin speaks of combatants alone', [{ ...one, quantities: [{ value: 4, unit: 'combatants' }] }]],
  ])('%s', (_, claims) => {
    expect(suggested(claims)).toBeNull();
  });
});

describe('confirmed', () => {
  test('when a belligerent accepts responsibility', () => {
    expect(words([admission, one, two])).toBe('Confirmed: coalition accepts responsibility.');
  });

  test('also by a part of it, and when a higher number is denied', () => {
    const higher = { ...admission, id: 'higher', modality: 'denies' as const, saidAt: '2019', ...people(1600) };
    expect(suggested([{ ...admission, speaker: 'spokesman' }, higher], { related: [['spokesman', 'coalition']] })?.value).toBe('confirmed');
  });

  test.each([
    ['another says so', { ...admission, speaker: 'watch' }],
    ['it is said of it, not by it', { ...admission, modality: 'asserts' as const }],
    ['nobody is said to be responsible', { ...admission, involved: [] }],
    ['a strike is admitted, and no harm', { ...admission, act: 'struck' }],
  ])('not when %s', (_, claim) => {
    expect(suggested([claim])?.value ?? null).not.toBe('confirmed');
  });

  test('not when the belligerent took it back', () => {
    const back = { ...admission, id: 'back', modality: 'retracts' as const, saidAt: '2019' };
    expect(suggested([admission, back, one])?.value).toBe('weak');
  });
});

describe('contested', () => {
  test('when independent origins hold parties responsible that do not belong together', () => {
    const claims = [
      { ...one, ...accused('coalition') },
      { ...two, ...accused('army') },
    ];
    expect(words(claims)).toBe('Contested: independent origins hold different parties responsible, army and coalition.');
  });

  test.each([
    ['one origin says both', { ...two, speaker: 'watch', ...accused('army') }, {}],
    ['the parties belong together', { ...two, ...accused('army') }, { related: [['army', 'coalition']] as const }],
    ['the other is a repeat', { ...two, ...accused('army') }, { repeats: [['two', 'one']] as const }],
    ['the other denies it', { ...two, modality: 'denies' as const, ...accused('army') }, {}],
  ])('not when %s', (_, other, bonds) => {
    expect(suggested([{ ...one, ...accused('coalition') }, other], bonds)?.value).not.toBe('contested');
  });
});

describe('discounted', () => {
  const combatants = { quantities: [{ value: 4, unit: 'combatants' }] };
  test('when two origins speak of combatants alone, by unit or by a group that is all', () => {
    const breakdown = [{ groups: ['combatants'], value: 4 }];
    const claims = [
      { ...one, ...combatants },
      { ...two, quantities: [{ value: 4, unit: 'people', breakdown }] },
    ];
    expect(words(claims)).toBe(
      'Discounted: 2 independent origins say that those harmed were combatants, and none puts forward civilian harm.',
    );
  });

  test('not when anybody puts forward a figure that is not of combatants', () => {
    expect(
      suggested([
        { ...one, ...combatants },
        { ...two, ...combatants },
        { id: 'three', speaker: 'x', ...people(2) },
      ])?.value,
    ).toBe('weak');
  });
});
