/** What was looked at, so that “no findings” says of what; a count that is not known is left out. */
export function Checked({ counts }: { counts: readonly { label: string; value: number | string | null }[] }) {
  return (
    <dl className="checked">
      {counts.map(({ label, value }) =>
        value === null ? null : (
          <div key={label}>
            <dd className="number">{typeof value === 'number' ? value.toLocaleString('en') : value}</dd>
            <dt>{label}</dt>
          </div>
        ),
      )}
    </dl>
  );
}
