import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Inclusion } from '#shared/model/seals.ts';
import { exportSelection, type WithheldEntry } from '#shared/model/selection.ts';
import { verifyCaseFile } from '../../casefile/verify-case-file.ts';
import { createParty } from '../../parties/write-parties.ts';
import { createPassage } from '../../passages/create-passage.ts';
import { partyFields } from '#shared/model/parties.ts';
import { newClaim } from '../../testing/claim-fixtures.ts';
import { filledCase, type FilledCase } from '../../testing/filled-case.ts';
import { remanifest } from '../../testing/remanifest.ts';
import { keepTextItem } from '../../testing/keep-text-item.ts';
import { temporaryFolder } from '../../testing/temporary-case.ts';
import { createRedaction } from '../../redaction/create-redaction.ts';
import { makeSeal } from '../../seal/make-seal.ts';
import { createExport } from '../create-export.ts';
import { previewSelection } from './preview.ts';

const SECRET = 'Layla of the blue door saw the lorries';

/** A filled case and, besides, a source with a witness in it, on which a claim of another incident stands. */
async function withWitness() {
  const filled = await filledCase();
  const { ctx } = filled;
  const witnessItem = await keepTextItem(ctx, `${SECRET} at dawn.`, 'Interview with the witness');
  const passage = await createPassage(ctx, { itemId: witnessItem, quote: 'saw the lorries', comment: 'she was sure', tags: ['witness'] });
  const party = await createParty(ctx, partyFields.parse({ name: 'The witness of the gate' }));
  const secret = await newClaim(ctx, { act: 'struck', speakerId: party.id, evidence: [{ passageId: passage.id, stance: 'states' }] });
  return { ...filled, witnessItem, witnessPassage: passage.id, secretClaim: secret.id };
}

async function exported({ ctx }: Pick<FilledCase, 'ctx'>, selection: Parameters<typeof exportSelection.parse>[0], zip = false) {
  const out = join(await temporaryFolder(), zip ? 'part.zip' : 'part');
  await createExport(ctx, { out, zip, selection: exportSelection.parse(selection) });
  return out;
}

const codesOf = async ({ engine }: Pick<FilledCase, 'engine'>, path: string) =>
  (await verifyCaseFile(engine, { path })).findings.map(({ code, subject, facts }) => `${code} ${subject} ${String(facts['problem'])}`);

async function allBytes(folder: string): Promise<string> {
  const names = (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const texts = await Promise.all(names.map((entry) => readFile(join(entry.parentPath, entry.name), 'latin1')));
  return [...names.map(({ name }) => name), ...texts].join('\n');
}

test('a chosen claim brings what it stands on, and nothing of the rest, not even its name', async () => {
  const filled = await withWitness();
  const out = await exported(filled, { claimIds: [filled.claimId] });
  expect(await codesOf(filled, out)).toEqual([]);
  const text = await allBytes(out);
  for (const word of ['blue door', 'lorries', 'of the gate', 'Interview', 'The school', 'kept by mistake', filled.secretClaim])
    expect(text, word).not.toContain(word);
  for (const word of ['1,236 bodies', 'Committee', 'RAQ-1', 'THIS IS A PART OF A CASE']) expect(text).toContain(word);
});

test('each told entry is proved; a proof, a line or a seal that was changed is found', async () => {
  const filled = await withWitness();
  const out = await exported(filled, { claimIds: [filled.claimId] });
  const lines = (await readFile(join(out, 'data/journal/journal.jsonl'), 'utf8')).trim().split('\n');
  const proofs = (await readFile(join(out, 'data/journal/proofs.jsonl'), 'utf8')).trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as Inclusion).seq)).toEqual(proofs.map((line) => (JSON.parse(line) as Inclusion).seq));
  const edit = async (name: string, change: (text: string) => string) => {
    const copy = await exported(filled, { claimIds: [filled.claimId] });
    const path = join(copy, 'data/journal', name);
    await writeFile(path, change(await readFile(path, 'utf8')));
    await remanifest(copy);
    return codesOf(filled, copy);
  };
  expect(await edit('proofs.jsonl', (text) => text.replace(/"path":\["(..)/, '"path":["00'))).toEqual([
    expect.stringContaining('does not lead to the sealed root'),
  ]);
  expect(await edit('proofs.jsonl', (text) => text.split('\n').slice(1).join('\n'))).toEqual([expect.stringContaining('no proof for it')]);
  expect(await edit('journal.jsonl', (text) => text.replace('nearly', 'merely'))).not.toEqual([]);
});

test('a withheld source leaves a proved placeholder with its reason, and so do its passages', async () => {
  const filled = await withWitness();
  const reason = 'protects somebody who spoke';
  const out = await exported(filled, { claimIds: [filled.secretClaim], withheld: [{ itemId: filled.witnessItem, reason }] });
  expect(await codesOf(filled, out)).toEqual([]);
  const withheld = JSON.parse(await readFile(join(out, 'data/journal/withheld.json'), 'utf8')) as WithheldEntry[];
  expect(withheld).toMatchObject([
    { kind: 'item', id: filled.witnessItem, reason, redactedCopy: null },
    { kind: 'passage', id: filled.witnessPassage, reason },
  ]);
  const text = await allBytes(out);
  for (const word of ['blue door', 'lorries', 'Interview', 'she was sure']) expect(text, word).not.toContain(word);
  const path = join(out, 'data/journal/withheld.json');
  await writeFile(path, (await readFile(path, 'utf8')).replace(withheld[0]?.hash ?? '', 'a'.repeat(64)));
  await remanifest(out);
  expect(await codesOf(filled, out)).toEqual([expect.stringContaining('its proof is for another entry')]);
});

