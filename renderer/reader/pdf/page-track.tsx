import type { TrackMark } from './page-marks.ts';

/** Where in the whole document something is marked or found, beside the scroll bar. */
export function PageTrack({ marks }: { marks: readonly TrackMark[] }) {
  return (
    <div className="pdf-track" aria-hidden>
      {marks.map(({ at, kind }) => (
        <span key={`${kind} ${at}`} data-kind={kind} style={{ insetBlockStart: `${at * 100}%` }} />
      ))}
    </div>
  );
}
