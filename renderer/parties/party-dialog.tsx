import { useState } from 'react';
import { partyFields, type Party } from '#shared/model/parties.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { OwnFieldRows } from '../vocabulary/own-field-rows.tsx';
import { PartyKindField } from './party-kind-field.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';

/** Makes a party, or changes its names, kind and note. */
export function PartyDialog({ party, onClose, onSaved }: { party?: Party; onClose: () => void; onSaved?: (party: Party) => void }) {
  const [form, setForm] = useState({
    name: party?.name ?? '',
    kind: party?.kind ?? 'unknown',
    aliases: aliasLines(party?.aliases ?? []),
    note: party?.note ?? '',
    extra: party?.extra ?? {},
  });
  const [tried, setTried] = useState(false);
  const create = useAct('parties.create', { quiet: true });
  const update = useAct('parties.update', { quiet: true });
  const set = (part: Partial<typeof form>) => setForm({ ...form, ...part });
  const nameless = form.name.trim() === '';
  const kindless = !partyFields.shape.kind.safeParse(form.kind).success;
  const save = () => {
    setTried(true);
    if (nameless || kindless) return;
    const fields = { ...form, aliases: aliasesOf(form.aliases) };
    const onSuccess = (saved: Party) => (onSaved?.(saved), onClose());
    if (party === undefined) create.mutate(fields, { onSuccess });
    else update.mutate({ id: party.id, fields }, { onSuccess });
  };
  const error = create.error ?? update.error;
  return (
    <Dialog
      title={party === undefined ? t('party.dialog.new') : t('party.dialog.edit')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="go" isDisabled={create.isPending || update.isPending} onPress={save}>
            {t('ui.save')}
          </Button>
        </>
      }
    >
      {error === null ? null : <ErrorNotice error={error} />}
      <TextField
        label={t('party.name')}
        autoFocus
        value={form.name}
        onChange={(name) => set({ name })}
        error={tried && nameless ? t('party.error.name') : undefined}
      />
      <PartyKindField kind={form.kind} onChange={(kind) => set({ kind })} error={tried && kindless ? t('party.error.kind') : undefined} />
      <TextArea label={t('party.aliases')} hint={t('party.aliases.hint')} value={form.aliases} onChange={(aliases) => set({ aliases })} />
      <TextArea label={t('party.note')} value={form.note} onChange={(note) => set({ note })} rows={2} />
      <div className="claim-rows">
        <OwnFieldRows subject="party" values={form.extra} onChange={(extra) => set({ extra })} />
      </div>
    </Dialog>
  );
}

function aliasLines(aliases: Party['aliases']): string {
  return aliases.map(({ name, language }) => (language === null ? name : `${name} | ${language}`)).join('\n');
}

function aliasesOf(lines: string): Party['aliases'] {
  return lines.split('\n').flatMap((line) => {
    const [name = '', language = ''] = line.split('|').map((part) => part.trim());
    return name === '' ? [] : [{ name, language: language === '' ? null : language }];
  });
}
