import { open } from 'node:fs/promises';
import { extname } from 'node:path';
import { fileTypeFromFile } from 'file-type';
import { HoldfastError } from '#shared/errors.ts';
import { claimOf, type Claim } from './claimed-type.ts';
import { sniffArchive } from './sniff-archive.ts';
import { isText, textKind } from './text-kind.ts';

export type ContentKind = 'pdf' | 'media' | 'image' | 'page' | 'mhtml' | 'text' | 'archive' | 'other';

/** `detectedBy`: magic bytes, the look of its text, or its name alone. `extension` in lower case, with its dot. */
export type SniffedType = {
  kind: ContentKind;
  mediaType: string;
  detectedBy: 'signature' | 'text' | 'name' | 'nothing';
  extension: string;
  /** The name says something else, but harmlessly so. */
  extensionDiffers: boolean;
};

type Found = Pick<SniffedType, 'kind' | 'mediaType' | 'detectedBy'>;

const HEAD_BYTES = 64 * 1024;
/** ISO 32000-1, annex H.3.4.1: readers look for the header within the first 1024 bytes. */
const PDF_HEADER_WITHIN = 1024;

/**
 * What a file is by its content. A file that is named as a PDF, video, sound or image and is none is refused: whoever
 * opens it by its name would see something else than what was kept.
 * @throws HoldfastError type-mismatch, pdf-damaged (named PDF, no PDF header and no other known type), archive-format
 */
export async function sniffType(path: string, name: string): Promise<SniffedType> {
  const extension = extname(name).toLowerCase();
  const claim = claimOf(extension);
  const found = await findType(path, name, claim);
  refuseLie(found, extension, claim);
  const extensionDiffers =
    claim !== null &&
    (claim.kind !== found.kind ? !bothWritten(claim, found) : claim.kind === 'image' && claim.mediaType !== found.mediaType);
  return { ...found, extension, extensionDiffers };
}

async function findType(path: string, name: string, claim: Claim | null): Promise<Found> {
  const extension = extname(name).toLowerCase();
  const head = await readHead(path);
  const archive = await sniffArchive(path, name, head);
  if (archive !== null) return { kind: 'archive', mediaType: archive, detectedBy: 'signature' };
  if (head.subarray(0, PDF_HEADER_WITHIN).includes('%PDF-')) return { kind: 'pdf', mediaType: 'application/pdf', detectedBy: 'signature' };
  if (isText(head)) return { ...textKind(head, extension), detectedBy: 'text' };
  const signature = await fileTypeFromFile(path);
  if (signature !== undefined) {
    // Without its parameters (`; codecs=opus`): what the recording holds is told by ffprobe.
    const mediaType = signature.mime.replace(/;.*$/, '');
    return { kind: kindOf(mediaType), mediaType, detectedBy: 'signature' };
  }
  // Some streams (MPEG transport, raw AAC) have no signature; ffprobe has the last word on them.
  if (claim?.kind === 'media' || ['.ts', '.mts', '.m2ts'].includes(extension))
    return { kind: 'media', mediaType: claim?.mediaType ?? 'video/mp2t', detectedBy: 'name' };
  return { kind: 'other', mediaType: 'application/octet-stream', detectedBy: 'nothing' };
}

function kindOf(mediaType: string): ContentKind {
  if (mediaType === 'application/pdf') return 'pdf';
  if (mediaType.startsWith('image/')) return 'image';
  if (/^(video|audio)\//.test(mediaType) || ['application/ogg', 'application/mxf', 'application/vnd.ms-asf'].includes(mediaType))
    return 'media';
  return 'other';
}

const written: readonly ContentKind[] = ['page', 'mhtml', 'text'];
/** A page named .txt or a text named .html: both are text, and either name is honest. */
function bothWritten(claim: Claim, found: Found): boolean {
  return written.includes(claim.kind) && written.includes(found.kind);
}

function refuseLie(found: Found, extension: string, claim: Claim | null): void {
  if (claim === null || claim.kind === found.kind || !['pdf', 'media', 'image'].includes(claim.kind)) return;
  if (claim.kind === 'pdf' && found.detectedBy === 'nothing') throw new HoldfastError('pdf-damaged', { reason: 'no-header' });
  throw new HoldfastError('type-mismatch', { extension, found: found.mediaType });
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
