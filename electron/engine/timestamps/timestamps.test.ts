import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { authorityDraft, type ListedSeal, type SealTimestamp } from '#shared/model/timestamps.ts';
import { requireCase } from '../case/handlers.ts';
import { createCase } from '../case/open-case.ts';
import { verifyCaseFile } from '../casefile/verify-case-file.ts';
import type { CaseContext } from '../context.ts';
import { createExport } from '../export/create-export.ts';
import { makeSeal } from '../seal/make-seal.ts';
import { listSeals, sealState } from '../seal/read-seals.ts';
import { sealFiles } from '../seal/seal-files.ts';
import { remanifest } from '../testing/remanifest.ts';
import { flipBit, tamperRows } from '../testing/tamper.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { engineState, reopen, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import {
  forgetAuthority,
  hasOpenssl,
  makeAuthority,
  resign,
  run,
  send,
  serve,
  stamp,
  type Answering,
  type Made,
} from '../testing/timestamp-authority.ts';
import { judgeToken } from '../verify/check-timestamps.ts';
import { runVerify } from '../verify/run-verify.ts';
import { nextTry } from './backoff.ts';
import { timestampCalls } from './handlers.ts';
import { makeRequest } from './make-request.ts';

// Certificates are made and tokens signed by another program, dozens of times.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const codes = async (ctx: CaseContext) => (await runVerify(ctx, {})).findings.map(({ code }) => code);
const actions = async (ctx: CaseContext) =>
  (await ctx.read.selectFrom('journal').select('action').orderBy('seq').execute()).map(({ action }) => action);

test('waiting grows from a minute to six hours', () => {
  const minutes = (failures: number) => (nextTry(failures, '2018-11-14T09:00:00.000Z').getTime() - Date.UTC(2018, 10, 14, 9)) / 60_000;
  expect([0, 1, 2, 3, 9, 10, 500].map(minutes)).toEqual([0, 1, 2, 4, 256, 360, 360]);
});

test('addresses that are none, or hold a password, are refused', () => {
  const accepts = (url: string) => authorityDraft.safeParse({ name: 'A', url }).success;
  expect(['http://tsa.example/', 'https://tsa.example:318/a?b', 'https://[::1]/'].every(accepts)).toBe(true);
  const bad = [
    'ftp://tsa.example/',
    'tsa.example',
    'https://a:b@tsa.example/',
    'https://a@tsa.example',
    'file:///etc/passwd',
    'https:///x',
    'http://a b/',
  ];
  expect(bad.some(accepts)).toBe(false);
});

test('a token that is older than its seal tells of a clock that was ahead', () => {
  const at = '2018-11-14T09:00:00.000Z';
  const facts = (time: string) => ({ time, accuracyMs: 1000, serial: '01', policy: '1.2.3', signer: 'S', trusted: true });
  const judge = (time: string) =>
    judgeToken({ subject: 's', about: { authority: 'A', entries: 3 }, at }, [], facts(time)).map(({ code }) => code);
  expect(judge('2018-11-14T09:00:02.000Z')).toEqual([]);
  expect(judge('2018-11-14T08:59:01.000Z')).toEqual([]);
  expect(judge('2018-11-14T08:40:00.000Z')).toEqual(['timestamp-clock']);
});

