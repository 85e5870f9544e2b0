import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { describe, expect, test } from 'vitest';
import type { PassageTarget } from '#shared/model/passages.ts';
import type { CaseContext } from '../context.ts';
import { keepDerived } from '../items/keep-derived.ts';
import { readStructure } from '../snapshot/ask-snapshot.ts';
import { keepOne } from '../testing/import-one.ts';
import { reopen, temporaryCase, temporaryFolder } from '../testing/temporary-case.ts';
import { runVerify } from '../verify/run-verify.ts';
import { createPassage } from './create-passage.ts';
import { getPassage } from './list-passages.ts';

const area = { x: 10, y: 20, width: 30, height: 40 };

async function keepWebPage(ctx: CaseContext) {
  const picture = (await createCanvas(8, 6).encode('png')).toString('base64');
  const image = `<img src="data:image/png;base64,${picture}" alt="A grave">`;
  const page = `<!doctype html><title>P</title><body><h1>Graves</h1><p>Words ${image}</p><div>${image}${image}</div><p id=end>end</p></body>`;
  const path = join(await temporaryFolder(), 'page.html');
  await writeFile(path, page);
  const { item } = await keepOne(ctx, path);
  const make = (target: PassageTarget) => createPassage(ctx, { itemId: item.id, ...target, comment: '', tags: [] });
  return { item, make, snapshot: item.files.find(({ role }) => role === 'snapshot')! };
}

describe('an area of a picture in a captured page', () => {
  test('stands on the snapshot by a CSS selector with a media fragment, and is back after a restart', async () => {
    const { ctx, engine, folder } = await temporaryCase();
    const { item, make, snapshot } = await keepWebPage(ctx);
    const { pictures } = await readStructure(ctx, item.id);
    expect(pictures.map(({ alt }) => alt)).toEqual(['A grave', 'A grave', 'A grave']);
    const element = pictures[1]!.element;
    const made = await make({ area, element });
    expect(made).toMatchObject({ kind: 'area', quote: '', fileId: snapshot.id, state: 'exact' });
    expect(made.selectors).toEqual([
      {
        type: 'CssSelector',
        value: element,
        refinedBy: { type: 'FragmentSelector', conformsTo: 'http://www.w3.org/TR/media-frags/', value: 'xywh=percent:10,20,30,40' },
      },
    ]);
    const again = await reopen(engine, folder);
    expect(await getPassage(again, made.id)).toEqual(made);
    expect((await runVerify(again, {})).findings).toEqual([]);
  });

  test('by a selector that names none, several or something else is refused', async () => {
    const { ctx } = await temporaryCase();
    const { make } = await keepWebPage(ctx);
    const refusals = [
      ['img', 'names more than one thing'],
      ['video', 'names nothing'],
      ['#end', 'does not name a picture'],
      ['p > img:hover', 'not understood'],
      ['p >', 'is not a CSS selector'],
    ] as const;
    for (const [element, problem] of refusals)
      await expect(make({ area, element }), element).rejects.toMatchObject({
        code: 'wrong-input',
        facts: { field: 'element', problem: expect.stringContaining(problem) as string },
      });
  });

  test('over its edge, on another file, or of an item without a snapshot is refused', async () => {
    const { ctx } = await temporaryCase();
    const { item, make, snapshot } = await keepWebPage(ctx);
    const { element } = (await readStructure(ctx, item.id)).pictures[0]!;
    await expect(make({ area: { ...area, width: 95 }, element })).rejects.toMatchObject({ facts: { field: 'area' } });
    await expect(make({ area, element, fileId: item.files.find(({ role }) => role === 'original')!.id })).rejects.toMatchObject({
      facts: { field: 'fileId' },
    });
    await expect(make({ area, element, page: 1 })).rejects.toMatchObject({ facts: { field: 'page' } });
    await expect(make({ area, fileId: snapshot.id })).rejects.toMatchObject({ facts: { field: 'fileId' } });
    await expect(make({ area })).rejects.toMatchObject({ facts: { field: 'area' } });
    const path = join(await temporaryFolder(), 'a.txt');
    await writeFile(path, 'words');
    const text = (await keepOne(ctx, path)).item;
    await expect(createPassage(ctx, { itemId: text.id, area, element: 'img', comment: '', tags: [] })).rejects.toMatchObject({
      facts: { field: 'element' },
    });
  });
});

test('an area of a screenshot stands on the part it was drawn on', async () => {
  const { ctx } = await temporaryCase();
  const { item, make, snapshot } = await keepWebPage(ctx);
  const part = async (name: string, width: number) => ({
    role: 'screenshot' as const,
    blob: await ctx.store.keepBytes(await createCanvas(width, 4).encode('png')),
    name,
    mediaType: 'image/png',
    parentFileId: snapshot.id,
    tool: { name: 'test', version: '1', parameters: {} },
  });
  const [, second] = await keepDerived(ctx, item.id, [await part('screenshot.png', 4), await part('screenshot-2.png', 5)]);
  expect(await make({ area, fileId: second! })).toMatchObject({ kind: 'area', fileId: second, page: null });
  await expect(make({ area, fileId: ctx.ports.newId() })).rejects.toMatchObject({
    facts: { field: 'fileId', problem: 'is no file of this item' },
  });
  expect((await runVerify(ctx, {})).findings).toEqual([]);
});
