import type { CaseContext } from '../context.ts';
import { keepItem, type ItemDraft } from '../items/keep-item.ts';

/** Keeps a plain text item whose canonical text is `text`; for tests that need something to mark. */
export async function keepTextItem(ctx: CaseContext, text: string, title = 'A text'): Promise<string> {
  const original = await ctx.store.keepBytes(`original of ${text}`);
  const blob = await ctx.store.keepBytes(text);
  const draft: ItemDraft = {
    type: 'document',
    title,
    source: 'test',
    sourceUrl: null,
    language: null,
    originalName: 'a.txt',
    method: 'import',
    capturedAt: ctx.ports.now().toISOString(),
    gaps: [],
    facts: {},
    files: [
      { key: 'original', role: 'original', blob: original, name: 'a.txt', mediaType: 'text/plain' },
      {
        key: 'text',
        role: 'text',
        blob,
        name: 'a.canonical.txt',
        mediaType: 'text/plain',
        parent: 'original',
        tool: { name: 'test', version: '1', parameters: {} },
      },
    ],
    text: { fileKey: 'text', text, map: { kind: 'plain' } },
  };
  return keepItem(ctx, draft);
}
