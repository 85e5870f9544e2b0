/** Every line that docs/case-file.md tells a stranger to run, run on a fresh export with nothing of ours. */
import { execFile } from 'node:child_process';
import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { exportSelection } from '#shared/model/selection.ts';
import { makeSeal } from '../seal/make-seal.ts';
import { filledCase } from '../testing/filled-case.ts';
import { keepTextItem } from '../testing/keep-text-item.ts';
import { temporaryFolder } from '../testing/temporary-case.ts';
import { createExport } from './create-export.ts';

const PAGE = join(import.meta.dirname, '../../../docs/case-file.md');

type Block = { heading: string; language: string; text: string };

async function blocks(): Promise<Block[]> {
  const page = await readFile(PAGE, 'utf8');
  return page.split(/^#+ /m).flatMap((section) =>
    [...section.matchAll(/^```(sh|python)\n(.*?)^```$/gms)].map(([, language = '', text = '']) => ({
      heading: section.slice(0, section.indexOf('\n')),
      language,
      text,
    })),
  );
}

async function exported(part = false): Promise<string> {
  const { ctx, other } = await filledCase();
  await makeSeal(ctx, 'asked');
  await keepTextItem(ctx, 'Kept after the seal: رفات 😀.');
  const out = join(await temporaryFolder(), 'Case');
  await createExport(ctx, { out, zip: false, ...(part ? { selection: exportSelection.parse({ itemIds: [other] }) } : {}) });
  return out;
}

/** What a block prints; throws where it ends in an error. */
async function run({ language, text }: Block, cwd: string): Promise<string> {
  const [program, ...args] = language === 'sh' ? ['bash', '-euo', 'pipefail', '-c', text] : ['python3', '-c', text];
  return (await promisify(execFile)(program, args, { cwd })).stdout;
}

const spoil = async (out: string, path: string, change: (text: string) => string) => {
  const before = await readFile(join(out, path), 'utf8');
  expect(change(before)).not.toBe(before);
  await writeFile(join(out, path), change(before));
};

describe('the lines of docs/case-file.md', () => {
  test('hold for a fresh case file, all of them', async () => {
    const out = await exported();
    const answers = new Map<string, string>();
    for (const block of await blocks()) answers.set(block.heading, (answers.get(block.heading) ?? '') + (await run(block, out)));
    expect(answers.get('With nothing but a shell')).toBe('');
    expect(answers.get('The chain of the journal')).toMatch(/^the last hash is [0-9a-f]{64}\n$/);
    expect(answers.get('The seals against the journal')).toBe('the seal over 13 entries holds\nthe seal over 15 entries holds\n');
    const [key] = JSON.parse(await readFile(join(out, 'data/journal/keys.json'), 'utf8')) as { keyId: string }[];
    expect(answers.get('The signature of a seal, with openssl')).toBe(`Signature Verified Successfully\n${key!.keyId}  -\n`);
    expect(answers.get('The signature of an entry, with openssl')).toBe('Signature Verified Successfully\n');
  });

  test('find what was changed', async () => {
    const out = await exported();
    const all = await blocks();
    const under = (heading: string) => all.filter((block) => block.heading.startsWith(heading));
    await appendFile(join(out, 'data/added.txt'), 'x');
    expect(await run(under('With nothing')[1]!, out)).toBe('data/added.txt\n');
    await spoil(out, 'data/journal/keys.json', (text) => text.replace(/"publicKey": "../, '"publicKey": "AA'));
    await expect(run(under('The signature of a seal')[0]!, out)).rejects.toThrow();
    await expect(run(under('The signature of an entry')[0]!, out)).rejects.toThrow();
    await spoil(out, 'data/journal/journal.jsonl', (text) => text.replace('kept by mistake', 'kept by mistbke'));
    await expect(run(under('With nothing')[0]!, out)).rejects.toThrow();
    await expect(run(under('The chain')[0]!, out)).rejects.toThrow(/AssertionError: 5/);
    await spoil(out, 'data/journal/journal.jsonl', (text) => text.replace(/"hash":"../, '"hash":"00'));
    await expect(run(under('The seals')[0]!, out)).rejects.toThrow(/AssertionError: data.journal.seals/);
  });

  test('lead from each entry of a part to the seal, and not from another', async () => {
    const out = await exported(true);
    const [, climb] = (await blocks()).filter(({ heading }) => heading.startsWith('The seals'));
    await run(climb!, out);
    await spoil(out, 'data/journal/proofs.jsonl', (text) => text.replace(/"hash":"../, '"hash":"00'));
    await expect(run(climb!, out)).rejects.toThrow(/AssertionError/);
  });
});
