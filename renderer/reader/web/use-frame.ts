import { useEffect, useRef, useState } from 'react';
import type { FromFrame, ToFrame } from '../annotator/frame-messages.ts';
import { parseFrameMessage } from './parse-frame-message.ts';

export type Frame = { send: (message: ToFrame) => void };

/**
 * A private channel to the script in a snapshot's frame. The frame's origin is opaque, so the channel is handed to
 * whatever page loaded there; everything it says is parsed. Null until the frame has loaded.
 */
export function useFrame(element: HTMLIFrameElement | null, onMessage: (message: FromFrame) => void): Frame | null {
  const [frame, setFrame] = useState<Frame | null>(null);
  const told = useRef(onMessage);
  useEffect(() => {
    told.current = onMessage;
  });
  useEffect(() => {
    if (element === null) return;
    let port: MessagePort | null = null;
    const connect = () => {
      port?.close();
      const channel = new MessageChannel();
      port = channel.port1;
      port.onmessage = (event) => {
        const message = parseFrameMessage(event.data);
        if (message !== null) told.current(message);
      };
      element.contentWindow?.postMessage(null, '*', [channel.port2]);
      setFrame({ send: (message) => channel.port1.postMessage(message) });
    };
    element.addEventListener('load', connect);
    return () => {
      element.removeEventListener('load', connect);
      port?.close();
    };
  }, [element]);
  return frame;
}
