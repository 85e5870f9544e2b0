/** What yt-dlp writes about a video, without what could open an account. Pure. */
import type { Json } from '#shared/model/primitives.ts';

/** `removed`: where something was taken out, as paths with `[]` for any place in a list, each once. */
export type CleanInfo = { text: string; removed: string[]; info: { [key: string]: Json } };

const secret = new Set(['http_headers', 'cookies', 'cookie', 'authorization', 'password', 'username']);
const mostPaths = 50;

/**
 * Takes request headers, cookies and logins out of an info JSON, at any depth, and says where. The rest, and the text
 * itself when there was nothing to take out, stays as it was written. Null when it is not a JSON object.
 */
export function cleanInfo(text: string): CleanInfo | null {
  let info: Json;
  try {
    info = JSON.parse(text) as Json;
  } catch {
    return null;
  }
  if (info === null || typeof info !== 'object' || Array.isArray(info)) return null;
  const removed = new Set<string>();
  const work: { value: Json; path: string }[] = [{ value: info, path: '' }];
  for (let next = work.pop(); next !== undefined; next = work.pop()) {
    const { value, path } = next;
    if (value === null || typeof value !== 'object') continue;
    if (Array.isArray(value)) work.push(...value.map((one) => ({ value: one, path: `${path}[]` })));
    else takeOut(value, path, removed, work);
  }
  return { text: removed.size === 0 ? text : `${JSON.stringify(info)}\n`, removed: [...removed].sort().slice(0, mostPaths), info };
}

function takeOut(object: { [key: string]: Json }, path: string, removed: Set<string>, work: { value: Json; path: string }[]): void {
  for (const [key, value] of Object.entries(object)) {
    const at = path === '' ? key : `${path}.${key}`;
    if (secret.has(key.toLowerCase())) {
      Reflect.deleteProperty(object, key);
      removed.add(at);
    } else work.push({ value, path: at });
  }
}
