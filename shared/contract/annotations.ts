/** Passages as W3C Web Annotations, to a file and from one. */
import { z } from 'zod';
import { annotationsRead, annotationsWritten } from '../model/annotations.ts';
import { id, jobId } from '../model/primitives.ts';
import { engineCall, path } from './call.ts';

export const annotationsContract = {
  /** Writes the passages of the case, or of one item, as an annotation collection. Nothing that lies there is replaced. */
  'annotations.export': engineCall(z.object({ out: path, itemId: id.optional() }), annotationsWritten, 'journal', 'case'),
  /**
   * Makes passages of the annotations in a file, those it can place surely; a trial only tells what would become of each.
   * `itemId` says which item annotations are about that name none the case has.
   */
  'annotations.import': engineCall(
    z.object({ path, trial: z.boolean().default(false), itemId: id.optional(), jobId: jobId.optional() }),
    annotationsRead,
    'passages',
    'items',
    'journal',
    'case',
  ),
} as const;
