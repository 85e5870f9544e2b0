import './queue.css';
import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { ListFate } from '#shared/model/queue.ts';
import { parseUrlList } from '#shared/url-list.ts';
import type { CaptureOptions } from '#shared/model/capture.ts';
import { CaptureOptionsFields, usualOptions } from '../captures/capture-options.tsx';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { goTo, useSession } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';
import { AddedList, summaryOf } from './added-list.tsx';
import { useListDraft } from './pasted-list.tsx';
import { switchQueue } from './queue-calls.ts';

/** Asks for a list of addresses and queues them; what was not added is told line by line. */
export function AddUrlsDialog({ onClose }: { onClose: () => void }) {
  const [text, setText] = useState(() => useListDraft.getState().text);
  useEffect(() => useListDraft.setState({ text: '' }), []);
  const [options, setOptions] = useState(usualOptions);
  const { fates, error, isBusy, add } = useAdding(options, onClose);
  const listed = useDeferredValue(text);
  const found = useMemo(() => parseUrlList(listed), [listed]);
  if (fates !== null) return <AddedList fates={fates} onClose={onClose} />;
  const cannot = isBusy || !found.some((one) => one.error === null);
  return (
    <Dialog
      title={t('queue.adding.title')}
      isOpen
      onClose={onClose}
      wide
      actions={
        <>
          <Button isDisabled={isBusy} onPress={() => void add(chooseFiles, false)}>
            {t('queue.adding.import')}
          </Button>
          <span className="gap" />
          <Button isDisabled={cannot} onPress={() => void add(async () => [{ text }], false)}>
            {t('queue.adding.only')}
          </Button>
          <Button variant="go" isDisabled={cannot} onPress={() => void add(async () => [{ text }], true)}>
            {t('queue.adding.go')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('queue.adding.field')}
        hint={t('queue.adding.hint')}
        placeholder={t('queue.adding.placeholder')}
        dir="ltr"
        rows={12}
        value={text}
        onChange={setText}
        isDisabled={isBusy}
        autoFocus
      />
      <Found found={found} />
      <CaptureOptionsFields options={options} onChange={setOptions} isDisabled={isBusy} />
      <p className="muted">{t('queue.adding.text')}</p>
      {error === null ? null : <ErrorNotice error={error} />}
    </Dialog>
  );
}

type Source = { text: string } | { path: string };

async function chooseFiles(): Promise<Source[]> {
  const { paths } = await call('dialogs.chooseFiles', { folders: false });
  return paths.map((path) => ({ path }));
}

/** Adds lists and starts the queue if asked. Whatever was not simply added keeps the dialog open to say so. */
function useAdding(options: CaptureOptions, onClose: () => void) {
  const [fates, setFates] = useState<readonly ListFate[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const add = async (choose: () => Promise<Source[]>, starts: boolean) => {
    setBusy(true);
    setError(null);
    try {
      const all: ListFate[] = [];
      const sources = await choose();
      for (const source of sources) all.push(...(await call('queue.add', { ...source, options })).fates);
      if (sources.length === 0) return;
      if (starts && all.some(({ fate }) => fate !== 'refused')) await switchQueue('queue.run');
      if (all.length === 0 || all.some(({ fate }) => fate !== 'added')) return setFates(all);
      const isThere = useSession.getState().place.name === 'queue';
      const action = { label: t('queue.added.show'), run: () => goTo({ name: 'queue' }) };
      notify({ tone: 'good', title: summaryOf(all), ...(isThere ? {} : { action }) });
      onClose();
    } catch (problem) {
      setError(problem);
    } finally {
      setBusy(false);
    }
  };
  return { fates, error, isBusy, add };
}

/** What the text holds as it stands, while it is being typed. */
function Found({ found }: { found: ReturnType<typeof parseUrlList> }) {
  const good = found.filter((one) => one.error === null);
  const refused = found.length - good.length;
  const hosts = new Set(good.map(({ host }) => host)).size;
  return (
    <p className="queue-found" role="status">
      <strong>{t('queue.adding.counted', { count: good.length })}</strong>
      {hosts > 0 ? <span className="muted"> {t('queue.adding.hosts', { count: hosts })}</span> : null}
      {refused > 0 ? <span className="queue-wrong"> · {t('queue.adding.refused', { count: refused })}</span> : null}
    </p>
  );
}
