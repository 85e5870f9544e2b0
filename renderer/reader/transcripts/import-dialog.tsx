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
import type { Track } from './tracks.ts';
import { chooseTracks } from './use-tracks.ts';

type ImportDialogProps = {
  item: Item;
  path: string;
  tracks: readonly Track[];
  /** The text a translation is taken to be of. */
  shown: CanonicalText | null;
  onClose: () => void;
  onDraft: (draft: TranscriptDraft) => void;
};

/** A file of subtitles as it would be read: what it says, what is wrong with it, and what a person must say of it. */
export function ImportDialog({ item, path, shown, onClose, onDraft }: ImportDialogProps) {
  const [charset, setCharset] = useState<Charset | null>(null);
  const [kind, setKind] = useState<WordsKind>('transcript');
  const [language, setLanguage] = useState('');
  const [translator, setTranslator] = useState<Translator>({ kind: 'person', name: '' });
  const chosen = charset === null ? {} : { charset };
  const preview = useCall('transcripts.preview', { itemId: item.id, path, ...chosen }, { keepPrevious: true });
  const keep = useAct('transcripts.import', { quiet: true });
  const source = shown !== null && shown.kind !== 'translation' ? shown.fileId : null;
  const start = () =>
    keep.mutate(
      {
        itemId: item.id, path, ...chosen, kind, language,
        ...(kind === 'translation' ? { translator, ...(source === null ? {} : { textFileId: source }) } : {}),
      }, // prettier-ignore
      {
        onSuccess: ({ fileId, remarks }) => {
          chooseTracks(
            item.id,
            kind === 'translation' && source !== null ? { main: source, beside: fileId } : { main: fileId, beside: undefined },
          );
          notify({ tone: 'good', title: t('transcripts.imported'), text: t('transcripts.imported.remarks', { count: remarks }) });
          onClose();
        },
      },
    );
  const { data } = preview;
  const isNamed = kind === 'transcript' || translator.name.trim() !== '';
  const canKeep = data !== undefined && data.cues > 0 && data.keptAs === null && language !== '' && isNamed && !keep.isPending;
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
          <Button variant="go" isDisabled={!canKeep} onPress={start}>
            {t('transcripts.import.keep')}
          </Button>
        </>
      }
    >
      {preview.error === null ? null : <ErrorNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {data === undefined ? null : (
        <>
          <Head preview={data} />
          <div className="import-fields">
            <EncodingField preview={data} chosen={charset} onChoose={setCharset} />
            <LanguageField value={language} onChange={setLanguage} />
            <Segmented
              label={t('transcripts.import.kind')}
              options={[
                { id: 'transcript', label: t('transcripts.import.transcript') },
                { id: 'translation', label: t('transcripts.import.translation') },
              ]}
              value={kind}
              onChange={setKind}
            />
          </div>
          {kind === 'translation' ? (
            <div className="import-fields">
              <TranslatorFields value={translator} onChange={setTranslator} />
            </div>
          ) : null}
          <PreviewLines preview={data} />
          <PreviewWarnings preview={data} />
        </>
      )}
      {keep.error === null ? null : <ErrorNotice error={keep.error} />}
    </Dialog>
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
