import './tables.css';
import { useState } from 'react';
import type { TableFormat, TableWritten } from '#shared/model/tables.ts';
import { tableFieldWords } from '#shared/table-words.ts';
import { useJobCall } from '../custody/job-dialog.ts';
import { t } from '../messages/index.ts';
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
import { TableChoices, useKindInView } from './table-choices.tsx';

/** Writes claims, incidents or parties where the person says, and tells what the columns had no home for. */
export function ExportTableDialog({ title, onClose }: { title: string; onClose: () => void }) {
  const [of, setOf] = useState(useKindInView());
  const [columns, setColumns] = useState<'holdfast' | 'airwars' | 'huridocs'>('holdfast');
  const [format, setFormat] = useState<TableFormat>('csv');
  const writing = useJobCall('tables.export');
  const go = async () => {
    const { path } = await call('dialogs.saveTable', { name: `${title} ${t(`tables.of.${of}`).toLowerCase()}`, format });
    if (path !== null) writing.run({ path, of, format, columns: format === 'json' ? 'holdfast' : columns });
  };
  const start = () => void go().catch(notifyError);
  const { result } = writing;
  return (
    <Dialog
      title={result === undefined ? t('tables.export').replace('…', '') : t('tables.export.done', { count: result.rows })}
      isOpen
      onClose={onClose}
      actions={
        writing.isRunning ? (
          <Button onPress={writing.cancel}>{t('ui.cancel')}</Button>
        ) : (
          <Button variant="go" onPress={result === undefined ? start : onClose}>
            {t(result === undefined ? 'tables.export.go' : 'ui.close')}
          </Button>
        )
      }
    >
      {result === undefined ? (
        <>
          <p className="muted">{t('tables.export.text')}</p>
          <SegmentedField
            label={t('tables.format')}
            value={format}
            onChange={setFormat}
            options={(['csv', 'json'] as const).map((id) => ({ id, label: t(`tables.format.${id}`) }))}
          />
          <TableChoices of={of} columns={columns} onOf={setOf} onColumns={setColumns} isFixed={format === 'json'} />
          {columns === 'holdfast' || format === 'json' ? null : <p className="faint">{t('tables.export.flat')}</p>}
        </>
      ) : (
        <Written written={result} />
      )}
      {writing.isRunning ? (
        <div role="status">
          <p className="truncate" dir="auto">{`${t('tables.export.running')} ${writing.subject}`}</p>
          <Progress label={t('tables.export.running')} fraction={writing.fraction} />
        </div>
      ) : null}
      {writing.error === null ? null : <ErrorNotice error={writing.error} onRetry={start} />}
    </Dialog>
  );
}

function Written({ written }: { written: TableWritten }) {
  const lost = written.notCarried.map(({ field, rows }) => `${tableFieldWords(field)} (${t('tables.rows', { count: rows })})`);
  return (
    <>
      <Facts
        facts={[
          { label: t('tables.export.path'), value: <span dir="ltr">{written.path}</span> },
          { label: t('tables.export.schema'), value: written.schemaPath === null ? null : <span dir="ltr">{written.schemaPath}</span> },
          { label: t('tables.export.size'), value: sizeWords(written.bytes) },
          {
            label: t('tables.export.hash'),
            value: (
              <span className="digest-line">
                <span className="mono">{written.sha256}</span>
                <CopyDigest sha256={written.sha256} />
              </span>
            ),
          },
          { label: t('tables.export.not-carried'), value: lost.join(', ') },
        ]}
      />
      <div>
        <Button size="s" onPress={() => void call('files.reveal', { path: written.path }).catch(notifyError)}>
          {t('tables.export.reveal')}
        </Button>
      </div>
    </>
  );
}
