import { TriangleAlert } from 'lucide-react';
import type { VersionComparison } from '#shared/model/versions.ts';
import { t } from '../messages/index.ts';
import { Chip } from '../ui/chip.tsx';
import { sizeWords } from '../ui/sizes.ts';

/** The comparison in numbers. */
export function CompareCounts({ comparison: { text, from, to } }: { comparison: VersionComparison }) {
  return (
    <div className="compare-counts">
      {text === null || text.added === 0 ? null : <Chip tone="proved">{t('compare.added', { count: text.added })}</Chip>}
      {text === null || text.removed === 0 ? null : <Chip tone="broken">{t('compare.removed', { count: text.removed })}</Chip>}
      {text === null || text.changed === 0 ? null : <Chip tone="pending">{t('compare.changed', { count: text.changed })}</Chip>}
      {text === null || text.same === 0 ? null : <Chip>{t('compare.same', { count: text.same })}</Chip>}
      {from.textLength === null || to.textLength === null ? null : (
        <span className="muted number">{t('compare.length', { from: from.textLength, to: to.textLength })}</span>
      )}
      <span className="muted number">{t('compare.bytes', { from: sizeWords(from.bytes), to: sizeWords(to.bytes) })}</span>
    </div>
  );
}

/** What the pages say of themselves, where that differs, and what a reader must know of the comparison. */
export function CompareFacts({ comparison: { text, metadata } }: { comparison: VersionComparison }) {
  return (
    <>
      {text?.coarse === true ? (
        <p className="compare-coarse">
          <TriangleAlert aria-hidden /> {t('compare.coarse')}
        </p>
      ) : null}
      {metadata.length === 0 ? null : (
        <section className="compare-said">
          <h2>{t('compare.said')}</h2>
          <dl>
            {metadata.map(({ field, from, to }) => (
              <div key={field}>
                <dt>{t(`compare.field.${field}`)}</dt>
                <dd dir="auto">{from === null ? <span className="faint">{t('compare.none')}</span> : <del>{from}</del>}</dd>
                <dd dir="auto">{to === null ? <span className="faint">{t('compare.none')}</span> : <ins>{to}</ins>}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  );
}
