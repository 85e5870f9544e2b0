import { userInfo } from 'node:os';
import { z } from 'zod';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const schema = z.object({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Who acts, as the journal names them. */
  actor: z.string().min(1),
});
export type ShellSettings = z.infer<typeof schema>;

/** Settings of this person on this machine; they are not part of any case. */
export function readSettings(path: string): ShellSettings {
  return readJsonFile(path, schema) ?? { theme: 'system', actor: userInfo().username || 'unnamed' };
}

export function writeSettings(path: string, settings: ShellSettings): void {
  writeJsonFile(path, settings);
}
