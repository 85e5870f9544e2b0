import { t } from '../messages/index.ts';
import { useCanWrite, useCaseInfo } from '../shell/case-info.ts';
import { useAct } from '../shell/engine.ts';
import { Segmented } from '../ui/segmented.tsx';

/** Whether the journal of this case tells when a source is opened to be read. */
export function ReadsSetting() {
  const info = useCaseInfo().data;
  const configure = useAct('case.configure');
  const canWrite = useCanWrite();
  if (info == null) return null;
  return (
    <section>
      <h2>{t('settings.reads')}</h2>
      <p className="muted">{t('settings.reads.text')}</p>
      <Segmented
        label={t('settings.reads')}
        options={(['off', 'on'] as const).map((id) => ({ id, label: t(`settings.reads.${id}`) }))}
        value={info.settings.journalReads ? 'on' : 'off'}
        onChange={(value) => canWrite && configure.mutate({ journalReads: value === 'on' })}
      />
    </section>
  );
}
