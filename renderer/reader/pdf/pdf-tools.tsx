import { Minus, MoveHorizontal, PanelLeft, Plus } from 'lucide-react';
import { useState } from 'react';
import { Input, TextField, ToggleButton } from 'react-aria-components';
import { t } from '../../messages/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { Gap } from '../../ui/page.tsx';
import type { Pages } from './use-pages.ts';

type PdfToolsProps = { pages: Pages; count: number; isListed: boolean; onList: (listed: boolean) => void };

export function PdfTools({ pages, count, isListed, onList }: PdfToolsProps) {
  const { zoom } = pages;
  return (
    <div className="viewer-tools" role="toolbar" aria-label={t('reader.pdf.tools')}>
      <ToggleButton className="button button-quiet button-icon" aria-label={t('reader.pdf.list')} isSelected={isListed} onChange={onList}>
        <PanelLeft aria-hidden />
      </ToggleButton>
      <PageField current={pages.current} count={count} onOpen={pages.open} />
      <Gap />
      <IconButton label={t('reader.zoom.out')} icon={Minus} onPress={zoom.smaller} />
      <span className="viewer-number number" aria-live="polite">
        {t('reader.zoom.percent', { percent: zoom.percent })}
      </span>
      <IconButton label={t('reader.zoom.in')} icon={Plus} onPress={zoom.bigger} />
      <IconButton label={t('reader.zoom.width')} icon={MoveHorizontal} onPress={zoom.fit} />
    </div>
  );
}

function PageField({ current, count, onOpen }: { current: number; count: number; onOpen: (number: number) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const number = Number(typed);
    if (typed !== null && Number.isInteger(number) && number >= 1 && number <= count) onOpen(number);
    setTyped(null);
  };
  return (
    <TextField
      className="page-field"
      aria-label={t('reader.pdf.go')}
      value={typed ?? String(current)}
      onChange={setTyped}
      onBlur={go}
      inputMode="numeric"
    >
      <Input
        className="page-field-input number"
        onKeyDown={(event) => event.key === 'Enter' && go()}
        onFocus={(event) => event.target.select()}
      />
      <span className="muted number">{t('reader.pdf.of', { count })}</span>
    </TextField>
  );
}
