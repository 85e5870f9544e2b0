import './origins.css';
import type { AnalysisIndex } from '../origin-index.ts';

/** An origin's letter in its hue. */
export function OriginLetter({ label, hue }: { label: string; hue: string }) {
  return (
    <span className="origin-letter" data-hue={hue}>
      {label}
    </span>
  );
}

/** The letters of several; those without a known voice are left out. */
export function OriginLetters({ ids, index }: { ids: readonly string[]; index: AnalysisIndex }) {
  return (
    <>
      {ids.map((id) => {
        const origin = index.originOf(id);
        return origin?.known === true ? <OriginLetter key={id} label={origin.label} hue={index.hueOf([id])} /> : null;
      })}
    </>
  );
}
