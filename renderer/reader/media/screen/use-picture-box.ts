import { useEffect, useState } from 'react';

export type PictureBox = { left: number; top: number; width: number; height: number };

/** Where in an element a picture of this size lies that is shown whole (object-fit: contain), in CSS pixels; null before it is known. */
export function usePictureBox(element: HTMLElement | null, { width, height }: { width: number; height: number }): PictureBox | null {
  const [room, setRoom] = useState<{ width: number; height: number } | null>(null);
  useEffect(() => {
    if (element === null) return;
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    return () => observer.disconnect();
  }, [element]);
  if (room === null || width === 0 || height === 0) return null;
  const scale = Math.min(room.width / width, room.height / height);
  const [wide, high] = [width * scale, height * scale];
  return { left: (room.width - wide) / 2, top: (room.height - high) / 2, width: wide, height: high };
}
