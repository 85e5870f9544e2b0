import { t } from '../messages/index.ts';
import { CaseSetting } from './case-setting.tsx';

/** Whether the journal of this case tells when a source is opened to be read. */
export function ReadsSetting() {
  return (
    <CaseSetting
      title={t('settings.reads')}
      text={t('settings.reads.text')}
      options={(['off', 'on'] as const).map((id) => ({ id, label: t(`settings.reads.${id}`) }))}
      chosen={({ journalReads }) => (journalReads ? 'on' : 'off')}
      change={(choice) => ({ journalReads: choice === 'on' })}
    />
  );
}
