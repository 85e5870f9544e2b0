import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { placeWords } from '../passages/passage-place.tsx';
import { Button } from '../ui/button.tsx';
import { Fold } from '../ui/fold.tsx';
import type { Place } from './draft-regions.ts';
import { placesOf } from './passage-places.ts';

type PassageOffersProps = { passages: readonly Passage[]; fileId: string | null; onAdd: (places: readonly Place[]) => void };

/** Passages of the source whose places can be withheld. */
export function PassageOffers({ passages, fileId, onAdd }: PassageOffersProps) {
  const offered = passages.map((passage) => ({ passage, places: placesOf(passage, fileId) })).filter(({ places }) => places.length > 0);
  if (offered.length === 0) return null;
  return (
    <Fold title={t('redaction.passages')}>
      {() => (
        <ul className="redaction-passages">
          {offered.map(({ passage, places }) => (
            <li key={passage.id}>
              <span className="truncate" dir="auto" title={passage.quote}>
                {passage.quote === '' ? t(passage.kind === 'time' ? 'redaction.passage.time' : 'redaction.passage.area') : passage.quote}
              </span>
              <span className="faint mono" dir="ltr">
                {placeWords(passage)}
              </span>
              <Button size="s" onPress={() => onAdd(places)}>
                {t('redaction.passage.add')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Fold>
  );
}
