import { isAdjusted, type Adjustments } from '#shared/model/adjustments.ts';
import type { Item, ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { useAct } from '../../shell/engine.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Slider } from '../../ui/slider.tsx';
import { notify } from '../../ui/toast.tsx';

type AdjustPanelProps = {
  item: Item;
  /** What is looked at, and what is looked at unless one chooses. */
  file: ItemFile;
  usual: ItemFile;
  values: Adjustments;
  onChange: (values: Adjustments) => void;
  onReset: () => void;
  onFile: (fileId: string | null) => void;
  canWrite: boolean;
};

/** How the picture is seen, and the one act that keeps what is seen as a file. */
export function AdjustPanel({ item, file, usual, values, onChange, onReset, onFile, canWrite }: AdjustPanelProps) {
  const set = (change: Partial<Adjustments>) => onChange({ ...values, ...change });
  return (
    <aside className="picture-side" aria-label={t('reader.image.adjust')}>
      <h3>{t('reader.image.adjust')}</h3>
      <p className="muted">{t('reader.image.adjust.text')}</p>
      <Slider
        label={t('reader.image.brightness')}
        value={values.brightness}
        min={-100}
        max={100}
        onChange={(brightness) => set({ brightness })}
      />
      <Slider label={t('reader.image.contrast')} value={values.contrast} min={-100} max={100} onChange={(contrast) => set({ contrast })} />
      <Slider
        label={t('reader.image.black')}
        value={values.black}
        min={0}
        max={254}
        onChange={(black) => set({ black, white: Math.max(values.white, black + 1) })}
      />
      <Slider
        label={t('reader.image.white')}
        value={values.white}
        min={1}
        max={255}
        onChange={(white) => set({ white, black: Math.min(values.black, white - 1) })}
      />
      <Slider
        label={t('reader.image.gamma')}
        value={Math.round(Math.log2(values.gamma) * 20)}
        min={-40}
        max={40}
        shown={values.gamma.toFixed(2)}
        onChange={(step) => set({ gamma: Math.round(2 ** (step / 20) * 100) / 100 })}
      />
      <Checkbox isSelected={values.greyscale} onChange={(greyscale) => set({ greyscale })}>
        {t('reader.image.greyscale')}
      </Checkbox>
      <Checkbox isSelected={values.invert} onChange={(invert) => set({ invert })}>
        {t('reader.image.invert')}
      </Checkbox>
      <div className="picture-acts">
        <Button size="s" isDisabled={!isAdjusted(values)} onPress={onReset}>
          {t('reader.image.reset')}
        </Button>
        {canWrite ? <Keep item={item} file={file} values={values} /> : null}
      </div>
      <Versions item={item} file={file} usual={usual} onFile={onFile} onReset={onReset} />
    </aside>
  );
}

function Keep({ item, file, values }: Pick<AdjustPanelProps, 'item' | 'file' | 'values'>) {
  const keep = useAct('images.keepAdjusted');
  const run = () =>
    keep.mutate(
      { itemId: item.id, fileId: file.id, adjustments: values },
      { onSuccess: ({ name }) => notify({ tone: 'good', title: t('reader.image.kept'), text: name }) },
    );
  return (
    <Button size="s" isDisabled={!isAdjusted(values) || keep.isPending} onPress={run}>
      {t(keep.isPending ? 'reader.image.keeping' : 'reader.image.keep')}
    </Button>
  );
}

function Versions({ item, file, usual, onFile, onReset }: Pick<AdjustPanelProps, 'item' | 'file' | 'usual' | 'onFile' | 'onReset'>) {
  const kept = item.files.filter(({ role }) => role === 'adjusted');
  if (kept.length === 0) return null;
  const show = (fileId: string | null) => {
    onReset();
    onFile(fileId);
  };
  return (
    <section className="picture-versions" aria-label={t('reader.image.versions')}>
      <h4>{t('reader.image.versions')}</h4>
      <button type="button" aria-current={file.id === usual.id} onClick={() => show(null)}>
        {t('reader.image.version.original')}
      </button>
      {kept.map((one) => (
        <button type="button" key={one.id} aria-current={one.id === file.id} onClick={() => show(one.id)}>
          <span className="truncate">{one.name}</span>
          <span className="faint">{changesOf(one)}</span>
        </button>
      ))}
    </section>
  );
}

/** What was adjusted, in the words of the sliders. */
function changesOf({ toolParameters }: ItemFile): string {
  const shown: [keyof Adjustments, string, unknown][] = [
    ['brightness', t('reader.image.brightness'), 0],
    ['contrast', t('reader.image.contrast'), 0],
    ['black', t('reader.image.black'), 0],
    ['white', t('reader.image.white'), 255],
    ['gamma', t('reader.image.gamma'), 1],
    ['greyscale', t('reader.image.greyscale'), false],
    ['invert', t('reader.image.invert'), false],
  ];
  return shown
    .flatMap(([key, label, usual]) => {
      const value = toolParameters?.[key];
      return value === undefined || value === usual ? [] : [value === true ? label : `${label} ${String(value)}`];
    })
    .join(', ');
}
