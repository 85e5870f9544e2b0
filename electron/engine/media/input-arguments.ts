/** Demuxers of recordings. Playlists and concat scripts are not among them: they open other files and addresses. */
const formats = [
  'mov,mp4,m4a,3gp,3g2,mj2', 'matroska,webm', 'avi', 'mpeg', 'mpegts', 'mpegvideo', 'm4v', 'h264', 'hevc', 'av1', 'obu', 'ivf',
  'asf', 'flv', 'mxf', 'dv', 'rm', 'nut', 'ogg', 'mp3', 'aac', 'wav', 'w64', 'aiff', 'caf', 'au', 'flac', 'amr', 'amrnb', 'amrwb',
  'ac3', 'eac3', 'dts', 'wv', 'ape', 'tta', 'mpc', 'mpc8',
]; // prettier-ignore

/** What stands before every input: no network, no other protocol than a plain file, no format that leads elsewhere. */
export const inputArguments = inputArgumentsFor(formats);

/** The same for demuxers of one's own choice. */
export function inputArgumentsFor(allowed: readonly string[] = formats): readonly string[] {
  return ['-protocol_whitelist', 'file,pipe', '-format_whitelist', allowed.join(',')];
}

/** A path that cannot be taken for an option or a protocol. */
export function asInput(path: string): string {
  return `file:${path}`;
}
