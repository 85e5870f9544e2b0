import './sheet-dialog.css';
import { Printer } from 'lucide-react';
import { useState } from 'react';
import { notRecorded, sheetFieldWords, sheetSectionWords } from '#shared/custody-words.ts';
import { custodyFields, type CustodySheet, type ItemCustody } from '#shared/model/custody.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { call, useAct, useCall } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Facts } from '../ui/facts.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { notify, notifyError } from '../ui/toast.tsx';
import { useSheetItem } from './sheet-item.ts';

/** What is known of how an item was collected and preserved, and the place to add what only a person knows. */
export function SheetDialog({ onClose }: { onClose: () => void }) {
  const itemId = useSheetItem((state) => state.itemId);
  return itemId === null ? null : <Sheet itemId={itemId} onClose={onClose} />;
}

function Sheet({ itemId, onClose }: { itemId: string; onClose: () => void }) {
  const sheet = useCall('custody.sheet', { itemId });
  const given = useCall('custody.given', { itemId });
  return (
    <Dialog
      title={t('custody.sheet')}
      isOpen
      wide
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.close')}</Button>
          <Button variant="go" icon={Printer} onPress={() => void save(itemId).catch(notifyError)}>
            {t('custody.sheet.save')}
          </Button>
        </>
      }
    >
      {sheet.error === null ? null : <ErrorNotice error={sheet.error} />}
      {given.data === undefined ? null : <Given itemId={itemId} given={given.data} />}
      {sheet.data === undefined ? null : <Sections sheet={sheet.data} />}
    </Dialog>
  );
}

async function save(itemId: string): Promise<void> {
  const { path } = await call('custody.saveSheet', { itemId });
  if (path === null) return;
  const reveal = { label: t('export.reveal'), run: () => void call('files.reveal', { path }).catch(notifyError) };
  notify({ tone: 'good', title: t('custody.sheet.saved'), action: reveal });
}

function Sections({ sheet }: { sheet: CustodySheet }) {
  return sheet.sections.map(({ id, fields }) => (
    <section key={id}>
      <h3>{sheetSectionWords[id]}</h3>
      <Facts
        facts={fields.map((field) => ({
          label: sheetFieldWords[field.id],
          value:
            field.value === null ? (
              <span className="faint">{notRecorded}</span>
            ) : (
              <span className="sheet-value selectable">{field.value}</span>
            ),
        }))}
      />
    </section>
  ));
}

/** Nothing is saved until asked. */
function Given({ itemId, given }: { itemId: string; given: ItemCustody }) {
  const [said, setSaid] = useState(given);
  const canWrite = useCanWrite();
  const describe = useAct('custody.describe');
  const isChanged = JSON.stringify(said) !== JSON.stringify(given);
  if (!canWrite) return null;
  return (
    <section className="sheet-given">
      <h3>{t('custody.sheet.given')}</h3>
      <p className="muted">{t('custody.sheet.given.text')}</p>
      <div className="sheet-fields">
        {custodyFields.map((name) => (
          <TextArea
            key={name}
            label={sheetFieldWords[name]}
            rows={2}
            value={said[name]}
            onChange={(value) => setSaid({ ...said, [name]: value })}
          />
        ))}
      </div>
      {isChanged ? (
        <div>
          <Button size="s" onPress={() => describe.mutate({ itemId, given: said }, { onSuccess: setSaid })} isDisabled={describe.isPending}>
            {t('ui.save')}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
