import { useEffect, useRef, type ReactNode } from 'react';
import { KeysGoHere } from '../../shell/commands.ts';
import { takeSide, useSession, type Side } from '../../shell/session.ts';

/** One side of the reader. It comes into use when it is pressed, gets the focus, or a page framed in it does. */
export function ReaderSide({ side, hasOther, children }: { side: Side; hasOther: boolean; children: ReactNode }) {
  const isInUse = useSession((state) => state.side === side) || !hasOther;
  const element = useRef<HTMLDivElement>(null);
  useFocusMoved(element, isInUse && hasOther);
  const take = () => {
    if (!isInUse) takeSide(side);
  };
  useEffect(() => {
    if (!hasOther) return;
    // A page in a frame takes the focus without telling the document around it.
    const look = () => setTimeout(() => element.current?.contains(document.activeElement) === true && takeSide(side));
    window.addEventListener('blur', look);
    return () => window.removeEventListener('blur', look);
  }, [hasOther, side]);
  return (
    <KeysGoHere value={isInUse}>
      <div className="reader-side" data-in-use={isInUse && hasOther} ref={element} onPointerDownCapture={take} onFocusCapture={take}>
        {children}
      </div>
    </KeysGoHere>
  );
}

/** A side taken by key takes the focus too, so that arrows scroll it. */
function useFocusMoved(element: React.RefObject<HTMLElement | null>, isInUse: boolean): void {
  useEffect(() => {
    const side = element.current;
    if (!isInUse || side === null || side.contains(document.activeElement)) return;
    if (document.activeElement !== document.body && document.activeElement?.closest('.reader-side') === null) return;
    side.querySelector<HTMLElement>('[data-reader-body], [tabindex="0"], iframe')?.focus({ preventScroll: true });
  }, [isInUse, element]);
}
