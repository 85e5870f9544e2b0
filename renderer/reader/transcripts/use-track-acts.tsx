import { useMemo, useState, type ReactNode } from 'react';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import type { TranscriptDraft } from '#shared/model/transcripts.ts';
import { t } from '../../messages/index.ts';
import { useCommands, type Command } from '../../shell/commands.ts';
import { call } from '../../shell/engine.ts';
import type { MenuAction } from '../../ui/menu.tsx';
import { notify, notifyError } from '../../ui/toast.tsx';
import { CarryDialog } from './carry-dialog.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { isLineByLine, newDraft } from './new-draft.ts';
import { corrects, type Track } from './tracks.ts';

export type TrackActs = {
  menu: readonly MenuAction[];
  /** Null in a case open for reading. */
  write: { importFile: () => void; type: () => void } | null;
  dialog: ReactNode;
};

type Asked = {
  item: Item;
  tracks: readonly Track[];
  text: CanonicalText | null;
  beside: CanonicalText | null;
  canWrite: boolean;
  onEdit: (draft: TranscriptDraft) => void;
};
type Open = { kind: 'import'; path: string } | { kind: 'carry'; fromFileId: string; toFileId: string };

/** What can be done with the texts of a recording: by menu, palette and key. */
export function useTrackActs({ item, tracks, text, beside, canWrite, onEdit }: Asked): TrackActs {
  const [open, setOpen] = useState<Open | null>(null);
  const acts = useMemo(() => {
    const importFile = () =>
      void call('dialogs.chooseFiles', { folders: false })
        .then(({ paths }) => paths[0] !== undefined && setOpen({ kind: 'import', path: paths[0] }))
        .catch(notifyError);
    const type = () => onEdit(newDraft(item, { kind: 'transcript' }));
    const write = canWrite ? { importFile, type } : null;
    if (text === null || text.map.kind !== 'cues') return { write, rest: [] };
    const track = (one: CanonicalText) => tracks.find(({ fileId }) => fileId === one.fileId);
    const shown = track(text);
    const earlier = shown === undefined ? null : corrects(shown);
    const isSpoken = text.kind !== 'translation';
    const translate = () => onEdit(newDraft(item, { kind: 'translation', from: text }));
    const correct = () => onEdit(newDraft(item, { kind: 'transcript', from: text, corrected: { text, track: shown } }));
    const other = beside !== null && isLineByLine(text, beside) ? beside : null;
    const correctOther = (one: CanonicalText) =>
      onEdit(newDraft(item, { kind: 'translation', from: text, corrected: { text: one, track: track(one) } }));
    const rest: Act[] = [
      ...(canWrite && isSpoken ? [act('correct', correct), act('translate', translate)] : []),
      ...(canWrite && isSpoken && other !== null ? [act('correct-translation', () => correctOther(other))] : []),
      ...(earlier === null ? [] : [act('carry', () => setOpen({ kind: 'carry', fromFileId: earlier, toFileId: text.fileId }))]),
      act('export', () => void exportTrack(item, text).catch(notifyError)),
      ...(beside === null ? [] : [act('export-translation', () => void exportTrack(item, beside).catch(notifyError))]),
    ];
    return { write, rest };
  }, [item, tracks, text, beside, canWrite, onEdit]);
  const all = useMemo(
    () => [...(acts.write === null ? [] : [act('import', acts.write.importFile), act('type', acts.write.type)]), ...acts.rest],
    [acts],
  );
  useCommands(useMemo(() => all.map(toCommand), [all]));
  const close = () => setOpen(null);
  return {
    write: acts.write,
    menu: all.map(({ id, run }) => ({ id, label: t(titles[id]), run })),
    dialog:
      open === null ? null : open.kind === 'import' ? (
        <ImportDialog item={item} path={open.path} shown={text} onClose={close} onDraft={(draft) => (close(), onEdit(draft))} />
      ) : (
        <CarryDialog itemId={item.id} fromFileId={open.fromFileId} toFileId={open.toFileId} onClose={close} />
      ),
  };
}

const titles = {
  import: 'transcripts.import',
  type: 'transcripts.type',
  translate: 'transcripts.translate',
  correct: 'transcripts.correct',
  'correct-translation': 'transcripts.correct-translation',
  carry: 'transcripts.carry',
  export: 'transcripts.export',
  'export-translation': 'transcripts.export-translation',
} as const;
type Act = { id: keyof typeof titles; run: () => void };
const act = (id: Act['id'], run: () => void): Act => ({ id, run });

function toCommand({ id, run }: Act): Command {
  return { id: `transcripts.${id}`, title: titles[id], group: 'reader.group', run };
}

async function exportTrack(item: Item, text: CanonicalText): Promise<void> {
  const name = [item.title, text.language].filter((part) => part !== null && part !== '').join('.');
  const { path } = await call('dialogs.saveTranscript', { name });
  if (path === null) return;
  const { lines } = await call('transcripts.export', { itemId: item.id, fileId: text.fileId, out: path });
  notify({
    tone: 'good',
    title: t('transcripts.exported', { count: lines }),
    text: path,
    action: { label: t('transcripts.exported.show'), run: () => void call('files.reveal', { path }).catch(notifyError) },
  });
}
