import './casualties.css';
import { useState } from 'react';
import type { Measure } from '#shared/model/analysis.ts';
import { t } from '../../messages/index.ts';
import { Select } from '../../ui/select.tsx';
import { measureKey, measureName } from '../measures/measure-words.ts';
import type { AnalysisIndex } from '../origin-index.ts';
import { CasualtyChart } from './casualty-chart.tsx';
import { casualtyMeasures } from './casualty-series.ts';

/** How many were reported, over the time it was reported: one chart, of the measure chosen. */
export function CasualtiesSection({ measures, index }: { measures: readonly Measure[]; index: AnalysisIndex }) {
  const all = casualtyMeasures(measures);
  const [chosen, setChosen] = useState<string | null>(null);
  const measure = all.find((one) => measureKey(one) === chosen) ?? all[0];
  return (
    <section className="incident-part" aria-labelledby="incident-casualties">
      <header className="incident-part-head">
        <h2 id="incident-casualties">{t('incident.casualties')}</h2>
        {measure === undefined || all.length < 2 ? null : (
          <Select
            aria-label={t('incident.casualties.measure')}
            options={all.map((one) => ({ id: measureKey(one), label: measureName(one) }))}
            value={measureKey(measure)}
            onChange={setChosen}
          />
        )}
        {measure !== undefined && all.length === 1 ? <span className="muted">{measureName(measure)}</span> : null}
      </header>
      {measure === undefined ? <p className="muted">{t('incident.casualties.none')}</p> : <CasualtyChart measure={measure} index={index} />}
    </section>
  );
}
