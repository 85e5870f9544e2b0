import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'playwright/test';
import { noisePng } from '../capture-site/noise-png.ts';
import { startCaptureSite } from '../capture-site/start-capture-site.ts';
import { madeTs, makeWacz } from './make-wacz.ts';
import { startReplay, type Replay } from './replay-in-wabac.ts';

const site = 'http://127.0.0.1:8080';
let folder: string;
let replay: Replay;

test.beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holdfast-replay-'));
  replay = await startReplay();
});
test.afterAll(async () => {
  await replay.close();
  await rm(folder, { recursive: true, force: true });
});

const html = (body: string) => ({ type: 'text/html; charset=utf-8', body: `<!doctype html><meta charset="utf-8"><body>${body}</body>` });

test('an archived page is shown with its words, its frames and its pictures, and nothing is asked of anyone', async () => {
  const path = await makeWacz(folder, [
    {
      url: `${site}/page`,
      ...html(
        `<p>Words of the page.</p><img src="/one.png"><div style="height:4000px"></div><img loading="lazy" src="/two.png"><iframe src="http://127.0.0.2/frame"></iframe>
         <script>fetch('/data.json').then((got) => got.json()).then(({ words }) => document.body.append(words));</script>`,
      ),
    },
    { url: `${site}/one.png`, type: 'image/png', body: noisePng(1) },
    { url: `${site}/two.png`, type: 'image/png', body: noisePng(2) },
    { url: `${site}/data.json`, type: 'application/json', body: JSON.stringify({ words: 'Words that a script fetched.' }) },
    { url: 'http://127.0.0.2/frame', ...html('<p>Words of a frame.</p>') },
  ]);
  const seen = await replay.show(path, `${site}/page`, madeTs);
  expect(seen).toMatchObject({ images: 2, escaped: [], url: `${site}/page` });
  for (const words of ['Words of the page.', 'Words of a frame.', 'Words that a script fetched.']) expect(seen.text).toContain(words);
});

test('what the archive lacks is missed in the replay', async () => {
  const path = await makeWacz(
    folder,
    [{ url: `${site}/page`, ...html('<p>Words.</p><img src="/lost.png"><img src="/one.png">') }],
    'lacking',
  );
  const seen = await replay.show(path, `${site}/page`, madeTs);
  expect(seen.text).toContain('Words.');
  expect(seen.images).toBe(0);
  const missing = await replay.show(path, `${site}/never-captured`, madeTs);
  expect(missing.text).not.toContain('Words.');
});

test('a request that gets past wabac is seen, and does not arrive', async () => {
  const live = await startCaptureSite();
  try {
    const { other } = live.origins;
    // wabac keeps a page's own fetches; a frame that is made to leave takes the window with it.
    const body = `<p>Words.</p><script>
      fetch('${other}/static/article').catch(() => undefined);
      const link = document.createElement('a');
      link.setAttributeNS(null, 'href', '${other}/static/style.css');
      link.target = '_top';
      setTimeout(() => link.click(), 300);
    </script>`;
    const path = await makeWacz(folder, [{ url: `${site}/page`, ...html(body) }], 'escaping');
    const seen = await replay.show(path, `${site}/page`, madeTs);
    expect(seen.escaped).toEqual([`GET ${other}/static/style.css`]);
    expect(live.requests).toEqual([]);
  } finally {
    await live.close();
  }
});
