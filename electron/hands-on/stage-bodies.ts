import { createReadStream, createWriteStream } from 'node:fs';
import { copyFile, link, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { headerOf, type Exchange, type Redaction, type StagedBody } from '#shared/model/exchange.ts';
import { withheld } from '../capture/recorder/redact.ts';
import { cleanDeep, cleanText, type Withholding } from './redaction/clean-text.ts';

const largestSearched = 64 * 1024 ** 2;

type Staging = { from: string; to: string; withholding: Withholding };
type Staged = { exchanges: Exchange[]; redactions: Redaction[] };

/**
 * Exchanges of one page with their bodies in a folder of their own, cleaned: text bodies are searched like the page
 * itself, others are linked as they are. The sitting keeps its own, for what is kept later. A request that carried a
 * password loses its whole body, because the name beside it tells who was logged in.
 */
export async function stageBodies(exchanges: readonly Exchange[], redactions: readonly Redaction[], staging: Staging): Promise<Staged> {
  const out: Staged = { exchanges: [], redactions: [...redactions] };
  const carriedSecret = new Set(redactions.filter(({ where }) => where === 'request-body').map(({ url }) => url));
  for (const one of exchanges) {
    const { value, names } = cleanDeep(one, staging.withholding);
    for (const name of names) out.redactions.push({ where: 'record', name, url: value.url });
    const found = (where: Redaction['where']) => (name: string) => out.redactions.push({ where, name, url: value.url });
    value.request.body = carriedSecret.has(one.url)
      ? await withheldBody(one.request.body, staging, found('request-body'))
      : await stageBody(one.request.body, one.request.headers, staging, found('request-body'));
    if (value.response !== null && one.response !== null)
      value.response.body = await stageBody(
        one.response.body,
        one.response.headers,
        staging,
        found('response-body'),
        one.response.truncated !== null,
      );
    out.exchanges.push(value);
  }
  return out;
}

async function withheldBody(body: StagedBody | null, { to }: Staging, found: (name: string) => void): Promise<StagedBody | null> {
  if (body === null) return null;
  const name = `${body.name}-withheld`;
  await writeFile(join(to, name), withheld, { flag: 'wx', mode: 0o600 });
  found('the whole body, which carried a password');
  return { name, size: withheld.length };
}

async function stageBody(
  body: StagedBody | null,
  headers: Exchange['request']['headers'],
  { from, to, withholding }: Staging,
  found: (name: string) => void,
  mayGrow = false,
): Promise<StagedBody | null> {
  if (body === null) return null;
  const path = join(from, body.name);
  if (body.size > 0 && body.size <= largestSearched && isText(headers)) {
    const text = (await readFile(path)).subarray(0, body.size).toString('latin1');
    const clean = cleanText(text, withholding);
    clean.names.forEach(found);
    if (clean.names.length > 0) {
      const name = `${body.name}-clean`;
      await writeFile(join(to, name), clean.text, { encoding: 'latin1', flag: 'wx', mode: 0o600 });
      return { name, size: clean.text.length };
    }
  }
  // A body that still comes is not linked, or more would stand in it than was told.
  if (mayGrow && body.size > 0)
    await pipeline(createReadStream(path, { end: body.size - 1 }), createWriteStream(join(to, body.name), { flags: 'w' }));
  else await linkOrCopy(path, join(to, body.name));
  return body;
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') await copyFile(from, to);
  }
}

function isText(headers: Exchange['request']['headers']): boolean {
  const type = headerOf(headers, 'content-type');
  return type === null || /^\s*text\/|json|javascript|xml|urlencoded|multipart|mpegurl/i.test(type);
}
