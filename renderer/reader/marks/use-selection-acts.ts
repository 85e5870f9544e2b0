import { useMemo } from 'react';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import type { Passage, PassageTarget } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { useCommands, type Command } from '../../shell/commands.ts';
import { useAct } from '../../shell/engine.ts';
import { draftClaim, inspect } from '../../shell/session.ts';
import { notify } from '../../ui/toast.tsx';
import { utcWords } from '../../ui/times.tsx';
import { areaOf } from '../areas/area-of.ts';
import type { SelectionAct } from './selection-popover.tsx';

/** What a person has selected: words, a time range or an area, as the engine takes it. */
export type Selected = { target: PassageTarget; quote: string; rect: DOMRect | null };

type Asked = {
  item: Item;
  /** The text the words stand in. */
  text: CanonicalText | null;
  passages: readonly Passage[];
  selected: Selected | null;
  canWrite: boolean;
  onClear: () => void;
};

/** The acts on what is selected, each with its key while something is. */
export function useSelectionActs({ item, text, passages, selected, canWrite, onClear }: Asked): readonly SelectionAct[] {
  const create = useAct('passages.create').mutateAsync;
  const acts = useMemo(() => {
    if (selected === null) return [];
    const { target, quote } = selected;
    const known = samePassage(passages, target);
    const show = () =>
      inspect(known === undefined ? { kind: 'passage-form', itemId: item.id, target, quote } : { kind: 'passage', passageId: known.id });
    const mark = () => {
      onClear();
      show();
    };
    // The claim form needs something to stand on, so asking for a claim keeps the passage; the claim itself waits to be saved.
    const claim = async () => {
      draftClaim({ passageId: known?.id ?? (await create({ itemId: item.id, ...target })).id });
      onClear();
    };
    const act = (id: string, label: string, keys: string, run: () => void): SelectionAct => ({
      id,
      label,
      keys,
      run,
    });
    return [
      ...(canWrite
        ? [
            act('passage', t('reader.do.passage'), 'p', mark),
            act('claim', t('reader.do.claim'), 'c', () => void claim().catch(() => undefined)),
          ]
        : []),
      ...(quote === '' ? [] : [act('copy', t('reader.do.copy'), 'y', () => void copyWithHash(item, asRead(text, quote)))]),
    ];
  }, [item, text, passages, selected, canWrite, create, onClear]);
  useCommands(useMemo(() => (acts.length === 0 ? [] : [...acts.map(toCommand), clearing(onClear)]), [acts, onClear]));
  return acts;
}

const titles = {
  passage: 'reader.do.passage.long',
  claim: 'reader.do.claim.long',
  copy: 'reader.do.copy.long',
} as const;

function toCommand({ id, keys, run }: SelectionAct): Command {
  return {
    id: `selection.${id}`,
    title: titles[id as keyof typeof titles],
    group: 'reader.group',
    keys,
    run,
  };
}

function clearing(run: () => void): Command {
  return { id: 'selection.clear', title: 'reader.do.clear', group: 'reader.group', keys: 'Escape', run };
}

function samePassage(passages: readonly Passage[], target: PassageTarget): Passage | undefined {
  return passages.find((passage) => {
    if ('start' in target)
      return (
        passage.kind === 'words' &&
        passage.start === target.start &&
        passage.end === target.end &&
        passage.textFileId === (target.textFileId ?? null)
      );
    if (!('time' in target) || passage.kind !== 'time' || passage.from !== target.time.from || passage.to !== target.time.to) return false;
    // An area is drawn anew each time: two of one moment are two passages.
    return target.area === undefined && areaOf(passage) === null;
  });
}

/** Words that a program read are copied as such. */
function asRead(text: CanonicalText | null, quote: string): string {
  return text?.kind === 'ocr' ? t('ocr.copy', { quote }) : quote;
}

async function copyWithHash(item: Item, quote: string): Promise<void> {
  const { title, source, capturedAt } = item;
  const sha256 = item.files.find(({ parentFileId }) => parentFileId === null)?.sha256 ?? '';
  await navigator.clipboard.writeText(t('reader.copy', { quote, title, source, at: utcWords(capturedAt), sha256 }));
  notify({ tone: 'good', title: t('reader.copied') });
}
