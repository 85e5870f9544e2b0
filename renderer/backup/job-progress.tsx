import { Progress } from '../ui/progress.tsx';

/** What runs, on what, and how far it is. */
export function JobProgress({ label, subject, fraction }: { label: string; subject: string; fraction: number | null }) {
  return (
    <div role="status">
      <p className="truncate" dir="auto">{`${label} ${subject}`}</p>
      <Progress label={label} fraction={fraction} />
    </div>
  );
}
