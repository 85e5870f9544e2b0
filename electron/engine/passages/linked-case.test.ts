/** Links and colours in a whole case: verified, exported, and found out when somebody changes them. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import { createExport } from '../export/create-export.ts';
import { filledCase } from '../testing/filled-case.ts';
import { newPassage } from '../testing/claim-fixtures.ts';
import { remanifest } from '../testing/remanifest.ts';
import { tamperRows } from '../testing/tamper.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { removePassage, updatePassage } from './change-passage.ts';
import { linkPassages, unlinkPassages } from './passage-links.ts';
import { colourTag, renameTag } from './tags.ts';

async function linkedCase() {
  const filled = await filledCase();
  const { ctx, other, itemId, passageId } = filled;
  const second = await newPassage(ctx, other, 'about a school');
  const third = await newPassage(ctx, itemId, 'three mass graves');
  const tie = (toId: string, relation: 'repeats' | 'supports' | 'same scene', note = '') =>
    linkPassages(ctx, { fromId: passageId, toId, relation, note });
  const link = await tie(second.id, 'repeats', 'word for word');
  const taken = await tie(second.id, 'supports');
  await unlinkPassages(ctx, { id: taken.id, reason: 'not so' });
  await tie(third.id, 'same scene');
  await removePassage(ctx, { id: third.id, reason: 'a mistake' });
  await updatePassage(ctx, { id: passageId, language: 'en', translation: 'قرابة 1236 جثة', translator: 'Lina' });
  await colourTag(ctx, { tag: 'count', colour: 'blue' });
  await colourTag(ctx, { tag: 'place', colour: 'red' });
  await colourTag(ctx, { tag: 'place', colour: null });
  await renameTag(ctx, { tag: 'count', to: 'figure' });
  return { ...filled, linkId: link.id, secondId: second.id };
}

async function exported() {
  const linked = await linkedCase();
  const out = join(await temporaryFolder(), 'out');
  await createExport(linked.ctx, { out, zip: false });
  const read = async (name: string) => JSON.parse(await readFile(join(out, 'data/annotations', name), 'utf8')) as unknown;
  return { ...linked, out, read };
}

test('the case file holds the links that stand as annotations that link, and the colours in use', async () => {
  const { engine, out, read, linkId, passageId, secondId } = await exported();
  expect(await read('links.jsonld')).toMatchObject({
    type: 'AnnotationCollection',
    total: 1,
    first: {
      items: [
        {
          id: `urn:uuid:${linkId}`,
          motivation: 'linking',
          target: `urn:uuid:${passageId}`,
          body: [`urn:uuid:${secondId}`, { type: 'TextualBody', purpose: 'describing', value: 'word for word' }],
          'holdfast:relation': 'repeats',
        },
      ],
    },
  });
  expect(await read('tags.json')).toMatchObject([{ tag: 'figure', colour: 'blue' }]);
  expect((await verifyCaseFile(engine, { path: out })).findings).toEqual([]);
  const report = await readFile(join(out, 'data/report/report.html'), 'utf8');
  expect(report).toContain('قرابة 1236 جثة');
  expect(report).toMatch(/Translation, by <bdi[^>]*>Lina<\/bdi>/);
});

test.each([
  ['links.jsonld', (text: string) => text.replace('"repeats"', '"supports"')],
  ['links.jsonld', (text: string) => text.replace('word for word', 'word by word')],
  ['links.jsonld', (text: string) => text.replace('"total": 1', '"total": 2')],
  ['links.jsonld', () => JSON.stringify({ first: { items: [] } })],
  ['tags.json', (text: string) => text.replace('"blue"', '"red"')],
  ['tags.json', () => '[]'],
  ['tags.json', (text: string) => text.replace(/"journalEntry": \d+/, '"journalEntry": 1')],
])('a changed %s with manifests made anew is found', async (name, change) => {
  const { engine, out } = await exported();
  const path = join(out, 'data/annotations', name);
  await writeFile(path, change(await readFile(path, 'utf8')));
  await remanifest(out);
  const { findings } = await verifyCaseFile(engine, { path: out });
  expect(findings.map(({ code, subject }) => ({ code, subject }))).toContainEqual({
    code: 'casefile-content',
    subject: `data/annotations/${name}`,
  });
});

test.each([
  ["UPDATE passageLink SET relation = 'contradicts'", 'link between passages'],
  ['DELETE FROM passageLink', 'link between passages'],
  [
    "INSERT INTO passageLink SELECT '0197a000-0000-7000-8000-000000000000', fromId, toId, 'translates', '', createdAt, createdBy FROM passageLink LIMIT 1",
    'link between passages',
  ],
  ["UPDATE tagColour SET colour = 'pink'", 'colour of the tag'],
  ['DELETE FROM tagColour', 'colour of the tag'],
  ["UPDATE passage SET translator = 'Omar' WHERE translator IS NOT NULL", 'passage'],
])('%s is found', async (statement, kind) => {
  const { ctx, folder } = await linkedCase();
  expect((await runVerify(ctx, {})).findings).toEqual([]);
  tamperRows(folder, statement);
  const { findings } = await runVerify(ctx, {});
  expect(findings.map(({ code, facts }) => ({ code, kind: facts['kind'] }))).toContainEqual({ code: 'record-mismatch', kind });
});
