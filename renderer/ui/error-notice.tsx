import './error-notice.css';
import type { ReactNode } from 'react';
import { errorWords } from '#shared/error-words.ts';
import { toErrorData } from '#shared/errors.ts';
import { t } from '../messages/index.ts';
import { Button } from './button.tsx';

/** What went wrong and what to do, where it went wrong. `children` are further ways out. */
export function ErrorNotice({ error, onRetry, children }: { error: unknown; onRetry?: () => void; children?: ReactNode }) {
  const { title, remedy } = errorWords(toErrorData(error));
  return (
    <div className="error-notice" role="alert">
      <strong className="selectable" dir="auto">
        {title}
      </strong>
      <span className="selectable" dir="auto">
        {remedy}
      </span>
      {onRetry === undefined && children === undefined ? null : (
        <div className="error-notice-actions">
          {onRetry === undefined ? null : (
            <Button size="s" onPress={onRetry}>
              {t('ui.retry')}
            </Button>
          )}
          {children}
        </div>
      )}
    </div>
  );
}
