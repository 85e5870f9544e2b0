import './tables.css';
import { useEffect, useRef, useState } from 'react';
import type { CallInput, ParsedInput } from '#shared/contract.ts';
import type { TableRead } from '#shared/model/tables.ts';
import { useJobCall } from '../custody/job-dialog.ts';
import { t } from '../messages/index.ts';
import { call } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Progress } from '../ui/progress.tsx';
import { Select } from '../ui/select.tsx';
import { notify, notifyError } from '../ui/toast.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { FateTable } from './fate-table.tsx';
import { ReadFacts } from './read-facts.tsx';
import { TableChoices, useKindInView } from './table-choices.tsx';

type Asked = Pick<ParsedInput<'tables.import'>, 'of' | 'columns' | 'onConflict' | 'createParties' | 'mapping'> & Pick<CallInput<'tables.import'>, 'encoding'>; // prettier-ignore

/** Reads a table: first what would become of each row, then, when the person says so, just that. */
export function ImportTableDialog({ onClose }: { onClose: () => void }) {
  const { asked, change, path, choose, trial, real } = useReading();
  const [onlyRowsThatHold, setOnlyRowsThatHold] = useState(false);
  useDone(real.result, onClose);
  const busy = trial.isRunning ? trial : real.isRunning ? real : null;
  const read = trial.isRunning || trial.error !== null ? undefined : trial.result;
  const rows = read === undefined ? 0 : read.counts.new + read.counts.updates;
  const isHeld = read !== undefined && read.counts.refused > 0 && !onlyRowsThatHold;
  const go = () => path !== null && read !== undefined && real.run({ ...asked, path, onlyRowsThatHold, sha256: read.sha256 });
  const actions =
    busy !== null ? (
      <Button onPress={busy.cancel}>{t('ui.cancel')}</Button>
    ) : (
      <>
        <Button onPress={onClose}>{t('ui.close')}</Button>
        <Button variant={rows > 0 ? 'plain' : 'go'} onPress={choose}>
          {t(path === null ? 'tables.import.choose' : 'tables.import.choose-other')}
        </Button>
        {read === undefined ? null : (
          <Button variant="go" isDisabled={rows === 0 || isHeld} onPress={go}>
            {t('tables.import.go', { count: rows })}
          </Button>
        )}
      </>
    );
  return (
    <Dialog title={t('tables.import').replace('…', '')} isOpen onClose={onClose} wide actions={actions}>
      {path === null ? <p className="muted">{t('tables.import.text')}</p> : null}
      <Options asked={asked} onChange={change} />
      {busy === null ? null : <Busy subject={busy.subject} fraction={busy.fraction} />}
      {trial.error === null || trial.isRunning ? null : (
        <>
          <ErrorNotice error={trial.error} />
          <ColumnMapping error={trial.error} onMap={(mapping) => change({ mapping: { ...asked.mapping, ...mapping } })} />
        </>
      )}
      {real.error === null ? null : <ErrorNotice error={real.error} />}
      {read === undefined ? null : (
        <>
          <ReadFacts read={read} onEncoding={(encoding) => change({ encoding })} />
          <FateTable key={read.trialId} read={read} />
          {read.counts.refused === 0 ? null : (
            <Checkbox isSelected={onlyRowsThatHold} onChange={setOnlyRowsThatHold}>
              {t('tables.import.hold', { count: read.counts.refused })}
            </Checkbox>
          )}
        </>
      )}
    </Dialog>
  );
}

/** What is asked of which file; each change is tried out at once. */
function useReading() {
  const kind = useKindInView();
  const [asked, setAsked] = useState<Asked>({ of: kind, columns: 'holdfast', onConflict: 'update', createParties: false, mapping: {} });
  const [path, setPath] = useState<string | null>(null);
  const trial = useJobCall('tables.import');
  const real = useJobCall('tables.import');
  const ask = (file: string | null, next: Asked) => {
    setAsked(next);
    setPath(file);
    if (file !== null) trial.run({ ...next, path: file, dryRun: true });
  };
  const choose = async () => {
    const chosen = await call('dialogs.chooseTable', {});
    const { encoding: _encoding, ...rest } = asked;
    if (chosen.path !== null) ask(chosen.path, { ...rest, mapping: {} });
  };
  const change = (part: Partial<Asked>) => ask(path, { ...asked, ...part });
  return { asked, change, path, choose: () => void choose().catch(notifyError), trial, real };
}

function Busy({ subject, fraction }: { subject: string; fraction: number | null }) {
  return (
    <div role="status">
      <p className="truncate" dir="auto">{`${t('tables.import.running')} ${subject}`}</p>
      <Progress label={t('tables.import.running')} fraction={fraction} />
    </div>
  );
}

function Options({ asked, onChange }: { asked: Asked; onChange: (part: Partial<Asked>) => void }) {
  return (
    <>
      <TableChoices
        of={asked.of}
        columns={asked.columns}
        onOf={(of) => onChange({ of, mapping: {} })}
        onColumns={(columns) => onChange({ columns, mapping: {} })}
      />
      <div className="table-choices">
        <Select
          label={t('tables.import.known')}
          value={asked.onConflict}
          onChange={(onConflict) => onChange({ onConflict })}
          options={(['update', 'skip'] as const).map((id) => ({ id, label: t(`tables.import.known.${id}`) }))}
        />
        <Checkbox isSelected={asked.createParties} onChange={(createParties) => onChange({ createParties })}>
          {t('tables.import.create-parties')}
        </Checkbox>
      </div>
    </>
  );
}

/** Says it and closes once it is imported. */
function useDone(result: TableRead | undefined, onClose: () => void): void {
  const told = useRef<string | null>(null);
  useEffect(() => {
    if (result === undefined || told.current === result.trialId) return;
    told.current = result.trialId;
    notify({ tone: 'good', title: t('tables.import.done', { count: result.counts.new + result.counts.updates }), text: result.name });
    onClose();
  }, [result, onClose]);
}
