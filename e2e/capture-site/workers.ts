import { bytes, html, page, script } from './answers.ts';
import type { Origins, Routes } from './site-types.ts';

const say = `const say = (words) => document.body.append(Object.assign(document.createElement('p'), { textContent: words }));
  const get = (path) => fetch(path).then((got) => (got.ok ? got.text() : 'not there: ' + path));`;

const serviceWorker = `
  addEventListener('install', (event) => event.waitUntil(
    caches.open('test').then((cache) => cache.add('/service/precached.txt')).then(() => skipWaiting())));
  addEventListener('activate', (event) => event.waitUntil(clients.claim()));
  addEventListener('fetch', (event) => {
    const { pathname } = new URL(event.request.url);
    if (pathname === '/service/made-up.txt') event.respondWith(new Response('Words only the worker knows.', { headers: { 'content-type': 'text/plain' } }));
    if (pathname === '/service/passed.txt') event.respondWith(fetch(event.request));
    if (pathname === '/service/precached.txt') event.respondWith(caches.match(event.request));
    if (pathname === '/service/instead.txt') event.respondWith(fetch('/service/behind.txt'));
  });`;

const servicePage = `<h1>Service worker page</h1><script type="module">${say}
  try {
    await navigator.serviceWorker.register('/service/worker.js', { scope: '/service/' });
    if (!navigator.serviceWorker.controller) await new Promise((resolve) => navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }));
  } catch (error) { document.title = 'no worker: ' + error; }
  for (const name of ['made-up', 'passed', 'precached', 'instead']) say(await get('/service/' + name + '.txt'));
</script>`;

const workersPage = `<h1>Workers page</h1><script type="module">${say}
  const heard = ({ data }) => say(data);
  new Worker('/workers/dedicated.js').onmessage = heard;
  new Worker('/workers/module.js', { type: 'module' }).onmessage = heard;
  const shared = new SharedWorker('/workers/shared.js');
  shared.port.onmessage = heard;
  shared.port.start();
  new Worker(URL.createObjectURL(new Blob(["postMessage('A worker from a blob speaks.')"]))).onmessage = heard;
</script>`;

const text = (words: string) => bytes(words, 'text/plain; charset=utf-8');

/** A service worker that answers from itself, from its cache and from the network; dedicated, module and shared workers that fetch. */
export function workers({ main }: Origins) {
  const routes: Routes = {
    '/service/page': html(servicePage),
    '/service/worker.js': script(serviceWorker),
    '/service/precached.txt': text('Words the worker had fetched before.'),
    '/service/passed.txt': text('Words that went through the worker.'),
    '/service/behind.txt': text('Words the worker fetched instead.'),
    '/workers/page': html(workersPage),
    '/workers/dedicated.js': script(
      `importScripts('/workers/imported.js'); fetch('/workers/dedicated.txt').then((got) => got.text()).then((words) => postMessage(words + imported));`,
    ),
    '/workers/imported.js': script(`self.imported = ' With what it imported.';`),
    '/workers/dedicated.txt': text('A dedicated worker speaks.'),
    '/workers/module.js': script(
      `import { words } from './part.js'; postMessage(words + await (await fetch('/workers/module.txt')).text());`,
    ),
    '/workers/part.js': script(`export const words = 'A module worker ';`),
    '/workers/module.txt': text('speaks.'),
    '/workers/shared.js': script(
      `onconnect = ({ ports: [port] }) => fetch('/workers/shared.txt').then((got) => got.text()).then((words) => port.postMessage(words));`,
    ),
    '/workers/shared.txt': text('A shared worker speaks.'),
  };
  const service = ['Words only the worker knows.', 'Words that went through the worker.', 'Words the worker had fetched before.'];
  const spoken = ['A dedicated worker speaks. With what it imported.', 'A module worker speaks.', 'A shared worker speaks.'];
  const pages = {
    serviceWorker: page(`${main}/service/page`, [...service, 'Words the worker fetched instead.'], {
      asks: ['worker.js', 'precached.txt', 'passed.txt', 'behind.txt'].map((name) => `${main}/service/${name}`),
    }),
    workers: page(`${main}/workers/page`, [...spoken, 'A worker from a blob speaks.'], {
      asks: ['dedicated.js', 'imported.js', 'dedicated.txt', 'module.js', 'part.js', 'module.txt', 'shared.js', 'shared.txt'].map(
        (name) => `${main}/workers/${name}`,
      ),
    }),
  };
  return { routes, pages };
}
