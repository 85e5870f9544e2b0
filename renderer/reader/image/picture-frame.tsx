import type { ReactNode } from 'react';
import type { AreaBox, Rotation } from '../areas/area-box.ts';
import { AreaLayer } from '../areas/area-layer.tsx';
import type { PlacedArea } from '../areas/use-area-marks.ts';
import type { Size } from './use-picture-zoom.ts';

type PictureFrameProps = {
  frame: React.RefObject<HTMLDivElement | null>;
  src: string;
  title: string;
  /** Pixels of the picture as it lies in the view; null until it has loaded. */
  size: Size | null;
  natural: Size | null;
  factor: number;
  rotation: Rotation;
  /** Id of the filter it is seen through. */
  filter: string | null;
  isHidden: boolean;
  onSize: (size: Size) => void;
  onFail: () => void;
  areas: readonly PlacedArea[];
  isDrawing: boolean;
  onArea: (box: AreaBox, rect: DOMRect) => void;
  onCancel: () => void;
  onOpen: (passageId: string) => void;
  /** What lies between the picture and its areas. */
  children?: ReactNode;
};

/** The picture in its frame, turned about its middle, with the marked areas over it. */
export function PictureFrame(props: PictureFrameProps) {
  const { frame, src, title, size, natural, factor, rotation, filter, isHidden, onSize, onFail } = props;
  const box = size === null ? { visibility: 'hidden' as const } : { width: size.width * factor, height: size.height * factor };
  const image = {
    ...(natural === null ? {} : { width: natural.width * factor, height: natural.height * factor }),
    ...(rotation === 0
      ? {}
      : { transform: `translate(-50%, -50%) rotate(${rotation}deg)`, position: 'absolute' as const, left: '50%', top: '50%' }),
    ...(filter === null ? {} : { filter: `url(#${filter})` }),
    ...(factor >= 2 ? { imageRendering: 'pixelated' as const } : {}),
  };
  return (
    <div className="picture-frame" ref={frame} hidden={isHidden} style={box}>
      <img
        src={src}
        alt={title}
        draggable={false}
        style={image}
        onLoad={({ currentTarget: img }) => onSize(sizeOf(img))}
        onError={onFail}
      />
      {props.children}
      <AreaLayer
        areas={props.areas}
        rotation={rotation}
        onOpen={props.onOpen}
        isDrawing={props.isDrawing}
        onArea={props.onArea}
        onCancel={props.onCancel}
      />
    </div>
  );
}

/** A drawing without a size of its own is given one to be seen at. */
function sizeOf({ naturalWidth, naturalHeight }: HTMLImageElement): Size {
  return naturalWidth > 0 && naturalHeight > 0 ? { width: naturalWidth, height: naturalHeight } : { width: 600, height: 600 };
}
