import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { contract } from '#shared/contract.ts';
import { sampleClaims } from './sample-claims.ts';
import { incidents, pages, parties, type SampleIncident, type SampleItem, type SampleParty } from './sample-facts.ts';
import { passages } from './sample-passages.ts';

const site = new URL('../../sample/site/', import.meta.url);
let made = 0;
const newId = () => `019ab000-0000-7000-8000-${String((made += 1)).padStart(12, '0')}`;
const idsFor = <Key extends string>(keys: Key[]) => Object.fromEntries(keys.map((key) => [key, newId()])) as Record<Key, string>;

const ids = {
  items: idsFor<SampleItem>(['article', 'arabic', 'report', 'statement', 'video', 'photo']),
  parties: idsFor(Object.keys(parties) as SampleParty[]),
  incidents: idsFor(Object.keys(incidents) as SampleIncident[]),
};

test('every party, incident, passage and claim is one the contract takes', () => {
  for (const party of Object.values(parties)) contract['parties.create'].input.parse(party);
  for (const incident of Object.values(incidents)) contract['incidents.create'].input.parse(incident);
  for (const { item, target, ...note } of Object.values(passages)) {
    contract['passages.create'].input.parse({ itemId: ids.items[item], ...target, ...note });
  }
  for (const { fields } of Object.values(sampleClaims(ids))) contract['claims.create'].input.parse(fields);
});

test('each quote from the site stands in its page exactly once', () => {
  for (const { item, target } of Object.values(passages)) {
    if (!('quote' in target) || (item !== 'article' && item !== 'arabic')) continue;
    const html = readFileSync(new URL(pages[item], site), 'utf8');
    expect(html.split(target.quote).length - 1, target.quote).toBe(1);
  }
});

test('every claim rests on a passage, and a denial and an admission of one incident stand side by side', () => {
  const claims = Object.values(sampleClaims(ids));
  for (const { fields, evidence } of claims) expect(evidence.length, fields.act).toBeGreaterThan(0);
  const school = claims
    .filter(({ fields }) => fields.incidentId === ids.incidents.school)
    .map(({ fields }) => fields.modality ?? 'asserts');
  expect(school).toEqual(['asserts', 'denies', 'admits']);
});
