import type { Place } from '#shared/model/claims.ts';
import { areaPrecision } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';

type Props = { place: Place; onChange: (place: Place) => void; error: (field: 'name' | 'latitude' | 'longitude') => string | undefined };
const degrees = { maximumFractionDigits: 7 };

/** A place by name, how exactly it is known, and coordinates where there are any. */
export function PlaceFields({ place, onChange, error }: Props) {
  return (
    <div className="claim-place">
      <TextField
        aria-label={t('claim.place.name')}
        placeholder={t('claim.place.name')}
        value={place.name}
        onChange={(name) => onChange({ ...place, name })}
        error={error('name')}
      />
      <Select
        aria-label={t('claim.place.precision')}
        options={areaPrecision.map((id) => ({ id, label: id }))}
        value={place.precision}
        onChange={(precision) => onChange({ ...place, precision })}
      />
      <NumberField
        aria-label={t('claim.place.latitude')}
        placeholder={t('claim.place.latitude')}
        formatOptions={degrees}
        value={place.latitude}
        onChange={(latitude) => onChange({ ...place, latitude })}
        error={error('latitude')}
      />
      <NumberField
        aria-label={t('claim.place.longitude')}
        placeholder={t('claim.place.longitude')}
        formatOptions={degrees}
        value={place.longitude}
        onChange={(longitude) => onChange({ ...place, longitude })}
        error={error('longitude')}
      />
    </div>
  );
}
