import { html, page } from './answers.ts';
import type { Answer, Origins, Routes, SiteState } from './site-types.ts';

const removal = 'This page has been removed.';
const leaflet = (paragraphs: string[]) =>
  html(`<article><h1>Leaflet</h1>${paragraphs.map((words) => `<p>${words}</p>`).join('')}</article>`, { title: 'Leaflet' });
const kept = 'The strike on the school in al-Mansourah was first called non-credible by those who had carried it out.';
const more = 'Families who had fled the fighting were living in the building, and neighbours said so at the time.';

/** By the site's state. The second version moves one passage, changes a figure, adds and drops a paragraph. */
const answers: Record<SiteState['leaflet'], Answer> = {
  first: leaflet(['At least 33 people died, the report says.', kept, more, 'This paragraph will be gone.']),
  second: leaflet(['Updated in June.', kept, 'More than 40 people died, the report says.', more]),
  missing: html('<p>No such page.</p>', { status: 404 }),
  gone: html('<p>Gone for good.</p>', { status: 410 }),
  removed: html(`<p>${removal}</p>`),
};

/** A page that changes and goes when a test says so, one that answers 410, one that says it was removed, and a file. */
export function leaflets({ main }: Origins) {
  const routes: Routes = {
    '/leaflet': (exchange) => answers[exchange.state.leaflet](exchange),
    '/gone': answers.gone,
    '/removed': answers.removed,
    '/download/report.csv': ({ response }) =>
      void response
        .writeHead(200, {
          'content-type': 'text/csv',
          'content-disposition': `attachment; filename="report.csv"; filename*=UTF-8''%D8%AA%D9%82%D8%B1%D9%8A%D8%B1.csv`,
        })
        .end('place,count\nRaqqa,1236\n'),
    '/download/link': html('<p><a href="/download/report.csv">Download</a></p>'),
  };
  const pages = {
    leaflet: page(`${main}/leaflet`, ['Leaflet', kept, more]),
    gone: page(`${main}/gone`, ['Gone for good.']),
    removed: page(`${main}/removed`, [removal]),
    download: page(`${main}/download/report.csv`, []),
    downloadLink: page(`${main}/download/link`, ['Download']),
  };
  return { routes, pages };
}
