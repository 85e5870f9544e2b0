import { graphicVeils } from '#shared/model/case.ts';
import { t } from '../messages/index.ts';
import { CaseSetting } from './case-setting.tsx';

/** Which sources of this case stay blurred and silent until asked for. */
export function GraphicSetting() {
  return (
    <CaseSetting
      title={t('settings.graphic')}
      text={t('settings.graphic.text')}
      options={graphicVeils.map((id) => ({ id, label: t(`settings.graphic.${id}`) }))}
      chosen={({ graphicVeil }) => graphicVeil}
      change={(graphicVeil) => ({ graphicVeil })}
    />
  );
}
