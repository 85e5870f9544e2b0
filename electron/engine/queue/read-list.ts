import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import type { ParsedInput } from '#shared/contract.ts';
import { HoldfastError, toErrorData } from '#shared/errors.ts';
import { parseUrlList, type ListedUrl } from '#shared/url-list.ts';
import { decodeText } from '../text/decode-text.ts';

/** Bytes of a list at most: some two hundred thousand addresses. */
const largest = 32_000_000;

/**
 * The addresses of a list given as text, or lying in a .txt or .csv file in whatever encoding.
 * @throws HoldfastError file-missing, file-unreadable, wrong-input when it is no list by its size
 */
export async function readList(input: ParsedInput<'queue.add'>): Promise<ListedUrl[]> {
  if ('text' in input) return parseUrlList(input.text);
  const { path } = input;
  const kind = ['.csv', '.tsv'].includes(extname(path).toLowerCase()) ? 'csv' : 'text';
  return parseUrlList(decodeText(await readBounded(path)).text, kind);
}

async function readBounded(path: string): Promise<Buffer> {
  try {
    const file = await open(path, 'r');
    try {
      const { size } = await file.stat();
      if (size > largest)
        throw new HoldfastError('wrong-input', { name: 'queue.add', field: path, problem: 'is too large to be a list of addresses' });
      return await file.readFile();
    } finally {
      await file.close();
    }
  } catch (error) {
    if (error instanceof HoldfastError) throw error;
    const { code } = toErrorData(error);
    throw new HoldfastError(code === 'file-missing' ? 'file-missing' : 'file-unreadable', { path }, error);
  }
}
