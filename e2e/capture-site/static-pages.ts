import { bytes, css, html, page } from './answers.ts';
import { noisePng } from './noise-png.ts';
import type { Origins, Routes } from './site-types.ts';

const article = `<article><h1>Three graves</h1><p class="by">By the desk</p>
  ${'<p>The committee said that nearly 1,236 bodies, most of them women and children, had been exhumed.</p>'.repeat(6)}
  <p>Last words of the article.</p><img src="/static/one.png" alt="first"><img src="/static/two.png" alt="second"></article>`;

const head = `<link rel="stylesheet" href="/static/style.css"><link rel="canonical" href="/static/article">
  <meta property="og:site_name" content="The Test Paper"><meta property="article:published_time" content="2018-10-03T10:00:00Z">
  <script type="application/ld+json">${JSON.stringify({
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: 'Three graves',
    datePublished: '2018-10-03',
    dateModified: '2018-10-05',
    author: { '@type': 'Person', name: 'A. Writer' },
    inLanguage: 'en',
  })}</script>`;

const PICTURES = 60;
const pictures = Array.from({ length: PICTURES }, (_, at) => `/static/many/${at}.png`);

/** A plain article with a style sheet and two pictures, and a page of many pictures. */
export function staticPages({ main }: Origins) {
  const routes: Routes = {
    '/static/article': html(article, { title: 'Graves', head }),
    '/static/style.css': css('h1 { color: rgb(1, 2, 3); background: url(/static/back.png) } .by::before { content: "" }'),
    '/static/one.png': bytes(noisePng(1), 'image/png'),
    '/static/two.png': bytes(noisePng(2), 'image/png'),
    '/static/back.png': bytes(noisePng(3), 'image/png'),
    '/static/pictures': html(
      `<h1>Sixty pictures</h1>${pictures.map((path) => `<img src="${path}" alt="" width="160">`).join('')}<p>After the pictures.</p>`,
    ),
    '/static/many/*': ({ response, url }) =>
      void response
        .writeHead(200, { 'content-type': 'image/png' })
        .end(noisePng(100 + Number.parseInt(url.pathname.slice(13), 10), 120, 120)),
  };
  const pages = {
    article: page(`${main}/static/article`, ['Three graves', 'nearly 1,236 bodies', 'Last words of the article.'], {
      images: 2,
      asks: ['/static/style.css', '/static/one.png', '/static/two.png', '/static/back.png'].map((path) => main + path),
    }),
    pictures: page(`${main}/static/pictures`, ['Sixty pictures', 'After the pictures.'], {
      images: PICTURES,
      asks: pictures.map((path) => main + path),
    }),
  };
  return { routes, pages };
}
