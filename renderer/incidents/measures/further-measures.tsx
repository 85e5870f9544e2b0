import type { Measure } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { FewFirst } from '../few-first.tsx';
import type { AnalysisIndex } from '../origin-index.ts';
import { MeasureSection } from './measure-section.tsx';
import { measureKey, measureName } from './measure-words.ts';

const FEW = 6;
const PLACE = 'incident-further-measures';

/** The tables of measures that fewer claims speak of. */
export function FurtherMeasures({ measures, index }: { measures: readonly Measure[]; index: AnalysisIndex }) {
  if (measures.length === 0) return null;
  return (
    <section id={PLACE} tabIndex={-1} aria-label={t('incident.measures.further')}>
      <FewFirst items={measures} few={FEW} itemKey={measureKey} more={(count) => t('incident.measures.more', { count })}>
        {(measure) => <MeasureSection measure={measure} index={index} />}
      </FewFirst>
    </section>
  );
}

/** Says under the first tables that there are more, and leads there. */
export function FurtherMeasuresBelow({ measures }: { measures: readonly Measure[] }) {
  if (measures.length === 0) return null;
  const [first, second] = measures.map(measureName);
  const names = [first, second].filter((name) => name !== undefined).join(', ');
  const show = () => {
    const place = document.getElementById(PLACE);
    place?.scrollIntoView({ block: 'start' });
    place?.focus({ preventScroll: true });
  };
  return (
    <p className="measures-below">
      <Button size="s" variant="quiet" onPress={show}>
        {t('incident.measures.below', { count: measures.length, names })}
      </Button>
    </p>
  );
}
