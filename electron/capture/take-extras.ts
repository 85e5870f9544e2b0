import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptureResult } from '#shared/model/capture.ts';
import type { ResponseLog } from './response-log.ts';
import type { Taking } from './take-artefacts.ts';

const mostExtras = 200;
const largestExtra = 4 * 1024 * 1024;
const largestAll = 32 * 1024 * 1024;

type Resource = { url: string; type: string; mimeType: string; failed?: boolean };
type FrameTree = { frame: { id: string }; resources: Resource[]; childFrames?: FrameTree[] };

/**
 * Images, fonts and style sheets that the page shows but that the MHTML does not hold, from the browser's own memory,
 * so that the snapshot looks as the page did. What is no longer there is left out; the snapshot says what it misses.
 */
export async function takeExtras(
  { tools, folder, signal }: Taking,
  holds: ReadonlySet<string>,
  responses: ResponseLog,
): Promise<CaptureResult['extras']> {
  const extras: CaptureResult['extras'] = [];
  const { frameTree } = await tools.send<{ frameTree: FrameTree }>('Page.getResourceTree');
  let total = 0;
  for (const { frameId, url, mimeType } of resourcesOf(frameTree)) {
    if (holds.has(url) || extras.length >= mostExtras || extras.some((extra) => extra.url === url)) continue;
    const bytes = (await contentOf(tools, frameId, url)) ?? (await bodyOf(tools, responses.requestOf(url)));
    signal.throwIfAborted();
    if (!bytes || bytes.length === 0 || bytes.length > largestExtra || total + bytes.length > largestAll) continue;
    total += bytes.length;
    const name = `extra-${extras.length}`;
    await writeFile(join(folder, name), bytes, { flag: 'wx' });
    extras.push({ url, mediaType: mimeType, name });
  }
  return extras;
}

function resourcesOf(root: FrameTree): (Resource & { frameId: string })[] {
  const found: (Resource & { frameId: string })[] = [];
  const trees = [root];
  for (let tree = trees.pop(); tree; tree = trees.pop()) {
    const frameId = tree.frame.id;
    for (const resource of tree.resources) if (isWanted(resource)) found.push({ ...resource, frameId });
    trees.push(...(tree.childFrames ?? []));
  }
  return found;
}

/** A page of words in place of a missing image is not what was asked for. */
function isWanted({ type, url, mimeType, failed }: Resource): boolean {
  if (!['Image', 'Font', 'Stylesheet'].includes(type) || failed || !/^https?:/.test(url)) return false;
  return /^(image|font)\/|^text\/css$|font/.test(mimeType);
}

type Content = { content: string; base64Encoded: boolean };

/** Null when it was evicted, belongs to a frame that is gone, or is a font. */
async function contentOf(tools: Taking['tools'], frameId: string, url: string): Promise<Buffer | null> {
  const answer = tools.send<Content>('Page.getResourceContent', { frameId, url });
  return answer.then(
    ({ content, base64Encoded }) => bytesOf(content, base64Encoded),
    () => null,
  );
}

async function bodyOf(tools: Taking['tools'], requestId: string | undefined): Promise<Buffer | null> {
  if (requestId === undefined) return null;
  const answer = tools.send<{ body: string; base64Encoded: boolean }>('Network.getResponseBody', {
    requestId,
  });
  return answer.then(
    ({ body, base64Encoded }) => bytesOf(body, base64Encoded),
    () => null,
  );
}

function bytesOf(content: string, isBase64: boolean): Buffer {
  return Buffer.from(content, isBase64 ? 'base64' : 'utf8');
}