test('an incident some of whose claims stay behind is not computed over', async () => {
  const filled = await filledCase();
  const incidentId = (await filled.ctx.read.selectFrom('incident').select('id').executeTakeFirstOrThrow()).id;
  const other = await newClaim(filled.ctx, { act: 'killed', incidentId, quantities: [{ value: 777, unit: 'people' }] });
  const preview = await previewSelection(filled.ctx, { selection: exportSelection.parse({ claimIds: [filled.claimId] }) });
  expect(preview.incompleteIncidents).toMatchObject([{ incidentId }]);
  expect(preview.items).toMatchObject([{ itemId: filled.itemId, fate: 'whole', evidence: 1 }]);
  const out = await exported(filled, { claimIds: [filled.claimId] });
  expect(await codesOf(filled, out)).toEqual([]);
  const text = await allBytes(out);
  expect(text).not.toMatch(/\b777\b/);
  expect(text).not.toContain(other.id);
});

test('a whole incident, and a source for itself, verify as zips too', async () => {
  const filled = await withWitness();
  const incidentId = (await filled.ctx.read.selectFrom('incident').select('id').executeTakeFirstOrThrow()).id;
  const out = await exported(filled, { incidentIds: [incidentId], itemIds: [filled.other] }, true);
  expect(await codesOf(filled, out)).toEqual([]);
});

test('nothing chosen, unknown things and unsealed acts are refused by name, and nothing is written', async () => {
  const filled = await filledCase();
  const folder = await temporaryFolder();
  await mkdir(join(folder, 'x'));
  const asked = (selection: object) =>
    createExport(filled.ctx, { out: join(folder, 'x', 'part'), zip: false, selection: exportSelection.parse(selection) });
  await expect(asked({})).rejects.toMatchObject({ code: 'export-nothing' });
  await expect(asked({ claimIds: [filled.itemId] })).rejects.toMatchObject({ code: 'not-found' });
  await expect(asked({ itemIds: [filled.itemId], redacted: [{ itemId: filled.itemId, fileId: filled.itemId }] })).rejects.toMatchObject({
    code: 'not-found',
  });
  await makeSeal(filled.ctx, 'asked'); // The failed tries are acts too.
  await expect(
    createExport(
      { ...filled.ctx, writer: null },
      { out: join(folder, 'x', 'part'), zip: false, selection: exportSelection.parse({ itemIds: [filled.itemId] }) },
    ),
  ).resolves.toBeDefined();
  await keepTextItem(filled.ctx, 'later');
  await expect(
    createExport(
      { ...filled.ctx, writer: null },
      { out: join(folder, 'x', 'other'), zip: false, selection: exportSelection.parse({ itemIds: [filled.itemId] }) },
    ),
  ).rejects.toMatchObject({ code: 'export-unsealed' });
  expect(await readdir(join(folder, 'x'))).toEqual(['part']);
});

test('a redacted copy goes instead of its source: linked to its hash, logged, and the withheld words are nowhere', async () => {
  const filled = await withWitness();
  const { ctx } = filled;
  const made = await createRedaction(ctx, {
    itemId: filled.witnessItem,
    regions: [{ kind: 'words', start: 0, end: 22, textFileId: null, reason: 'witness-identity', note: '' }],
  });
  const copy = made.redaction.copies[0];
  const redacted = [{ itemId: filled.witnessItem, fileId: copy?.id ?? '' }];
  const out = await exported(filled, { claimIds: [filled.secretClaim], redacted });
  expect(await codesOf(filled, out)).toEqual([]);
  const text = await allBytes(out);
  for (const word of ['Layla', 'blue door', 'Interview']) expect(text, word).not.toContain(word);
  const log = JSON.parse(await readFile(join(out, 'data/redacted/redactions.json'), 'utf8')) as {
    withheldSha256: string;
    copySha256: string;
  }[];
  expect(log).toMatchObject([{ withheldSha256: made.redaction.sha256, copySha256: copy?.sha256 }]);
  expect(await readFile(join(out, 'data/redacted', filled.witnessItem, `redacted-${copy?.name ?? ''}`), 'utf8')).toContain(
    'lorries at dawn',
  );
  // The same words in the title of another thing that goes: refused, named by its file alone.
  const other = await keepTextItem(ctx, 'Something else.', 'What Layla of the blue door said');
  const refused = exported(filled, { claimIds: [filled.secretClaim], itemIds: [other], redacted });
  await expect(refused).rejects.toMatchObject({ code: 'redaction-leak', facts: { path: expect.stringContaining(other) as string } });
  const word = await keepTextItem(ctx, 'Something else again.', 'A door');
  await expect(exported(filled, { claimIds: [filled.secretClaim], itemIds: [word], redacted })).rejects.toMatchObject({
    code: 'redaction-leak-word',
  });
  const allowed = await exported(filled, { claimIds: [filled.secretClaim], itemIds: [word], redacted, singleWords: 'allowed' });
  expect(await codesOf(filled, allowed)).toEqual([]);
});
