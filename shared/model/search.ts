import { z } from 'zod';
import { id } from './primitives.ts';
import { derivedTextKinds } from './text-kinds.ts';

export const searchKinds = ['item', 'passage', 'claim'] as const;

/** A hit. `excerpt` is the text round the match, split so that marked stretches can be drawn without any HTML. */
export const searchHit = z.object({
  kind: z.enum(searchKinds),
  id,
  /** The item to open for it; for a claim its first evidence's item, when it has one. */
  itemId: id.nullable(),
  passageId: id.nullable(),
  title: z.string(),
  /** What the words found stand in, when they do not stand in what the source itself says. */
  textKind: z.enum(derivedTextKinds).nullable(),
  excerpt: z.array(z.object({ text: z.string(), match: z.boolean() })),
});
export type SearchHit = z.infer<typeof searchHit>;
