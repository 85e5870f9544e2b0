import { useEffect, useMemo, useRef } from 'react';
import { useCommands, type Command } from '../../shell/commands.ts';
import { turned } from '../areas/area-box.ts';
import type { ImageActs } from './image-tools.tsx';

/** The commands stay the same objects while what they do follows the picture. */
export function useImageKeys(acts: ImageActs): void {
  const now = useRef(acts);
  useEffect(() => {
    now.current = acts;
  });
  useCommands(
    useMemo(() => {
      const image = (id: string, title: Command['title'], keys: string, run: (acts: ImageActs) => void): Command => ({
        id: `image.${id}`,
        title,
        keys,
        group: 'reader.group',
        run: () => run(now.current),
      });
      return [
        image('larger', 'reader.zoom.in', '+', ({ zoom }) => zoom.larger()),
        image('larger.unshifted', 'reader.zoom.in', '=', ({ zoom }) => zoom.larger()),
        image('smaller', 'reader.zoom.out', '-', ({ zoom }) => zoom.smaller()),
        image('fit', 'reader.zoom.fit', '0', ({ zoom }) => zoom.fit()),
        image('whole', 'reader.image.whole', '1', ({ zoom }) => zoom.whole()),
        image('right', 'reader.image.right', 'r', ({ rotation, onRotate }) => onRotate(turned(rotation, 90))),
        image('left', 'reader.image.left', 'Shift+r', ({ rotation, onRotate }) => onRotate(turned(rotation, -90))),
        image('hand', 'reader.image.hand', 'h', ({ isHand, onHand }) => onHand(!isHand)),
        image('reset', 'reader.image.reset', 'Shift+0', ({ onReset }) => onReset()),
      ];
    }, []),
  );
}
