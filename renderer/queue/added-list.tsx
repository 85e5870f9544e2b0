import { errorWords } from '#shared/error-words.ts';
import type { ListFate } from '#shared/model/queue.ts';
import { t } from '../messages/index.ts';
import { goTo } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Address } from './address.tsx';
import { asErrorData } from './entry-words.ts';

/** Lines shown at most; the rest is counted. */
const most = 200;

/** `412 addresses added, 3 wait already, 2 refused`. */
export function summaryOf(fates: readonly ListFate[]): string {
  const count = (fate: ListFate['fate']) => fates.filter((one) => one.fate === fate).length;
  const parts = [t('queue.added', { count: count('added') })];
  if (count('waiting') > 0) parts.push(t('queue.added.waiting', { count: count('waiting') }));
  if (count('refused') > 0) parts.push(t('queue.added.refused', { count: count('refused') }));
  return parts.join(', ');
}

/** What became of a list of which not every line was added: those to do something about first. */
export function AddedList({ fates, onClose }: { fates: readonly ListFate[]; onClose: () => void }) {
  const told = [...fates.filter(({ fate }) => fate === 'refused'), ...fates.filter(({ fate }) => fate === 'waiting')];
  const show = () => {
    goTo({ name: 'queue' });
    onClose();
  };
  return (
    <Dialog
      title={t('queue.added.title')}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          <Button variant="go" onPress={show}>
            {t('queue.added.show')}
          </Button>
        </>
      }
    >
      <p>
        <strong>{summaryOf(fates)}</strong>
      </p>
      <ul className="queue-fates">
        {told.slice(0, most).map((fate) => (
          <li key={`${fate.line} ${fate.url}`} className="queue-fate">
            <span className="faint number">{t('queue.added.line', { line: fate.line })}</span>
            <div className="queue-fate-words">
              <Address url={fate.url} />
              {fate.fate === 'refused' ? <Why fate={fate} /> : null}
            </div>
            {fate.fate === 'refused' ? (
              <Chip tone="broken">{t('import.fate.refused')}</Chip>
            ) : (
              <Chip tone="pending">{t('queue.added.already')}</Chip>
            )}
          </li>
        ))}
      </ul>
      {told.length > most ? <p className="muted">{t('queue.added.rest', { count: told.length - most })}</p> : null}
    </Dialog>
  );
}

function Why({ fate }: { fate: Extract<ListFate, { fate: 'refused' }> }) {
  const { title, remedy } = errorWords(asErrorData(fate.error));
  return (
    <span className="muted" dir="auto">
      {title} {remedy}
    </span>
  );
}
