import { graphicVeils } from '#shared/model/case.ts';
import { t } from '../messages/index.ts';
import { useCanWrite, useCaseInfo } from '../shell/case-info.ts';
import { useAct } from '../shell/engine.ts';
import { Segmented } from '../ui/segmented.tsx';

/** Which sources of this case stay blurred and silent until asked for. */
export function GraphicSetting() {
  const info = useCaseInfo().data;
  const configure = useAct('case.configure');
  const canWrite = useCanWrite();
  if (info == null) return null;
  return (
    <section>
      <h2>{t('settings.graphic')}</h2>
      <p className="muted">{t('settings.graphic.text')}</p>
      <Segmented
        label={t('settings.graphic')}
        options={graphicVeils.map((id) => ({ id, label: t(`settings.graphic.${id}`) }))}
        value={info.settings.graphicVeil}
        onChange={(graphicVeil) => canWrite && configure.mutate({ graphicVeil })}
      />
    </section>
  );
}
