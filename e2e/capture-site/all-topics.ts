import { arabic } from './arabic.ts';
import { assets } from './assets.ts';
import { cookieGated } from './cookie-gated.ts';
import { encodedPages } from './encoded.ts';
import { endless } from './endless.ts';
import { exchanges } from './exchanges.ts';
import { failing } from './failing.ts';
import { framed } from './framed.ts';
import { huge } from './huge.ts';
import { lazy } from './lazy.ts';
import { leaflets } from './leaflet.ts';
import { redirects } from './redirects.ts';
import { scriptBuilt } from './script-built.ts';
import type { Origins, Routes } from './site-types.ts';
import { sockets } from './sockets.ts';
import { staticPages } from './static-pages.ts';
import { tall } from './tall.ts';
import { video } from './video.ts';
import { workers } from './workers.ts';

const makers = [
  staticPages,
  scriptBuilt,
  lazy,
  framed,
  encodedPages,
  redirects,
  failing,
  cookieGated,
  workers,
  video,
  arabic,
  tall,
  endless,
  huge,
  assets,
  exchanges,
  sockets,
  leaflets,
];

type Both<Union> = (Union extends unknown ? (one: Union) => void : never) extends (all: infer All) => void ? All : never;

/** The pages of every topic by name. */
export type SitePages = Both<ReturnType<(typeof makers)[number]>['pages']>;

/** Everything the site answers and every page it has facts about. */
export function allTopics(origins: Origins): { routes: Routes; pages: SitePages } {
  const topics = makers.map((make) => make(origins));
  return {
    routes: Object.assign({}, ...topics.map(({ routes }) => routes)) as Routes,
    pages: Object.assign({}, ...topics.map(({ pages }) => pages)) as SitePages,
  };
}
