import './capture-options.css';
import { captureOptions, type CaptureOptions } from '#shared/model/capture.ts';
import { t } from '../messages/index.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';

export const usualOptions: CaptureOptions = captureOptions.parse({});

const megabyte = 1024 ** 2;
const sessions = ['fresh', 'case'] as const;

/** Bounds and choices of a capture, folded away until asked for. All are recorded with what is captured. */
export function CaptureOptionsFields({
  options,
  onChange,
  isDisabled,
}: {
  options: CaptureOptions;
  onChange: (options: CaptureOptions) => void;
  isDisabled: boolean;
}) {
  const change = (some: Partial<CaptureOptions>) => onChange({ ...options, ...some });
  return (
    <details className="capture-options">
      <summary>{t('options.title')}</summary>
      <div className="capture-options-fields">
        <Select
          label={t('options.session')}
          options={sessions.map((id) => ({ id, label: t(`options.session.${id}`) }))}
          value={options.session}
          onChange={(session) => change({ session })}
          isDisabled={isDisabled}
        />
        <p className="capture-options-hint">{t('options.session.hint')}</p>
        <div className="capture-options-bounds">
          <NumberField
            label={t('options.seconds')}
            minValue={1}
            maxValue={600}
            value={options.timeLimitMs / 1000}
            onChange={(seconds) => change({ timeLimitMs: Math.round((seconds ?? usualOptions.timeLimitMs / 1000) * 1000) })}
            isDisabled={isDisabled}
          />
          <NumberField
            label={t('options.megabytes')}
            minValue={1}
            maxValue={65_536}
            value={options.sizeLimitBytes / megabyte}
            onChange={(size) => change({ sizeLimitBytes: Math.round((size ?? usualOptions.sizeLimitBytes / megabyte) * megabyte) })}
            isDisabled={isDisabled}
          />
        </div>
        <Checkbox isSelected={options.scroll} onChange={(scroll) => change({ scroll })} isDisabled={isDisabled}>
          {t('options.scroll')}
        </Checkbox>
        <Checkbox isSelected={options.video} onChange={(video) => change({ video })} isDisabled={isDisabled}>
          {t('options.video')}
        </Checkbox>
      </div>
    </details>
  );
}
