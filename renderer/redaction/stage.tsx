import { lazy, Suspense, useState } from 'react';
import { assertNever } from '#shared/errors.ts';
import type { Item } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { Segmented } from '../ui/segmented.tsx';
import { Select } from '../ui/select.tsx';
import type { DraftRegion, Place } from './draft-regions.ts';
import { screenshotsOf, type Way } from './redaction-ways.ts';
import { MediaStage } from './stages/media-stage.tsx';
import { PictureStage } from './stages/picture-stage.tsx';
import { WordsStage } from './stages/words-stage.tsx';

// pdf.js is large; it is loaded with the first PDF.
const PdfStage = lazy(async () => ({ default: (await import('./stages/pdf-stage.tsx')).PdfStage }));

type StageProps = {
  item: Item;
  ways: readonly Way[];
  list: readonly DraftRegion[];
  /** The picture worked on where it is not the original. */
  fileId: string | null;
  onAdd: (places: readonly Place[]) => void;
  onFile: (fileId: string) => void;
  onPassword: (password: string) => void;
};

/** Where places are chosen: pages, a picture, a recording, or words. */
export function Stage({ item, ways, ...props }: StageProps) {
  const [chosen, setChosen] = useState<Way['id']>(ways[0]!.id);
  const way = ways.find(({ id }) => id === chosen) ?? ways[0]!;
  const choose = (id: Way['id']) => {
    setChosen(id);
    const next = ways.find((one) => one.id === id);
    if (next?.id === 'screenshot' && props.fileId === null) props.onFile(next.file.id);
  };
  const options = ways.map(({ id }) => ({ id, label: t(`redaction.way.${id}`) }));
  return (
    <>
      {options.length < 2 ? null : <Segmented label={t('redaction.ways')} options={options} value={way.id} onChange={choose} />}
      <WayStage item={item} way={way} {...props} />
    </>
  );
}

function WayStage({ item, way, list, fileId, onAdd, onFile, onPassword }: Omit<StageProps, 'ways'> & { way: Way }) {
  switch (way.id) {
    case 'words':
      return <WordsStage name={item.title} text={way.text} list={list} onAdd={onAdd} />;
    case 'pages':
      return (
        <Suspense fallback={null}>
          <PdfStage file={way.file} list={list} onAdd={onAdd} onPassword={onPassword} />
        </Suspense>
      );
    case 'picture':
      return <PictureStage file={way.file} name={item.title} list={list} onAdd={onAdd} />;
    case 'recording':
      return <MediaStage item={item} file={way.file} list={list} onAdd={onAdd} />;
    case 'screenshot': {
      const parts = screenshotsOf(item);
      const file = parts.find(({ id }) => id === fileId) ?? way.file;
      const hasBoxes = list.some(({ region }) => region.kind === 'area');
      return (
        <>
          {parts.length < 2 ? null : (
            <Select
              label={hasBoxes ? t('redaction.part.hint') : t('redaction.part')}
              options={parts.map(({ id }, index) => ({ id, label: t('redaction.part.name', { number: index + 1 }) }))}
              value={file.id}
              onChange={onFile}
              isDisabled={hasBoxes}
            />
          )}
          <PictureStage key={file.id} file={file} name={item.title} list={list} onAdd={onAdd} />
        </>
      );
    }
    default:
      return assertNever(way);
  }
}
