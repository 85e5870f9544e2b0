import { html, json, page, script } from './answers.ts';
import type { Origins, Routes } from './site-types.ts';

const code = `
  const list = await (await fetch('/built/list.json')).json();
  for (const { id } of list) {
    const { words } = await (await fetch('/built/detail.json?id=' + id)).json();
    const line = document.createElement('p');
    line.textContent = words;
    document.querySelector('main').append(line);
  }
  document.querySelector('main').append('All ' + list.length + ' statements are here.');
  history.replaceState({}, '', '/built/page?view=list');
  document.querySelector('#loading').remove();`;

/** A page whose HTML says nothing: a module fetches a list, then each entry, and writes them into the document. */
export function scriptBuilt({ main }: Origins) {
  const routes: Routes = {
    '/built/page': html('<p id="loading">Loading…</p><main></main><script type="module" src="/built/app.js"></script>'),
    '/built/app.js': script(code),
    '/built/list.json': json([{ id: 1 }, { id: 2 }, { id: 3 }]),
    '/built/detail.json': ({ response, url }) =>
      void response
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ words: `Statement number ${url.searchParams.get('id')}` })),
  };
  const asks = ['/built/app.js', '/built/list.json', ...[1, 2, 3].map((id) => `/built/detail.json?id=${id}`)].map((path) => main + path);
  const text = ['Statement number 1', 'Statement number 3', 'All 3 statements are here.'];
  return { routes, pages: { scriptBuilt: page(`${main}/built/page`, text, { asks }) } };
}
