import '../ui/legend.css';
import { t } from '../messages/index.ts';
import { DrawnBar } from './timeline-entry-bar.tsx';

const plain = { start: 'sharp', end: 'sharp', isUncertain: false, isPale: false, isDot: false } as const;
const samples = {
  sharp: plain,
  faded: { ...plain, start: 'faded', end: 'faded' },
  uncertain: { ...plain, isUncertain: true },
  pale: { ...plain, isPale: true },
  open: { ...plain, end: 'open' },
  unknown: { ...plain, end: 'unknown' },
} as const;

/** What the ways of drawing a bar mean. */
export function TimelineLegend() {
  return (
    <dl className="legend timeline-legend" aria-label={t('timeline.legend')}>
      {Object.entries(samples).map(([name, bar]) => (
        <div key={name}>
          <dt>
            <DrawnBar bar={bar} />
          </dt>
          <dd>{t(`timeline.legend.${name as keyof typeof samples}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
