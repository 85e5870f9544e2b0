/** Import, verify and export against the plain tools that do the least of the same work: cp and the checksum tools. */
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEngine, type EngineClient } from '../electron/engine/engine.ts';
import { inTemporaryFolder, printRows, RUNS, seconds, setting, shell, type Row } from './measure.ts';

const MEGABYTES = setting('MEGABYTES', 128);
const LARGE = 4;
const SMALL = setting('FILES', 100);
/** The last of the cases that the runs of import leave. */
const CASE = `case-${RUNS - 1}`;
const migrations = join(import.meta.dirname, '../migrations');

/** A few large files and many small ones, as a case has them. */
function makeSources(folder: string): void {
  mkdirSync(folder);
  const piece = randomBytes(1 << 20);
  for (let file = 0; file < LARGE; file += 1) {
    const bytes = Buffer.concat(
      Array.from({ length: Math.ceil(MEGABYTES / LARGE) }, (_, at) => (piece.writeUInt32LE(at + file * 65536), Buffer.from(piece))),
    );
    writeFileSync(join(folder, `large-${file}.bin`), bytes);
  }
  for (let file = 0; file < SMALL; file += 1)
    writeFileSync(join(folder, `small-${file}.txt`), `Witness statement ${file}. ${'Nearly 1,236 bodies. '.repeat(500)}`);
}

async function importRow(engine: EngineClient, folder: string): Promise<Row> {
  const fresh = (run: number) => engine.call('case.create', { folder: join(folder, `case-${run}`), title: 'Benchmark' });
  const ours = await seconds(() => engine.call('items.import', { paths: [join(folder, 'sources')] }), fresh);
  const theirs = await seconds(
    () => shell('cp -r sources copy && find copy -type f -print0 | xargs -0 sha256sum && sync copy', folder),
    () => rmSync(join(folder, 'copy'), { recursive: true, force: true }),
  );
  return { what: 'import', ours, against: 'cp -r + sha256sum', theirs };
}

async function verifyRow(engine: EngineClient, folder: string): Promise<Row> {
  const ours = await seconds(async () => {
    const { findings } = await engine.call('verify.run', {});
    if (findings.length > 0) throw new Error(`an untouched case has findings: ${JSON.stringify(findings[0])}`);
  });
  const theirs = await seconds(() => shell(`find ${CASE}/blobs -type f -print0 | xargs -0 sha256sum`, folder));
  return { what: 'verify', ours, against: 'sha256sum', theirs };
}

/** hashdeep with the same hashes and threads (Debian: `apt-get install hashdeep`); null where it is not installed. */
async function hashdeepRow(engine: EngineClient, folder: string): Promise<Row | null> {
  if (spawnSync('hashdeep', ['-V']).error !== undefined) {
    console.log('hashdeep is not installed: verify is not compared with it (Debian: apt-get install hashdeep)');
    return null;
  }
  const ours = await seconds(() => engine.call('verify.run', {}));
  const theirs = await seconds(() => shell(`hashdeep -c sha256 -r ${CASE}/blobs > hashes.txt`, folder));
  return { what: 'verify', ours, against: 'hashdeep -c sha256 -r', theirs };
}

async function exportRows(engine: EngineClient, folder: string): Promise<Row[]> {
  const out = join(folder, 'out');
  const clear = () => ['out', 'out.zip', 'copy'].forEach((name) => rmSync(join(folder, name), { recursive: true, force: true }));
  const ours = await seconds(() => engine.call('export.create', { out }), clear);
  const copied = await seconds(() => shell(`cp -r ${CASE}/blobs copy`, folder), clear);
  // A case file has lists of two kinds of sums; one list is the least that a copy to be checked needs.
  const summed = await seconds(() => shell(`cp -r ${CASE}/blobs copy && find copy -type f -print0 | xargs -0 sha256sum`, folder), clear);
  const hashed = await seconds(
    () =>
      shell(
        `cp -r ${CASE}/blobs copy && find copy -type f -print0 | xargs -0 sha256sum && find copy -type f -print0 | xargs -0 sha512sum`,
        folder,
      ),
    clear,
  );
  // What an export promises besides: all of it is on the disk.
  const synced = await seconds(
    () =>
      shell(
        `cp -r ${CASE}/blobs copy && find copy -type f -print0 | xargs -0 sha256sum && find copy -type f -print0 | xargs -0 sha512sum && find copy -print0 | xargs -0 sync`,
        folder,
      ),
    clear,
  );
  const zipped = await seconds(() => engine.call('export.create', { out: `${out}.zip`, zip: true }), clear);
  const checked = await seconds(() => engine.call('casefile.verify', { path: `${out}.zip` }));
  await engine.call('export.create', { out });
  const byTools = await seconds(() => shell('sha256sum -c --quiet manifest-sha256.txt && sha512sum -c --quiet manifest-sha512.txt', out));
  return [
    { what: 'export, folder', ours, against: 'cp -r', theirs: copied },
    { what: 'export, folder', ours, against: 'cp -r + sha256sum', theirs: summed },
    { what: 'export, folder', ours, against: 'cp -r + sha256sum + sha512sum', theirs: hashed },
    { what: 'export, folder', ours, against: 'the same + sync', theirs: synced },
    { what: 'export, zip', ours: zipped, against: 'cp -r + sha256sum + sha512sum', theirs: hashed },
    { what: 'verify-file, zip', ours: checked, against: 'sha256sum -c + sha512sum -c', theirs: byTools },
  ];
}

await inTemporaryFolder(async (folder) => {
  makeSources(join(folder, 'sources'));
  const engine = createEngine({ migrations, version: 'bench', actor: 'bench', keys: join(folder, 'keys') });
  try {
    const rows = [await importRow(engine, folder), await verifyRow(engine, folder)];
    const hashdeep = await hashdeepRow(engine, folder);
    if (hashdeep !== null) rows.push(hashdeep);
    rows.push(...(await exportRows(engine, folder)));
    printRows(`${MEGABYTES} MB in ${LARGE} files and ${SMALL} small files; median of ${RUNS} runs`, rows);
  } finally {
    await engine.close();
  }
});
