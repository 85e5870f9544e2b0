// Puts the head, the masthead and the footer around each body in `pages/` and writes `site/`.
// Run: node sample/generate/site.mjs
import { readFileSync, writeFileSync } from 'node:fs';

const WORDS = {
  en: {
    paper: 'A daily paper',
    desk: 'World desk',
    site: 'A daily paper (sample)',
    locale: 'en_GB',
    dir: 'ltr',
    note: 'Sample pages written and drawn for Holdfast. No real newspaper published them.',
    foot: 'Written and drawn for the sample case of Holdfast. The pictures are drawings, not photographs. The figures and dates are those of one article of 2018 and of the sources it names.',
    nav: [
      ['index.html', 'Front page'],
      ['raqqa-mass-graves.html', 'Raqqa'],
      ['al-mansourah-school.html', 'Al-Mansourah'],
      ['one-figure-many-repeats.html', 'How we count'],
    ],
    other: '<a class="lang" lang="ar" dir="rtl" href="raqqa-mass-graves-ar.html">العربية</a>',
  },
  ar: {
    paper: 'صحيفة يومية',
    desk: 'القسم الدولي',
    site: 'صحيفة يومية (نموذج)',
    locale: 'ar_AR',
    dir: 'rtl',
    note: 'صفحات نموذجية كُتبت ورُسمت لبرنامج <bdi>Holdfast</bdi>، ولم تنشرها أي صحيفة حقيقية.',
    foot: 'كُتبت هذه الصفحة ورُسمت صورها للملف النموذجي في <bdi>Holdfast</bdi>. الصور رسوم وليست صورًا فوتوغرافية. الأرقام والتواريخ مأخوذة من مقال واحد نُشر عام 2018 ومن المصادر التي يذكرها.',
    nav: [
      ['index.html', 'الصفحة الأولى'],
      ['raqqa-mass-graves-ar.html', 'الرقة'],
      ['al-mansourah-school.html', 'المنصورة'],
      ['one-figure-many-repeats.html', 'كيف نعدّ'],
    ],
    other: '<a class="lang" lang="en" dir="ltr" href="raqqa-mass-graves.html">English</a>',
  },
};

const CAPTION = 'The figure comes from the caption of a video posted by the Reconstruction Committee of the Raqqa Civil Council.';
const PAGES = [
  {
    path: 'index.html',
    lang: 'en',
    title: 'Front page',
    description: 'Sample front page: Raqqa, one figure and where it comes from.',
    image: 'street.jpg',
  },
  {
    path: 'raqqa-mass-graves.html',
    lang: 'en',
    title: 'Nearly 1,236 bodies exhumed from three mass graves in Raqqa',
    description: CAPTION,
    image: 'street.jpg',
    article: true,
    pair: true,
  },
  {
    path: 'raqqa-mass-graves-ar.html',
    lang: 'ar',
    title: 'استخراج نحو 1236 جثة من ثلاث مقابر جماعية في الرقة',
    description: 'الرقم مأخوذ من التعليق المرفق بمقطع فيديو نشرته لجنة إعادة الإعمار في مجلس الرقة المدني.',
    image: 'street.jpg',
    article: true,
    pair: true,
  },
  {
    path: 'al-mansourah-school.html',
    lang: 'en',
    title: 'Fifteen months from “non-credible” to admitted',
    description: 'How the record of the March 2017 strike on a school in al-Mansourah changed.',
    image: 'school.jpg',
    article: true,
  },
  {
    path: 'one-figure-many-repeats.html',
    lang: 'en',
    title: 'One figure, many repeats',
    description: 'When every page quotes the same caption, how many sources are there?',
    image: 'street.jpg',
    article: true,
  },
];

/** schema.org NewsArticle; the year alone is all that is known, and ISO 8601 allows it. */
function linkedData(page, words) {
  return {
    '@context': 'https://schema.org',
    '@type': page.article ? 'NewsArticle' : 'WebPage',
    headline: page.title,
    description: page.description,
    inLanguage: page.lang,
    image: `images/${page.image}`,
    ...(page.article && { datePublished: '2018', author: { '@type': 'Organization', name: words.desk } }),
    publisher: { '@type': 'Organization', name: words.paper },
  };
}

function head(page, words) {
  const og = {
    type: page.article ? 'article' : 'website',
    title: page.title,
    description: page.description,
    site_name: words.site,
    locale: words.locale,
    url: page.path,
    image: `images/${page.image}`,
  };
  return [
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${page.title} | ${words.paper}</title>`,
    `<meta name="description" content="${page.description}">`,
    `<link rel="canonical" href="${page.path}">`,
    ...(page.pair
      ? ['en', 'ar'].map((lang) => `<link rel="alternate" hreflang="${lang}" href="raqqa-mass-graves${lang === 'ar' ? '-ar' : ''}.html">`)
      : []),
    '<link rel="icon" href="images/icon.svg" type="image/svg+xml">',
    '<link rel="stylesheet" href="style.css">',
    ...Object.entries(og).map(([name, value]) => `<meta property="og:${name}" content="${value}">`),
    ...(page.article ? ['<meta property="article:published_time" content="2018">'] : []),
    `<script type="application/ld+json">${JSON.stringify(linkedData(page, words))}</script>`,
  ];
}

function render(page) {
  const words = WORDS[page.lang];
  const body = readFileSync(new URL(`pages/${page.path}`, import.meta.url), 'utf8').trimEnd();
  const nav = words.nav.map(([href, text]) => `<a href="${href}"${href === page.path ? ' aria-current="page"' : ''}>${text}</a>`);
  return `<!doctype html>
<html lang="${page.lang}" dir="${words.dir}">
<head>
${head(page, words)
  .map((line) => `  ${line}`)
  .join('\n')}
</head>
<body>
<div class="sample">${words.note}</div>
<header class="mast">
  <a class="name" href="index.html">${words.paper}</a>
  <nav>${[...nav, words.other].join('\n    ')}</nav>
</header>
${body}
<footer class="foot">${words.foot}</footer>
</body>
</html>
`;
}

for (const page of PAGES) writeFileSync(new URL(`../site/${page.path}`, import.meta.url), render(page));
