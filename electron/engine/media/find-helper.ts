import { access, constants } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';

export type HelperName = 'ffmpeg' | 'ffprobe';
export type Environment = Record<string, string | undefined>;

/** The setting that names a helper outright. */
export const helperSettings: Record<HelperName, string> = { ffmpeg: 'HOLDFAST_FFMPEG', ffprobe: 'HOLDFAST_FFPROBE' };

/**
 * Path of a helper program: the setting, then the folder shipped with the program (`HOLDFAST_HELPERS`), then `PATH`.
 * A setting that points nowhere is an error, not a reason to take another program than the one that was asked for.
 * @throws HoldfastError helper-missing
 */
export async function findHelper(helper: HelperName, environment: Environment = process.env): Promise<string> {
  const setting = helperSettings[helper];
  const set = environment[setting];
  const folders = [environment['HOLDFAST_HELPERS'], ...(environment['PATH'] ?? '').split(delimiter)].filter(
    (folder) => folder !== undefined && folder !== '',
  );
  const file = process.platform === 'win32' ? `${helper}.exe` : helper;
  const candidates = set === undefined || set === '' ? folders.map((folder) => join(folder as string, file)) : [set];
  for (const path of candidates) if (await isProgram(path)) return path;
  throw new HoldfastError('helper-missing', { helper, setting });
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
