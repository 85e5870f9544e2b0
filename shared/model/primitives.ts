/** Small value types every other model file leans on. */
import { z } from 'zod';

/** A portable id: UUID version 7 (RFC 9562 section 5.7), so that ids made on two laptops never collide and sort by time. */
export const id = z.uuid();

/** SHA-256 as 64 lower-case hex digits. */
export const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** ISO 8601 in UTC with milliseconds, taken at the act. */
export const timestamp = z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

/** Text a person typed: trimmed, bounded, never empty. */
export const words = z.string().trim().min(1).max(2000);
export const longWords = z.string().max(100_000);

/** Any JSON value, for facts read from bytes. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export const json: z.ZodType<Json> = z.json();
export const facts = z.record(z.string(), json);
export type Facts = z.infer<typeof facts>;

/** A long job the person can see and cancel; the caller may choose its id to follow it from the start. */
export const jobId = z.string().min(1).max(100);

export const sortDirection = z.enum(['ascending', 'descending']);

/** A page of a list: rows and how many there are in all. */
export function pageOf<Row extends z.ZodType>(row: Row) {
  return z.object({ rows: z.array(row), total: z.number().int() });
}
export const pageRequest = {
  limit: z.number().int().min(1).max(1000).default(200),
  offset: z.number().int().min(0).default(0),
};
