import { makeFinding } from '#shared/finding-words.ts';
import type { Finding } from '#shared/model/proof.ts';

/** Fields named in one finding. */
const MOST_NAMED = 6;

/** `fields` are where a thing differs from what the journal recorded, or what else is wrong with it. */
export function mismatch(kind: string, subject: string, fields: string[]): Finding {
  const named = fields.slice(0, MOST_NAMED).join(', ') + (fields.length > MOST_NAMED ? ` and ${fields.length - MOST_NAMED} more` : '');
  const itemId = kind === 'item' || kind === 'note on item' ? subject : null;
  return makeFinding('record-mismatch', subject, {
    itemId,
    passageId: kind === 'passage' ? subject : null,
    facts: { kind, fields: named },
  });
}
