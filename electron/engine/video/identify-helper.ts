import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import type { VideoHelper } from '#shared/model/video.ts';
import { locateHelper, type Environment, type FoundHelper } from '../media/find-helper.ts';
import { helperEnvironment } from './helper-environment.ts';
import { runHelper } from './run-helper.ts';

/** A packed yt-dlp unpacks itself at each start; on a slow disk that takes its time. */
const timeLimitMs = 30_000;

/** The way in which this system adds the program. */
const commands: Partial<Record<NodeJS.Platform, string>> = { darwin: 'brew install yt-dlp', win32: 'winget install yt-dlp.yt-dlp' };
export function installCommand(platform: NodeJS.Platform = process.platform): string {
  return commands[platform] ?? 'apt install yt-dlp';
}

/** yt-dlp as it is here and now: found, asked for its version, and its file hashed. Never throws but for the signal. */
export async function identifyHelper(signal: AbortSignal, environment: Environment = process.env): Promise<VideoHelper> {
  let found: FoundHelper;
  try {
    found = await locateHelper('yt-dlp', environment);
  } catch (error) {
    const { path } = toErrorData(error).facts;
    return { state: 'missing', path: typeof path === 'string' ? path : null, command: installCommand() };
  }
  try {
    const version = await askVersion(found.path, signal, environment);
    return { state: 'ready', ...found, version, sha256: await hashOf(found.path) };
  } catch (error) {
    signal.throwIfAborted();
    const { code, facts } = toErrorData(error);
    const problem = String(facts['problem'] ?? facts['message'] ?? (code === 'helper-timeout' ? 'it does not answer' : code));
    return { state: 'broken', ...found, problem: problem.slice(0, 300) };
  }
}

/** @throws HoldfastError helper-failed when it does not answer as yt-dlp does, helper-timeout; the system's error */
async function askVersion(program: string, signal: AbortSignal, environment: Environment): Promise<string> {
  const home = join(tmpdir(), `holdfast-helper-${randomUUID()}`);
  await mkdir(home, { mode: 0o700 });
  try {
    const late = () => new HoldfastError('helper-timeout', { helper: 'yt-dlp', seconds: timeLimitMs / 1000 });
    const run = { program, args: ['--ignore-config', '--version'], cwd: home, environment: helperEnvironment(home, environment) };
    const { code, out } = await runHelper({ ...run, signal, timeLimitMs, late });
    const version = out.trim();
    if (code === 0 && /^\d{4}\.\d{2}\.\d{2}[\w.+-]{0,40}$/.test(version)) return version;
    throw new HoldfastError('helper-failed', { helper: 'yt-dlp', problem: 'it does not answer with a version as yt-dlp does' });
  } finally {
    await rm(home, { recursive: true, force: true });
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes as Buffer);
  return hash.digest('hex');
}
