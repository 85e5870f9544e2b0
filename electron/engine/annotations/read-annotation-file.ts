import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { HoldfastError } from '#shared/errors.ts';

/** A file of annotations larger than this is refused: it is read whole. */
const MOST_BYTES = 256 * 1024 ** 2;

/**
 * The annotations in a JSON-LD file and its SHA-256: one annotation, a list, a page or a collection with its first page
 * inside (Web Annotation Data Model, section 5), or what Hypothesis exports (`rows`, `annotations`).
 * @throws HoldfastError file-missing, file-unreadable, wrong-input when it is no such file
 */
export async function readAnnotationFile(path: string): Promise<{ annotations: unknown[]; sha256: string }> {
  const { size } = await stat(path);
  if (size > MOST_BYTES) throw unfit(`is larger than ${MOST_BYTES / 1024 ** 2} MB`);
  const bytes = await readFile(path);
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw unfit('is not JSON in UTF-8');
  }
  const annotations = annotationsIn(value);
  if (annotations === null) throw unfit('holds no annotations: neither one, nor a list, a page or a collection of them');
  return { annotations, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function annotationsIn(value: unknown): unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'object' || value === null) return null;
  const one = value as { [key: string]: unknown };
  if (Array.isArray(one['items'])) return one['items'] as unknown[];
  if (typeof one['first'] === 'object') return annotationsIn(one['first']);
  for (const key of ['rows', 'annotations']) if (Array.isArray(one[key])) return one[key] as unknown[];
  return 'target' in one ? [one] : null;
}

function unfit(problem: string): HoldfastError {
  return new HoldfastError('wrong-input', { name: 'annotations.import', field: 'path', problem });
}
