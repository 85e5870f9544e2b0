import { html, page, redirect } from './answers.ts';
import type { Origins, Routes } from './site-types.ts';

/** Chains of every redirecting status, across hosts, and redirects made by the page itself. */
export function redirects({ main, other }: Origins) {
  const end = `${main}/redirects/end`;
  const routes: Routes = {
    '/redirects/chain': redirect(301, '/redirects/second'),
    '/redirects/second': redirect(302, '/redirects/third'),
    '/redirects/third': redirect(307, '/redirects/fourth'),
    '/redirects/fourth': redirect(308, end),
    '/redirects/across': redirect(302, `${other}/redirects/back`),
    '/redirects/back': redirect(301, end),
    '/redirects/meta': html('<p>Moving by meta.</p>', { head: `<meta http-equiv="refresh" content="0;url=${end}">` }),
    '/redirects/script': html(`<p>Moving by script.</p><script>location.replace('${end}')</script>`),
    '/redirects/end': html('<p>Arrived at the end of the road.</p>'),
    '/redirects/circle': redirect(302, '/redirects/circle'),
    '/redirects/endless': ({ response, url }) =>
      void response.writeHead(302, { location: `/redirects/endless?step=${Number(url.searchParams.get('step')) + 1}` }).end(),
    '/redirects/endless-script': html(`<p>Round and round.</p><script>location = '/redirects/endless-script?' + Math.random()</script>`),
  };
  const arrived = ['Arrived at the end of the road.'];
  const chain = ['second', 'third', 'fourth', 'end'].map((name) => `${main}/redirects/${name}`);
  const pages = {
    redirectChain: page(`${main}/redirects/chain`, arrived, { asks: chain }),
    redirectAcross: page(`${main}/redirects/across`, arrived, { asks: [`${other}/redirects/back`, end] }),
    redirectMeta: page(`${main}/redirects/meta`, arrived, { asks: [end] }),
    redirectScript: page(`${main}/redirects/script`, arrived, { asks: [end] }),
    redirectCircle: page(`${main}/redirects/circle`, []),
    redirectEndless: page(`${main}/redirects/endless`, []),
    redirectEndlessScript: page(`${main}/redirects/endless-script`, []),
  };
  return { routes, pages };
}
