import { useState } from 'react';
import type { HoldfastError } from '#shared/errors.ts';
import type { MediaScan, Waveform } from '#shared/model/media.ts';
import { useCall } from '../../shell/engine.ts';

/** Longer recordings are looked through only when asked: decoding an hour takes a core some seconds to a minute. */
const SOUND_UNASKED = 3600;
const PICTURE_UNASKED = 600;
export const wholeBuckets = 4096;

/** Something found by looking through a whole recording: it waits for its turn, for being asked, or it is there. */
export type Survey<Found> = {
  found: Found | null;
  state: 'waiting' | 'offered' | 'running' | 'done' | 'failed';
  error: HoldfastError | null;
  ask: () => void;
};

export type Surveys = {
  scan: MediaScan | null;
  isScanned: boolean;
  sound: Survey<Waveform>;
  scenes: Survey<readonly number[]>;
  scenesAreRough: boolean;
};

type Asked = { fileId: string; hasPicture: boolean; hasSound: boolean; seconds: number | null };

/** Looks through a recording, one thing after another, so that a small machine stays usable: packets, then sound, then scenes. Nothing of it is kept. */
export function useSurvey({ fileId, hasPicture, hasSound, seconds }: Asked): Surveys {
  const [wantsSound, setWantsSound] = useState(false);
  const [wantsScenes, setWantsScenes] = useState(false);
  // Sound of a known length has nothing that counting packets would add.
  const needsScan = hasPicture || seconds === null;
  const scanned = useCall('media.scan', { fileId }, { enabled: needsScan });
  const isScanned = !needsScan || scanned.data !== undefined || scanned.error !== null;
  const length = scanned.data === undefined ? seconds : scanned.data.end - scanned.data.start;
  const isShort = (most: number) => length !== null && length <= most;
  const drawsSound = isScanned && hasSound && (wantsSound || isShort(SOUND_UNASKED));
  const wave = useCall('media.waveform', { fileId, buckets: wholeBuckets }, { enabled: drawsSound });
  const isHeard = isScanned && (!drawsSound || wave.data !== undefined || wave.error !== null);
  const findsScenes = isHeard && hasPicture && (wantsScenes || isShort(PICTURE_UNASKED));
  const scenes = useCall('media.scenes', { fileId }, { enabled: findsScenes });
  return {
    scan: scanned.data ?? null,
    isScanned,
    sound: surveyOf(wave, isScanned, drawsSound, () => (setWantsSound(true), void (wave.error !== null && wave.refetch()))),
    scenes: surveyOf(
      { ...scenes, data: scenes.data?.times },
      isHeard,
      findsScenes,
      () => (setWantsScenes(true), void (scenes.error !== null && scenes.refetch())),
    ),
    scenesAreRough: scenes.data?.keyFramesOnly ?? false,
  };
}

type Answer<Found> = { data: Found | undefined; error: HoldfastError | null; isFetching: boolean };

function surveyOf<Found>({ data, error, isFetching }: Answer<Found>, isTurn: boolean, isAsked: boolean, ask: () => void): Survey<Found> {
  const state =
    data !== undefined
      ? 'done'
      : isFetching
        ? 'running'
        : error !== null
          ? 'failed'
          : !isTurn
            ? 'waiting'
            : isAsked
              ? 'running'
              : 'offered';
  return { found: data ?? null, state, error, ask };
}
