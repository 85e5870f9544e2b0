import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One look at a page: from its first request to the end of its last answer, in milliseconds. */
type Visit = { host: string; path: string; from: number; to: number };

export type ManyHosts = {
  /** Addresses of as many pages, spread over the hosts in turn. */
  pages(count: number): string[];
  /** The address of a path on the first host. */
  at(path: string): string;
  /** Every page path asked for, with its host, in order. */
  asked: string[];
  visits: Visit[];
  /** Answers by path that stand in place of the ordinary page. */
  special: Map<string, (request: IncomingMessage, response: ServerResponse) => void>;
  close(): Promise<void>;
};

const pixel = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** `hosts` loopback hosts (127.0.0.2, 127.0.0.3 …) whose pages answer after `delayMs` and load an image only when scrolled to. */
export async function startManyHosts(hosts: number, delayMs: number): Promise<ManyHosts> {
  const asked: string[] = [];
  const visits: Visit[] = [];
  const special: ManyHosts['special'] = new Map();
  const answer = (request: IncomingMessage, response: ServerResponse) => {
    const host = request.headers.host ?? '';
    const path = decodeURI(request.url ?? '/');
    const page = path.replace(/^\/image/, '');
    if (path === page) {
      asked.push(host + path);
      visits.push({ host, path, from: performance.now(), to: performance.now() });
    }
    const visit = visits.findLast((one) => one.host === host && one.path === page);
    response.on('close', () => visit && (visit.to = performance.now()));
    const given = special.get(path);
    if (given !== undefined) return given(request, response);
    setTimeout(() => {
      if (path === page) response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(pageOf(path));
      else response.writeHead(200, { 'content-type': 'image/png' }).end(pixel);
    }, delayMs);
  };
  const servers = await Promise.all(Array.from({ length: hosts }, (_, index) => listen(answer, `127.0.0.${index + 2}`)));
  const base = servers.map((server, index) => `http://127.0.0.${index + 2}:${(server.address() as AddressInfo).port}`);
  return {
    pages: (count) => Array.from({ length: count }, (_, index) => `${base[index % hosts]}/page/${index + 1}`),
    at: (path) => `${base[0]}${path}`,
    asked,
    visits,
    special,
    close: async () => {
      await Promise.all(servers.map(closeServer));
    },
  };
}

/** Pairs of visits to one host that overlapped in time. */
export function overlaps(visits: readonly Visit[]): string[] {
  return visits.flatMap((one, index) =>
    visits
      .slice(index + 1)
      .filter((other) => other.host === one.host && other.from < one.to && one.from < other.to)
      .map((other) => `${one.host}${one.path} and ${other.path}`),
  );
}

/** The most visits at any one time. */
export function mostTogether(visits: readonly Visit[]): number {
  return Math.max(0, ...visits.map(({ from }) => visits.filter((one) => one.from <= from && from < one.to).length));
}

export async function listen(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
  host: string,
  port = 0,
): Promise<Server> {
  const server = createServer(answer);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve));
  return server;
}

export async function closeServer(server: Server): Promise<void> {
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function pageOf(path: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Page ${path}</title></head><body><h1>Page ${path}</h1><p>Words of ${path}, nearly 1,236 of them.</p><div style="height:4000px"></div><img loading="lazy" src="/image${path}" alt=""></body></html>`;
}
