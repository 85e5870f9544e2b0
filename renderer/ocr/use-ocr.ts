import { useState } from 'react';
import type { CallInput } from '#shared/contract.ts';
import { toErrorData } from '#shared/errors.ts';
import type { OcrOutcome } from '#shared/model/ocr.ts';
import { t } from '../messages/index.ts';
import { call, queryClient } from '../shell/engine.ts';
import { notify, notifyError } from '../ui/toast.tsx';
import { pageWords } from './page-numbers.ts';

type Run = { jobId: string | null; run: (input: CallInput<'ocr.run'>) => Promise<void> };

/** One reading. Its end is told in passing wherever the person is by then; `onKept` gets the text that was kept. */
export function useOcr(onKept: (fileId: string) => void): Run {
  const [jobId, setJobId] = useState<string | null>(null);
  const run = async (input: CallInput<'ocr.run'>) => {
    const id = `ocr-${crypto.randomUUID()}`;
    setJobId(id);
    try {
      await call('settings.set', { ocrLanguages: input.languages });
      await queryClient.invalidateQueries({ queryKey: ['settings.get'] });
      const outcome = await call('ocr.run', { ...input, jobId: id });
      tell(outcome);
      if (outcome.fileId !== null) onKept(outcome.fileId);
    } catch (error) {
      if (toErrorData(error).code !== 'cancelled') notifyError(error);
    } finally {
      setJobId(null);
    }
  };
  return { jobId, run };
}

function tell(outcome: OcrOutcome): void {
  const more = troublesOf(outcome).join(' ');
  if (outcome.fileId === null) {
    notify({ tone: 'plain', title: t('ocr.nothing'), text: [t('ocr.nothing.text'), more].join(' ').trim() });
    return;
  }
  const confidence = outcome.confidence ?? 0;
  const text = more === '' ? t('ocr.done.text', { confidence }) : t('ocr.done.more', { confidence, more });
  notify({ tone: 'good', title: t('ocr.done', { words: outcome.words }), text });
}

/** What went otherwise than wished, in words; pictures and single pages need no numbers. */
function troublesOf({ pages, unread }: OcrOutcome): string[] {
  const words = (numbers: number[], key: 'ocr.unread' | 'ocr.blank' | 'ocr.turned' | 'ocr.reduced') =>
    numbers.length === 0 ? [] : [t(key, { pages: pageWords(numbers) })];
  const those = (isMeant: (page: OcrOutcome['pages'][number]) => boolean) => pages.filter(isMeant).map(({ page }) => page);
  return [
    ...words(
      unread.map(({ page }) => page),
      'ocr.unread',
    ),
    ...(pages.length === 1
      ? []
      : words(
          those((page) => page.words === 0),
          'ocr.blank',
        )),
    ...words(
      those(({ turned, words: found }) => turned !== 0 && found > 0),
      'ocr.turned',
    ),
    ...words(
      those(({ scale }) => scale < 1),
      'ocr.reduced',
    ),
  ];
}
