import { bytes, html, page } from './answers.ts';
import { noisePng } from './noise-png.ts';
import type { Answer, Origins, Routes } from './site-types.ts';

/** Frames of the same origin, another port, another host, nested across hosts, and without an address (srcdoc, blob). */
export function framed(origins: Origins) {
  const { main, port, other, third } = origins;
  const picture = (name: string) => `<img src="/framed/${name}.png" alt="">`;
  const nested: Answer = html(`<p>Outer nested words.</p><iframe src="${third}/framed/inner"></iframe>`);
  const routes: Routes = {
    '/framed/page': html(`<h1>Framed page</h1>
      <iframe src="/framed/same"></iframe><iframe src="${port}/framed/port"></iframe><iframe src="${other}/framed/host"></iframe>
      <iframe src="${other}/framed/nested"></iframe>
      <iframe srcdoc="&lt;p&gt;Srcdoc words.&lt;/p&gt;&lt;img src='/framed/srcdoc.png' alt=''&gt;"></iframe>
      <script>
        const frame = document.createElement('iframe');
        frame.src = URL.createObjectURL(new Blob(['<p>Blob frame words.</p>'], { type: 'text/html' }));
        document.body.append(frame);
      </script>`),
    '/framed/same': html(`<p>Same origin words.</p>${picture('same')}`),
    '/framed/port': html(`<p>Other port words.</p>${picture('port')}`),
    '/framed/host': html(`<p>Other host words.</p>${picture('host')}<script src="/framed/host.js"></script>`),
    '/framed/host.js': bytes(
      `fetch('/framed/host.txt').then((got) => got.text()).then((words) => document.body.append(words));`,
      'text/javascript',
    ),
    '/framed/host.txt': bytes('Words fetched inside the other host.', 'text/plain'),
    '/framed/nested': nested,
    '/framed/inner': html(`<p>Inner nested words.</p>${picture('inner')}`),
  };
  ['same', 'port', 'host', 'inner', 'srcdoc'].forEach(
    (name, at) => (routes[`/framed/${name}.png`] = bytes(noisePng(300 + at), 'image/png')),
  );
  const asks = [
    ...['same', 'same.png', 'srcdoc.png'].map((name) => `${main}/framed/${name}`),
    ...['port', 'port.png'].map((name) => `${port}/framed/${name}`),
    ...['host', 'host.png', 'host.js', 'host.txt', 'nested'].map((name) => `${other}/framed/${name}`),
    ...['inner', 'inner.png'].map((name) => `${third}/framed/${name}`),
  ];
  const text = [
    'Framed page',
    'Same origin words.',
    'Other port words.',
    'Other host words.',
    'Words fetched inside the other host.',
    'Outer nested words.',
    'Inner nested words.',
    'Srcdoc words.',
    'Blob frame words.',
  ];
  return { routes, pages: { framed: page(`${main}/framed/page`, text, { images: 5, asks }) } };
}
