import './custody.css';
import { useState } from 'react';
import type { ExportResult } from '#shared/model/proof.ts';
import { t } from '../messages/index.ts';
import { SelectionEditor } from '../selection/selection-editor.tsx';
import { isReady, nothingChosen, toSelection, type SelectionState } from '../selection/selection-state.ts';
import { call } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { CopyDigest } from '../ui/digest.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';
import { Progress } from '../ui/progress.tsx';
import { SegmentedField } from '../ui/segmented.tsx';
import { sizeWords } from '../ui/sizes.ts';
import { notifyError } from '../ui/toast.tsx';
import { useJobCall } from './job-dialog.ts';

/** Writes a case file where the person says, and shows what fixes it. */
export function ExportDialog({ title, onClose }: { title: string; onClose: () => void }) {
  const [form, setForm] = useState<'folder' | 'zip'>('zip');
  const [graphic, setGraphic] = useState<'left-out' | 'shown'>('left-out');
  const [part, setPart] = useState<SelectionState | null>(null);
  const writing = useJobCall('export.create');
  const go = async () => {
    const { path } = await call('dialogs.saveCaseFile', { name: title, zip: form === 'zip' });
    if (path !== null) writing.run({ out: path, zip: form === 'zip', graphic, ...(part === null ? {} : { selection: toSelection(part) }) });
  };
  const start = () => void go().catch(notifyError);
  return (
    <Dialog
      title={writing.result === undefined ? t('export.title') : t('export.done')}
      isOpen
      wide={part !== null}
      onClose={onClose}
      actions={
        writing.isRunning ? (
          <Button onPress={writing.cancel}>{t('ui.cancel')}</Button>
        ) : writing.result === undefined ? (
          <Button variant="go" onPress={start} isDisabled={part !== null && !isReady(part)}>
            {t('export.go')}
          </Button>
        ) : (
          <Button variant="go" onPress={onClose}>
            {t('ui.close')}
          </Button>
        )
      }
    >
      {writing.result === undefined ? (
        <ExportChoices
          {...{ form, graphic, part }}
          onForm={setForm}
          onGraphic={setGraphic}
          onPart={setPart}
          isRunning={writing.isRunning}
        />
      ) : (
        <Exported result={writing.result} />
      )}
      {writing.isRunning ? (
        <div role="status">
          <p className="truncate" dir="auto">{`${t('export.running')} ${writing.subject}`}</p>
          <Progress label={t('export.running')} fraction={writing.fraction} />
        </div>
      ) : null}
      {writing.error === null ? null : <ErrorNotice error={writing.error} onRetry={start} />}
    </Dialog>
  );
}

type ExportChoicesProps = {
  form: 'folder' | 'zip';
  onForm: (form: 'folder' | 'zip') => void;
  graphic: 'left-out' | 'shown';
  onGraphic: (graphic: 'left-out' | 'shown') => void;
  part: SelectionState | null;
  onPart: (part: SelectionState | null) => void;
  isRunning: boolean;
};

/** In what form, and the whole case or chosen things. */
function ExportChoices({ form, onForm, graphic, onGraphic, part, onPart, isRunning }: ExportChoicesProps) {
  return (
    <>
      <p className="muted">{t('export.text')}</p>
      <SegmentedField
        label={t('export.form')}
        value={form}
        onChange={onForm}
        options={[
          { id: 'zip', label: t('export.form.zip') },
          { id: 'folder', label: t('export.form.folder') },
        ]}
      />
      <SegmentedField
        label={t('export.graphic')}
        value={graphic}
        onChange={onGraphic}
        options={[
          { id: 'left-out', label: t('export.graphic.left-out') },
          { id: 'shown', label: t('export.graphic.shown') },
        ]}
      />
      <SegmentedField
        label={t('selection.what')}
        value={part === null ? 'whole' : 'chosen'}
        onChange={(what) => onPart(what === 'whole' ? null : nothingChosen)}
        options={[
          { id: 'whole', label: t('selection.whole') },
          { id: 'chosen', label: t('selection.chosen') },
        ]}
      />
      {part === null || isRunning ? null : <SelectionEditor state={part} onChange={onPart} />}
    </>
  );
}

function Exported({ result }: { result: ExportResult }) {
  return (
    <>
      <Facts
        facts={[
          { label: t('export.path'), value: <span dir="ltr">{result.path}</span> },
          { label: t('export.size'), value: sizeWords(result.bytes) },
          { label: t('export.files'), value: result.payloadFiles.toLocaleString('en') },
          { label: t('export.head'), value: <span className="mono">{result.journalHead}</span> },
          {
            label: t('export.manifest'),
            value: (
              <span className="digest-line">
                <span className="mono">{result.tagManifestSha256}</span>
                <CopyDigest sha256={result.tagManifestSha256} />
              </span>
            ),
          },
        ]}
      />
      <p className="muted">{t('export.manifest.text')}</p>
      <div>
        <Button size="s" onPress={() => void call('files.reveal', { path: result.path }).catch(notifyError)}>
          {t('export.reveal')}
        </Button>
      </div>
    </>
  );
}
