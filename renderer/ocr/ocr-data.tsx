import { t } from '../messages/index.ts';
import { call, queryClient, useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';
import { notifyError } from '../ui/toast.tsx';
import { languageName } from './language-names.ts';

/** Which languages OCR can read here, and the choice of a folder with more. */
export function OcrData({ folder }: { folder: string | null }) {
  const found = useCall('ocr.languages', {});
  const look = async () => {
    await queryClient.invalidateQueries({ queryKey: ['settings.get'] });
    await queryClient.invalidateQueries({ queryKey: ['ocr.languages'] });
  };
  const choose = async () => {
    if ((await call('ocr.chooseData', {})).folder !== null) await look();
  };
  const forget = async () => {
    await call('ocr.forgetData', {});
    await look();
  };
  const languages = found.data?.languages ?? [];
  const isEmpty = folder !== null && found.data !== undefined && !languages.some(({ origin }) => origin === 'chosen');
  return (
    <section className="settings-video" aria-label={t('settings.ocr')}>
      <h2>{t('settings.ocr')}</h2>
      <p className="muted">{t('settings.ocr.text')}</p>
      {found.error === null ? null : <ErrorNotice error={found.error} />}
      {found.data === undefined ? (
        <p role="status">{t('settings.ocr.looking')}</p>
      ) : (
        <Facts
          facts={[
            {
              label: t('settings.ocr.count'),
              value: languages.map(({ code, origin }) => `${languageName(code)} (${t(`settings.ocr.origin.${origin}`)})`).join(', '),
            },
            {
              label: t('settings.ocr.folder'),
              value:
                folder === null ? (
                  t('settings.ocr.folder.none')
                ) : (
                  <span className="mono selectable" dir="ltr">
                    {folder}
                  </span>
                ),
            },
          ]}
        />
      )}
      {isEmpty ? <p role="status">{t('settings.ocr.empty')}</p> : null}
      <div className="settings-video-acts">
        <Button onPress={() => void choose().catch(notifyError)}>{t('settings.ocr.choose')}</Button>
        {folder === null ? null : <Button onPress={() => void forget().catch(notifyError)}>{t('settings.ocr.forget')}</Button>}
      </div>
    </section>
  );
}
