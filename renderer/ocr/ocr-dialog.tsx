import './ocr-dialog.css';
import { useState } from 'react';
import type { Item, TextMap } from '#shared/model/items.ts';
import { t } from '../messages/index.ts';
import { call, useCall } from '../shell/engine.ts';
import { jobFraction, useJob } from '../shell/jobs.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { Segmented } from '../ui/segmented.tsx';
import { TextField } from '../ui/text-field.tsx';
import { languageName } from './language-names.ts';
import { pageNumbers } from './page-numbers.ts';
import type { useOcr } from './use-ocr.ts';

type OcrDialogProps = {
  item: Item;
  /** Of the words of the file itself, which tells the pages that have none; null when it has no words. */
  map: TextMap | null;
  ocr: ReturnType<typeof useOcr>;
  onClose: () => void;
};

/** Asks for languages and pages, then reads. Closing it does not stop the work; Cancel does. */
export function OcrDialog({ item, map, ocr: { jobId, run }, onClose }: OcrDialogProps) {
  const languages = useCall('ocr.languages', {});
  const settings = useCall('settings.get', {});
  const [picked, setPicked] = useState<readonly string[] | null>(null);
  const pages = usePageChoice(item, map);
  const here = (languages.data?.languages ?? []).map(({ code }) => code);
  const chosen = picked ?? usualLanguages(settings.data?.ocrLanguages ?? [], here);
  const isReady = jobId === null && chosen.length > 0 && pages.numbers !== null && settings.data !== undefined;
  const start = async () => {
    if (!isReady || pages.numbers === null) return;
    await run({ itemId: item.id, languages: [...chosen], ...(pages.numbers === 'all' ? {} : { pages: pages.numbers }) });
    onClose();
  };
  return (
    <Dialog
      title={t('ocr.title', { name: item.title })}
      isOpen
      onClose={onClose}
      actions={
        jobId === null ? (
          <Button variant="go" isDisabled={!isReady} onPress={() => void start()}>
            {t('ocr.start')}
          </Button>
        ) : (
          <Button onPress={() => void call('jobs.cancel', { jobId })}>{t('ui.cancel')}</Button>
        )
      }
    >
      <p className="muted">{t('ocr.text')}</p>
      {languages.error === null ? null : <ErrorNotice error={languages.error} />}
      <fieldset className="ocr-group" disabled={jobId !== null}>
        <legend>{t('ocr.languages')}</legend>
        <LanguageChoice codes={here} chosen={chosen} onChange={setPicked} isDisabled={jobId !== null} />
        <p className="muted">{t('ocr.languages.hint')}</p>
        <p className="faint">{t('ocr.languages.more')}</p>
      </fieldset>
      {pages.count === null ? null : <PageChoice choice={pages} />}
      {jobId === null ? null : <Reading jobId={jobId} />}
    </Dialog>
  );
}

/** What was chosen last, as far as it is here; else English. */
function usualLanguages(last: readonly string[], here: readonly string[]): readonly string[] {
  const known = last.filter((code) => here.includes(code));
  return known.length > 0 ? known : here.includes('eng') ? ['eng'] : here.slice(0, 1);
}

function LanguageChoice(choice: {
  codes: readonly string[];
  chosen: readonly string[];
  onChange: (codes: readonly string[]) => void;
  isDisabled: boolean;
}) {
  const { codes, chosen, onChange, isDisabled } = choice;
  return (
    <div className="ocr-languages">
      {codes.map((code) => (
        <Checkbox
          key={code}
          isDisabled={isDisabled}
          isSelected={chosen.includes(code)}
          onChange={(isChosen) => onChange(isChosen ? [...chosen, code] : chosen.filter((one) => one !== code))}
        >
          {chosen.length > 1 && chosen[0] === code ? t('ocr.language.first', { name: languageName(code) }) : languageName(code)}
        </Checkbox>
      ))}
    </div>
  );
}

type Pages = 'all' | 'wordless' | 'some';
type PageChoiceState = {
  /** How many there are; null for a picture. */
  count: number | null;
  wordless: readonly number[];
  way: Pages;
  setWay: (way: Pages) => void;
  written: string;
  setWritten: (written: string) => void;
  /** Null while what is written names no pages. */
  numbers: number[] | 'all' | null;
};

function usePageChoice({ type, facts }: Item, map: TextMap | null): PageChoiceState {
  const pdf = facts['pdf'] as { pages?: unknown } | undefined;
  const count = type === 'pdf' && typeof pdf?.pages === 'number' ? pdf.pages : null;
  const wordless = map?.kind === 'pages' ? map.pages.filter(({ start, end }) => end === start).map(({ page }) => page) : [];
  const [way, setWay] = useState<Pages>(wordless.length > 0 ? 'wordless' : 'all');
  const [written, setWritten] = useState('');
  const numbers = way === 'all' || count === null ? 'all' : way === 'wordless' ? [...wordless] : pageNumbers(written, count);
  return { count, wordless, way, setWay, written, setWritten, numbers };
}

function PageChoice({ choice: { count, wordless, way, setWay, written, setWritten, numbers } }: { choice: PageChoiceState }) {
  const options = [
    { id: 'all' as const, label: t('ocr.pages.all', { count: count ?? 0 }) },
    ...(wordless.length > 0 ? [{ id: 'wordless' as const, label: t('ocr.pages.wordless', { count: wordless.length }) }] : []),
    { id: 'some' as const, label: t('ocr.pages.some') },
  ];
  const error = written.trim() !== '' && numbers === null ? t('ocr.pages.wrong', { count: count ?? 0 }) : undefined;
  return (
    <fieldset className="ocr-group">
      <legend>{t('ocr.pages')}</legend>
      <Segmented<Pages> label={t('ocr.pages')} options={options} value={way} onChange={setWay} />
      {way === 'some' ? (
        <TextField
          label={t('ocr.pages.numbers')}
          hint={t('ocr.pages.hint')}
          dir="ltr"
          value={written}
          onChange={setWritten}
          error={error}
          autoFocus
        />
      ) : null}
    </fieldset>
  );
}

function Reading({ jobId }: { jobId: string }) {
  const job = useJob(jobId);
  const words =
    job?.total == null ? t('ocr.running.start') : t('ocr.running', { page: Math.min(job.done + 1, job.total), total: job.total });
  return (
    <div role="status">
      <p>{words}</p>
      <Progress label={words} fraction={job === null ? null : jobFraction(job)} />
      <p className="faint">{t('ocr.stays')}</p>
    </div>
  );
}
