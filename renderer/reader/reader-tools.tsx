import { Eye, EyeOff, Highlighter, Search } from 'lucide-react';
import { useMemo, type ReactNode } from 'react';
import type { Item } from '#shared/model/items.ts';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { showPassages } from '../passages/inspector-tabs.tsx';
import { useCommands } from '../shell/commands.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip, type ChipTone } from '../ui/chip.tsx';
import { Gap, ToolBar } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { utcWords } from '../ui/times.tsx';
import { Tooltip } from '../ui/tooltip.tsx';
import type { Find } from './find/use-find.ts';
import { useVeilCommands } from './veil/use-veil-commands.ts';
import type { View } from './views.ts';

type ReaderToolsProps = {
  item: Item;
  views: readonly View[];
  view: View;
  onView: (view: View) => void;
  passages: readonly Passage[];
  /** Null when there is no text to find anything in. */
  find: Find | null;
  veil: { isShown: boolean; onChange: (isShown: boolean) => void } | null;
  /** Tools for the words of a scan or picture. */
  words: ReactNode;
};

const names = {
  captured: 'reader.view.captured',
  reading: 'reader.view.reading',
  screenshot: 'reader.view.screenshot',
  video: 'reader.view.video',
  replay: 'reader.view.replay',
  pdf: 'reader.view.pdf',
  image: 'reader.view.image',
} as const;
const tones: Record<Item['proof'], ChipTone> = {
  kept: 'plain',
  verified: 'proved',
  partial: 'pending',
  altered: 'broken',
  missing: 'broken',
};

export function ReaderTools({ item, views, view, onView, passages, find, veil, words }: ReaderToolsProps) {
  const open = find?.open;
  useCommands(
    useMemo(
      () => (open === undefined ? [] : [{ id: 'reader.find', title: 'reader.find', group: 'reader.group', keys: '$mod+f', run: open }]),
      [open],
    ),
  );
  useVeilCommands(item, veil);
  const options = views.flatMap((id) => (id in names ? [{ id, label: t(names[id as keyof typeof names]) }] : []));
  return (
    <ToolBar>
      {options.length > 1 ? <Segmented label={t('reader.views')} options={options} value={view} onChange={onView} /> : null}
      <Tooltip text={t('reader.passages.show')}>
        <Button variant="quiet" size="s" icon={Highlighter} onPress={() => showPassages(item.id)}>
          {t('reader.passages', { count: passages.length })}
        </Button>
      </Tooltip>
      {find === null ? null : <IconButton label={t('reader.find')} icon={Search} keys="$mod+f" onPress={find.open} />}
      {words}
      {veil === null ? null : (
        <IconButton
          label={t(veil.isShown ? 'reader.graphic.hide' : 'reader.graphic.show')}
          icon={veil.isShown ? EyeOff : Eye}
          keys="v"
          onPress={() => veil.onChange(!veil.isShown)}
        />
      )}
      <Gap />
      <span className="faint truncate reader-taken">{t('reader.taken', { at: utcWords(item.capturedAt) })}</span>
      <Chip tone={tones[item.proof]} title={t(`library.proof.${item.proof}.hint`)}>
        {t(`library.proof.${item.proof}`)}
      </Chip>
    </ToolBar>
  );
}
