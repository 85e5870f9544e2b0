import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { HoldfastError } from '#shared/errors.ts';
import { asPgm, type Grey } from './grey.ts';
import type { LanguageFile } from './page-model.ts';
import { loadCore, type TesseractApi, type TesseractCore } from './tesseract-core.ts';

const unpack = promisify(gunzip);
/** The largest there are take 60 MB; more is no language data. */
const MOST_LANGUAGE_BYTES = 256 * 1024 * 1024;
/** PSM_AUTO: finds columns, lines and words by itself (tesseract/publictypes.h). */
export const segmentation = '3';

/** A word as Tesseract gives it, its box in pixels; `text` is in the order in which it is read, whatever the script. */
export type RawWord = { text: string; confidence: number; bbox: { x0: number; y0: number; x1: number; y1: number } };
type RawPage = { blocks: { paragraphs: { lines: { words: RawWord[] }[] }[] | null }[] | null };

/** Tesseract with its languages loaded, in this thread: recognising blocks it. */
export class Recogniser {
  readonly version: string;
  readonly build: string;
  readonly languages: { code: string; sha256: string }[];
  readonly #core: TesseractCore;
  readonly #api: TesseractApi;

  private constructor(core: TesseractCore, build: string, api: TesseractApi, languages: Recogniser['languages']) {
    this.#core = core;
    this.#api = api;
    this.build = build;
    this.version = api.Version();
    this.languages = languages;
  }

  /** @throws HoldfastError ocr-language-broken */
  static async open(files: readonly LanguageFile[]): Promise<Recogniser> {
    const { core, build } = await loadCore();
    const languages: Recogniser['languages'] = [];
    for (const file of files) {
      const data = await languageData(file);
      core.FS.writeFile(`./${file.code}.traineddata`, data);
      languages.push({ code: file.code, sha256: createHash('sha256').update(data).digest('hex') });
    }
    const api = new core.TessBaseAPI();
    const codes = files.map(({ code }) => code).join('+');
    if (api.Init(null, codes, 1) !== 0) throw new HoldfastError('ocr-language-broken', { language: codes });
    api.SetVariable('tessedit_pageseg_mode', segmentation);
    return new Recogniser(core, build, api, languages);
  }

  /** Paragraphs of lines of words; nothing when there are none. `dpi` 0: not known, Tesseract guesses from the lines. */
  read(grey: Grey, dpi: number): RawWord[][][] {
    this.#core.FS.writeFile('/input', asPgm(grey));
    this.#api.SetVariable('user_defined_dpi', String(dpi));
    if (this.#api.SetImageFile(1, 0) !== 0) throw new HoldfastError('ocr-picture', {});
    this.#core.FS.unlink('/input');
    if (this.#api.Recognize(null) !== 0) throw new HoldfastError('helper-failed', { helper: 'Tesseract', problem: 'it gave up' });
    const { blocks } = JSON.parse(this.#api.GetJSONText()) as RawPage;
    return (blocks ?? []).flatMap(({ paragraphs }) => (paragraphs ?? []).map(({ lines }) => lines.map(({ words }) => words)));
  }

  close(): void {
    this.#api.End();
  }
}

async function languageData({ code, path }: LanguageFile): Promise<Uint8Array> {
  const bytes = await readFile(path);
  if (bytes.readUInt16BE(0) !== 0x1f8b) return bytes;
  try {
    return await unpack(bytes, { maxOutputLength: MOST_LANGUAGE_BYTES });
  } catch (error) {
    throw new HoldfastError('ocr-language-broken', { language: code }, error);
  }
}
