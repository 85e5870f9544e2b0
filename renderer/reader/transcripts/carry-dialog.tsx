import type { CarriedPassage } from '#shared/model/versions.ts';
import { t } from '../../messages/index.ts';
import { useCanWrite } from '../../shell/case-info.ts';
import { useAct, useCall } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Chip, type ChipTone } from '../../ui/chip.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNotice } from '../../ui/error-notice.tsx';

type CarryDialogProps = { itemId: string; fromFileId: string; toFileId: string; onClose: () => void };

/** Passages on the text that was corrected, where they stand in its correction; a person carries them over. */
export function CarryDialog({ itemId, fromFileId, toFileId, onClose }: CarryDialogProps) {
  const { data, error } = useCall('transcripts.carry', { itemId, fromFileId, toFileId });
  const accept = useAct('transcripts.accept');
  const canWrite = useCanWrite() && !accept.isPending;
  const take = (passageIds: string[]) => accept.mutate({ itemId, toFileId, passageIds });
  const standing = data?.passages.filter(stands).map(({ passageId }) => passageId) ?? [];
  return (
    <Dialog
      title={t('transcripts.carry.title')}
      isOpen
      wide
      onClose={onClose}
      actions={
        <Button variant="go" isDisabled={standing.length === 0 || !canWrite} onPress={() => take(standing)}>
          {t('carry.all', { count: standing.length })}
        </Button>
      }
    >
      <p className="muted">{t('transcripts.carry.text')}</p>
      {error === null ? null : <ErrorNotice error={error} />}
      {data?.passages.length === 0 ? <p>{t('transcripts.carry.none')}</p> : null}
      <ul className="carry-list">
        {data?.passages.map((passage) => (
          <CarryRow key={passage.passageId} passage={passage} onTake={canWrite ? () => take([passage.passageId]) : null} />
        ))}
      </ul>
    </Dialog>
  );
}

const tones: Record<CarriedPassage['state'], ChipTone> = {
  same: 'proved',
  moved: 'proved',
  approximate: 'pending',
  lost: 'broken',
  'no-words': 'plain',
};

function CarryRow({ passage, onTake }: { passage: CarriedPassage; onTake: (() => void) | null }) {
  const { state, quote, found, carriedTo } = passage;
  const canTake = found !== null && carriedTo === null && onTake !== null;
  return (
    <li className="carry-row">
      <Chip tone={carriedTo === null ? tones[state] : 'proved'}>{carriedTo === null ? t(`carry.state.${state}`) : t('carry.done')}</Chip>
      <div>
        <p dir="auto">{quote}</p>
        {found === null || found.quote === quote ? null : (
          <p className="muted" dir="auto">
            {found.quote}
          </p>
        )}
      </div>
      {canTake ? (
        <Button size="s" onPress={onTake}>
          {t(state === 'approximate' ? 'carry.one.approximate' : 'carry.one')}
        </Button>
      ) : null}
    </li>
  );
}

/** Those that can be taken together without a look at each. */
const stands = ({ state, carriedTo }: CarriedPassage) => carriedTo === null && (state === 'same' || state === 'moved');
