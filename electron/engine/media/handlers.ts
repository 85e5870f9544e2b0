import type { CaseHandlers } from '../handlers.ts';
import { readFrames } from './frames/read-frames.ts';
import { scanMedia } from './frames/scan-media.ts';
import { makeProxy } from './proxy/make-proxy.ts';
import { listScenes } from './scenes/list-scenes.ts';
import { keepStill } from './still/keep-still.ts';
import { drawWaveform } from './waveform/draw-waveform.ts';

export const mediaCalls = {
  'media.frames': readFrames,
  'media.scan': scanMedia,
  'media.waveform': drawWaveform,
  'media.scenes': listScenes,
  'media.still': keepStill,
  'media.makeProxy': makeProxy,
} satisfies Partial<CaseHandlers>;
