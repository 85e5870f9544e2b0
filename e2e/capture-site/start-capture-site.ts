import { randomBytes } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { allTopics, type SitePages } from './all-topics.ts';
import { serveOrigin, type OriginServer } from './serve-origin.ts';
import { originNames, type Answer, type OriginName, type Origins, type Routes, type SiteRequest, type SiteState } from './site-types.ts';

/** A loopback site of several hosts and ports with a page for everything a capture can meet. */
export type CaptureSite = {
  origins: Origins;
  pages: SitePages;
  /** The address of a page of `main` over TLS. Its relative addresses follow; absolute ones in it stay as they are. */
  secure(name: keyof SitePages): string;
  requests: SiteRequest[];
  state: SiteState;
  /** Requests for this full address, oldest first. */
  asked(url: string): SiteRequest[];
  /** Lets `answers` more requests begin; the one after cuts every connection, and all are refused until `restoreNetwork`. */
  cutNetworkAfter(answers: number): void;
  restoreNetwork(): Promise<void>;
  close(): Promise<void>;
};

export async function startCaptureSite(): Promise<CaptureSite> {
  const requests: SiteRequest[] = [];
  const state: SiteState = { leaflet: 'first', session: `session-${randomBytes(12).toString('hex')}` };
  const network = { answersLeft: Infinity };
  const servers = new Map<OriginName, OriginServer>();
  const stopAll = () => Promise.all([...servers.values()].map((server) => server.stop()));

  const answer = async (origin: OriginName, request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '/', origins[origin]);
    const entry = logged(origin, request, url);
    requests.push(entry);
    const noteStatus = () => (entry.status = response.headersSent ? response.statusCode : entry.status);
    response.on('close', noteStatus);
    if (network.answersLeft <= 0) {
      await stopAll();
      return;
    }
    network.answersLeft -= 1;
    entry.body = await bodyOf(request);
    await routeOf(routes, url.pathname)({ request, response, url, body: entry.body, entry, origins, state });
    noteStatus();
  };
  for (const name of originNames) {
    const listener = (request: IncomingMessage, response: ServerResponse) => {
      // A client that leaves in the middle of an answer is part of the tests.
      answer(name, request, response).catch(() => response.destroy());
    };
    servers.set(name, await serveOrigin(name, listener));
  }
  const origins = Object.fromEntries([...servers].map(([name, { url }]) => [name, url])) as Origins;
  const { routes, pages } = allTopics(origins);
  return {
    origins,
    pages,
    requests,
    state,
    secure: (name) => pages[name].url.replace(origins.main, origins.secure),
    asked: (url) => requests.filter((one) => origins[one.origin] + one.path + one.search === url),
    cutNetworkAfter: (answers) => (network.answersLeft = answers),
    async restoreNetwork() {
      network.answersLeft = Infinity;
      await Promise.all([...servers.values()].map((server) => server.start()));
    },
    async close() {
      await stopAll();
    },
  };
}

function routeOf(routes: Routes, path: string): Answer {
  const prefix = Object.keys(routes).find((key) => key.endsWith('*') && path.startsWith(key.slice(0, -1)));
  return routes[path] ?? (prefix === undefined ? undefined : routes[prefix]) ?? nothingHere;
}

const nothingHere: Answer = ({ response }) => void response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing here');

function logged(origin: OriginName, request: IncomingMessage, url: URL): SiteRequest {
  const raw = request.rawHeaders;
  const headers = raw.flatMap((name, at): [string, string][] => (at % 2 === 0 ? [[name, raw[at + 1] ?? '']] : []));
  const { pathname: path, search } = url;
  return { at: new Date(), origin, method: request.method ?? '', path, search, headers, body: Buffer.alloc(0), status: 0, sent: 0 };
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  return Buffer.concat(pieces);
}
