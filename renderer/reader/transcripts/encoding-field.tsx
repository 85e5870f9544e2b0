import { charsets, type Charset, type TranscriptPreview } from '#shared/model/transcripts.ts';
import { t } from '../../messages/index.ts';
import { Select } from '../../ui/select.tsx';

type EncodingFieldProps = { preview: TranscriptPreview; chosen: Charset | null; onChoose: (charset: Charset | null) => void };

/** How the letters are written in the file: as told from its bytes, or as the person sees that it must be. */
export function EncodingField({ preview, chosen, onChoose }: EncodingFieldProps) {
  const { charset, charsetFrom, confidence } = preview;
  const told =
    charsetFrom === 'chosen'
      ? t('transcripts.charset.by-itself')
      : charsetFrom === 'guess'
        ? t('transcripts.charset.guess', { charset, confidence: confidence ?? 0 })
        : t('transcripts.charset.sure', { charset });
  return (
    <Select
      label={t('transcripts.charset')}
      options={[{ id: 'told', label: told }, ...charsets.map((id) => ({ id, label: t(`transcripts.charset.${id}`) }))]}
      value={chosen ?? 'told'}
      onChange={(id) => onChoose(id === 'told' ? null : id)}
    />
  );
}
