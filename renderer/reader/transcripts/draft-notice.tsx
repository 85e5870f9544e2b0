import type { TranscriptDraft } from '#shared/model/transcripts.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { utcWords } from '../../ui/times.tsx';

/** Words that are not kept yet, waiting to be gone on with. */
export function DraftNotice({ draft, onOpen }: { draft: TranscriptDraft; onOpen: () => void }) {
  const count = draft.lines.filter(({ text }) => text.trim() !== '').length;
  return (
    <div className="draft-notice" role="status">
      <span>{t(`transcripts.draft.${draft.kind}`, { count, at: utcWords(draft.updatedAt) })}</span>
      <Button size="s" onPress={onOpen}>
        {t('transcripts.draft.open')}
      </Button>
    </div>
  );
}
