import './pdf-viewer.css';
import { useEffect, useRef } from 'react';
import type { CanonicalText, Item, ItemFile } from '#shared/model/items.ts';
import { t } from '../../messages/index.ts';
import { useCanWrite } from '../../shell/case-info.ts';
import { call } from '../../shell/engine.ts';
import { ErrorNotice } from '../../ui/error-notice.tsx';
import { notifyError } from '../../ui/toast.tsx';
import type { Reading } from '../marks/use-reading.ts';
import { PasswordForm } from './password-form.tsx';
import { PdfPages } from './pdf-pages.tsx';
import { usePdf } from './use-pdf.ts';

export type PdfViewerProps = { item: Item; file: ItemFile; text: CanonicalText | null; reading: Reading };

export function PdfViewer(props: PdfViewerProps) {
  const { item, file, text } = props;
  const opened = usePdf(file);
  const canWrite = useCanWrite();
  /** Held from the asking to the opening, and only when the words are to be read too. A direct call: the cache of answers keeps inputs. */
  const password = useRef<string | null>(null);
  const isOpen = opened.state === 'open';
  useEffect(() => {
    const given = password.current;
    password.current = null;
    if (isOpen && given !== null) call('pdf.readText', { itemId: item.id, password: given }).catch(notifyError);
  }, [isOpen, item.id]);
  if (opened.state === 'failed')
    return (
      <div className="reader-notice">
        <ErrorNotice error={opened.error} />
      </div>
    );
  if (opened.state === 'locked')
    return (
      <PasswordForm
        name={file.name}
        isWrong={opened.isWrong}
        offersText={canWrite && text === null}
        onPassword={(given, readsText) => {
          password.current = readsText ? given : null;
          opened.unlock(given);
        }}
      />
    );
  if (opened.state === 'opening')
    return (
      <p className="reader-opening" role="status">
        {t('reader.opening')}
      </p>
    );
  return <PdfPages {...props} pdf={opened.pdf} first={opened.first} />;
}
