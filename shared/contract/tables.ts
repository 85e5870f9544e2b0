/** Claims, incidents and parties as CSV and JSON, both ways. */
import { z } from 'zod';
import { id, jobId, pageOf, pageRequest, sha256 } from '../model/primitives.ts';
import { columnSets, rowFates, tableEncodings, tableFate, tableFormats, tableKinds, tableRead, tableWritten } from '../model/tables.ts';
import { engineCall, path } from './call.ts';

const of = z.enum(tableKinds);
const columns = z.enum(columnSets).default('holdfast');

export const tablesContract = {
  /** Writes a table of what stands in the case. Nothing that lies at `path` is replaced. `filter` as the lists take it. */
  'tables.export': engineCall(
    z.object({
      of,
      format: z.enum(tableFormats).default('csv'),
      columns,
      path,
      filter: z
        .object({ incidentId: id.optional(), partyId: id.optional(), itemId: id.optional(), words: z.string().max(200).optional() })
        .default({}),
      jobId: jobId.optional(),
    }),
    tableWritten,
    'journal',
    'case',
  ),
  /**
   * Reads a table. A dry run only tells what would become of each row; the real run writes all in one transaction, and is
   * refused while a row is, unless `onlyRowsThatHold`. `sha256`: of the file that the dry run read. `mapping` says which
   * known column a column of the file is; an empty name leaves it out.
   */
  'tables.import': engineCall(
    z.object({
      path,
      of,
      columns,
      dryRun: z.boolean().default(false),
      onConflict: z.enum(['skip', 'update']).default('update'),
      onlyRowsThatHold: z.boolean().default(false),
      createParties: z.boolean().default(false),
      mapping: z.record(z.string().max(200), z.string().max(200)).default({}),
      sha256: sha256.optional(),
      /** How the bytes are to be read, where a guess was wrong. */
      encoding: z.enum(tableEncodings).optional(),
      jobId: jobId.optional(),
    }),
    tableRead,
    'claims',
    'incidents',
    'parties',
    'passages',
    'items',
    'journal',
    'case',
  ),
  /** The rows of a reading, in the order of the file. */
  'tables.fates': engineCall(z.object({ trialId: id, fate: z.enum(rowFates).optional(), ...pageRequest }), pageOf(tableFate)),
} as const;
