import type { CaseHandlers, EngineHandlers } from '../handlers.ts';
import { fetchVideo } from './fetch-video.ts';
import { identifyHelper } from './identify-helper.ts';
import { lookForVideo } from './look-for-video.ts';

export const videoCalls = { 'video.find': lookForVideo, 'video.fetch': fetchVideo } satisfies Partial<CaseHandlers>;

/** Asks nothing of a case: the settings show it before one is open. */
export const videoHelperCalls = {
  'video.helper': () => identifyHelper(new AbortController().signal),
} satisfies Partial<EngineHandlers>;
