/** Takes what a helper left behind: only what we asked for, only real files, only what their bytes say they are. */
import { lstat, open, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import type { CaptureResult } from '#shared/model/capture.ts';
import type { Facts, Json } from '#shared/model/primitives.ts';
import { isText } from '../import/text-kind.ts';
import { cleanInfo } from './clean-info.ts';

type StagedFile = CaptureResult['files'][number];
/** `left`: what was there and was not taken, by reason. */
export type Collected = { files: StagedFile[]; info: { [key: string]: Json } | null; left: string[] };

const mostSubtitles = 100;
const largest = { info: 32 * 1024 * 1024, subtitles: 16 * 1024 * 1024 };
const subtitleTypes: Record<string, string> = {
  vtt: 'text/vtt', srt: 'application/x-subrip', ttml: 'application/ttml+xml', dfxp: 'application/ttml+xml', ass: 'text/x-ssa', ssa: 'text/x-ssa', json: 'application/json', json3: 'application/json', srv1: 'text/xml', srv2: 'text/xml', srv3: 'text/xml',
}; // prettier-ignore

/**
 * Moves video, info and subtitles from `from` to `to` under names of ours; nothing of the site is in a name but a
 * language code. Without a video nothing else is taken.
 */
export async function collectFiles(from: string, to: string, parameters: Facts): Promise<Collected> {
  const collected: Collected = { files: [], info: null, left: [] };
  const names = (await readdir(from)).sort();
  const video = await takeVideo(from, to, names, collected.left);
  if (video === null) return collected;
  if (names.includes('media.info.json')) await takeInfo(from, to, collected);
  for (const name of names) if (name !== video.from && name !== 'media.info.json') await takeSubtitles(from, to, name, collected);
  collected.files.unshift(video.file);
  collected.files = collected.files.map((file) => {
    const address = addressOf(file, collected.info);
    return { ...file, toolParameters: { ...parameters, ...file.toolParameters, ...(address === null ? {} : { address }) } };
  });
  return collected;
}

/** Where the bytes of a file came from, where the info names one address for them; a merged video has several. */
function addressOf({ role, name, toolParameters }: StagedFile, info: Collected['info']): string | null {
  if (role === 'video') return textAt(info, 'url');
  if (role !== 'subtitles') return null;
  const tracks = at(at(info, 'subtitles'), String(toolParameters['language']));
  const track = Array.isArray(tracks) ? tracks.find((one) => name.endsWith(`.${textAt(one, 'ext') ?? ''}`)) : undefined;
  return track === undefined ? null : textAt(track, 'url');
}

function at(value: Json | undefined, key: string): Json | undefined {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

function textAt(value: Json, key: string): string | null {
  const found = at(value, key);
  return typeof found === 'string' ? found : null;
}

async function takeVideo(from: string, to: string, names: string[], left: string[]): Promise<{ file: StagedFile; from: string } | null> {
  for (const name of names) {
    if (!/^media\.\w{1,8}$/.test(name) || /\.(part|ytdl|temp)$/.test(name)) continue;
    const path = join(from, name);
    if (!(await isOwnFile(path, Infinity))) {
      left.push('not-a-file');
      continue;
    }
    const type = await fileTypeFromFile(path);
    const mediaType = type?.mime.replace(/;.*$/, '') ?? '';
    if (type === undefined || !/^(video|audio)\/|^application\/(ogg|mxf|vnd\.ms-asf)$/.test(mediaType)) {
      left.push('not-a-recording');
      continue;
    }
    const kept = `video.${type.ext}`;
    await rename(path, join(to, kept));
    return { from: name, file: { role: 'video', name: kept, mediaType, toolParameters: {} } };
  }
  return null;
}

async function takeInfo(from: string, to: string, collected: Collected): Promise<void> {
  const path = join(from, 'media.info.json');
  const cleaned = (await isOwnFile(path, largest.info)) ? cleanInfo(await readFile(path, 'utf8')) : null;
  if (cleaned === null) return void collected.left.push('info-unreadable');
  await writeFile(join(to, 'video-info.json'), cleaned.text, { flag: 'wx' });
  await rm(path);
  collected.info = cleaned.info;
  const toolParameters = { removedKeys: cleaned.removed };
  collected.files.push({ role: 'info', name: 'video-info.json', mediaType: 'application/json', toolParameters });
}

async function takeSubtitles(from: string, to: string, name: string, { files, left }: Collected): Promise<void> {
  const match = /^media\.([A-Za-z0-9][A-Za-z0-9_-]{0,40})\.([a-z0-9]{2,5})$/.exec(name);
  const mediaType = subtitleTypes[match?.[2] ?? ''];
  if (match === null || mediaType === undefined) return void left.push('unknown-file');
  const path = join(from, name);
  if (files.length > mostSubtitles || !(await isOwnFile(path, largest.subtitles))) return void left.push('not-a-file');
  if (!isText(await headOf(path))) return void left.push('not-subtitles');
  const kept = `subtitles.${match[1]}.${match[2]}`;
  await rename(path, join(to, kept));
  files.push({ role: 'subtitles', name: kept, mediaType, toolParameters: { language: match[1] ?? '' } });
}

/** A regular file with no other name, not empty: a link could stand for any file of this person. */
async function isOwnFile(path: string, mostBytes: number): Promise<boolean> {
  const found = await lstat(path);
  return found.isFile() && found.nlink === 1 && found.size > 0 && found.size <= mostBytes;
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
