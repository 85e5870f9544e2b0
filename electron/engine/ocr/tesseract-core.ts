import { createRequire } from 'node:module';

const packages = createRequire(import.meta.url);
/** Asked of the package: which release of the engine's WebAssembly build this is. */
export const coreVersion = (packages('tesseract.js-core/package.json') as { version: string }).version;

/** The part of Tesseract's C++ interface (tesseract/baseapi.h) that is used here. */
export type TesseractApi = {
  /** 0 when it worked. `mode` 1: the neural recogniser (OEM_LSTM_ONLY). */
  Init(path: null, languages: string, mode: number): number;
  SetVariable(name: string, value: string): boolean;
  /** Reads `/input` of the module's own file system. 0 when it worked. */
  SetImageFile(exifOrientation: number, angle: number): number;
  Recognize(monitor: null): number;
  GetJSONText(): string;
  Version(): string;
  End(): void;
};
export type TesseractCore = {
  /** Emscripten's file system in memory; nothing of it reaches the disk. */
  FS: { writeFile(path: string, bytes: Uint8Array): void; unlink(path: string): void };
  TessBaseAPI: new () => TesseractApi;
};

/** Node has it; the types of the engine, which knows no DOM, do not. */
declare const WebAssembly: { validate(bytes: Uint8Array): boolean };

/** A module with one SIMD instruction: valid only where the processor and V8 have them. */
const simdModule = Uint8Array.from([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

/**
 * Tesseract as WebAssembly, from the package on disk. There is a faster build with relaxed SIMD; it is left alone
 * because its sums may differ from one processor to another, and the same scan should read the same everywhere.
 */
export async function loadCore(): Promise<{ core: TesseractCore; build: string }> {
  const build = WebAssembly.validate(simdModule) ? 'simd-lstm' : 'lstm';
  const create = packages(`tesseract.js-core/tesseract-core-${build}.js`) as (options: object) => Promise<TesseractCore>;
  // It talks to the console about guesses and its own progress.
  return { core: await create({ print: () => {}, printErr: () => {} }), build };
}