describe.skipIf(!hasOpenssl)('with an openssl authority on loopback', () => {
  let made: Made;
  let other: Made;
  let expired: Made;
  let unfit: Made;
  beforeAll(async () => {
    const expiry = { from: '20180101000000Z', to: '20180201000000Z' };
    [made, other, expired, unfit] = await Promise.all([
      makeAuthority(),
      makeAuthority(),
      makeAuthority(expiry),
      makeAuthority({ usage: 'critical,codeSigning' }),
    ]);
  });
  afterAll(() => Promise.all([made, other, expired, unfit].map(forgetAuthority)));

  const granting: Answering = async (query, response) => void send(response, await stamp(made, query));

  async function serving(answering: Answering = granting, port = 0) {
    const server = await serve(answering, port);
    onTestFinished(server.close);
    return server;
  }

  const add = (ctx: CaseContext, url: string, more: { auto?: boolean; anchors?: string | null; name?: string; policy?: string } = {}) =>
    timestampCalls['authorities.add'](ctx, { name: 'Loopback', url, anchors: made.root, policy: null, auto: false, ...more });
  const allow = (ctx: CaseContext) => timestampCalls['timestamps.allow'](ctx, { allowed: true });
  const request = (ctx: CaseContext) => timestampCalls['timestamps.request'](ctx, {});

  async function asked(answering: Answering, more: Parameters<typeof add>[2] = {}): Promise<SealTimestamp> {
    const { ctx } = await temporaryCase();
    await add(ctx, (await serving(answering)).url, more);
    await allow(ctx);
    await makeSeal(ctx, 'asked');
    return (await request(ctx))[0] as SealTimestamp;
  }

  test('nothing is asked of anybody before a person adds an authority, allows it and asks', async () => {
    const { ctx, engine, folder } = await temporaryCase();
    const { url, heard } = await serving();
    await keepTextItem(ctx, 'one');
    const seal = await makeSeal(ctx, 'asked');
    await expect(request(ctx)).rejects.toMatchObject({ code: 'authority-none' });
    await add(ctx, url, { auto: true });
    await keepTextItem(ctx, 'two');
    await makeSeal(ctx, 'import');
    // Not allowed: an explicit wish waits, the automatic one is none.
    expect(await request(ctx)).toMatchObject([{ state: 'queued', failures: 0 }]);
    await timestampCalls['timestamps.retry'](ctx, {});
    const again = await reopen(engine, folder);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await timestampCalls['timestamps.state'](again)).toEqual({ allowed: false, authorities: 1, queued: 1, proved: 0, failed: 0 });
    expect(heard).toEqual([]);
    expect((await listSeals(again, { limit: 9, offset: 0 })).rows.find(({ id }) => id === seal.id)?.timestamps).toEqual([]);
    // The permission of one installation is none for another.
    const elsewhere = {
      ...again,
      settings: { ...again.settings, writerKey: () => ({ ...again.settings.writerKey(), keyId: 'f'.repeat(64) }) },
    };
    await allow(again);
    expect((await timestampCalls['timestamps.state'](elsewhere)).allowed).toBe(false);
    await vi.waitFor(async () => expect((await timestampCalls['timestamps.state'](again)).proved).toBe(1), 5000);
  });

  test('a granted request is proved, journaled and leaves the case sealed; only a hash goes out', async () => {
    const { ctx } = await temporaryCase();
    const { url, heard } = await serving();
    await add(ctx, url);
    await allow(ctx);
    await keepTextItem(ctx, 'a secret name');
    const seal = await makeSeal(ctx, 'asked');
    const [stamped] = await request(ctx);
    expect(stamped).toMatchObject({ state: 'proved', sealId: seal.id, authority: 'Loopback', problem: null, token: { trusted: true } });
    expect((await actions(ctx)).slice(-3)).toEqual(['seal.made', 'timestamp.queued', 'timestamp.proved']);
    expect(await sealState(ctx)).toMatchObject({ seals: 1, unsealed: 0 });
    expect(await makeSeal(ctx, 'export')).toEqual(seal);
    expect(await request(ctx)).toEqual([stamped]);
    expect(heard).toHaveLength(1);
    expect(heard[0]?.body.length).toBeLessThan(100);
    expect(await codes(ctx)).toEqual([]);
  });

  test('each refusal has its state and its reason', async () => {
    const problem = async (answering: Answering, more = {}) => {
      const { state, problem: found, failures } = await asked(answering, more);
      expect(failures).toBe(1);
      return `${state} ${found?.code}`;
    };
    const elsewhere = Buffer.from('something else');
    const signedBy =
      (who: Made, ...args: string[]): Answering =>
      async (query, response) =>
        void send(response, await resign(who, await stamp(made, query), ...args));
    expect(await problem(granting, { policy: '1.2.3.4' })).toBe('failed rejected');
    expect(await problem(async (_query, response) => void send(response, await stamp(made, makeRequest(elsewhere, null).bytes)))).toBe(
      'failed imprint',
    );
    const old = await stamp(made, makeRequest(Buffer.from('x'), null).bytes);
    expect(await problem((_query, response) => void send(response, old))).toBe('failed imprint');
    expect(await problem(async (query, response) => void send(response, await stamp(made, anotherNonce(query))))).toBe('failed nonce');
    expect(await problem(async (query, response) => void send(response, await stamp(expired, query)), { anchors: expired.root })).toBe(
      'failed validity',
    );
    expect(await problem(signedBy(unfit, '-cades'), { anchors: unfit.root })).toBe('failed purpose');
    expect(await problem(granting, { anchors: other.root })).toBe('failed chain');
    expect(await problem((_query, response) => void send(response, Buffer.from('garbage')))).toBe('failed unreadable');
    expect(await problem((_query, response) => void send(response, Buffer.alloc(2 << 20)))).toBe('failed too-large');
    expect(await problem((_query, response) => void response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end())).toBe(
      'failed redirect',
    );
    expect(await problem((_query, response) => void response.writeHead(503).end())).toBe('queued busy');
    // Without an anchor it is proved, and says that the root was not checked.
    expect(await asked(granting, { anchors: null })).toMatchObject({ state: 'proved', token: { trusted: false, chainFile: null } });
  });

  test('what failed for the moment is tried again: by hand, after a while, at opening', async () => {
    let hours = 0;
    const ports = { now: () => new Date(Date.now() + hours * 3_600_000), newId: engineState().ports.newId };
    const engine = engineState(ports);
    const folder = join(await temporaryFolder(), 'Test.holdfast');
    engine.open = await createCase(engine, folder, 'Test case');
    onTestFinished(async () => engine.open?.close());
    const ctx = requireCase(engine);
    const { url, port, close } = await serve(granting);
    await close();
    await add(ctx, url, { auto: true });
    await allow(ctx);
    await keepTextItem(ctx, 'one');
    await makeSeal(ctx, 'import');
    const list = () => timestampCalls['timestamps.list'](engine.open as CaseContext, {});
    await vi.waitFor(
      async () => expect(await list()).toMatchObject([{ state: 'queued', failures: 1, problem: { code: 'unreachable' } }]),
      5000,
    );
    const [waiting] = await list();
    expect(Date.parse(waiting?.nextAt ?? '') - Date.parse(waiting?.triedAt ?? '')).toBe(60_000);
    expect(await timestampCalls['timestamps.retry'](ctx, {})).toMatchObject([{ state: 'queued', failures: 2 }]);
    const again = await reopen(engine, folder);
    await new Promise((resolve) => setTimeout(resolve, 100));
    // Just now it failed: opening alone asks nobody.
    expect(await list()).toMatchObject([{ failures: 2 }]);
    await serving(granting, port);
    hours = 1;
    await reopen(engine, folder);
    await vi.waitFor(async () => expect(await list()).toMatchObject([{ state: 'proved', failures: 2 }]), 5000);
    expect(again.writer).not.toBeNull();
    expect(await codes(requireCase(engine))).toEqual([]);
    expect((await actions(requireCase(engine))).filter((action) => action === 'timestamp.failed')).toHaveLength(2);
  });

  test('several authorities, one of them down; their files are checked by openssl with the line that is given', async () => {
    const { ctx } = await temporaryCase();
    const { url } = await serving();
    const second = await serving(async (query, response) => void send(response, await stamp(other, query)));
    await add(ctx, url, { auto: true });
    await add(ctx, second.url, { name: 'Other', anchors: other.root, auto: true });
    await add(ctx, 'http://127.0.0.1:1/', { name: 'Down', auto: true });
    const gone = await add(ctx, url, { name: 'Gone', auto: true });
    await timestampCalls['authorities.remove'](ctx, { id: gone.id });
    await allow(ctx);
    await keepTextItem(ctx, 'one');
    await makeSeal(ctx, 'import');
    const list = () => timestampCalls['timestamps.list'](ctx, {});
    await vi.waitFor(
      async () => expect((await list()).map(({ state, failures }) => `${state} ${failures}`)).toEqual(['proved 0', 'proved 0', 'queued 1']),
      8000,
    );
    const folder = await temporaryFolder();
    for await (const { path, bytes } of sealFiles(ctx)) {
      await mkdir(join(folder, dirname(path)), { recursive: true });
      await writeFile(join(folder, path), bytes);
    }
    const at = (path: string) => join(folder, 'data/journal/seals', path);
    const tokens = (await list()).flatMap(({ token }) => (token === null ? [] : [token]));
    expect(tokens.map(({ file }) => file.slice(-6)).sort()).toEqual(['.1.tsr', '.2.tsr']);

    for (const { check } of tokens) {
      expect((await run('sh', ['-c', check], { cwd: at('.') })).stdout).toContain('Verification: OK');
      await expect(run('sh', ['-c', check.replace('-data ', '-data ../')], { cwd: at('.') })).rejects.toThrow();
    }
    const listed = JSON.parse(await readFile(join(folder, 'data/journal/seals.json'), 'utf8')) as ListedSeal[];
    expect(listed[0]?.tokens.map(({ authority, state }) => `${authority} ${state}`)).toEqual([
      'Loopback proved',
      'Other proved',
      'Down queued',
    ]);
    expect(listed[0]?.tokens.map(({ token }) => (token === null ? null : basename(token.file)))).toEqual([
      ...tokens.map(({ file }) => file),
      null,
    ]);
    expect(await runVerify(ctx, {})).toMatchObject({ findings: [], checked: { seals: 1, timestamps: 2 } });
  });

  test('a case file holds the token of its own seal; one flipped bit in it is found, whatever became of the manifests', async () => {
    const { ctx } = await temporaryCase();
    await add(ctx, (await serving()).url, { auto: true });
    await allow(ctx);
    await keepTextItem(ctx, 'one');
    const out = join(await temporaryFolder(), 'Case');
    await createExport(ctx, { out, zip: false });
    const found = async () =>
      (await verifyCaseFile(engineState(), { path: out })).findings.map(({ code, subject }) => `${code} ${subject}`);
    expect(await found()).toEqual([]);
    const seals = join(out, 'data/journal/seals');
    const file = (await readdir(seals)).find((name) => name.endsWith('.tsr')) ?? '';
    const reply = await readFile(join(seals, file));
    for (const bit of [8 * 8, reply.length * 4, reply.length * 8 - 9]) {
      await writeFile(join(seals, file), flipBit(reply, bit));
      await remanifest(out);
      expect(await found()).toEqual([`timestamp-altered data/journal/seals/${file}`]);
    }
    await rm(join(seals, file));
    await remanifest(out);
    expect(await found()).toEqual(expect.arrayContaining([`timestamp-missing data/journal/seals/${file}`]));
  });

  test('one flipped bit in a token, and whatever else was done to it, is found and named', async () => {
    const found = async (tamper: (folder: string, reply: Buffer) => void) => {
      const { ctx, folder } = await temporaryCase();
      await add(ctx, (await serving()).url);
      await allow(ctx);
      await makeSeal(ctx, 'asked');
      await request(ctx);
      const { reply } = await ctx.read.selectFrom('timestampToken').select('reply').executeTakeFirstOrThrow();
      tamper(folder, reply);
      return codes(ctx);
    };
    const replace = (folder: string, reply: Buffer) => tamperRows(folder, `UPDATE timestampToken SET reply = x'${reply.toString('hex')}'`);
    // In the status, in the middle of what is signed, in the signature.
    for (const bit of [(reply: Buffer) => reply.length * 8 - 9, () => 8 * 8, (reply: Buffer) => reply.length * 4]) {
      expect(await found((folder, reply) => replace(folder, flipBit(reply, bit(reply))))).toEqual(['timestamp-altered']);
    }
    expect(await found((folder) => tamperRows(folder, "UPDATE timestampToken SET time = '2011-01-01T00:00:00.000Z'"))).toEqual([
      'record-mismatch',
    ]);
    expect(await found((folder) => tamperRows(folder, 'DELETE FROM timestampToken'))).toEqual(['record-mismatch']);
    expect(await found((folder) => tamperRows(folder, "UPDATE authority SET anchors = NULL, url = 'http://127.0.0.1:1/'"))).toEqual([
      'record-mismatch',
    ]);
    expect(await found((folder) => tamperRows(folder, 'DELETE FROM timestamp'))).toEqual(expect.arrayContaining(['record-mismatch']));
  });
});

/** The nonce is the last integer but one byte string: changed in place, the query stays one. */
function anotherNonce(query: Buffer): Buffer {
  const changed = Buffer.from(query);
  const at = changed.indexOf(Buffer.from([0x02, 0x10])) + 5;
  changed[at] = (changed[at] ?? 0) ^ 0xff;
  return changed;
}
