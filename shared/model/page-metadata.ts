import { z } from 'zod';

/** Where a statement about a page was read from, most trusted first. Dates and names are kept as written. */
export const metadataOriginSchema = z.enum(['json-ld', 'open-graph', 'meta', 'html', 'readability']);
export type MetadataOrigin = z.infer<typeof metadataOriginSchema>;

/** One statement of a page about itself: the words as found, and where. It is the page's word, not a proof. */
export const pageStatementSchema = z.object({ value: z.string(), from: metadataOriginSchema });
export type PageStatement = z.infer<typeof pageStatementSchema>;

export const pageMetadataSchema = z.object({
  title: pageStatementSchema.nullable(),
  byline: pageStatementSchema.nullable(),
  siteName: pageStatementSchema.nullable(),
  publishedAt: pageStatementSchema.nullable(),
  modifiedAt: pageStatementSchema.nullable(),
  description: pageStatementSchema.nullable(),
  language: pageStatementSchema.nullable(),
  direction: z.enum(['ltr', 'rtl']).nullable(),
  canonicalUrl: pageStatementSchema.nullable(),
  kind: pageStatementSchema.nullable(),
});
export type PageMetadata = z.infer<typeof pageMetadataSchema>;
