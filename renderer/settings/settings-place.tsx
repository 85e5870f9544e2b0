import './settings-place.css';
import { useState } from 'react';
import { t } from '../messages/index.ts';
import { OcrData } from '../ocr/ocr-data.tsx';
import { useCaseInfo } from '../shell/case-info.ts';
import { call, queryClient, useCall } from '../shell/engine.ts';
import { setTheme, type Theme } from '../shell/theme.ts';
import { Button } from '../ui/button.tsx';
import { Facts } from '../ui/facts.tsx';
import { Page } from '../ui/page.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';
import { UtcTime } from '../ui/times.tsx';
import { notify, notifyError } from '../ui/toast.tsx';
import { GraphicSetting } from './graphic-setting.tsx';
import { ReadsSetting } from './reads-setting.tsx';
import { VideoHelper } from './video-helper.tsx';

const themes: readonly Theme[] = ['system', 'light', 'dark'];

/** What belongs to this computer, and facts of the open case. */
export function SettingsPlace() {
  const settings = useCall('settings.get', {});
  if (settings.data === undefined) return null;
  return (
    <Page title={t('settings.title')} subtitle={t('settings.text')}>
      <div className="settings">
        <section>
          <h2>{t('settings.theme')}</h2>
          <Segmented
            label={t('settings.theme')}
            options={themes.map((id) => ({ id, label: t(`settings.theme.${id}`) }))}
            value={settings.data.theme}
            onChange={(theme) => void setTheme(theme).catch(notifyError)}
          />
        </section>
        <Actor actor={settings.data.actor} />
        <VideoHelper isChosen={settings.data.ytDlp !== null} />
        <OcrData folder={settings.data.ocrData} />
        <GraphicSetting />
        <ReadsSetting />
        <CaseFacts />
      </div>
    </Page>
  );
}

function Actor({ actor }: { actor: string }) {
  const [name, setName] = useState(actor);
  const given = name.trim();
  const save = async () => {
    await call('settings.set', { actor: given });
    await queryClient.invalidateQueries({ queryKey: ['settings.get'] });
    notify({ tone: 'good', title: t('settings.actor.saved', { actor: given }) });
  };
  return (
    <section className="settings-actor">
      <TextField label={t('settings.actor')} hint={t('settings.actor.hint')} value={name} onChange={setName} />
      <Button isDisabled={given === '' || given === actor} onPress={() => void save().catch(notifyError)}>
        {t('ui.save')}
      </Button>
    </section>
  );
}

function CaseFacts() {
  const info = useCaseInfo().data;
  if (info == null) return null;
  return (
    <section>
      <h2>{t('settings.case')}</h2>
      <Facts
        facts={[
          { label: t('settings.case.folder'), value: <span dir="ltr">{info.folder}</span> },
          { label: t('settings.case.created'), value: <UtcTime at={info.createdAt} /> },
          { label: t('settings.case.format'), value: String(info.formatVersion) },
          { label: t('settings.case.id'), value: <span className="mono">{info.caseId}</span> },
        ]}
      />
    </section>
  );
}
