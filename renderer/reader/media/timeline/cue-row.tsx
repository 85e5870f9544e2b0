import type { Cue } from '../cue-at.ts';
import { place, type View } from './view.ts';

type CueRowProps = { cues: readonly Cue[]; text: string; view: View; width: number };

/** Narrower than this a cue has no room for words, in CSS pixels; many are drawn no further than a screen holds. */
const ROOM = 36;
const MOST = 400;

/** What is said, under the moments it is said at. For the eye: the transcript beside it is what can be read and marked. */
export function CueRow({ cues, text, view, width }: CueRowProps) {
  const seen = cues.filter(({ from, to }) => to >= view.from && from <= view.to);
  const every = Math.max(1, Math.ceil(seen.length / MOST));
  return (
    <div className="bench-cues" aria-hidden>
      {seen.map((cue, index) => {
        if (index % every !== 0) return null;
        const [left, right] = [Math.max(0, place(cue.from, view)), Math.min(1, place(cue.to, view))];
        return (
          <span
            key={cue.start}
            className="bench-cue truncate"
            dir="auto"
            style={{ left: `${left * 100}%`, width: `${(right - left) * 100}%` }}
          >
            {(right - left) * width < ROOM ? '' : text.slice(cue.start, cue.end)}
          </span>
        );
      })}
    </div>
  );
}
