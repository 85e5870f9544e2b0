import type { CaseHandlers } from '../handlers.ts';
import { extractAttachment } from './extract-attachment.ts';
import { readLockedText } from './read-locked-text.ts';

export const pdfCalls = { 'pdf.readText': readLockedText, 'pdf.extractAttachment': extractAttachment } satisfies Partial<CaseHandlers>;
