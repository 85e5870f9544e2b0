/** Files that lie inside a PDF (ISO 32000-1, 7.11.4: embedded file streams named in the catalogue). Runs in the PDF thread. */
import { createHash } from 'node:crypto';
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** `size` in bytes and `sha256` are null for one whose bytes cannot be read. */
export type PdfAttachment = { name: string; description: string; size: number | null; sha256: string | null };
export type TakenAttachment = { name: string; bytes: Uint8Array };

const MOST_CHARACTERS = 2000;
const MOST_ENTRIES = 100;
/** `AnnotationType.FILEATTACHMENT` of pdf.js. */
const FILE_ATTACHMENT = 17;

/** The files of the document's name tree, then those pinned to its pages: the order of `facts.pdf.attachments`. */
export async function namedAttachments(document: PDFDocumentProxy): Promise<{ id: string; name: string; description: string }[]> {
  const named = (await document.getAttachments()) as Map<string, Specification> | null;
  const pinned = (await document.getAnnotationsByType(new Set([FILE_ATTACHMENT]), new Set())) as Pinned[];
  const files = new Map(named ?? []);
  for (const { fileId, file } of pinned) if (typeof fileId === 'string' && !files.has(fileId)) files.set(fileId, file ?? {});
  return [...files].slice(0, MOST_ENTRIES).map(([id, { filename, description }]) => ({
    id,
    name: plain(filename ?? id),
    description: plain(description),
  }));
}

type Specification = { filename?: unknown; description?: unknown };
type Pinned = { fileId?: unknown; file?: Specification };

/** The same with size and hash of each, one after the other in memory. */
export async function listAttachments(document: PDFDocumentProxy): Promise<PdfAttachment[]> {
  const list: PdfAttachment[] = [];
  for (const { id, name, description } of await namedAttachments(document)) {
    const bytes = await contentOf(document, id);
    list.push({ name, description, size: bytes?.length ?? null, sha256: bytes === null ? null : sha256(bytes) });
  }
  return list;
}

/** Null when there is none at this place, or its bytes cannot be read. */
export async function takeAttachment(document: PDFDocumentProxy, index: number): Promise<TakenAttachment | null> {
  const entry = (await namedAttachments(document))[index];
  const bytes = entry === undefined ? null : await contentOf(document, entry.id);
  return entry === undefined || bytes === null ? null : { name: entry.name, bytes };
}

async function contentOf(document: PDFDocumentProxy, id: string): Promise<Uint8Array | null> {
  try {
    return await document.getAttachmentContent(id);
  } catch {
    return null;
  }
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function plain(value: unknown): string {
  return typeof value === 'string' ? value.replaceAll('\0', '').slice(0, MOST_CHARACTERS).trim() : '';
}
