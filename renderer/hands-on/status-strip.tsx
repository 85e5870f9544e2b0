import { useEffect, useState } from 'react';
import { errorWords } from '#shared/error-words.ts';
import type { HandsOnState } from '#shared/hands-on.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { sizeWords } from '../ui/sizes.ts';
import { showDialog, tell, useToolbar } from './toolbar-state.ts';

/** What is recorded, how keeping goes, and the way to pages, withholding and session. */
export function StatusStrip({ state }: { state: HandsOnState }) {
  const scroll = useToolbar((toolbar) => toolbar.scroll);
  const kept = state.pages.filter((page) => page.kept.length > 0).length;
  return (
    <div className="status-strip">
      <Recording recording={state.recording} />
      <Passing state={state} />
      <span title={t('hands-on.scroll.hint')} className="strip-option">
        <Checkbox isSelected={scroll} onChange={(isOn) => useToolbar.setState({ scroll: isOn })}>
          {t('hands-on.scroll')}
        </Checkbox>
      </span>
      <Button variant="quiet" size="s" onPress={() => showDialog('pages')}>
        {t('hands-on.pages', { count: state.pages.length, kept })}
      </Button>
      <Button variant="quiet" size="s" onPress={() => showDialog('marks')}>
        {state.marked === 0 ? t('hands-on.marks') : t('hands-on.marks.some', { count: state.marked })}
        {state.toReview === 0 ? null : <Chip tone="pending">{t('hands-on.marks.review', { count: state.toReview })}</Chip>}
      </Button>
      <Button variant="quiet" size="s" onPress={() => showDialog('session')}>
        {t('hands-on.session')}
      </Button>
    </div>
  );
}

/** Nearly full reads as a warning long before bodies are lost. */
const nearly = 0.9;

function Recording({ recording: { startedAt, exchanges, bytes, limitBytes } }: { recording: HandsOnState['recording'] }) {
  const now = useNow();
  const isFull = bytes >= limitBytes;
  const isNear = bytes >= limitBytes * nearly;
  const size = isNear ? t('hands-on.recording.near', { size: sizeWords(bytes), limit: sizeWords(limitBytes) }) : sizeWords(bytes);
  const facts = t('hands-on.recording.facts', { count: exchanges, size, time: elapsed(now - Date.parse(startedAt)) });
  return (
    <span className={isNear ? 'recording recording-near' : 'recording'} title={t('hands-on.recording.hint')}>
      <span className="recording-dot" aria-hidden />
      <span>{t('hands-on.recording')}</span>
      <span className="number recording-facts">{isFull ? t('hands-on.recording.full', { size: sizeWords(limitBytes) }) : facts}</span>
    </span>
  );
}

/** What happened last: a refusal, the step of keeping, the end of it, a note of the page. */
function Passing({ state: { keeping, problem, lastKept, note } }: { state: HandsOnState }) {
  const refused = useToolbar((toolbar) => toolbar.refused) ?? problem;
  if (refused !== null) {
    const { title, remedy } = errorWords(refused);
    return (
      <span className="passing passing-bad" role="alert" title={`${title} ${remedy}`} dir="auto">
        {title} {remedy}
      </span>
    );
  }
  if (keeping !== 'no')
    return (
      <span className="passing" role="status">
        {t(`hands-on.step.${keeping}`)}
      </span>
    );
  if (lastKept !== null)
    return (
      <span className="passing passing-good" role="status">
        {t('hands-on.kept', { count: lastKept.withheld })}
        <Button variant="quiet" size="s" onPress={() => tell('show', { itemId: lastKept.itemId })}>
          {t('hands-on.kept.open')}
        </Button>
      </span>
    );
  if (note === null) return <span className="passing" />;
  const words = t(`hands-on.note.${note.kind}`, { url: note.url });
  return (
    <span className="passing" role="status" title={words} dir="auto">
      {words}
    </span>
  );
}

function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** `2:07`, `1:02:07`. */
function elapsed(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const two = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor(seconds / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
