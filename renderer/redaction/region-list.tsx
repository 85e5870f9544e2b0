import { X } from 'lucide-react';
import type { CanonicalText } from '#shared/model/items.ts';
import type { RedactionRegion } from '#shared/model/redactions.ts';
import { t } from '../messages/index.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { otherPlaces, type DraftRegion, type Place } from './draft-regions.ts';
import { reasonOptions, regionWords } from './region-words.ts';

type RegionListProps = {
  list: readonly DraftRegion[];
  text: CanonicalText | null;
  onChange: (id: string, region: RedactionRegion) => void;
  onRemove: (id: string) => void;
  onMore: (places: readonly Place[], like: RedactionRegion) => void;
};

/** Every place that will be withheld, with its reason. */
export function RegionList({ list, text, onChange, onRemove, onMore }: RegionListProps) {
  return (
    <section className="redaction-list" aria-label={t('redaction.regions', { count: list.length })}>
      <h3>{t('redaction.regions', { count: list.length })}</h3>
      {list.length === 0 ? <p className="muted">{t('redaction.regions.none')}</p> : null}
      <ol>
        {list.map(({ id, region }, index) => (
          <li key={id} className="redaction-region" aria-label={t('redaction.region', { number: index + 1 })}>
            <div className="redaction-region-head">
              <span className="redaction-number number">{index + 1}</span>
              <span className="redaction-region-what truncate">{regionWords(region, text?.map ?? null)}</span>
              <IconButton label={t('redaction.region.remove', { number: index + 1 })} icon={X} onPress={() => onRemove(id)} />
            </div>
            {region.kind === 'words' && text !== null ? <WithheldWords {...{ list, text, region, onMore }} /> : null}
            <Select
              aria-label={t('redaction.reason')}
              options={reasonOptions}
              value={region.reason}
              onChange={(reason) => onChange(id, { ...region, reason })}
            />
            <TextField
              aria-label={t('redaction.note')}
              placeholder={t('redaction.note')}
              value={region.note}
              onChange={(note) => onChange(id, { ...region, note })}
              {...(region.reason === 'other' && region.note.trim() === '' ? { error: t('redaction.note.needed') } : {})}
            />
          </li>
        ))}
      </ol>
      {list.length === 0 ? null : <p className="faint">{t('redaction.note.hint')}</p>}
    </section>
  );
}

type WordsProps = Pick<RegionListProps, 'list' | 'onMore'> & { text: CanonicalText; region: Extract<RedactionRegion, { kind: 'words' }> };

function WithheldWords({ list, text, region, onMore }: WordsProps) {
  const others = otherPlaces(text, list, region);
  return (
    <>
      <p className="redaction-words" dir="auto">
        {text.text.slice(region.start, region.end)}
      </p>
      {others.length === 0 ? null : (
        <div className="redaction-more">
          <span>{t('redaction.more', { count: others.length })}</span>
          <Button size="s" onPress={() => onMore(others, region)}>
            {t('redaction.more.do')}
          </Button>
        </div>
      )}
    </>
  );
}
