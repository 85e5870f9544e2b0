import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CaptureResult } from '#shared/model/capture.ts';
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
): Promise<CaptureResult['extras']> {
  const extras: CaptureResult['extras'] = [];
  const { frameTree } = await tools.send<{ frameTree: FrameTree }>('Page.getResourceTree');
  let total = 0;
  for (const { frameId, url, mimeType } of resourcesOf(frameTree)) {
    if (holds.has(url) || extras.length >= mostExtras || extras.some((extra) => extra.url === url)) continue;
    const bytes = await contentOf(tools, frameId, url);
    signal.throwIfAborted();
    if (!bytes || bytes.length === 0 || bytes.length > largestExtra || total + bytes.length > largestAll)
      continue;
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

async function contentOf(tools: Taking['tools'], frameId: string, url: string): Promise<Buffer | null> {
  try {
    const answer = await tools.send<{ content: string; base64Encoded: boolean }>('Page.getResourceContent', {
      frameId,
      url,
    });
    return Buffer.from(answer.content, answer.base64Encoded ? 'base64' : 'utf8');
  } catch {
    // Evicted, or of a frame that is gone.
    return null;
  }
}
