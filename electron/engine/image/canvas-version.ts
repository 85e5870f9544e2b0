import { createRequire } from 'node:module';

/** The version of @napi-rs/canvas, which decodes, draws and encodes pictures. */
export const canvasVersion = (createRequire(import.meta.url)('@napi-rs/canvas/package.json') as { version: string }).version;
