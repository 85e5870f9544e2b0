import { useState } from 'react';
import type { Absence } from '#shared/model/versions.ts';
import { t } from '../messages/index.ts';
import { openItem } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { utcWords } from '../ui/times.tsx';

/** A link looked at every day would fill the inspector. */
const SHOWN = 3;

/** When the addresses of a source were found gone, the newest first, each with what it does not show. */
export function GoneFacts({ absences, itemId, firstKept }: { absences: readonly Absence[]; itemId: string; firstKept: string }) {
  const [isWhole, setWhole] = useState(false);
  if (absences.length === 0) return null;
  const newest = absences.toReversed();
  const shown = isWhole ? newest : newest.slice(0, SHOWN);
  return (
    <>
      <ul className="gone-facts" aria-label={t('gone.title')}>
        {shown.map((absence) => (
          <li key={absence.id} className="gone-fact" data-kind={absence.kind}>
            {absence.kind === 'status' ? (
              <Status absence={absence} firstKept={firstKept} />
            ) : (
              <RemovalText absence={absence} isShown={absence.keptItemId === itemId} />
            )}
            <span className="gone-address truncate" dir="ltr" title={absence.finalUrl}>
              {absence.askedUrl}
            </span>
          </li>
        ))}
      </ul>
      {shown.length === newest.length ? null : (
        <div>
          <Button size="s" variant="quiet" onPress={() => setWhole(true)}>
            {t('gone.more', { count: newest.length - shown.length })}
          </Button>
        </div>
      )}
    </>
  );
}

function Status({ absence, firstKept }: { absence: Absence; firstKept: string }) {
  const reason = t(absence.status === 410 ? 'gone.reason.410' : 'gone.reason.404');
  return (
    <>
      <strong>{t('gone.status', { status: String(absence.status), reason, at: utcWords(absence.at) })}</strong>
      {absence.at < firstKept ? <span>{t('gone.before')}</span> : null}
      <span className="muted">{t('gone.limits')}</span>
    </>
  );
}

function RemovalText({ absence, isShown }: { absence: Absence; isShown: boolean }) {
  const { keptItemId, words, at } = absence;
  return (
    <>
      <strong dir="auto">{t('gone.removal', { at: utcWords(at), words: words ?? '' })}</strong>
      <span className="muted">{t('gone.removal.hint')}</span>
      {keptItemId === null || isShown ? null : (
        <div>
          <Button size="s" onPress={() => openItem(keptItemId)}>
            {t('gone.removal.open')}
          </Button>
        </div>
      )}
    </>
  );
}
