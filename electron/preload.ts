import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import type { Answer, Bridge } from '#shared/bridge.ts';
import type { EngineEvent } from '#shared/model/events.ts';
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels.ts';

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(CALL_CHANNEL, name, input) as Promise<Answer>,
  on(listener) {
    const relay = (_event: IpcRendererEvent, event: EngineEvent) => listener(event);
    ipcRenderer.on(EVENT_CHANNEL, relay);
    return () => ipcRenderer.off(EVENT_CHANNEL, relay);
  },
  pathOf: (file) => webUtils.getPathForFile(file as File),
};

contextBridge.exposeInMainWorld('holdfast', bridge);
