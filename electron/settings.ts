import { userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { ocrCode } from '#shared/model/ocr.ts';
import { helperPaths } from '#shared/model/helper-paths.ts';
import { readJsonFile, writeJsonFile } from './json-file.ts';

const schema = helperPaths.extend({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  /** Who acts, as the journal names them. */
  actor: z.string().min(1),
  /** Languages chosen last for reading pictures, as Tesseract names them. */
  ocrLanguages: z.array(ocrCode).default([]),
});
export type ShellSettings = z.infer<typeof schema>;

/** Where they lie in the program's own folder; the engine reads from there which helpers the person chose. */
export function settingsFileOf(userData: string): string {
  return join(userData, 'settings.json');
}

/** Settings of this person on this machine; they are not part of any case. */
export function readSettings(path: string): ShellSettings {
  return (
    readJsonFile(path, schema) ?? { theme: 'system', actor: userInfo().username || 'unnamed', ytDlp: null, ocrData: null, ocrLanguages: [] }
  );
}

export function writeSettings(path: string, settings: ShellSettings): void {
  writeJsonFile(path, settings);
}
