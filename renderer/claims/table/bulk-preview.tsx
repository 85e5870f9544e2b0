import { ArrowRight } from 'lucide-react';
import { claimSentence } from '#shared/claims/claim-sentence.ts';
import { edtfWords } from '#shared/claims/edtf-words.ts';
import { figureWords } from '#shared/claims/figure-words.ts';
import type { CallOutput } from '#shared/contract.ts';
import type { ClaimFields } from '#shared/model/claims.ts';
import type { OwnField } from '#shared/model/vocabularies.ts';
import { t } from '../../messages/index.ts';
import { usePartyNames } from '../../parties/party-names.tsx';
import { useCall } from '../../shell/engine.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { valueWords } from './all-columns.tsx';

type Answer = CallOutput<'claims.bulkPreview'>;
type BulkPreviewProps = { isChosen: boolean; isWhole: boolean; answer: Answer | undefined; error: unknown; fields: readonly OwnField[] };

/** How many claims would change, and the first of them with what each field says before and after. */
export function BulkPreview({ isChosen, isWhole, answer, error, fields }: BulkPreviewProps) {
  const names = usePartyNames();
  return (
    <section className="bulk-preview" aria-label={t('claims.bulk.preview')} aria-live="polite">
      {isWhole && error !== null ? <ErrorNotice error={error} /> : null}
      {isWhole ? null : <p className="muted">{t(isChosen ? 'claims.bulk.preview.wrong' : 'claims.bulk.preview.none')}</p>}
      {answer === undefined ? null : <p>{t('claims.bulk.preview.count', { changed: answer.changed, total: answer.total })}</p>}
      {answer === undefined || answer.changed <= answer.first.length ? null : (
        <p className="faint">{t('claims.bulk.preview.first', { count: answer.first.length })}</p>
      )}
      {answer === undefined || answer.first.length === 0 ? null : (
        <ul className="bulk-first">
          {answer.first.map(({ id, before, after, changed }) => (
            <li key={id}>
              <div className="truncate" dir="auto">
                {claimSentence(before, names)}
              </div>
              {changed.map((field) => (
                <Change key={field} field={field as keyof ClaimFields} before={before} after={after} names={names} fields={fields} />
              ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

type ChangeProps = {
  field: keyof ClaimFields;
  before: ClaimFields;
  after: ClaimFields;
  names: ReadonlyMap<string, string>;
  fields: readonly OwnField[];
};

function Change({ field, before, after, names, fields }: ChangeProps) {
  const [was, is] = [useFieldWords(field, before, names, fields), useFieldWords(field, after, names, fields)];
  return (
    <div className="bulk-change">
      <span className="faint">{t(`claims.bulk.field.${field as 'act'}`)}</span>
      <del dir="auto" data-empty={was === ''}>
        {was === '' ? t('claims.bulk.empty') : was}
      </del>
      <ArrowRight aria-hidden size={12} />
      <ins dir="auto" data-empty={is === ''}>
        {is === '' ? t('claims.bulk.empty') : is}
      </ins>
    </div>
  );
}

function useFieldWords(
  field: keyof ClaimFields,
  claim: ClaimFields,
  names: ReadonlyMap<string, string>,
  fields: readonly OwnField[],
): string {
  const { incidentId } = claim;
  const incident = useCall('incidents.get', { id: incidentId ?? '' }, { enabled: field === 'incidentId' && incidentId !== null });
  switch (field) {
    case 'speakerId':
      return claim.speakerId === null ? '' : (names.get(claim.speakerId) ?? '…');
    case 'incidentId':
      return incidentId === null ? '' : (incident.data?.code ?? '…');
    case 'saidAt':
    case 'when': {
      const date = claim[field];
      return date === null ? '' : edtfWords(date);
    }
    case 'place':
      return claim.place === null ? '' : `${claim.place.name} (${claim.place.precision})`;
    case 'parties':
      return claim.parties.map(({ partyId, role }) => `${role}: ${names.get(partyId) ?? '…'}`).join('; ');
    case 'quantities':
      return claim.quantities.map((quantity) => `${figureWords(quantity)} ${quantity.unit}`).join('; ');
    case 'extra':
      return Object.entries(claim.extra)
        .map(([name, value]) => `${fields.find((one) => one.name === name)?.label ?? name}: ${valueWords(value)}`)
        .join('; ');
    default:
      return String(claim[field] ?? '');
  }
}
