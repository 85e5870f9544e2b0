import '../ui/plain-table.css';
import './vocabulary-place.css';
import { useState } from 'react';
import { vocabularyNames, type VocabularyName } from '#shared/model/vocabularies.ts';
import { t } from '../messages/index.ts';
import { Page } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { FieldsTable } from './fields-table.tsx';
import { TermsTable } from './terms-table.tsx';

type Shown = VocabularyName | 'fields';

/** The words claims are written with, and fields of the case's own. */
export function VocabularyPlace() {
  const [shown, setShown] = useState<Shown>('act');
  const options = [...vocabularyNames, 'fields' as const].map((id) => ({ id, label: t(`vocabulary.${id}`) }));
  return (
    <Page title={t('vocabulary.title')} subtitle={t('vocabulary.text')}>
      <Segmented<Shown> label={t('vocabulary.which')} options={options} value={shown} onChange={setShown} />
      {shown === 'fields' ? <FieldsTable /> : <TermsTable key={shown} vocabulary={shown} />}
    </Page>
  );
}
