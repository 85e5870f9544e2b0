import { access, constants, readFile, stat } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import { helperPaths } from '#shared/model/helper-paths.ts';

export type HelperName = 'ffmpeg' | 'ffprobe' | 'yt-dlp';
export type Environment = Record<string, string | undefined>;
/** `origin`: chosen by the person, named by the environment, beside the program, or on `PATH`. */
export type FoundHelper = { path: string; origin: 'chosen' | 'environment' | 'bundle' | 'path' };

/** The setting that names a helper outright. */
export const helperSettings: Record<HelperName, string> = {
  ffmpeg: 'HOLDFAST_FFMPEG',
  ffprobe: 'HOLDFAST_FFPROBE',
  'yt-dlp': 'HOLDFAST_YTDLP',
};

/**
 * Path of a helper program: what the person chose (in the file named by `HOLDFAST_SETTINGS`), the setting, then the
 * folder shipped with the program (`HOLDFAST_HELPERS`), then `PATH`. A choice or setting that points nowhere is an
 * error, not a reason to take another program than the one that was asked for.
 * @throws HoldfastError helper-missing (`path`: what was named and is not there)
 */
export async function findHelper(helper: HelperName, environment: Environment = process.env): Promise<string> {
  return (await locateHelper(helper, environment)).path;
}

/** As `findHelper`, and where it was found. @throws HoldfastError helper-missing */
export async function locateHelper(helper: HelperName, environment: Environment = process.env): Promise<FoundHelper> {
  const candidates = await candidatesFor(helper, environment);
  for (const candidate of candidates) if (await isProgram(candidate.path)) return candidate;
  const named = candidates.find(({ origin }) => origin === 'chosen' || origin === 'environment');
  throw new HoldfastError('helper-missing', { helper, setting: helperSettings[helper], ...(named && { path: named.path }) });
}

async function candidatesFor(helper: HelperName, environment: Environment): Promise<FoundHelper[]> {
  const chosen = helper === 'yt-dlp' ? await chosenYtDlp(environment['HOLDFAST_SETTINGS']) : null;
  if (chosen !== null) return [{ path: chosen, origin: 'chosen' }];
  const set = environment[helperSettings[helper]];
  if (set) return [{ path: set, origin: 'environment' }];
  const file = process.platform === 'win32' ? `${helper}.exe` : helper;
  const bundle = environment['HOLDFAST_HELPERS'];
  const folders = (environment['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return [
    ...(bundle ? [{ path: join(bundle, file), origin: 'bundle' } as const] : []),
    ...folders.map((folder) => ({ path: join(folder, file), origin: 'path' }) as const),
  ];
}

/** Read anew each time: the person may choose another while the engine runs. Settings that cannot be read choose nothing. */
async function chosenYtDlp(settingsFile: string | undefined): Promise<string | null> {
  if (!settingsFile) return null;
  try {
    return helperPaths.parse(JSON.parse(await readFile(settingsFile, 'utf8'))).ytDlp;
  } catch {
    return null;
  }
}

async function isProgram(path: string): Promise<boolean> {
  try {
    await access(path, constants.X_OK);
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}
