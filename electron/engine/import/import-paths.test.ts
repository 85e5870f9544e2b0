import { randomBytes } from 'node:crypto';
import { mkdir, readdir, symlink, truncate, unlink, writeFile, appendFile } from 'node:fs/promises';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it, describe } from 'vitest';
import type { CaseContext } from '../context.ts';
import { removeItem } from '../items/change-item.ts';
import { getItem } from '../items/get-item.ts';
import { getText } from '../items/get-text.ts';
import { listEntries } from '../journal/list-entries.ts';
import { makePdf } from '../testing/make-pdf.ts';
import { temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { importPaths } from './import-paths.ts';

async function importAll(ctx: CaseContext, ...paths: string[]) {
  return (await importPaths(ctx, { paths })).outcomes;
}
async function importOne(ctx: CaseContext, path: string) {
  const [outcome] = await importAll(ctx, path);
  if (outcome?.fate !== 'kept') throw new Error(`not kept: ${JSON.stringify(outcome)}`);
  return outcome;
}
async function written(bytes: string | Uint8Array, name = 'a.txt') {
  const path = join(await temporaryFolder(), name);
  await writeFile(path, bytes);
  return path;
}
async function journal(ctx: CaseContext, action: string) {
  return (await listEntries(ctx, { action, direction: 'ascending', limit: 100, offset: 0 })).rows;
}
async function blobCount(ctx: CaseContext) {
  let count = 0;
  for await (const _ of ctx.store.names()) count++;
  return count;
}
/** Nothing on its way, nothing left over: what a refused or cancelled file must leave behind. */
async function expectNothingHalfMade(ctx: CaseContext, blobs: number) {
  expect(await readdir(ctx.store.staging).catch(() => [])).toEqual([]);
  expect(await blobCount(ctx)).toBe(blobs);
}

describe('a file', () => {
  it('becomes an item with its exact bytes, canonical text and journal entry', async () => {
    const { ctx } = await temporaryCase();
    const bytes = '\ufeffNearly 1,236 bodies\r\nwere exhumed.\r\n';
    const { itemId, sha256, type } = await importOne(ctx, await written(bytes, 'note.txt'));
    const item = await getItem(ctx, itemId);
    expect(type).toBe('document');
    expect(item).toMatchObject({ title: 'note', originalName: 'note.txt', completeness: 'whole', method: 'import' });
    expect(
      await ctx.store
        .read(sha256)
        .toArray()
        .then((parts) => Buffer.concat(parts as Buffer[]).toString()),
    ).toBe(bytes);
    expect((await getText(ctx, itemId))?.text).toBe('Nearly 1,236 bodies\nwere exhumed.\n');
    const text = item.files.find(({ role }) => role === 'text');
    expect(text).toMatchObject({ parentFileId: item.files.find(({ role }) => role === 'original')?.id, tool: 'holdfast text' });
    expect(await journal(ctx, 'item.kept')).toHaveLength(1);
  });

  it('given twice is one blob, said to be already kept, and the journal says so', async () => {
    const { ctx } = await temporaryCase();
    const kept = await importOne(ctx, await written('same words', 'one.txt'));
    const blobs = await blobCount(ctx);
    const [again] = await importAll(ctx, await written('same words', 'two.txt'));
    expect(again).toMatchObject({ fate: 'already-kept', itemId: kept.itemId, sha256: kept.sha256 });
    await expectNothingHalfMade(ctx, blobs);
    expect(await journal(ctx, 'import.repeated')).toMatchObject([
      { subject: kept.itemId, payload: { name: 'two.txt', sha256: kept.sha256 } },
    ]);
  });

  it('imported twice at the same time is one item', async () => {
    const { ctx } = await temporaryCase();
    const path = await written(await makePdf(['words']), 'a.pdf');
    const fates = (await Promise.all([importAll(ctx, path), importAll(ctx, path)])).flat().map(({ fate }) => fate);
    expect(fates.sort()).toEqual(['already-kept', 'kept']);
    await expectNothingHalfMade(ctx, 3);
  });

  it('that was removed from the case is kept anew', async () => {
    const { ctx } = await temporaryCase();
    const path = await written('words');
    const first = await importOne(ctx, path);
    await removeItem(ctx, { id: first.itemId, reason: 'a slip' });
    const second = await importOne(ctx, path);
    expect(second.itemId).not.toBe(first.itemId);
    expect(second.sha256).toBe(first.sha256);
  });

  it.each(['مقابر الرقة.txt', 'grave 🕊️ "three".txt', "it's\nhere.txt", 'CON.txt', '.hidden', '-rf.txt', 'a'.repeat(200) + '.txt'])(
    'named %j keeps its name exactly',
    async (name) => {
      const { ctx } = await temporaryCase();
      const item = await getItem(ctx, (await importOne(ctx, await written('words', name))).itemId);
      expect(item.originalName).toBe(name);
      for (const file of item.files) expect(file.name).toMatch(/^[\p{L}\p{N}_-][\p{L}\p{M}\p{N}._-]{0,110}$/u);
      expect(item.title).not.toMatch(/\n/);
    },
  );

  it('that is empty is refused', async () => {
    const { ctx } = await temporaryCase();
    const path = await written('');
    expect(await importAll(ctx, path)).toMatchObject([{ fate: 'refused', error: { code: 'file-empty', facts: { path } } }]);
    await expectNothingHalfMade(ctx, 0);
    expect(await journal(ctx, 'import.refused')).toMatchObject([{ payload: { name: 'a.txt', code: 'file-empty' } }]);
    expect(JSON.stringify(await journal(ctx, 'import.refused'))).not.toContain(path);
  });

  it('that is missing is refused and the others are kept', async () => {
    const { ctx } = await temporaryCase();
    const path = join(await temporaryFolder(), 'gone.txt');
    const outcomes = await importAll(ctx, path, await written('here'));
    expect(outcomes).toMatchObject([{ fate: 'refused', error: { code: 'file-missing', facts: { path } } }, { fate: 'kept' }]);
  });

  it('of text named as a video is refused by what it is', async () => {
    const { ctx } = await temporaryCase();
    const path = await written('This is no video at all.\n', 'strike.mp4');
    expect(await importAll(ctx, path)).toMatchObject([
      { error: { code: 'type-mismatch', facts: { path, extension: '.mp4', found: 'text/plain' } } },
    ]);
    await expectNothingHalfMade(ctx, 0);
  });

  it('of unknown bytes is kept as a document of recorded type', async () => {
    const { ctx } = await temporaryCase();
    const { itemId, type } = await importOne(ctx, await written(Buffer.from([0, 1, 2, 3, 255, 254, 7, 0, 9, 200, 12, 0]), 'thing.bin'));
    expect(type).toBe('document');
    expect(await getItem(ctx, itemId)).toMatchObject({
      facts: { mediaType: 'application/octet-stream', detectedBy: 'nothing' },
      textLength: null,
    });
  });
});

describe('a file that changes while it is read', () => {
  const big = () => written(randomBytes(8 * 1024 * 1024), 'big.bin');
  async function importWhile(path: string, act: () => Promise<void>) {
    const { ctx } = await temporaryCase();
    let acted: Promise<void> | null = null;
    const settle = ctx.store.receive.bind(ctx.store);
    ctx.store.receive = (source, options) =>
      settle(source, {
        ...options,
        onBytes: (bytes) => {
          options?.onBytes?.(bytes);
          acted ??= act();
        },
      });
    const [outcome] = await importAll(ctx, path);
    await (acted as unknown);
    await expectNothingHalfMade(ctx, 0);
    return outcome;
  }

  it('shrinks: refused', async () => {
    const path = await big();
    expect(await importWhile(path, () => truncate(path, 1024))).toMatchObject({ error: { code: 'file-changed', facts: { path } } });
  });
  it('grows: refused', async () => {
    const path = await big();
    expect(await importWhile(path, () => appendFile(path, 'more'))).toMatchObject({ error: { code: 'file-changed', facts: { path } } });
  });
  it('disappears: refused', async () => {
    const path = await big();
    expect(await importWhile(path, () => unlink(path))).toMatchObject({ error: { code: 'file-missing', facts: { path } } });
  });
});

describe('a folder', () => {
  it('is walked in order, without links, pipes and litter, and names each it leaves out', async () => {
    const { ctx } = await temporaryCase();
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'sub'));
    await writeFile(join(folder, 'b.txt'), 'b');
    await writeFile(join(folder, 'sub', 'a.txt'), 'a');
    await writeFile(join(folder, '.DS_Store'), 'litter');
    await writeFile(join(folder, 'Thumbs.db'), 'litter');
    await symlink(folder, join(folder, 'sub', 'loop'));
    await symlink('/etc/hostname', join(folder, 'outside'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const outcomes = await importAll(ctx, folder);
    expect(outcomes.map((one) => [one.path.slice(folder.length + 1), one.fate === 'refused' ? one.error.code : one.fate])).toEqual([
      ['outside', 'file-link'],
      ['pipe', 'file-special'],
      ['sub/loop', 'file-link'],
      ['b.txt', 'kept'],
      ['sub/a.txt', 'kept'],
    ]);
  });

  it('given as a link that leads round in a ring is refused', async () => {
    const { ctx } = await temporaryCase();
    const ring = join(await temporaryFolder(), 'ring');
    await symlink(ring, ring);
    expect(await importAll(ctx, ring)).toMatchObject([{ error: { code: 'file-link', facts: { path: ring } } }]);
  });
});

describe('a job', () => {
  it('counts bytes and can be cancelled: the file under way leaves nothing, those before stay', async () => {
    const { ctx, engine } = await temporaryCase();
    const first = await written('first', '1.txt');
    const second = await written(randomBytes(16 * 1024 * 1024), '2.bin');
    const third = await written('third', '3.txt');
    const settle = ctx.store.receive.bind(ctx.store);
    ctx.store.receive = (source, options) =>
      settle(source, {
        ...options,
        onBytes: (bytes) => {
          options?.onBytes?.(bytes);
          if (bytes > 1000) engine.jobs.cancel('job');
        },
      });
    const { outcomes } = await importPaths(ctx, { paths: [first, second, third], jobId: 'job' });
    expect(outcomes.map(({ fate }) => fate)).toEqual(['kept', 'cancelled', 'cancelled']);
    expect(engine.jobs.list()).toMatchObject([{ id: 'job', state: 'cancelled', unit: 'bytes', total: 10 + 16 * 1024 * 1024 }]);
    // The first file's bytes and its canonical text are the same blob.
    await expectNothingHalfMade(ctx, 1);
  });
});

describe('a PDF', () => {
  it('gives text by page, facts and a cover', async () => {
    const { ctx } = await temporaryCase();
    const bytes = await makePdf(['First page about al-Mansourah.', 'Second page.'], {
      title: 'A report of 70 pages',
      attach: { name: 'list.csv', bytes: 'a,b' },
    });
    const { itemId, type, warnings } = await importOne(ctx, await written(bytes, 'report.pdf'));
    expect([type, warnings]).toEqual(['pdf', []]);
    const text = await getText(ctx, itemId);
    expect(text?.text).toBe('First page about al-Mansourah.\n\nSecond page.');
    expect(text?.map).toEqual({
      kind: 'pages',
      pages: [
        { start: 0, end: 30, page: 1 },
        { start: 32, end: 44, page: 2 },
      ],
    });
    const item = await getItem(ctx, itemId);
    expect(item).toMatchObject({
      title: 'A report of 70 pages',
      completeness: 'whole',
      facts: { pdf: { pages: 2, hasText: true, encrypted: false, attachments: [{ name: 'list.csv' }] } },
    });
    expect(item.files.find(({ role }) => role === 'cover')).toMatchObject({ mediaType: 'image/jpeg', tool: 'pdf.js' });
  });

  it('that asks for a password is refused', async () => {
    const { ctx } = await temporaryCase();
    const path = await written(await makePdf(['secret'], { userPassword: 'x' }), 'locked.pdf');
    expect(await importAll(ctx, path)).toMatchObject([{ error: { code: 'pdf-password', facts: { path } } }]);
    await expectNothingHalfMade(ctx, 0);
  });

  it('that is cut in half is refused', async () => {
    const { ctx } = await temporaryCase();
    const whole = await makePdf(['one', 'two']);
    const path = await written(whole.subarray(0, whole.length / 2), 'cut.pdf');
    expect(await importAll(ctx, path)).toMatchObject([{ error: { code: 'pdf-damaged', facts: { path } } }]);
    await expectNothingHalfMade(ctx, 0);
  });

  it('that lost its last bytes is repaired, kept, and the gap is named', async () => {
    const { ctx } = await temporaryCase();
    const whole = await makePdf(['All of its words are there.']);
    const { itemId } = await importOne(ctx, await written(whole.subarray(0, whole.length - 30), 'cut.pdf'));
    expect(await getItem(ctx, itemId)).toMatchObject({ completeness: 'partial', gaps: [{ reason: 'pdf-repaired' }], textLength: 27 });
  });

  it('without words is kept and the outcome warns of it', async () => {
    const { ctx } = await temporaryCase();
    const { itemId, warnings } = await importOne(ctx, await written(await makePdf([''], { textless: true }), 'scan.pdf'));
    expect(warnings).toEqual(['no-text']);
    expect(await getItem(ctx, itemId)).toMatchObject({ textLength: null, facts: { pdf: { hasText: false } } });
  });
});
