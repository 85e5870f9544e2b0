import { useState } from 'react';
import { authorityDraft } from '#shared/model/timestamps.ts';
import { t } from '../messages/index.ts';
import { useAct } from '../shell/engine.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { TextArea, TextField } from '../ui/text-field.tsx';
import { notify } from '../ui/toast.tsx';

const blank = { name: '', url: '', anchors: '', policy: '', auto: false };

/** Adds an authority; nothing is sent to it by that. */
export function AuthorityForm({ onDone }: { onDone: () => void }) {
  const [form, setForm] = useState(blank);
  const [tried, setTried] = useState(false);
  const add = useAct('authorities.add', { quiet: true });
  const set = (change: Partial<typeof blank>) => setForm({ ...form, ...change });
  const parsed = authorityDraft.safeParse({ ...form, anchors: form.anchors.trim() || null, policy: form.policy.trim() || null });
  const errorAt = (field: 'name' | 'url' | 'policy') =>
    tried && parsed.error?.issues.some(({ path }) => path[0] === field) ? t(`authorities.${field}.bad`) : undefined;
  const save = () => {
    setTried(true);
    if (!parsed.success) return;
    add.mutate(parsed.data, { onSuccess: ({ name }) => (onDone(), notify({ tone: 'good', title: t('authorities.added', { name }) })) });
  };
  return (
    <form className="authority-form" aria-label={t('authorities.add')} onSubmit={(event) => (event.preventDefault(), save())}>
      {add.error === null ? null : <ErrorNotice error={add.error} />}
      <TextField label={t('authorities.name')} autoFocus value={form.name} onChange={(name) => set({ name })} error={errorAt('name')} />
      <TextField
        label={t('authorities.url')}
        hint={t('authorities.url.hint')}
        dir="ltr"
        placeholder="https://"
        value={form.url}
        onChange={(url) => set({ url })}
        error={errorAt('url')}
      />
      <TextArea
        label={t('authorities.anchors')}
        hint={t('authorities.anchors.hint')}
        dir="ltr"
        placeholder="-----BEGIN CERTIFICATE-----"
        value={form.anchors}
        onChange={(anchors) => set({ anchors })}
      />
      <TextField
        label={t('authorities.policy')}
        hint={t('authorities.policy.hint')}
        dir="ltr"
        value={form.policy}
        onChange={(policy) => set({ policy })}
        error={errorAt('policy')}
      />
      <Checkbox isSelected={form.auto} onChange={(auto) => set({ auto })}>
        {t('authorities.auto')} <span className="faint">{t('authorities.auto.hint')}</span>
      </Checkbox>
      <div className="authority-acts">
        <Button onPress={onDone}>{t('ui.cancel')}</Button>
        <Button variant="go" type="submit" isDisabled={add.isPending}>
          {t('authorities.add')}
        </Button>
      </div>
    </form>
  );
}
