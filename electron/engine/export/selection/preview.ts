import type { ParsedInput } from '#shared/contract.ts';
import type { SelectionPreview } from '#shared/model/selection.ts';
import type { CaseContext } from '../../context.ts';
import { gatherCase } from '../gather-case.ts';
import { narrow } from './narrow.ts';

/** What a selection would bring with it. Throws what `narrow` throws. */
export async function previewSelection(ctx: CaseContext, { selection }: ParsedInput<'export.preview'>): Promise<SelectionPreview> {
  const all = await gatherCase(ctx, new AbortController().signal);
  const { gathered, withheldItems, redactedItems, incomplete } = narrow(all, selection);
  const evidence = new Map<string, number>();
  for (const passageId of new Set(gathered.claims.flatMap((claim) => claim.evidence.map((link) => link.passageId)))) {
    const itemId = all.passages.get(passageId)?.itemId ?? '';
    evidence.set(itemId, (evidence.get(itemId) ?? 0) + 1);
  }
  const reached = [...all.items.values()].filter(({ id }) => gathered.items.has(id) || withheldItems.has(id));
  return {
    counts: gathered.record.counts,
    items: reached.map(({ id, title, given, type, files }) => ({
      itemId: id,
      title: given.title ?? title,
      type,
      fate: redactedItems.has(id) ? 'redacted' : withheldItems.has(id) ? 'withheld' : 'whole',
      evidence: evidence.get(id) ?? 0,
      copies: files
        .filter(({ role }) => role === 'redacted')
        .map(({ id: fileId, name, sha256, createdAt }) => ({ fileId, name, sha256, createdAt })),
    })),
    incompleteIncidents: gathered.incidents.filter(({ id }) => incomplete.has(id)).map(({ id, code }) => ({ incidentId: id, code })),
  };
}
