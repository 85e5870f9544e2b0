import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';
import { createCase } from '#engine/case/open-case.ts';
import type { EngineState } from '#engine/context.ts';
import { systemPorts } from '#engine/system-ports.ts';
import { keyFolder, writerKeyIn } from '#engine/keys/key-folder.ts';
import { importPaths } from '#engine/import/import-paths.ts';
import { getItem } from '#engine/items/get-item.ts';
import { keepDerived } from '#engine/items/keep-derived.ts';
import { Jobs } from '#engine/jobs/jobs.ts';
import { root } from './launch.ts';

/** A page on which words and pictures are hard to reach, as a person meets them on real sites. */
export async function hardPage(): Promise<string> {
  const canvas = createCanvas(400, 300);
  const pen = canvas.getContext('2d');
  ['#b3261e', '#0f6b5c', '#ffc24d', '#27384d'].forEach((colour, at) => {
    pen.fillStyle = colour;
    pen.fillRect((at % 2) * 200, Math.floor(at / 2) * 150, 200, 150);
  });
  const picture = `data:image/png;base64,${(await canvas.encode('png')).toString('base64')}`;
  const filler = (from: number, count: number) =>
    Array.from(
      { length: count },
      (_, at) => `<p>Paragraph ${from + at} tells of the graves near the river, and of those who came to look for their own.</p>`,
    ).join('');
  return `<!doctype html><html lang="en"><head><title>Three graves in Raqqa</title><style>
body { font: 16px sans-serif; margin: 0 60px; overflow: hidden; }
header { position: sticky; top: 0; background: #eee; padding: 10px; }
.locked, .locked * { user-select: none !important; }
.caps { text-transform: uppercase; } .caps::before { content: 'DRAWN '; }
.columns { column-count: 3; } .zoomed { zoom: 1.4; } .gone { display: none; }
::selection { background: transparent !important; } *::highlight(holdfast-passage) { background-color: transparent !important; }
.fitted { width: 300px; height: 300px; object-fit: contain; padding: 10px; border: 5px solid #333; }
</style></head><body><header>Site menu that stays</header><main><article>
<h1>Three graves in Raqqa</h1>
<p class="locked">Copying this sentence is forbidden by its style.</p>
<p>The committee says that <b>nearly 1,236 bodies</b> were exhumed <a href="https://example.org/x">from three mass graves in the city</a>.</p>
<h2>What was found</h2>
<blockquote><p>We counted every one of them twice.</p></blockquote>
<ol><li>The stadium grave</li><li>The Panorama grave</li></ol>
<p class="caps">Shouted words are kept as written.</p>
<p><button type="button">Words inside a button</button></p>
<table><thead><tr><th>Site</th><th>Bodies</th></tr></thead><tr><td>Panorama</td><td>730</td></tr></table>
<p dir="rtl" lang="ar">استُخرجت نحو 1236 جثة من ثلاث مقابر جماعية في الرقة</p>
<div><template shadowrootmode="open"><p class="inner">Words out of a shadow tree.</p></template></div>
<p class="zoomed">Words that the page shows larger.</p>
<div class="columns">${filler(1, 9)}</div>
<details><summary>More of it</summary><p>Words folded away in details.</p></details>
<p class="gone">Words that no style shows.</p>
<figure><img class="fitted" src="${picture}" alt="Four fields seen from the air"><figcaption>The site in April</figcaption></figure>
${filler(10, 60)}
<img src="${picture}" width="200" height="150" alt="">
${filler(70, 30)}
</article></main><footer>All rights reserved by the site</footer></body></html>`;
}

/** A case holding that page with two parts of a screenshot, made by the engine itself. */
export async function seedBench(folder: string, work: string): Promise<{ page: string }> {
  const emit = () => {};
  const settings = { actor: 'seed', migrations: join(root, 'migrations'), version: 'test', writerKey: writerKeyIn(keyFolder()) };
  const engine: EngineState = { open: null, jobs: new Jobs(emit, systemPorts.newId), ports: systemPorts, settings, emit };
  const ctx = await createCase(engine, folder, 'Bench');
  try {
    const path = join(work, 'page.html');
    await writeFile(path, await hardPage());
    const { outcomes } = await importPaths(ctx, { paths: [path] });
    const [outcome] = outcomes;
    if (outcome?.fate !== 'kept') throw new Error(JSON.stringify(outcome));
    const { files } = await getItem(ctx, outcome.itemId);
    const snapshot = files.find(({ role }) => role === 'snapshot')!;
    const part = async (name: string, colour: string) => {
      const canvas = createCanvas(1000, 700);
      const pen = canvas.getContext('2d');
      pen.fillStyle = colour;
      pen.fillRect(0, 0, 1000, 700);
      pen.fillStyle = '#1d1f21';
      pen.font = '40px sans-serif';
      pen.fillText(name, 60, 100);
      return {
        role: 'screenshot' as const,
        blob: await ctx.store.keepBytes(await canvas.encode('png')),
        name,
        mediaType: 'image/png',
        parentFileId: snapshot.id,
        tool: { name: 'test', version: '1', parameters: {} },
      };
    };
    await keepDerived(ctx, outcome.itemId, [await part('screenshot.png', '#dcebe6'), await part('screenshot-2.png', '#f6ebd0')]);
    return { page: outcome.itemId };
  } finally {
    await ctx.close();
  }
}
