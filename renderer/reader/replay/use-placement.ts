import { useEffect, useState } from 'react';
import type { ReplayBounds } from '#shared/model/replay.ts';
import { call } from '../../shell/engine.ts';
import { paneBounds } from './pane-bounds.ts';

/** What the window lays over its content. */
const OVERLAYS = '.veil, .popup, .drop-veil, [role="dialog"], [role="alertdialog"]';
const NOTICES = '.toast';

/**
 * Keeps the replay over this element for as long as it is wanted there; answers whether something lies over it now.
 * Looks again whenever the element's size, the window or anything in the document changes, once a frame at most.
 */
export function usePlacement(replayId: string | null, element: HTMLElement | null, isWanted: boolean): boolean {
  const [isCovered, setCovered] = useState(false);
  useEffect(() => {
    if (replayId === null || element === null) return;
    let told: string | null = null;
    let frame = 0;
    const tell = (bounds: ReplayBounds) => {
      const next = JSON.stringify(bounds);
      if (next === told) return;
      told = next;
      void call('replay.place', { replayId, bounds }).catch(() => undefined);
    };
    const look = () => {
      const bounds = isWanted ? paneBounds(element.getBoundingClientRect(), boxes(OVERLAYS), boxes(NOTICES)) : null;
      setCovered(isWanted && bounds === null);
      tell(bounds);
    };
    const lookSoon = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(look);
    };
    // Zoom changes what a CSS pixel is without changing the numbers, so a resize is told anew.
    const lookAnew = () => {
      told = null;
      lookSoon();
    };
    const size = new ResizeObserver(lookSoon);
    const content = new MutationObserver(lookSoon);
    size.observe(element);
    content.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('resize', lookAnew);
    look();
    return () => {
      cancelAnimationFrame(frame);
      size.disconnect();
      content.disconnect();
      window.removeEventListener('resize', lookAnew);
      tell(null);
    };
  }, [replayId, element, isWanted]);
  return isCovered;
}

function boxes(selector: string): DOMRect[] {
  return [...document.querySelectorAll(selector)].map((one) => one.getBoundingClientRect());
}
