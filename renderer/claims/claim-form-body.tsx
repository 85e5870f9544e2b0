import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCall } from '../shell/engine.ts';
import { closeInspector } from '../shell/session.ts';
import { ClaimFormFields } from './claim-form-fields.tsx';
import { FormContext, type FormContextValue } from './form-context.ts';
import { fieldState, notLookedAt, type DraftRead } from './form-draft.ts';
import { formErrors } from './form-errors.ts';
import { fieldAt, focusFirstError, focusNext } from './form-focus.ts';
import { DiscardDialog, FormFoot } from './form-foot.tsx';
import { formKeys } from './form-keys.ts';
import { FormQuote } from './form-quote.tsx';
import { isDirty, type ClaimFormState } from './form-state.ts';
import { useFormCommands } from './use-form-commands.ts';
import { useSaveClaim } from './use-save-claim.ts';
import { useUnsaved } from './use-unsaved.ts';

export type ClaimFormBodyProps = { initial: ClaimFormState; read: readonly DraftRead[]; passage: Passage | null; claimId: string | null };

/** The form itself: Enter confirms and goes on, Ctrl+Enter saves, Escape discards and asks first when something would be lost. */
export function ClaimFormBody(props: ClaimFormBodyProps) {
  const { initial, read, passage, claimId } = props;
  const { form, setForm, finish, isBack } = useUnsaved(initial, { passageId: passage?.id ?? null, claimId });
  const own = useCall('fields.list', { subject: 'claim' }).data?.fields ?? [];
  const [asking, setAsking] = useState(false);
  const [current, setCurrent] = useState<string | null>(null);
  const body = useRef<HTMLElement>(null);
  const canWrite = useCanWrite();
  const { submit, errors, save } = useSubmit({ form, own, body, passage, claimId, onSaved: finish });
  const context = useDraftContext({ initial, form, read });
  const waiting = notLookedAt({ initial, form, read });
  useFirstFocus(body, waiting.length > 0);

  const leave = () => (finish(), closeInspector());
  const discard = () => (isDirty(initial, form) ? setAsking(true) : leave());
  const look = (fields: readonly string[]) => {
    // Drawn at once, so that the next field is found and an Enter that follows at once is meant for it.
    flushSync(() => setForm((now) => ({ ...now, looked: [...new Set([...now.looked, ...fields])] })));
    focusNext(body.current);
  };
  const goOn = () => look(waiting.filter((field) => field === fieldAt(document.activeElement)));
  const confirmAll = () => look(waiting);
  useFormCommands({
    submit,
    discard,
    confirmAll,
    addItem: () => body.current?.querySelector<HTMLElement>('[data-adds="item"] button')?.click(),
    change: (to) => setForm((now) => ({ ...now, ...to(now) })),
  });
  return (
    <FormContext value={context}>
      <section
        className="claim-form"
        aria-label={claimId === null ? t('claims.form.new') : t('claims.form.edit')}
        ref={body}
        onFocus={(event) => setCurrent(fieldAt(event.target))}
        {...formKeys({ submit, discard, goOn, confirmAll })}
      >
        <header>
          <h2>{claimId === null ? t('claims.form.new') : t('claims.form.edit')}</h2>
          <p className="muted claim-form-lead">{isBack ? t('claims.form.back') : lead(claimId, read.length)}</p>
        </header>
        {passage === null ? null : <FormQuote passage={passage} read={read} current={current} />}
        <ClaimFormFields form={form} onChange={setForm} errors={errors} own={own} passage={passage} isNew={claimId === null} />
        <FormFoot
          failing={Object.keys(errors).length}
          waiting={waiting.length}
          drafted={read.length}
          error={save.error}
          saveLabel={claimId === null ? t('claims.form.save') : t('claims.form.save-changes')}
          canSave={!save.isPending && canWrite}
          onSave={submit}
          onDiscard={discard}
          onConfirmAll={confirmAll}
        />
        {asking ? <DiscardDialog onKeep={() => setAsking(false)} onDiscard={leave} /> : null}
      </section>
    </FormContext>
  );
}

type SubmitProps = {
  form: ClaimFormState;
  own: Parameters<typeof formErrors>[1];
  body: { current: HTMLElement | null };
  passage: Passage | null;
  claimId: string | null;
  onSaved: () => void;
};

/** Saves what stands; what does not is said from the first try on, and the keyboard goes to the first of it. */
function useSubmit({ form, own, body, ...about }: SubmitProps) {
  const [tries, setTries] = useState(0);
  const save = useSaveClaim(about);
  const errors = useMemo(() => (tries > 0 ? formErrors(form, own) : {}), [form, own, tries]);
  const latest = useRef({ form, own, save });
  latest.current = { form, own, save };
  useEffect(() => {
    if (tries > 0) focusFirstError(body.current);
  }, [tries, body]);
  const submit = () => {
    // A number still being typed is taken when its field is left, and must be part of what is saved.
    if (document.activeElement instanceof HTMLElement && body.current?.contains(document.activeElement)) document.activeElement.blur();
    setTimeout(() => {
      setTries((before) => before + 1);
      const now = latest.current;
      if (Object.keys(formErrors(now.form, now.own)).length === 0) now.save.run(now.form);
    });
  };
  return { submit, errors, save };
}

function useDraftContext(about: { initial: ClaimFormState; form: ClaimFormState; read: readonly DraftRead[] }): FormContextValue {
  const { initial, form, read } = about;
  return useMemo(
    () => ({
      isDrafted: read.length > 0,
      hasKeys: true,
      stateOf: (field) => fieldState(field, { initial, form, read }),
      readsOf: (field) => read.filter((one) => one.field === field),
    }),
    [initial, form, read],
  );
}

function lead(claimId: string | null, drafted: number): string {
  if (claimId !== null) return t('claims.form.edited');
  return drafted === 0 ? t('claims.form.empty') : t('claims.form.drafted');
}

/** The form was asked for by a key, so the hands are on the keyboard: it begins at the first drafted field. */
function useFirstFocus(body: { current: HTMLElement | null }, isDrafted: boolean): void {
  const atDraft = useRef(isDrafted);
  useEffect(() => {
    if (atDraft.current) focusNext(body.current);
    else body.current?.querySelector<HTMLElement>('input')?.focus({ preventScroll: true });
  }, [body]);
}
