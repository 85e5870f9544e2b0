import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { namedAttachments } from './pdf-attachments.ts';
import type { Facts, Json } from '#shared/model/primitives.ts';

const MOST_CHARACTERS = 2000;
const MOST_ENTRIES = 100;

/** What a PDF says about itself. Dates stay as written (ISO 32000-1, 7.9.4); they are the file's word. */
export async function pdfFacts(document: PDFDocumentProxy): Promise<Facts> {
  const { info, metadata } = (await document.getMetadata()) as {
    info: Record<string, unknown>;
    metadata: { [Symbol.iterator]?(): Iterator<[string, unknown]> } | null;
  };
  const entry = (name: string) => plain(info[name]);
  return {
    pages: document.numPages,
    version: entry('PDFFormatVersion'),
    language: entry('Language'),
    encrypted: entry('EncryptFilterName') !== null,
    linearized: info['IsLinearized'] === true,
    forms: info['IsAcroFormPresent'] === true || info['IsXFAPresent'] === true,
    signatures: info['IsSignaturesPresent'] === true,
    information: Object.fromEntries(
      ['Title', 'Author', 'Subject', 'Keywords', 'Creator', 'Producer', 'CreationDate', 'ModDate'].flatMap((name): [string, Json][] => {
        const value = entry(name);
        return value === null || value === '' ? [] : [[name, value]];
      }),
    ),
    xmp: metadata?.[Symbol.iterator] === undefined ? {} : bounded([...(metadata as Iterable<[string, unknown]>)]),
    attachments: (await namedAttachments(document)).map(({ name, description }) => ({ name, description })),
  };
}

function bounded(entries: [string, unknown][]): Facts {
  return Object.fromEntries(entries.slice(0, MOST_ENTRIES).map(([name, value]) => [name.slice(0, 200), plain(value)]));
}

function plain(value: unknown): Json {
  if (typeof value === 'string') return value.replaceAll('\0', '').slice(0, MOST_CHARACTERS).trim();
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map(plain);
  return value === null || value === undefined ? null : String(value).slice(0, MOST_CHARACTERS);
}
