import { chmod, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { canonicalJson } from '#shared/canonical-json.ts';
import { ENTRY_CONTEXT, TREE_HEAD_CONTEXT } from '#shared/model/seals.ts';
import { openWriterKey, readPublicKey } from '../keys/writer-key.ts';
import { tamperRows } from '../testing/tamper.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { makeSeal } from './make-seal.ts';
import { listSeals, sealState } from './read-seals.ts';

const codes = async (ctx: Parameters<typeof runVerify>[0]) =>
  (await runVerify(ctx, {})).findings.map(({ code, subject }) => `${code} ${subject}`);

test('a key is made once, for its owner alone, and signs what anybody can check', async () => {
  const folder = join(await temporaryFolder(), 'keys');
  const key = openWriterKey(folder);
  expect(openWriterKey(folder).keyId).toBe(key.keyId);
  expect((await stat(join(folder, 'writer-key.pem'))).mode & 0o777).toBe(0o600);
  const signature = key.sign('one thing', 'words');
  const check = readPublicKey(key.publicKey);
  expect(check?.keyId).toBe(key.keyId);
  expect(check?.proves('one thing', 'words', signature)).toBe(true);
  expect(check?.proves('another thing', 'words', signature)).toBe(false);
  expect(check?.proves('one thing', 'Words', signature)).toBe(false);
});

test('a key file that is none is refused by name and left alone', async () => {
  const folder = await temporaryFolder();
  const path = join(folder, 'writer-key.pem');
  await writeFile(path, 'not a key');
  expect(() => openWriterKey(folder)).toThrowError(expect.objectContaining({ code: 'writer-key-unusable' }));
  expect(await readFile(path, 'utf8')).toBe('not a key');
  await chmod(path, 0o600);
});

test('every entry is salted and signed; a seal covers all of them, and asking twice makes one', async () => {
  const { ctx } = await temporaryCase();
  await keepTextItem(ctx, 'one');
  const before = await ctx.read.selectFrom('journal').selectAll().execute();
  const keys = await ctx.read.selectFrom('writerKey').selectAll().execute();
  expect(keys).toHaveLength(1);
  const key = readPublicKey(keys[0]?.publicKey ?? '');
  expect(new Set(before.map(({ salt }) => salt)).size).toBe(before.length);
  for (const { hash, keyId, signature } of before) {
    expect(keyId).toBe(keys[0]?.keyId);
    expect(key?.proves(ENTRY_CONTEXT, hash, signature ?? '')).toBe(true);
  }
  expect(await sealState(ctx)).toMatchObject({ last: null, seals: 0, entries: before.length, unsealed: before.length });
  const seal = await makeSeal(ctx, 'asked');
  const { signature, ...head } = seal.head;
  expect(key?.proves(TREE_HEAD_CONTEXT, canonicalJson(head), signature)).toBe(true);
  expect(head).toMatchObject({ treeSize: before.length, headHash: before.at(-1)?.hash });
  expect(await makeSeal(ctx, 'asked')).toEqual(seal);
  expect(await sealState(ctx)).toMatchObject({ seals: 1, unsealed: 0 });
  await keepTextItem(ctx, 'two');
  expect((await makeSeal(ctx, 'export')).head.treeSize).toBe(before.length + 2);
  expect((await listSeals(ctx, { limit: 10, offset: 0 })).rows.map(({ reason }) => reason)).toEqual(['export', 'asked']);
  expect(await codes(ctx)).toEqual([]);
});

test('what was done to journal, keys and seals behind the back of Holdfast is found', async () => {
  const sealed = async (sql: string) => {
    const { ctx, folder } = await temporaryCase();
    await keepTextItem(ctx, 'one');
    await makeSeal(ctx, 'asked');
    tamperRows(folder, sql);
    return codes(ctx);
  };
  expect(await sealed('UPDATE journal SET salt = NULL, keyId = NULL, signature = NULL WHERE seq = 2')).toContain('journal-broken 2');
  expect(await sealed(`UPDATE seal SET rootHash = '${'a'.repeat(64)}'`)).toContain('seal-wrong 2');
  expect(await sealed('UPDATE journal SET signature = (SELECT signature FROM journal WHERE seq = 1) WHERE seq = 2')).toContain(
    'signature-wrong 2',
  );
  expect(await sealed("UPDATE writerKey SET publicKey = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='")).toEqual(
    expect.arrayContaining([expect.stringMatching(/^key-altered/), 'signature-key 1-3']),
  );
  expect(await sealed('DELETE FROM journal WHERE seq > 1')).toContain('seal-beyond 2');
});
