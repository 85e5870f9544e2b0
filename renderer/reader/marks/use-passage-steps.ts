import { useEffect, useMemo, useRef } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { useCommands, type Command } from '../../shell/commands.ts';
import { openItem, useSession } from '../../shell/session.ts';
import type { ReadingPlace } from '../surface/use-surfaces.ts';

/** Keys that go from passage to passage: on from the one that is open, or from the words in view. */
export function usePassageSteps(itemId: string, passages: readonly Passage[], place: { current: ReadingPlace }): void {
  const openId = useSession(({ inspector }) => (inspector.kind === 'passage' ? inspector.passageId : null));
  const now = useRef({ passages, openId });
  useEffect(() => {
    now.current = { passages, openId };
  });
  const commands = useMemo(() => {
    const step = (by: 1 | -1) => {
      const next = stepFrom(now.current.passages, now.current.openId, place.current.offset, by);
      if (next !== null) openItem(itemId, { passageId: next.id });
    };
    const command = (id: string, title: Command['title'], keys: string, by: 1 | -1): Command => ({
      id: `reader.${id}`,
      title,
      keys,
      group: 'reader.group',
      run: () => step(by),
    });
    return passages.length === 0
      ? []
      : [command('next-passage', 'reader.passage.next', 'n', 1), command('previous-passage', 'reader.passage.previous', 'Shift+n', -1)];
  }, [itemId, place, passages.length]);
  useCommands(commands);
}

/** The passage after (or before) the open one in the order of the source, round its end; with none open, the one next to `offset`. */
export function stepFrom(passages: readonly Passage[], openId: string | null, offset: number | null, by: 1 | -1): Passage | null {
  const open = passages.findIndex(({ id }) => id === openId);
  if (open >= 0) return passages[(open + by + passages.length) % passages.length] ?? null;
  const after = passages.findIndex(({ start }) => start !== null && start >= (offset ?? 0));
  if (by === 1) return passages[Math.max(0, after)] ?? null;
  return passages[((after < 0 ? passages.length : after) - 1 + passages.length) % passages.length] ?? null;
}
