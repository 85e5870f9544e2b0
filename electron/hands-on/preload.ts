/** The toolbar's way to main. The page below it has no preload and no way at all. */
import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { HandsOnAnswer, HandsOnBridge, HandsOnEvent } from '#shared/hands-on.ts';
import { HANDS_ON_CALL, HANDS_ON_EVENT } from './channels.ts';

const bridge: HandsOnBridge = {
  call: (name, input) => ipcRenderer.invoke(HANDS_ON_CALL, name, input) as Promise<HandsOnAnswer>,
  on(listener) {
    const relay = (_event: IpcRendererEvent, event: HandsOnEvent) => listener(event);
    ipcRenderer.on(HANDS_ON_EVENT, relay);
    return () => ipcRenderer.off(HANDS_ON_EVENT, relay);
  },
};

contextBridge.exposeInMainWorld('handsOn', bridge);
