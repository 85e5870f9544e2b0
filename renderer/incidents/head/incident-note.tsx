import { useState } from 'react';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';

/** More than this is cut to a few lines at first. */
const SHORT = 320;

export function IncidentNote({ note }: { note: string }) {
  const [isWhole, setWhole] = useState(false);
  if (note === '') return null;
  const isLong = note.length > SHORT || note.split('\n').length > 3;
  return (
    <>
      <p className="incident-note" dir="auto" data-cut={isLong && !isWhole}>
        {note}
      </p>
      {isLong ? (
        <Button size="s" variant="quiet" onPress={() => setWhole(!isWhole)}>
          {t(isWhole ? 'incident.note.less' : 'incident.note.more')}
        </Button>
      ) : null}
    </>
  );
}
