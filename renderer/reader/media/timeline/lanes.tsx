import { useMemo } from 'react';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../../messages/index.ts';
import { useSession } from '../../../shell/session.ts';
import { timeCode } from '../time-code.ts';
import { layLanes } from './lay-lanes.ts';
import { place, type View } from './view.ts';

type LanesProps = {
  passages: readonly Passage[];
  view: View;
  onOpen: (passage: Passage) => void;
};

/** Marked times as bars, one lane under another where they meet. */
export function Lanes({ passages, view, onOpen }: LanesProps) {
  const active = useSession(({ inspector }) => ('passageId' in inspector ? inspector.passageId : null));
  const laid = useMemo(
    () =>
      layLanes(
        passages.flatMap((passage) =>
          passage.from === null || passage.to === null ? [] : [{ passage, from: passage.from, to: passage.to }],
        ),
      ),
    [passages],
  );
  const lanes = Math.max(0, ...laid.map(({ lane }) => lane + 1));
  return (
    <div className="bench-lanes" style={{ blockSize: `calc(${lanes} * var(--lane))` }}>
      {laid.map(({ thing: { passage, from, to }, lane }) =>
        to < view.from || from > view.to ? null : (
          <button
            type="button"
            key={passage.id}
            className="bench-passage truncate"
            data-claimed={passage.claimIds.length > 0}
            data-active={passage.id === active}
            {...(passage.colour === null ? {} : { 'data-colour': passage.colour })}
            style={{
              left: `${Math.max(0, place(from, view)) * 100}%`,
              width: `${(Math.min(1, place(to, view)) - Math.max(0, place(from, view))) * 100}%`,
              top: `calc(${lane} * var(--lane))`,
            }}
            aria-label={t('reader.media.passage', { from: timeCode(from), to: timeCode(to) })}
            aria-current={passage.id === active ? 'true' : undefined}
            title={passage.comment}
            dir="auto"
            onClick={() => onOpen(passage)}
          >
            {passage.comment}
          </button>
        ),
      )}
    </div>
  );
}
