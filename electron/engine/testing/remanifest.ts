import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** For tests: makes all manifests of a case file anew, as somebody who wants to hide a change would. */
export async function remanifest(out: string): Promise<void> {
  const paths = (await readdir(out, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(out.length + 1))
    .sort();
  const payload = paths.filter((path) => path.startsWith('data/'));
  const sizes = await Promise.all(payload.map(async (path) => (await readFile(join(out, path))).length));
  const info = await readFile(join(out, 'bag-info.txt'), 'utf8');
  await writeFile(
    join(out, 'bag-info.txt'),
    info.replace(/Payload-Oxum: .*/, `Payload-Oxum: ${sizes.reduce((a, b) => a + b, 0)}.${payload.length}`),
  );
  const list = async (names: string[], algorithm: string) =>
    (
      await Promise.all(
        names.map(
          async (path) =>
            `${createHash(algorithm)
              .update(await readFile(join(out, path)))
              .digest('hex')}  ${path}\n`,
        ),
      )
    ).join('');
  for (const algorithm of ['sha256', 'sha512']) await writeFile(join(out, `manifest-${algorithm}.txt`), await list(payload, algorithm));
  const tags = paths.filter((path) => !path.startsWith('data/') && !path.startsWith('tagmanifest'));
  for (const algorithm of ['sha256', 'sha512']) await writeFile(join(out, `tagmanifest-${algorithm}.txt`), await list(tags, algorithm));
}
