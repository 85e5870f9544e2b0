import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { HoldfastError } from '#shared/errors.ts';
import { findHelper } from '../find-helper.ts';

/** What a proxy is made of; both kinds play in the window. */
export type ProxyCodec = { suffix: string; mediaType: string; format: string; picture: string[]; sound: string[] };

const h264: ProxyCodec = {
  suffix: '.proxy.mp4',
  mediaType: 'video/mp4',
  format: 'mp4',
  // Without frames that refer forward nothing is reordered, so no edit list moves the first frame.
  picture: ['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '20', '-bf', '0', '-g', '50', '-pix_fmt', 'yuv420p'],
  sound: ['-c:a', 'aac', '-b:a', '160k', '-ac', '2'],
};
const vp8: ProxyCodec = {
  suffix: '.proxy.webm',
  mediaType: 'video/webm',
  format: 'webm',
  picture: ['-c:v', 'libvpx', '-deadline', 'realtime', '-cpu-used', '4', '-b:v', '4M', '-crf', '10', '-auto-alt-ref', '0', '-g', '50', '-pix_fmt', 'yuv420p'],
  sound: ['-c:a', 'libopus', '-b:a', '128k', '-ac', '2'],
}; // prettier-ignore

const run = promisify(execFile);

/** H.264 in MP4, whose times are exact; where ffmpeg was built without it VP8 in WebM, whose times are whole milliseconds. @throws HoldfastError helper-missing, helper-failed */
export async function proxyCodec(signal: AbortSignal): Promise<ProxyCodec> {
  const { stdout } = await run(await findHelper('ffmpeg'), ['-hide_banner', '-v', 'error', '-encoders'], { signal, timeout: 10_000 });
  const has = (name: string) => new RegExp(`^ [VA]\\S+ ${name} `, 'm').test(stdout);
  const found = [h264, vp8].find(({ picture, sound }) => has(picture[1]!) && has(sound[1]!));
  if (found === undefined) throw new HoldfastError('helper-failed', { helper: 'ffmpeg', problem: 'no encoder for H.264 or VP8' });
  return found;
}
