import { edtfWords } from '#shared/claims/edtf-words.ts';
import { figureAlone, numberWords } from '#shared/claims/figure-words.ts';
import type { IncidentAnalysis } from '#shared/model/analysis.ts';
import type { Quantity } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { openClaim } from '../shell/session.ts';
import { Chip } from '../ui/chip.tsx';
import { RangeBar } from './range-bar.tsx';

export type Measure = IncidentAnalysis['measures'][number];

/** All figures of one measure side by side on one scale, each with the range its words allow. Nothing is averaged. */
export function MeasureTable({ measure }: { measure: Measure }) {
  const top = Math.max(1, ...measure.figures.flatMap(({ value, min, max }) => [value ?? 0, min ?? 0, max ?? 0])) * 1.15;
  const name = nameOf(measure);
  return (
    <section className="measure">
      <h2>
        <span className="measure-name" dir="auto">
          {name}
        </span>
        <span className="measure-range">{rangeWords(measure)}</span>
      </h2>
      <table className="measure-table" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{t('incident.column.speaker')}</th>
            <th scope="col">{t('incident.column.modality')}</th>
            <th scope="col">{t('incident.column.said')}</th>
            <th scope="col" className="measure-bar-column">
              {t('incident.column.range')}
            </th>
            <th scope="col">{t('incident.column.evidence')}</th>
          </tr>
        </thead>
        <tbody>
          {measure.figures.map((figure, at) => (
            <tr key={at} onClick={() => openClaim(figure.claimId)}>
              <td>
                <button type="button" className="row-link" dir="auto" onClick={() => openClaim(figure.claimId)}>
                  {figure.speaker ?? t('claims.nobody')}
                </button>
              </td>
              <td>{figure.modality}</td>
              <td className={figure.saidAt === null ? 'faint' : ''} title={figure.saidAt ?? undefined}>
                {figure.saidAt === null ? t('claims.undated') : edtfWords(figure.saidAt)}
              </td>
              <td>
                <div className="measure-bar">
                  <RangeBar figure={figure} top={top} />
                  <span className="number">{figureAlone({ ...figure, qualifier: figure.qualifier as Quantity['qualifier'] })}</span>
                </div>
              </td>
              <td>
                <Chip tone={figure.passages === 0 ? 'pending' : 'plain'}>{t('incident.evidence', { count: figure.passages })}</Chip>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function nameOf({ act, unit, role }: Measure): string {
  if (role !== 'duration' && role !== 'extent') return t('incident.measure', { unit, act });
  return t('incident.measure.other', { unit, act, role: t(`claim.role.${role}`) });
}

function rangeWords({ least, most }: Measure): string {
  if (least !== null && most !== null) {
    return least === most
      ? t('incident.range.exact', { n: numberWords(least) })
      : t('incident.range.both', { least: numberWords(least), most: numberWords(most) });
  }
  if (least !== null) return t('incident.range.least', { least: numberWords(least) });
  return most === null ? t('incident.range.open') : t('incident.range.most', { most: numberWords(most) });
}
