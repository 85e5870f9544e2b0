/** For tests: small real recordings, made by ffmpeg. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const picture = ['-f', 'lavfi', '-i', 'testsrc=size=160x120:rate=10:duration=4'];
const sound = ['-f', 'lavfi', '-i', 'sine=frequency=440:duration=4'];

export const subtitles =
  '1\n00:00:00,500 --> 00:00:01,500\nNearly 1,236 bodies\n\n2\n00:00:02,000 --> 00:00:03,500\n<i>استُخرجت</i>\nfrom three graves\n';

export type MediaOptions = { picture?: boolean; sound?: boolean; subtitles?: boolean; extra?: string[] };

/** Makes `name` in `folder`; the container follows its ending. */
export async function makeMedia(folder: string, name: string, options: MediaOptions = {}): Promise<string> {
  const { picture: hasPicture = true, sound: hasSound = true, subtitles: hasSubtitles = false, extra = [] } = options;
  const path = join(folder, name);
  const srt = join(folder, 'making.sub');
  if (hasSubtitles) await writeFile(srt, subtitles);
  const inputs = [...(hasPicture ? picture : []), ...(hasSound ? sound : []), ...(hasSubtitles ? ['-f', 'srt', '-i', srt] : [])];
  await run('ffmpeg', [
    '-v',
    'error',
    '-y',
    ...inputs,
    ...(hasSubtitles && name.endsWith('.mp4') ? ['-c:s', 'mov_text'] : []),
    ...extra,
    path,
  ]);
  return path;
}

/** Makes a video whose every picture says which it is: the grey of its left half is `number % 16`, of its right half `number / 16`. */
export async function makeFrames(
  folder: string,
  name: string,
  { rate = '25', count = 100, filter = '', input = [] as string[], extra = [] as string[] } = {},
): Promise<string> {
  const path = join(folder, name);
  const grey = `geq=lum='16+14*if(lt(X,W/2),mod(N,16),floor(N/16))':cb=128:cr=128`;
  const source = ['-f', 'lavfi', '-i', `color=black:size=64x48:rate=${rate}`];
  const filters = [`trim=end_frame=${count}`, grey, ...(filter === '' ? [] : [filter])].join(',');
  await run('ffmpeg', ['-v', 'error', '-y', ...source, ...input, '-vf', filters, '-pix_fmt', 'yuv420p', ...extra, path]);
  return path;
}

/** The number a picture of `makeFrames` says, from the grey (0 to 255) of its two halves. */
export function numberOf(left: number, right: number): number {
  const digit = (grey: number) => Math.round((grey * 219) / 255 / 14);
  return digit(right) * 16 + digit(left);
}
