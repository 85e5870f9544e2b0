import './facts.css';
import type { ReactNode } from 'react';

export type Fact = { label: string; value: ReactNode };

/** Names and values side by side; rows without a value are left out. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const shown = facts.filter(({ value }) => value !== null && value !== undefined && value !== '');
  return (
    <dl className="facts">
      {shown.map(({ label, value }, index) => (
        <div className="fact" key={`${label} ${index}`}>
          <dt>{label}</dt>
          <dd dir="auto">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
