import { AArrowDown, AArrowUp } from 'lucide-react';
import { useMemo } from 'react';
import { t } from '../../messages/index.ts';
import { useCommands } from '../../shell/commands.ts';
import { IconButton } from '../../ui/button.tsx';
import { Gap } from '../../ui/page.tsx';
import { Segmented } from '../../ui/segmented.tsx';
import { setReading, sizes, useReadingSettings, type ReadingSettings } from './reading-settings.ts';

/** Size, width and face of running text, the same for every page and remembered. */
export function ReadingTools() {
  const { size, width, face } = useReadingSettings();
  useReadingKeys();
  const widths: { id: ReadingSettings['width']; label: string }[] = [
    { id: 'narrow', label: t('reader.reading.narrow') },
    { id: 'medium', label: t('reader.reading.medium') },
    { id: 'wide', label: t('reader.reading.wide') },
  ];
  const faces: { id: ReadingSettings['face']; label: string }[] = [
    { id: 'serif', label: t('reader.reading.serif') },
    { id: 'sans', label: t('reader.reading.sans') },
  ];
  return (
    <div className="viewer-tools" role="toolbar" aria-label={t('reader.reading.tools')}>
      <Segmented label={t('reader.reading.face')} options={faces} value={face} onChange={(next) => setReading({ face: next })} />
      <Segmented label={t('reader.reading.width')} options={widths} value={width} onChange={(next) => setReading({ width: next })} />
      <Gap />
      <IconButton
        label={t('reader.reading.smaller')}
        icon={AArrowDown}
        keys="-"
        isDisabled={size <= sizes.least}
        onPress={() => setReading({ size: size - 1 })}
      />
      <IconButton
        label={t('reader.reading.larger')}
        icon={AArrowUp}
        keys="+"
        isDisabled={size >= sizes.most}
        onPress={() => setReading({ size: size + 1 })}
      />
    </div>
  );
}

function useReadingKeys(): void {
  useCommands(
    useMemo(() => {
      const by = (step: number) => () => setReading({ size: useReadingSettings.getState().size + step });
      return [
        { id: 'reading.larger', title: 'reader.reading.larger', group: 'reader.group', keys: '+', run: by(1) },
        { id: 'reading.larger.unshifted', title: 'reader.reading.larger', group: 'reader.group', keys: '=', run: by(1) },
        { id: 'reading.smaller', title: 'reader.reading.smaller', group: 'reader.group', keys: '-', run: by(-1) },
      ];
    }, []),
  );
}
