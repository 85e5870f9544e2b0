/**
 * What the sample case holds, as data: the parties and incidents of one article of 2018, the words marked in its
 * sources, and the claims made of them. The facts are those of the sources; nothing is added to them.
 */
import type { CallInput } from '#shared/contract.ts';

export const caseTitle = 'Raqqa 2017–2018 (sample)';

export type SampleItem = 'article' | 'arabic' | 'report' | 'statement' | 'video' | 'photo';

/** Pages of the sample site, captured by the app's own Chromium. */
export const pages = { article: 'raqqa-mass-graves.html', arabic: 'raqqa-mass-graves-ar.html' } as const;

/** Files beside the site, imported from disk. */
export const files = {
  report: 'report.pdf',
  statement: 'statement.pdf',
  video: 'committee-video.mp4',
  photo: 'photo-april.jpg',
} as const;

/** What a person would type about each item; dates only as exact as they are known. */
export const notes: Record<SampleItem, Omit<CallInput<'items.describe'>['given'], 'graphic'>> = {
  article: { source: 'A daily paper (sample)', publishedAt: '2018' },
  arabic: { source: 'A daily paper (sample)', publishedAt: '2018' },
  report: {
    source: 'Sample report',
    note: 'Repeats in other words what the 70-page Amnesty report is quoted for.',
  },
  statement: {
    source: 'Sample statement',
    note: 'Stands for the admission of June. The Coalition did not write it.',
  },
  video: {
    title: 'Video of the Reconstruction Committee',
    source: 'Sample video',
    note: 'A drawing that stands for the committee’s video.',
  },
  photo: {
    title: 'Photo posted in April',
    source: 'Sample photo',
    note: 'A drawing that stands for the photos posted in April.',
  },
};

export const parties = {
  committee: {
    name: 'Reconstruction Committee of the Raqqa Civil Council',
    kind: 'body',
    aliases: [{ name: 'لجنة إعادة الإعمار في مجلس الرقة المدني', language: 'ar' }],
  },
  council: { name: 'Raqqa Civil Council', kind: 'body', aliases: [{ name: 'مجلس الرقة المدني', language: 'ar' }] },
  paper: {
    name: 'A daily paper',
    kind: 'publisher',
    note: 'Repeats the others; not a source of its own for any figure here.',
  },
  amnesty: { name: 'Amnesty', kind: 'body', note: 'Its 70-page report is “War of Annihilation”.' },
  coalition: { name: 'The Coalition', kind: 'body', aliases: [{ name: 'التحالف', language: 'ar' }] },
  humanRightsWatch: { name: 'Human Rights Watch', kind: 'body' },
  report: {
    name: 'Authors of the sample report',
    kind: 'publisher',
    note: 'Say again what others said, in other words.',
  },
  bbc: { name: 'BBC', kind: 'publisher' },
  families: { name: 'Four families and their neighbours', kind: 'community' },
} satisfies Record<string, CallInput<'parties.create'>>;
export type SampleParty = keyof typeof parties;

/** Coordinates are those of the towns, from a map; the sources give none. */
export const raqqa = { name: 'Raqqa', names: { ar: 'الرقة' }, latitude: 35.95, longitude: 39.01, precision: 'city' } as const;
export const alMansourah = {
  name: 'al-Mansourah',
  names: { ar: 'المنصورة' },
  latitude: 35.84,
  longitude: 38.73,
  precision: 'town',
} as const;

export const incidents = {
  graves: {
    code: 'RAQ-0001',
    title: 'Mass graves in Raqqa',
    kind: 'mass grave',
    when: '[..2018]',
    place: raqqa,
    note: 'When the dead died and when the graves were opened is not stated; the article is of 2018.',
  },
  school: {
    code: 'RAQ-0002',
    title: 'Strike on a school in al-Mansourah',
    kind: 'airstrike',
    when: '2017-03',
    place: alMansourah,
    note: 'Reported, held to be non-credible, then admitted: three statements about one event.',
  },
  families: {
    code: 'RAQ-0003',
    title: 'Losses of four families',
    kind: 'deaths',
    note: 'A count of people whom four families lost. Not to be added to the count of bodies.',
  },
} satisfies Record<string, CallInput<'incidents.create'>>;
export type SampleIncident = keyof typeof incidents;

/** An act that the list of acts does not have: what families lost is not said to be killed. */
export const terms = {
  lost: {
    vocabulary: 'act',
    term: 'lost',
    words: ['lost', 'فقدت'],
    note: 'Relatives or neighbours that somebody lost; the source does not say how.',
  },
} satisfies Record<string, CallInput<'vocabulary.add'>>;
