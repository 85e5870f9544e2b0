import './toast.css';
import { X } from 'lucide-react';
import { create } from 'zustand';
import { errorWords } from '#shared/error-words.ts';
import { toErrorData } from '#shared/errors.ts';
import { t } from '../messages/index.ts';
import { Button, IconButton } from './button.tsx';

export type Notice = {
  tone: 'plain' | 'good' | 'bad';
  title: string;
  text?: string;
  action?: { label: string; run: () => void };
};
type Toast = Notice & { id: number };

const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }));
let made = 0;

const PASSING = 7_000;
/** What offers something to do waits for slow hands and slow machines. */
const OFFERING = 25_000;

/** Says something in passing. Bad news stays until it is closed; the rest goes by itself. */
export function notify(notice: Notice): void {
  const id = ++made;
  useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-3), { ...notice, id }] }));
  if (notice.tone !== 'bad') setTimeout(() => dismiss(id), notice.action === undefined ? PASSING : OFFERING);
}

/** An error in its own words, with its remedy. */
export function notifyError(error: unknown): void {
  const { title, remedy } = errorWords(toErrorData(error));
  notify({ tone: 'bad', title, text: remedy });
}

function dismiss(id: number): void {
  useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }));
}

export function Toasts() {
  const toasts = useToasts((state) => state.toasts);
  return (
    <section className="toasts" aria-label={t('ui.notices')} aria-live="polite">
      {toasts.map((toast) => (
        <ToastCard key={toast.id} toast={toast} />
      ))}
    </section>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { action } = toast;
  return (
    <div className={`toast toast-${toast.tone}`} role={toast.tone === 'bad' ? 'alert' : 'status'}>
      <div className="toast-words">
        <strong dir="auto">{toast.title}</strong>
        {toast.text === undefined ? null : <span dir="auto">{toast.text}</span>}
        {action === undefined ? null : (
          <div>
            <Button size="s" onPress={() => (action.run(), dismiss(toast.id))}>
              {action.label}
            </Button>
          </div>
        )}
      </div>
      <IconButton label={t('ui.close')} icon={X} onPress={() => dismiss(toast.id)} />
    </div>
  );
}
