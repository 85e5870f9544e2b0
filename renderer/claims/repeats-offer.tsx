import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import type { Claim } from '#shared/model/claims.ts';
import { t } from '../messages/index.ts';
import { useCall } from '../shell/engine.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { FormRow } from './form-row.tsx';
import type { ClaimFormState } from './form-state.ts';

type Props = { form: ClaimFormState; onChange: (repeats: string[]) => void };

/** Claims with the same act and figure: the new one may only hand them on, and then it is no second source. */
export function RepeatsOffer({ form, onChange }: Props) {
  const figures = form.quantities
    .filter(({ value, min, max, unit }) => unit.trim() !== '' && (value !== null || min !== null || max !== null))
    .map(({ unit, value, min, max }) => ({ unit: unit.trim(), value, min, max }));
  const act = form.act.trim();
  const { data } = useCall(
    'claims.alike',
    { act, incidentId: form.incident.id, figures },
    { enabled: act !== '' && figures.length > 0, keepPrevious: true },
  );
  const claims = figures.length === 0 ? [] : (data?.claims ?? []);
  if (claims.length === 0) return null;
  const toggle = (id: string, isOn: boolean) => onChange(isOn ? [...form.repeats, id] : form.repeats.filter((other) => other !== id));
  return (
    <FormRow label={t('claim.repeats')}>
      <p className="field-hint">{t('claim.repeats.hint', { count: claims.length })}</p>
      {claims.map((claim) => (
        <Checkbox key={claim.id} isSelected={form.repeats.includes(claim.id)} onChange={(isOn) => toggle(claim.id, isOn)}>
          <RepeatedClaim claim={claim} />
        </Checkbox>
      ))}
    </FormRow>
  );
}

function RepeatedClaim({ claim }: { claim: Claim }) {
  const { data } = useCall('parties.get', { id: claim.speakerId ?? '' }, { enabled: claim.speakerId !== null });
  const said = claim.saidAt === null ? t('claims.undated') : edtfWords(claim.saidAt);
  return (
    <span className="claim-repeated">
      <bdi>{claim.speakerId === null ? t('claims.nobody') : (data?.name ?? '…')}</bdi>
      <span className="faint">
        {', '}
        {said}
        {': '}
        <bdi>{claimSentence(claim)}</bdi>
      </span>
    </span>
  );
}
