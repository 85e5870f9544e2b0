import type { SealTimestamp } from '#shared/model/timestamps.ts';
import { problemWords } from '#shared/timestamp-words.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { notify, notifyError } from '../ui/toast.tsx';

export async function sealNow(): Promise<void> {
  try {
    const before = await call('seals.state', {});
    const { head, id } = await call('seals.make', {});
    const title = before.last?.id === id ? t('seals.made.before') : t('seals.made', { count: head.treeSize });
    notify({ tone: 'good', title });
  } catch (error) {
    notifyError(error);
  }
}

/** Asks the authorities for a seal, the last one when none is named, and says what came of it. */
export async function askForTimestamp(asked: { sealId?: string; authorityId?: string } = {}): Promise<void> {
  try {
    const answers = await call('timestamps.request', asked);
    answers.filter(({ authorityId }) => (asked.authorityId ?? authorityId) === authorityId).forEach(tell);
  } catch (error) {
    notifyError(error);
  }
}

/** Tries one request again, or all that are queued. */
export async function retryTimestamps(id?: string): Promise<void> {
  try {
    (await call('timestamps.retry', id === undefined ? {} : { id })).forEach(tell);
  } catch (error) {
    notifyError(error);
  }
}

function tell({ state, authority, problem }: SealTimestamp): void {
  const text = state === 'proved' ? null : problem === null ? t('stamps.waits') : sentence(problemWords(problem));
  notify({
    tone: state === 'proved' ? 'good' : state === 'queued' ? 'plain' : 'bad',
    title: t(`stamps.result.${state}`, { authority }),
    ...(text === null ? {} : { text }),
  });
}

/** Words of a problem standing by themselves. */
export function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
