import '../ui/legend.css';
import { t } from '../messages/index.ts';

const samples = ['hands-on', 'relation', 'circle', 'item'] as const;

/** What lines and frames mean, in words. */
export function NetworkLegend() {
  return (
    <dl className="legend" aria-label={t('network.legend')}>
      {samples.map((name) => (
        <div key={name}>
          <dt className="network-sample" data-of={name} aria-hidden />
          <dd>{t(`network.legend.${name}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
