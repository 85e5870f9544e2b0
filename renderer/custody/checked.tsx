/** What was looked at, so that “no findings” says of what. */
export function Checked({ counts }: { counts: readonly { label: string; value: number | string }[] }) {
  return (
    <dl className="checked">
      {counts.map(({ label, value }) => (
        <div key={label}>
          <dd className="number">{typeof value === 'number' ? value.toLocaleString('en') : value}</dd>
          <dt>{label}</dt>
        </div>
      ))}
    </dl>
  );
}
