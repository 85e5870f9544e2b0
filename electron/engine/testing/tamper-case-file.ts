/** For tests: what somebody does to a case file to make it say something else. Each is found by verify.html and by the engine. */
import { createHash, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { canonicalJson } from '#shared/canonical-json.ts';
import type { Json } from '#shared/model/primitives.ts';
import { flipBit } from './tamper.ts';
import { remanifest } from './remanifest.ts';

type Line = { [name: string]: Json };
export type Tampering = { name: string; change(out: string): Promise<void>; finds: RegExp };

const JOURNAL = 'data/journal/journal.jsonl';
const KEYS = 'data/journal/keys.json';
const PASSAGES = 'data/annotations/passages.jsonld';

/** Edits one file of the case file; a change that changes nothing is a mistake of the test. */
export async function editFile(out: string, path: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(out, path), 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${path}`);
  await writeFile(join(out, path), after);
}

async function editLines(out: string, change: (lines: Line[]) => Line[]): Promise<void> {
  await editFile(out, JOURNAL, (text) => {
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Line);
    return change(lines)
      .map((line) => `${canonicalJson(line)}\n`)
      .join('');
  });
}

async function anOriginal(out: string): Promise<string> {
  const names = await readdir(join(out, 'data/items'), { recursive: true });
  const name = names.filter((one) => /original/.test(one)).sort()[0];
  if (name === undefined) throw new Error('there is no original in it');
  return join(out, 'data/items', name);
}

/** Makes every hash of the journal anew from the entry at `index` on, as anybody can. */
function rehash(lines: Line[], index: number): Line[] {
  let before = '';
  return lines.map((line, at) => {
    const { hash: _hash, signature = null, ...rest } = at > index ? { ...line, prevHash: before } : line;
    before = at < index ? String(line['hash']) : createHash('sha256').update(canonicalJson(rest)).digest('hex');
    return { ...rest, hash: before, signature };
  });
}

const editedPayload = (lines: Line[]) => {
  const index = lines.findIndex(({ action }) => action === 'claim.created');
  return {
    index,
    lines: lines.map((line, at) => (at === index ? { ...line, payload: { ...(line['payload'] as Line), act: 'injured' } } : line)),
  };
};

function rawKey(publicKey: KeyObject): Buffer {
  return publicKey.export({ type: 'spki', format: 'der' }).subarray(12);
}

/** For a case file of a whole case with the things of `filledCase`. */
export const tamperings: Tampering[] = [
  {
    name: 'a flipped bit in an original',
    change: async (out) => writeFile(await anOriginal(out), flipBit(await readFile(await anOriginal(out)), 9)),
    finds: /original\S* does not have the bytes its manifest fixes/,
  },
  {
    name: 'a file put in',
    change: (out) => writeFile(join(out, 'data/extra.txt'), 'x'),
    finds: /data\/extra\.txt is there and no manifest lists it/,
  },
  {
    name: 'a file taken out',
    change: async (out) => rm(await anOriginal(out)),
    finds: /original\S* is listed in a manifest and is not there/,
  },
  {
    name: 'an original altered, the manifests made anew',
    change: async (out) => {
      await writeFile(await anOriginal(out), 'other words');
      await remanifest(out);
    },
    finds: /original\S* does not have the bytes that data\/items\/\S+ names/,
  },
  {
    name: 'a line of the journal edited, the manifests made anew',
    change: async (out) => {
      await editLines(out, (lines) => editedPayload(lines).lines);
      await remanifest(out);
    },
    finds: /Journal entry \d+ does not fit its hash/,
  },
  {
    name: 'a line of the journal taken out, the manifests made anew',
    change: async (out) => {
      await editLines(out, (lines) => lines.filter((_, at) => at !== 4));
      await remanifest(out);
    },
    finds: /Gone from the journal: entry 5\./,
  },
  {
    name: 'a line edited, all hashes and manifests made anew, without the key',
    change: async (out) => {
      await editLines(out, (lines) => {
        const edited = editedPayload(lines);
        return rehash(edited.lines, edited.index);
      });
      await remanifest(out);
    },
    finds: /The signature on journal entries \d+ to \d+ does not hold/,
  },
  {
    name: 'a seal altered, the manifests made anew',
    change: async (out) => {
      const [name] = (await readdir(join(out, 'data/journal/seals'))).filter((one) => one.endsWith('.json'));
      await editFile(out, `data/journal/seals/${name}`, (text) => text.replace(/"rootHash":"../, '"rootHash":"00'));
      await remanifest(out);
    },
    finds: /The seal over the first \d+ entries does not bear out its signature/,
  },
  {
    name: 'the key exchanged for another under its own name, and everything signed anew that was not hashed with it',
    change: async (out) => {
      const { publicKey, privateKey } = generateKeyPairSync('ed25519');
      await editFile(out, KEYS, (text) => text.replace(/"publicKey": "[^"]+"/, `"publicKey": "${rawKey(publicKey).toString('base64')}"`));
      await editLines(out, (lines) =>
        lines.map((line) => ({
          ...line,
          signature: sign(null, Buffer.from(`holdfast-entry/1\n${String(line['hash'])}`), privateKey).toString('base64'),
        })),
      );
      await remanifest(out);
    },
    finds: /The public key named [0-9a-f]+ is not the one its name says/,
  },
  {
    name: "a passage's quotation altered, the manifests made anew",
    change: async (out) => {
      await editFile(out, PASSAGES, (text) => text.replaceAll('nearly 1,236 bodies', 'nearly 1,336 bodies'));
      await remanifest(out);
    },
    finds: /The words of passage \S+ do not stand in \S+: “nearly 1,336 bodies”/,
  },
];

/** For a case file of a part of a case. */
export const partTamperings: Tampering[] = [
  {
    name: 'the proof of a withheld entry altered, the manifests made anew',
    change: async (out) => {
      const [first] = JSON.parse(await readFile(join(out, 'data/journal/withheld.json'), 'utf8')) as { seq: number }[];
      await editFile(out, 'data/journal/proofs.jsonl', (text) =>
        text
          .split('\n')
          .map((line) => (line.includes(`"seq":${first?.seq},`) ? line.replace(/"path":\["../, '"path":["00') : line))
          .join('\n'),
      );
      await remanifest(out);
    },
    finds: /Entry \d+ is not proved to belong to the sealed journal/,
  },
];
