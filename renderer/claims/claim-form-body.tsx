import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import type { ClaimDraft } from '#shared/claims/draft-from-words.ts';
import type { Passage } from '#shared/model/passages.ts';
import { TextOrigin } from '../passages/text-origin.tsx';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands } from '../shell/commands.ts';
import { closeInspector } from '../shell/session.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { ClaimFormFields } from './claim-form-fields.tsx';
import { formErrors } from './form-errors.ts';
import { isDirty, type ClaimFormState } from './form-state.ts';
import { useSaveClaim } from './use-save-claim.ts';
import { useUnsaved } from './use-unsaved.ts';

export type ClaimFormBodyProps = { initial: ClaimFormState; read: ClaimDraft['read']; passage: Passage | null; claimId: string | null };

/** The form itself. Ctrl+Enter saves; Escape discards, and asks first when something would be lost. */
export function ClaimFormBody({ initial, read, passage, claimId }: ClaimFormBodyProps) {
  const { form, setForm, finish, isBack } = useUnsaved(initial, { passageId: passage?.id ?? null, claimId });
  const [tries, setTries] = useState(0);
  const [asking, setAsking] = useState(false);
  const save = useSaveClaim({ passage, claimId, onSaved: finish });
  const canWrite = useCanWrite();
  const errors = useMemo(() => (tries > 0 ? formErrors(form) : {}), [form, tries]);
  const body = useRef<HTMLDivElement>(null);
  const latest = useRef({ form, save });
  latest.current = { form, save };
  useFirstFocus(body);
  useEffect(() => {
    if (tries > 0) focusFirstError(body.current);
  }, [tries]);

  const submit = () => {
    // A number still being typed is taken when its field is left, and must be part of what is saved.
    if (document.activeElement instanceof HTMLElement && body.current?.contains(document.activeElement)) document.activeElement.blur();
    setTimeout(() => {
      setTries((before) => before + 1);
      const { form: now, save: act } = latest.current;
      if (Object.keys(formErrors(now)).length === 0) act.run(now);
    });
  };
  const leave = () => (finish(), closeInspector());
  const discard = () => (isDirty(initial, latest.current.form) ? setAsking(true) : leave());
  useFormCommands(submit, discard);
  const { onKeyDown, onKeyDownCapture } = formKeys(submit, discard);
  return (
    <section
      className="claim-form"
      aria-label={claimId === null ? t('claims.form.new') : t('claims.form.edit')}
      ref={body}
      onKeyDown={onKeyDown}
      onKeyDownCapture={onKeyDownCapture}
    >
      <header>
        <h2>{claimId === null ? t('claims.form.new') : t('claims.form.edit')}</h2>
        <p className="muted claim-form-lead">{isBack ? t('claims.form.back') : lead(claimId, read.length)}</p>
      </header>
      {passage === null ? null : <Quote passage={passage} />}
      <ClaimFormFields
        form={form}
        onChange={setForm}
        errors={errors}
        read={read}
        itemId={passage?.itemId ?? null}
        hasPassage={passage !== null}
      />
      <FormFoot
        failing={Object.keys(errors).length}
        error={save.error}
        saveLabel={claimId === null ? t('claims.form.save') : t('claims.form.save-changes')}
        canSave={!save.isPending && canWrite}
        onSave={submit}
        onDiscard={discard}
      />
      {asking ? <DiscardDialog onKeep={() => setAsking(false)} onDiscard={leave} /> : null}
    </section>
  );
}

type FormFootProps = {
  /** How many fields need another look. */
  failing: number;
  error: Error | null;
  saveLabel: string;
  canSave: boolean;
  onSave: () => void;
  onDiscard: () => void;
};

function FormFoot({ failing, error, saveLabel, canSave, onSave, onDiscard }: FormFootProps) {
  return (
    <footer className="claim-form-foot">
      {failing === 0 ? null : (
        <p className="field-error" role="alert">
          {t('claims.form.errors', { count: failing })}
        </p>
      )}
      {error === null ? null : <ErrorNotice error={error} />}
      <div className="claim-form-actions">
        <Button variant="go" keys="$mod+Enter" isDisabled={!canSave} onPress={onSave}>
          {saveLabel}
        </Button>
        <Button keys="Escape" onPress={onDiscard}>
          {t('claims.form.discard')}
        </Button>
      </div>
    </footer>
  );
}

/** Offers both acts by name, so that they work wherever the focus is. */
function useFormCommands(submit: () => void, discard: () => void): void {
  const acts = useRef({ submit, discard });
  acts.current = { submit, discard };
  useCommands(
    useMemo(
      () => [
        { id: 'claim.save', title: 'claims.do.save', group: 'claims.group', keys: '$mod+Enter', run: () => acts.current.submit() },
        { id: 'claim.discard', title: 'claims.do.discard', group: 'claims.group', keys: 'Escape', run: () => acts.current.discard() },
      ],
      [],
    ),
  );
}

function formKeys(submit: () => void, discard: () => void) {
  // Before the field or button in focus sees it: Enter there would press the button.
  const onKeyDownCapture = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !event.currentTarget.contains(event.target as Node)) return;
    event.preventDefault();
    event.stopPropagation();
    submit();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector('.popup, .veil') !== null) return;
    event.preventDefault();
    discard();
  };
  return { onKeyDown, onKeyDownCapture };
}

function lead(claimId: string | null, drafted: number): string {
  if (claimId !== null) return t('claims.form.edited');
  return drafted === 0 ? t('claims.form.empty') : t('claims.form.drafted');
}

function Quote({ passage }: { passage: Passage }) {
  return (
    <figure className="claim-form-quote" aria-label={t('claims.form.quote')}>
      <blockquote className="selectable" dir="auto">
        {passage.quote === '' ? t('claim.evidence.area') : passage.quote}
      </blockquote>
      {passage.translation === null ? null : (
        <p className="selectable" dir="auto">
          {passage.translation} <span className="faint">{t('claim.evidence.translator', { who: passage.translator ?? '' })}</span>
        </p>
      )}
      <TextOrigin {...passage} />
      <figcaption className="faint truncate" dir="auto" title={passage.itemTitle}>
        {passage.itemTitle}
      </figcaption>
    </figure>
  );
}

function DiscardDialog({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
  return (
    <Dialog
      title={t('claims.form.discard.title')}
      role="alertdialog"
      isOpen
      onClose={onKeep}
      actions={
        <>
          <Button onPress={onKeep} autoFocus>
            {t('claims.form.keep')}
          </Button>
          <Button variant="danger" onPress={onDiscard}>
            {t('claims.form.discard')}
          </Button>
        </>
      }
    >
      <p className="muted">{t('claims.form.discard.text')}</p>
    </Dialog>
  );
}

/** The form was asked for by a key, so the hands are on the keyboard. */
function useFirstFocus(body: { current: HTMLElement | null }): void {
  useEffect(() => {
    body.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }, [body]);
}

function focusFirstError(body: HTMLElement | null): void {
  const row = body?.querySelector('.claim-row [data-invalid], .claim-row .field-error')?.closest('.claim-row') ?? null;
  const input = row?.querySelector<HTMLElement>('[data-invalid] input') ?? row?.querySelector<HTMLElement>('input, button');
  input?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}
