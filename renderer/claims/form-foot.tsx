import type { HoldfastError } from '#shared/errors.ts';
import { t } from '../messages/index.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Kbd } from '../ui/kbd.tsx';

type FormFootProps = {
  /** How many fields need another look. */
  failing: number;
  /** How many drafted fields nobody looked at, of how many drafted. */
  waiting: number;
  drafted: number;
  error: HoldfastError | null;
  saveLabel: string;
  canSave: boolean;
  onSave: () => void;
  onDiscard: () => void;
  onConfirmAll: () => void;
};

export function FormFoot({ failing, waiting, drafted, error, saveLabel, canSave, onSave, onDiscard, onConfirmAll }: FormFootProps) {
  return (
    <footer className="claim-form-foot">
      {failing === 0 ? null : (
        <p className="field-error" role="alert">
          {t('claims.form.errors', { count: failing })}
        </p>
      )}
      {error === null ? null : <ErrorNotice error={error} />}
      {drafted === 0 ? null : (
        <div className="claim-form-waiting">
          <span className={waiting === 0 ? 'faint' : 'claim-waiting'} role="status">
            {waiting === 0 ? t('claims.form.all-looked') : t('claims.form.waiting', { count: waiting })}
          </span>
          {waiting === 0 ? null : (
            <>
              <span className="faint claim-form-hint">
                <Kbd keys="Enter" /> {t('claims.form.confirm-one')}
              </span>
              <Button size="s" variant="quiet" keys="Alt+Enter" onPress={onConfirmAll}>
                {t('claims.form.confirm-all')}
              </Button>
            </>
          )}
        </div>
      )}
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

export function DiscardDialog({ onKeep, onDiscard }: { onKeep: () => void; onDiscard: () => void }) {
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
