import { execFileSync } from 'node:child_process';
import type { Archived } from './make-archive.ts';

const at = '2018-10-03T12:34:56.000Z';
const later = '2018-10-04T08:00:00.000Z';
const site = 'https://paper.example';

const picture = (colour: string) =>
  execFileSync('ffmpeg', [
    '-v',
    'error',
    '-f',
    'lavfi',
    '-i',
    `color=${colour}:size=320x180`,
    '-frames:v',
    '1',
    '-f',
    'image2pipe',
    '-c:v',
    'png',
    '-',
  ]);

const html = (title: string, body: string, head = '') =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>${head}</head><body>${body}</body></html>`;

/** An archived article with styles, pictures, scripts, data and links, one of them to what was not archived. */
export function articleArchive(): Archived[] {
  const article = html(
    'Three graves',
    `<h1>Three graves</h1><p id="words">Nearly 1,236 bodies have been exhumed.</p>
     <p lang="ar" dir="rtl">استُخرجت نحو 1236 جثة من ثلاث مقابر جماعية</p>
     <img id="picture" src="/graves.png" alt=""><p id="made"></p><p id="data"></p>
     <p><a id="more" href="/more?page=2&amp;q=الرقة">More</a> <a id="absent" href="/absent">Not taken</a></p>`,
    '<link rel="stylesheet" href="/style.css"><script src="/script.js" defer></script>',
  );
  return [
    { url: `${site}/graves`, at, type: 'text/html; charset=utf-8', body: article, title: 'Three graves' },
    {
      url: `${site}/style.css`,
      at,
      type: 'text/css',
      body: 'html { background: rgb(253, 246, 227) } body { font: 17px/1.6 Georgia, serif; max-width: 640px; margin: 40px auto } h1 { color: rgb(1, 2, 3) }',
    },
    { url: `${site}/graves.png`, at, type: 'image/png', body: picture('steelblue') },
    {
      url: `${site}/script.js`,
      at,
      type: 'text/javascript',
      body: `document.querySelector('#made').textContent = 'Written by the page’s own script.';
        fetch('/data.json').then((answer) => answer.json()).then(({ count }) => { document.querySelector('#data').textContent = 'Fetched: ' + count; });`,
    },
    { url: `${site}/data.json`, at, type: 'application/json', body: '{"count":1236}' },
    {
      url: `${site}/more?page=2&q=${encodeURIComponent('الرقة')}`,
      at: later,
      type: 'text/html; charset=utf-8',
      body: html('المزيد عن المقابر', '<h1 dir="rtl">المزيد</h1><p>A second page.</p>', '<link rel="stylesheet" href="/style.css">'),
      title: 'المزيد عن المقابر الجماعية في الرقة',
    },
  ];
}

/** A page that leaves a mark wherever a page can, and tells what marks it finds. */
export function markingArchive(mark: string): Archived[] {
  const body = html(
    'Marks',
    `<p id="found">…</p><script>
      (async () => {
        const found = [];
        if (localStorage.getItem('mark')) found.push('local ' + localStorage.getItem('mark'));
        if (sessionStorage.getItem('mark')) found.push('session ' + sessionStorage.getItem('mark'));
        if (document.cookie.includes('mark=')) found.push('cookie');
        for (const { name } of await indexedDB.databases()) if (name.includes('mark-')) found.push('database ' + name);
        for (const name of await caches.keys()) if (name.includes('mark-')) found.push('cache ' + name);
        localStorage.setItem('mark', '${mark}'); sessionStorage.setItem('mark', '${mark}'); document.cookie = 'mark=${mark}';
        await new Promise((resolve) => { const open = indexedDB.open('mark-${mark}'); open.onsuccess = open.onerror = resolve; });
        await caches.open('mark-${mark}');
        document.querySelector('#found').textContent = 'Found: ' + (found.join(', ') || 'nothing');
      })();
    </script>`,
  );
  return [{ url: `${site}/marks`, at, type: 'text/html; charset=utf-8', body, title: 'Marks' }];
}
