import { z } from 'zod';
import type { Item } from '#shared/model/items.ts';
import type { CaseContext } from '../context.ts';

/** What of a capture's own record a sheet repeats. */
const provenance = z.object({
  capture: z.object({
    userAgent: z.string().optional(),
    software: z.record(z.string(), z.string()).optional(),
    clockEvidence: z.array(z.object({ url: z.string(), serverDate: z.string(), localDate: z.string() })).optional(),
  }),
});
export type Provenance = z.infer<typeof provenance>['capture'];

/** The record a capture left of itself; null for imports, and where its bytes are gone or are no such record. */
export async function readProvenance(ctx: CaseContext, { files }: Item): Promise<Provenance | null> {
  const file = files.find(({ role }) => role === 'provenance');
  if (file === undefined) return null;
  try {
    await ctx.store.locate(file.sha256);
    const chunks: Buffer[] = [];
    for await (const chunk of ctx.store.read(file.sha256)) chunks.push(chunk as Buffer);
    return provenance.parse(JSON.parse(Buffer.concat(chunks).toString('utf8'))).capture;
  } catch {
    return null; // That the blob does not hold is for verify to tell.
  }
}
