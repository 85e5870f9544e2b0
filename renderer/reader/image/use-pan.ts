import { useEffect, useState } from 'react';

/** Dragging the picture about: with the hand, or while the space bar is held. Arrow keys scroll as they do anywhere. */
export function usePan(scroller: HTMLElement | null, isHand: boolean): { isPanning: boolean } {
  const [isHeld, setHeld] = useState(false);
  const isPanning = isHand || isHeld;
  useEffect(() => {
    if (scroller === null) return;
    const down = (event: KeyboardEvent) => {
      if (event.key !== ' ' || event.target !== scroller) return;
      event.preventDefault();
      setHeld(true);
    };
    const up = (event: KeyboardEvent) => event.key === ' ' && setHeld(false);
    const leave = () => setHeld(false);
    scroller.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    window.addEventListener('blur', leave);
    return () => {
      scroller.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
      window.removeEventListener('blur', leave);
    };
  }, [scroller]);
  useEffect(() => {
    if (scroller === null || !isPanning) return;
    const press = (event: PointerEvent) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.stopPropagation();
      scroller.focus({ preventScroll: true });
      scroller.setPointerCapture(event.pointerId);
      const from = { x: event.clientX, y: event.clientY, left: scroller.scrollLeft, top: scroller.scrollTop };
      const move = (to: PointerEvent) => {
        scroller.scrollLeft = from.left - (to.clientX - from.x);
        scroller.scrollTop = from.top - (to.clientY - from.y);
      };
      scroller.addEventListener('pointermove', move);
      scroller.addEventListener('pointerup', () => scroller.removeEventListener('pointermove', move), { once: true });
    };
    scroller.addEventListener('pointerdown', press, { capture: true });
    return () => scroller.removeEventListener('pointerdown', press, { capture: true });
  }, [scroller, isPanning]);
  return { isPanning };
}
