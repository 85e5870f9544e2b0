import './image-viewer.css';
import { useEffect, useId, useRef, useState } from 'react';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import type { PassageTarget } from '#shared/model/passages.ts';
import { isAdjusted, unadjusted, type Adjustments } from '#shared/model/adjustments.ts';
import { t } from '../../messages/index.ts';
import type { Rotation } from '../areas/area-box.ts';
import { useAreaTool } from '../areas/use-area-tool.ts';
import type { PlacedArea } from '../areas/use-area-marks.ts';
import { PictureWords } from '../../ocr/word-layer.tsx';
import { UprightLayer } from '../areas/upright-layer.tsx';
import { blobUrl } from '../blob-url.ts';
import type { WordsProps } from '../surface/use-surfaces.ts';
import { AdjustFilter } from './adjust-filter.tsx';
import { AdjustPanel } from './adjust-panel.tsx';
import { AdjustedSign } from './adjusted-sign.tsx';
import { ImageTools, type Panel } from './image-tools.tsx';
import { PictureFrame } from './picture-frame.tsx';
import { PictureNotices } from './picture-notices.tsx';
import { PreviewOffer } from './preview-offer.tsx';
import { shownFile } from './shown-file.ts';
import { TagsPanel } from './tags-panel.tsx';
import { useImageKeys } from './use-image-keys.ts';
import { usePan } from './use-pan.ts';
import { usePictureZoom, type Size } from './use-picture-zoom.ts';

export type ImageViewerProps = {
  item: Item;
  areas: readonly PlacedArea[];
  revealArea: { id: string; nonce: number } | null;
  canWrite: boolean;
  onArea: (target: PassageTarget | null, rect: DOMRect | null) => void;
  onOpenPassage: (passageId: string) => void;
  /** Words that were read from the picture, to be laid over it. */
  read: { text: CanonicalText; words: WordsProps } | null;
};

/** A picture at any size, turned and adjusted to be seen. What is kept is never changed by looking at it. */
export function ImageViewer(props: ImageViewerProps) {
  const shown = shownFile(props.item);
  if (shown.how === 'shown' || shown.how === 'preview') return <ShownPicture {...props} file={shown.file} key={shown.file.id} />;
  return <PreviewOffer item={props.item} why={shown.how === 'none' ? 'type' : shown.why} canWrite={props.canWrite} />;
}

function ShownPicture({ file: usual, ...props }: ImageViewerProps & { file: ItemFile }) {
  const { item, areas, revealArea, canWrite, onArea, onOpenPassage } = props;
  const view = usePictureView(item, usual, canWrite);
  const { file, acts, frame, tool, filter, natural } = view;
  useImageKeys(acts);
  useRevealed(frame, revealArea, natural !== null);
  const keepArea = (area: PlacedArea['box'], rect: DOMRect) => {
    tool.stop();
    onArea({ area, ...(file.role === 'adjusted' ? { fileId: file.id } : {}) }, rect);
  };
  return (
    <div className="picture">
      <ImageTools {...acts} item={item} panel={view.panel} onPanel={view.setPanel} tool={canWrite ? tool : null} />
      <PictureNotices item={item} file={file} />
      <div className="picture-body">
        <div
          className="picture-scroller"
          ref={view.setScroller}
          tabIndex={0}
          role="group"
          aria-label={item.title}
          data-panning={view.isPanning}
        >
          {view.failed ? (
            <p className="picture-failed" role="alert">
              {t('reader.image.failed')}
            </p>
          ) : null}
          <PictureFrame
            frame={frame}
            src={blobUrl(file)}
            title={item.title}
            size={view.size}
            natural={natural}
            factor={acts.zoom.factor}
            rotation={acts.rotation}
            filter={isAdjusted(acts.adjusted) ? filter : null}
            isHidden={view.failed}
            onSize={view.setNatural}
            onFail={view.fail}
            areas={areas}
            isDrawing={tool.isDrawing}
            onArea={keepArea}
            onCancel={tool.stop}
            onOpen={onOpenPassage}
          >
            {props.read === null || natural === null || natural.height === 0 ? null : (
              <UprightLayer width={natural.width * acts.zoom.factor} height={natural.height * acts.zoom.factor} rotation={acts.rotation}>
                <PictureWords text={props.read.text} words={props.read.words} aspect={natural.width / natural.height} />
              </UprightLayer>
            )}
          </PictureFrame>
          <AdjustFilter id={filter} values={acts.adjusted} />
        </div>
        <AdjustedSign values={acts.adjusted} file={file} onReset={acts.onReset} onOriginal={() => view.setChosen(null)} />
        <Side view={view} item={item} usual={usual} canWrite={canWrite} />
      </div>
    </div>
  );
}

type SideProps = { view: ReturnType<typeof usePictureView>; item: Item; usual: ItemFile; canWrite: boolean };

function Side({ view: { panel, acts, file, setAdjusted, setChosen }, ...shared }: SideProps) {
  if (panel === null) return null;
  if (panel === 'tags') return <TagsPanel item={shared.item} />;
  const { adjusted, onReset } = acts;
  return <AdjustPanel {...shared} file={file} values={adjusted} onChange={setAdjusted} onReset={onReset} onFile={setChosen} />;
}

/** All that looking changes: size, turn, adjustments, which of the item's pictures; nothing of it is kept. */
function usePictureView(item: Item, usual: ItemFile, canWrite: boolean) {
  const [rotation, setRotation] = useState<Rotation>(0);
  const [panel, setPanel] = useState<Panel>('tags');
  const [adjusted, setAdjusted] = useState<Adjustments>(unadjusted);
  const [chosen, setChosen] = useState<string | null>(null);
  const [isHand, setHand] = useState(false);
  const [natural, setNatural] = useState<Size | null>(null);
  const [failed, setFailed] = useState(false);
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null);
  const frame = useRef<HTMLDivElement>(null);
  const size = natural !== null && rotation % 180 !== 0 ? { width: natural.height, height: natural.width } : natural;
  const zoom = usePictureZoom(scroller, frame, size);
  const { isPanning } = usePan(scroller, isHand);
  const tool = useAreaTool(canWrite && !failed);
  const filter = `picture-${useId().replace(/\W/g, '')}`;
  const onReset = () => setAdjusted(unadjusted);
  return {
    file: item.files.find(({ id }) => id === chosen) ?? usual,
    acts: { zoom, rotation, onRotate: setRotation, isHand, onHand: setHand, adjusted, onReset },
    ...{ panel, setPanel, setAdjusted, setChosen, natural, setNatural, failed, fail: () => setFailed(true), setScroller },
    ...{ frame, size, isPanning, tool, filter },
  };
}

function useRevealed(frame: React.RefObject<HTMLElement | null>, reveal: ImageViewerProps['revealArea'], isLoaded: boolean): void {
  useEffect(() => {
    if (reveal === null || !isLoaded) return;
    const mark = frame.current?.querySelector('.area-mark[data-active="true"]');
    mark?.scrollIntoView({ block: 'center', inline: 'center' });
  }, [frame, reveal, isLoaded]);
}
