import { useState } from 'react';
import { coordinateReading, coordinateWords, readCoordinates } from '#shared/claims/coordinates.ts';
import type { Place } from '#shared/model/claims.ts';
import { areaPrecision } from '#shared/model/vocabulary.ts';
import { t } from '../messages/index.ts';
import { ComboBox } from '../ui/combo-box.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { NamesField } from './names-field.tsx';
import { useRecent } from './use-terms.ts';

type Props = { place: Place; onChange: (place: Place) => void; error: (field: 'name' | 'latitude' | 'longitude') => string | undefined };

/** A place by name, in other scripts too, how exactly it is known, and coordinates where there are any. */
export function PlaceFields({ place, onChange, error }: Props) {
  // The lists of names and the typed coordinates begin anew when a whole place is chosen.
  const [taken, setTaken] = useState(0);
  const take = (whole: Place) => (onChange(whole), setTaken(taken + 1));
  return (
    <div className="claim-place">
      <PlaceName place={place} onChange={onChange} onTake={take} error={error('name')} />
      <NamesField
        key={`names ${taken}`}
        of={t('claim.place.name')}
        names={place.names}
        onChange={(names) => onChange({ ...place, names })}
      />
      <Select
        aria-label={t('claim.place.precision')}
        options={areaPrecision.map((id) => ({ id, label: t(`claim.precision.${id}`) }))}
        value={place.precision}
        onChange={(precision) => onChange({ ...place, precision })}
      />
      <p className="field-hint">{t(`claim.precision.${place.precision}.means`)}</p>
      <Coordinates key={`at ${taken}`} place={place} onChange={onChange} error={error('latitude') ?? error('longitude')} />
    </div>
  );
}

type NameProps = { place: Place; onChange: (place: Place) => void; onTake: (place: Place) => void; error: string | undefined };

/** The name, with the places that the newest claims name offered first; one that is chosen brings all that is known of it. */
function PlaceName({ place, onChange, onTake, error }: NameProps) {
  const recent = useRecent().places;
  const typed = place.name.trim().toLowerCase();
  const fitting = recent.filter(
    ({ name, names }) => typed === '' || [name, ...Object.values(names)].some((one) => one.toLowerCase().includes(typed)),
  );
  return (
    <ComboBox
      aria-label={t('claim.place.name')}
      placeholder={t('claim.place.name')}
      options={fitting.map(({ name, names }) => ({
        id: name,
        label: name,
        section: t('claims.form.recent'),
        ...(Object.keys(names).length === 0 ? {} : { detail: Object.values(names).join(', ') }),
      }))}
      inputValue={place.name}
      onInputChange={(name) => name !== place.name && onChange({ ...place, name })}
      value={recent.some(({ name }) => name === place.name) ? place.name : null}
      onChoose={(id) => {
        const whole = recent.find(({ name }) => name === id);
        if (whole !== undefined) onTake(whole);
      }}
      opensOnFocus={place.name === '' && recent.length > 0}
      error={error}
    />
  );
}

type CoordinatesProps = { place: Place; onChange: (place: Place) => void; error: string | undefined };

/** As decimals or degrees, minutes and seconds, pasted whole. What cannot be read is a number that is none, and refused when saving. */
function Coordinates({ place, onChange, error }: CoordinatesProps) {
  const [typed, setTyped] = useState(() => wordsOf(place));
  const read = readCoordinates(typed);
  const type = (words: string) => {
    setTyped(words);
    const none = words.trim() === '' ? null : Number.NaN;
    onChange({ ...place, ...(readCoordinates(words) ?? { latitude: none, longitude: none }) });
  };
  const isWrong = typed.trim().length > 8 && read === null;
  return (
    <TextField
      aria-label={t('claim.place.coordinates')}
      placeholder={t('claim.place.coordinates.hint')}
      dir="ltr"
      value={typed}
      onChange={type}
      error={error ?? (isWrong ? t('claims.error.coordinate') : undefined)}
      {...(read === null ? {} : { hint: coordinateReading(read) })}
    />
  );
}

function wordsOf({ latitude, longitude }: Place): string {
  return latitude === null || longitude === null || Number.isNaN(latitude) || Number.isNaN(longitude)
    ? ''
    : coordinateWords({ latitude, longitude });
}
