import { bytes, html, page } from './answers.ts';
import { noisePng } from './noise-png.ts';
import type { Origins, Routes } from './site-types.ts';

const native = Array.from({ length: 6 }, (_, at) => `/lazy/native-${at}.png`);
const observed = Array.from({ length: 6 }, (_, at) => `/lazy/observed-${at}.png`);
const gap = '<div style="height:1800px"></div>';

const body = `<h1>Lazy page</h1>
  ${native.map((path) => `${gap}<img loading="lazy" src="${path}" alt="" width="64" height="64">`).join('')}
  ${observed.map((path) => `${gap}<img data-later="${path}" alt="" width="64" height="64">`).join('')}
  ${gap}<p id="last">Not reached yet.</p>
  <script>
    const watch = new IntersectionObserver((seen) => {
      for (const { isIntersecting, target } of seen) {
        if (!isIntersecting) continue;
        watch.unobserve(target);
        if (target.id === 'last') fetch('/lazy/last.txt').then((got) => got.text()).then((words) => { target.textContent = words; });
        else target.src = target.dataset.later;
      }
    });
    for (const one of document.querySelectorAll('[data-later], #last')) watch.observe(one);
  </script>`;

/** Twelve pictures far apart, half by `loading=lazy`, half by IntersectionObserver, and words fetched at the very end. */
export function lazy({ main }: Origins) {
  const routes: Routes = {
    '/lazy/page': html(body),
    '/lazy/last.txt': bytes('The last words came when they were seen.', 'text/plain; charset=utf-8'),
  };
  [...native, ...observed].forEach((path, at) => (routes[path] = bytes(noisePng(200 + at), 'image/png')));
  const asks = [...native, ...observed, '/lazy/last.txt'].map((path) => main + path);
  return {
    routes,
    pages: { lazy: page(`${main}/lazy/page`, ['Lazy page', 'The last words came when they were seen.'], { images: 12, asks }) },
  };
}
