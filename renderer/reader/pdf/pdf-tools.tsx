import { ChevronDown, ChevronUp, Minus, MoveHorizontal, PanelLeft, Plus, RotateCw, Scan, SquareDashedMousePointer } from 'lucide-react';
import { useState, type RefObject } from 'react';
import { Input, TextField, ToggleButton } from 'react-aria-components';
import { t } from '../../messages/index.ts';
import { IconButton } from '../../ui/button.tsx';
import { Gap } from '../../ui/page.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import type { AreaTool } from '../areas/use-area-tool.ts';
import { keysOf } from './pdf-keys.ts';
import type { Pages } from './use-pages.ts';

type PdfToolsProps = {
  pages: Pages;
  isListed: boolean;
  onList: (listed: boolean) => void;
  /** Null where nothing can be marked. */
  areaTool: AreaTool | null;
  field: RefObject<HTMLInputElement | null>;
};

export function PdfTools({ pages, isListed, onList, areaTool, field }: PdfToolsProps) {
  const { zoom, current, count, open, rotate } = pages;
  return (
    <div className="viewer-tools" role="toolbar" aria-label={t('reader.pdf.tools')}>
      <Tooltip text={t('reader.pdf.sidebar')} keys={keysOf('sidebar')}>
        <ToggleButton
          className="button button-quiet button-icon"
          aria-label={t('reader.pdf.sidebar')}
          isSelected={isListed}
          onChange={onList}
        >
          <PanelLeft aria-hidden />
        </ToggleButton>
      </Tooltip>
      <IconButton
        label={t('reader.pdf.previous')}
        icon={ChevronUp}
        keys={keysOf('previous')}
        isDisabled={current <= 1}
        onPress={() => open(current - 1)}
      />
      <IconButton
        label={t('reader.pdf.next')}
        icon={ChevronDown}
        keys={keysOf('next')}
        isDisabled={current >= count}
        onPress={() => open(current + 1)}
      />
      <PageField current={current} count={count} onOpen={open} field={field} />
      <Gap />
      {areaTool === null ? null : (
        <Tooltip text={t('reader.area.tool')} keys="a">
          <ToggleButton
            className="button button-quiet button-icon"
            aria-label={t('reader.area.tool')}
            isSelected={areaTool.isDrawing}
            onChange={areaTool.toggle}
          >
            <SquareDashedMousePointer aria-hidden />
          </ToggleButton>
        </Tooltip>
      )}
      <IconButton label={t('reader.pdf.rotate')} icon={RotateCw} keys={keysOf('rotate')} onPress={() => rotate(90)} />
      <IconButton label={t('reader.zoom.out')} icon={Minus} keys={keysOf('smaller')} onPress={zoom.smaller} />
      <span className="viewer-number number" aria-live="polite">
        {t('reader.zoom.percent', { percent: zoom.percent })}
      </span>
      <IconButton label={t('reader.zoom.in')} icon={Plus} keys={keysOf('bigger')} onPress={zoom.bigger} />
      <IconButton label={t('reader.zoom.width')} icon={MoveHorizontal} keys={keysOf('width')} onPress={zoom.fitWidth} />
      <IconButton label={t('reader.zoom.page')} icon={Scan} keys={keysOf('page')} onPress={zoom.fitPage} />
    </div>
  );
}

type PageFieldProps = { current: number; count: number; onOpen: (number: number) => void; field: RefObject<HTMLInputElement | null> };

function PageField({ current, count, onOpen, field }: PageFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const go = () => {
    const number = Number(typed);
    if (typed !== null && Number.isInteger(number) && number >= 1 && number <= count) onOpen(number);
    setTyped(null);
  };
  const press = (event: React.KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape') setTyped(null);
    else if (event.key === 'Enter') go();
    else return;
    event.preventDefault();
    event.currentTarget.closest('.pdf')?.querySelector<HTMLElement>('.pdf-scroller')?.focus();
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
      <Input ref={field} className="page-field-input number" onKeyDown={press} onFocus={(event) => event.target.select()} />
      <span className="muted number">{t('reader.pdf.of', { count })}</span>
    </TextField>
  );
}
