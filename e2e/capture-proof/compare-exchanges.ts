import { request as ask } from 'node:http';
import { request as askSecurely } from 'node:https';
import { decodedBody } from '../checkers/http-message.ts';
import type { Origins, SiteRequest } from '../capture-site/site-types.ts';
import type { Archived } from './archived.ts';

const withheld = '[withheld]';

/** Of some requests of workers Chromium tells what the session sent, without what its network adds last. */
const addedLast = /^(connection|cache-control|pragma): /i;

/**
 * What of the requests that reached the site is not in the archive as it was sent: one line each. `half`: paths of which
 * the headers added last are not known; of what the program fetched once more itself, those it set are.
 */
export function unlikeSent(
  asked: readonly SiteRequest[],
  archived: readonly Archived[],
  origins: Origins,
  half: readonly string[] = [],
): string[] {
  const left = [...archived];
  return asked.flatMap((one) => {
    const url = origins[one.origin] + one.path + one.search;
    const same = left.filter((each) => each.url === url && each.method === one.method);
    if (same.length === 0) return [`${one.method} ${url} is missing`];
    const known = (headers: readonly [string, string][]) =>
      headerLines(headers).filter((line) => !half.includes(one.path) || !addedLast.test(line));
    const sent = known(one.headers);
    const isLike = ({ request, again }: Archived) =>
      again ? headerLines(request.headers).every((line) => sent.includes(line)) : known(request.headers).join('\n') === sent.join('\n');
    const at = same.findIndex((each) => isLike(each) && each.request.body.equals(one.body));
    if (at >= 0) {
      left.splice(left.indexOf(same[at]!), 1);
      return [];
    }
    const told = known(same[0]!.request.headers);
    const differ = [...sent.filter((line) => !told.includes(line)).map((line) => `-${line}`), ...told.filter((line) => !sent.includes(line)).map((line) => `+${line}`)]; // prettier-ignore
    return [`${one.method} ${url}: ${differ.join(' | ') || 'another body'}`];
  });
}

/** As sent, apart from the values of cookies and credentials, which an archive must not hold. */
function headerLines(headers: readonly [string, string][]): string[] {
  return headers
    .map(([name, value]) => {
      const lower = name.toLowerCase();
      if (lower === 'cookie') return `${name}: ${value.replaceAll(/=[^;]*/g, `=${withheld}`)}`;
      if (lower === 'authorization') return `${name}: ${value.replace(/ .*/, ` ${withheld}`)}`;
      return `${name}: ${value}`;
    })
    .sort();
}

/**
 * Sends every archived request to the site once more; answers whose bytes are not those in the archive, a line each.
 * `except`: paths at which the site breaks HTTP, so that there is nothing to hold the archive against.
 */
export async function unlikeAnswered(archived: readonly Archived[], except: readonly string[] = []): Promise<string[]> {
  const lines = await Promise.all(
    archived.map(async (one) => {
      const { url, method, request, response, truncated } = one;
      const isSecret = request.headers.some(([, value]) => value.includes(withheld));
      const { protocol, pathname } = new URL(url);
      if (response === null || truncated !== undefined || isSecret || protocol === 'ws:' || except.includes(pathname)) return [];
      const answer = await again(url, method, request);
      const status = Number(response.startLine.split(' ')[1]);
      if (answer.status !== status) return [`${method} ${url}: ${status} in the archive, ${answer.status} from the site`];
      // A redirect's body is never shown, and Chromium does not tell it.
      if (status >= 300 && status < 400) return [];
      return answer.body.equals(response.body)
        ? []
        : [`${method} ${url}: ${response.body.length} bytes, ${answer.body.length} from the site`];
    }),
  );
  return lines.flat();
}

async function again(url: string, method: string, { headers, body }: Archived['request']): Promise<{ status: number; body: Buffer }> {
  const given = Object.fromEntries(headers.filter(([name]) => !/^(host|connection|content-length)$/i.test(name)));
  const options = { method, headers: given, rejectUnauthorized: false, agent: false, insecureHTTPParser: true };
  return new Promise((resolve, reject) => {
    const asking = (url.startsWith('https:') ? askSecurely : ask)(url, options, (answer) => {
      const pieces: Buffer[] = [];
      answer.on('data', (piece: Buffer) => pieces.push(piece));
      answer.on('error', reject);
      answer.on('end', () => {
        const coding = answer.headers['content-encoding'];
        const message = {
          startLine: '',
          headers: coding ? [['content-encoding', coding] as [string, string]] : [],
          body: Buffer.concat(pieces),
        };
        resolve({ status: answer.statusCode ?? 0, body: decodedBody(message) });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}
