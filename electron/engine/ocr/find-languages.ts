import { readdir, readFile, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { HoldfastError } from '#shared/errors.ts';
import { helperPaths } from '#shared/model/helper-paths.ts';
import type { LanguageFile } from './page-model.ts';

/** `origin`: in the folder the person chose, shipped with the program, or found where Tesseract puts its data. */
export type FoundLanguage = LanguageFile & { origin: 'chosen' | 'bundled' | 'computer' };
type Environment = Record<string, string | undefined>;

const packages = createRequire(import.meta.url);
const bundled = ['eng', 'ara'] as const;
const dataFile = /^([a-z0-9]+(?:_[a-z0-9]+)*)\.traineddata(?:\.gz)?$/i;
/** Data for finding orientation and formulas; they hold no language. */
const noLanguages = new Set(['osd', 'equ']);

/**
 * Every language that can be read here, one entry a code, by code. The person's folder comes before what is shipped, and
 * that before what happens to be on the computer, so that the same scan reads the same on two laptops unless somebody
 * chose otherwise. Files are listed, not opened.
 */
export async function findLanguages(environment: Environment = process.env): Promise<FoundLanguage[]> {
  const found = new Map<string, FoundLanguage>();
  const add = (language: FoundLanguage) => found.has(language.code) || found.set(language.code, language);
  const chosen = await chosenFolder(environment['HOLDFAST_SETTINGS']);
  if (chosen !== null) for (const file of await filesIn(chosen)) add({ ...file, origin: 'chosen' });
  for (const file of await bundledFiles()) add({ ...file, origin: 'bundled' });
  for (const folder of await computerFolders(environment)) {
    for (const file of await filesIn(folder)) add({ ...file, origin: 'computer' });
  }
  return [...found.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

/** The files for these codes, in their order: Tesseract gives earlier languages more weight. @throws HoldfastError ocr-language */
export async function languageFiles(codes: readonly string[], environment: Environment = process.env): Promise<FoundLanguage[]> {
  const languages = await findLanguages(environment);
  return [...new Set(codes)].map((code) => {
    const language = languages.find((one) => one.code === code);
    if (language === undefined) throw new HoldfastError('ocr-language', { language: code });
    return language;
  });
}

async function bundledFiles(): Promise<LanguageFile[]> {
  const files = bundled.map((code) => {
    const root = dirname(packages.resolve(`@tesseract.js-data/${code}/package.json`));
    return { code, path: join(root, '4.0.0_best_int', `${code}.traineddata.gz`) };
  });
  const there = await Promise.all(files.map(({ path }) => isFile(path)));
  return files.filter((_, index) => there[index]);
}

/** Where Tesseract's packages put their data, and where its own variable points (the folder itself, or the one above). */
async function computerFolders(environment: Environment): Promise<string[]> {
  const prefix = environment['TESSDATA_PREFIX'];
  const debian = '/usr/share/tesseract-ocr';
  const versions = await readdir(debian).catch(() => []);
  return [
    ...(prefix ? [prefix, join(prefix, 'tessdata')] : []),
    ...versions.map((version) => join(debian, version, 'tessdata')),
    '/usr/share/tessdata',
    '/usr/local/share/tessdata',
    '/opt/homebrew/share/tessdata',
    ...(environment['ProgramFiles'] ? [join(environment['ProgramFiles'], 'Tesseract-OCR', 'tessdata')] : []),
  ];
}

async function filesIn(folder: string): Promise<LanguageFile[]> {
  const names = await readdir(folder).catch(() => []);
  return names.flatMap((name) => {
    const code = dataFile.exec(name)?.[1];
    return code === undefined || noLanguages.has(code) ? [] : [{ code, path: join(folder, name) }];
  });
}

/** Read anew each time: the person may choose another while the engine runs. Settings that cannot be read choose nothing. */
async function chosenFolder(settingsFile: string | undefined): Promise<string | null> {
  if (!settingsFile) return null;
  try {
    return helperPaths.parse(JSON.parse(await readFile(settingsFile, 'utf8'))).ocrData;
  } catch {
    return null;
  }
}

async function isFile(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
}
