import './grades.css';

/** A grade in words; its colour only repeats them. */
export function GradeChip({ value, by, title }: { value: string; by?: string; title?: string }) {
  return (
    <span className="grade-chip" data-grade={value} title={title}>
      <strong>{value}</strong>
      {by === undefined ? null : <bdi className="truncate">{by}</bdi>}
    </span>
  );
}
