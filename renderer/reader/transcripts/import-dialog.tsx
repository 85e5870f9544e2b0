import { useState } from 'react';
import type { CanonicalText, Item } from '#shared/model/items.ts';
import type { Charset, TranscriptDraft, TranscriptPreview, Translator, WordsKind } from '#shared/model/transcripts.ts';
import { t } from '../../messages/index.ts';
import { useAct, useCall } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { notify } from '../../ui/toast.tsx';
import { TranslatorFields } from './draft-fields.tsx';
import { EncodingField } from './encoding-field.tsx';
import { LanguageField } from './language-field.tsx';
import { newDraft } from './new-draft.ts';
import { PreviewLines, PreviewWarnings } from './preview.tsx';
import { chooseTracks } from './use-tracks.ts';

type ImportDialogProps = {
  item: Item;
  path: string;
  /** The text a translation is taken to be of. */
  shown: CanonicalText | null;
  onClose: () => void;
  onDraft: (draft: TranscriptDraft) => void;
};

/** A file of subtitles as it would be read: what it says, what is wrong with it, and what a person must say of it. */
export function ImportDialog({ item, path, shown, onClose, onDraft }: ImportDialogProps) {
  const [said, setSaid] = useState<Said>({ charset: null, kind: 'transcript', language: '', translator: { kind: 'person', name: '' } });
  const chosen = said.charset === null ? {} : { charset: said.charset };
  const preview = useCall('transcripts.preview', { itemId: item.id, path, ...chosen }, { keepPrevious: true });
  const keep = useKeep({ item, path, shown, said, onClose });
  const { data } = preview;
  const isSaid = said.language !== '' && (said.kind === 'transcript' || said.translator.name.trim() !== '');
  const canKeep = data !== undefined && data.cues > 0 && data.keptAs === null && isSaid && !keep.isPending;
  return (
    <Dialog
      title={t('transcripts.import.title')}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          {data === undefined || data.cues > 0 || data.lines.length === 0 ? null : (
            <Button onPress={() => onDraft(newDraft(item, { kind: 'transcript', lines: data.lines }))}>
              {t('transcripts.import.draft')}
            </Button>
          )}
          <Button variant="go" isDisabled={!canKeep} onPress={keep.start}>
            {t('transcripts.import.keep')}
          </Button>
        </>
      }
    >
      {preview.error === null ? null : <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {data === undefined ? null : (
        <>
          <Head preview={data} />
          <Fields preview={data} said={said} onSay={(part) => setSaid({ ...said, ...part })} />
          <PreviewLines preview={data} />
          <PreviewWarnings preview={data} />
        </>
      )}
      {keep.error === null ? null : <ErrorNotice error={keep.error} />}
    </Dialog>
  );
}

/** What a person says of the file; `charset` null while it is the one told from the bytes. */
type Said = { charset: Charset | null; kind: WordsKind; language: string; translator: Translator };

function useKeep({ item, path, shown, said, onClose }: Pick<ImportDialogProps, 'item' | 'path' | 'shown' | 'onClose'> & { said: Said }) {
  const { mutate, isPending, error } = useAct('transcripts.import', { quiet: true });
  const { charset, kind, language, translator } = said;
  const source = kind === 'translation' && shown !== null && shown.kind !== 'translation' ? shown.fileId : null;
  const input = {
    ...{ itemId: item.id, path, kind, language },
    ...(charset === null ? {} : { charset }),
    ...(kind === 'translation' ? { translator } : {}),
    ...(source === null ? {} : { textFileId: source }),
  };
  const start = () =>
    mutate(input, {
      onSuccess: ({ fileId, remarks }) => {
        chooseTracks(item.id, source === null ? { main: fileId, beside: undefined } : { main: source, beside: fileId });
        notify({ tone: 'good', title: t('transcripts.imported'), text: t('transcripts.imported.remarks', { count: remarks }) });
        onClose();
      },
    });
  return { start, isPending, error };
}

function Fields({ preview, said, onSay }: { preview: TranscriptPreview; said: Said; onSay: (part: Partial<Said>) => void }) {
  return (
    <>
      <div className="import-fields">
        <EncodingField preview={preview} chosen={said.charset} onChoose={(charset) => onSay({ charset })} />
        <LanguageField value={said.language} onChange={(language) => onSay({ language })} />
        <Segmented
          label={t('transcripts.import.kind')}
          options={[
            { id: 'transcript', label: t('transcripts.import.transcript') },
            { id: 'translation', label: t('transcripts.import.translation') },
          ]}
          value={said.kind}
          onChange={(kind) => onSay({ kind })}
        />
      </div>
      {said.kind === 'translation' ? (
        <div className="import-fields">
          <TranslatorFields value={said.translator} onChange={(translator) => onSay({ translator })} />
        </div>
      ) : null}
    </>
  );
}

function Head({ preview }: { preview: TranscriptPreview }) {
  const { name, cues, format, keptAs } = preview;
  return (
    <div className="import-head">
      <p className="truncate">
        <bdi className="mono">{name}</bdi>
      </p>
      <p className="muted">
        {format === null ? t('transcripts.import.no-times') : t(`transcripts.import.${format}`, { count: cues })}
        {keptAs === null ? null : ` ${t('transcripts.import.before')}`}
      </p>
    </div>
  );
}
