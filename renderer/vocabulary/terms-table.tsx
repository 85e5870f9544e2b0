import { Ellipsis, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ListedTerm, VocabularyName } from '#shared/model/vocabularies.ts';
import { t } from '../messages/index.ts';
import { useCanWrite } from '../shell/case-info.ts';
import { useCommands, type Command } from '../shell/commands.ts';
import { useAct, useCall } from '../shell/engine.ts';
import { Button, IconButton } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { ErrorNotice } from '../ui/error-notice.tsx';
import { Menu } from '../ui/menu.tsx';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { notify } from '../ui/toast.tsx';
import { TermDialog } from './term-dialog.tsx';

type Open = { act: 'write' | 'remove'; term: ListedTerm | null } | null;

/** One vocabulary: what is built in, the case's own, and words that are only used so far. */
export function TermsTable({ vocabulary }: { vocabulary: VocabularyName }) {
  const { data, error } = useCall('vocabulary.list', { vocabulary });
  const [open, setOpen] = useState<Open>(null);
  const canWrite = useCanWrite();
  useCommands(
    useMemo<Command[]>(
      () =>
        canWrite
          ? [
              {
                id: 'vocabulary.new',
                title: 'vocabulary.new',
                group: 'claims.group',
                keys: 'n',
                run: () => setOpen({ act: 'write', term: null }),
              },
            ]
          : [],
      [canWrite],
    ),
  );
  const close = () => setOpen(null);
  return (
    <section className="vocabulary">
      <div className="vocabulary-acts">
        <Button icon={Plus} keys="n" isDisabled={!canWrite} onPress={() => setOpen({ act: 'write', term: null })}>
          {t('vocabulary.new')}
        </Button>
      </div>
      {error === null ? null : <ErrorNotice error={error} />}
      <table className="plain-table" aria-label={t(`vocabulary.${vocabulary}`)}>
        <thead>
          <tr>
            <th scope="col">{t('vocabulary.column.term')}</th>
            <th scope="col">{t('vocabulary.column.origin')}</th>
            <th scope="col">{t('vocabulary.column.words')}</th>
            <th scope="col" className="end">
              {t('vocabulary.column.used')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {data?.terms.map((term) => (
            <TermRow key={term.term} term={term} canWrite={canWrite} onOpen={(act) => setOpen({ act, term })} />
          ))}
        </tbody>
      </table>
      {open?.act === 'write' ? <TermDialog vocabulary={vocabulary} term={open.term} onClose={close} /> : null}
      {open?.act === 'remove' && open.term !== null ? <RemoveTerm term={open.term} onClose={close} /> : null}
    </section>
  );
}

type TermRowProps = { term: ListedTerm; canWrite: boolean; onOpen: (act: 'write' | 'remove') => void };

function TermRow({ term, canWrite, onOpen }: TermRowProps) {
  return (
    <tr data-origin={term.origin}>
      <td>
        <span dir="auto" title={term.note === '' ? undefined : term.note}>
          {term.term}
        </span>
      </td>
      <td>
        <Chip tone={term.origin === 'used' ? 'pending' : 'plain'}>{t(`vocabulary.origin.${term.origin}`)}</Chip>
      </td>
      <td className="muted">
        <span className="vocabulary-words">
          {term.words.map((word) => (
            <bdi key={word}>{word}</bdi>
          ))}
        </span>
      </td>
      <td className={term.used === 0 ? 'end number faint' : 'end number'}>{term.used.toLocaleString('en')}</td>
      <td className="end">
        {canWrite && term.origin === 'used' ? (
          <Button size="s" variant="quiet" onPress={() => onOpen('write')}>
            {t('vocabulary.define')}
          </Button>
        ) : null}
        {canWrite && term.origin === 'case' ? (
          <Menu
            label={t('vocabulary.acts', { term: term.term })}
            actions={[
              { id: 'edit', label: t('vocabulary.edit'), run: () => onOpen('write') },
              { id: 'remove', label: t('vocabulary.remove'), danger: true, run: () => onOpen('remove') },
            ]}
          >
            <IconButton label={t('vocabulary.acts', { term: term.term })} icon={Ellipsis} />
          </Menu>
        ) : null}
      </td>
    </tr>
  );
}

function RemoveTerm({ term, onClose }: { term: ListedTerm; onClose: () => void }) {
  const remove = useAct('vocabulary.remove');
  const done = () => (onClose(), notify({ tone: 'good', title: t('vocabulary.removed') }));
  return (
    <ReasonDialog
      title={t('vocabulary.remove.title', { term: term.term })}
      text={t('vocabulary.remove.text')}
      confirm={t('vocabulary.remove.confirm')}
      isOpen
      isPending={remove.isPending}
      onClose={onClose}
      onConfirm={(reason) => remove.mutate({ id: term.id ?? '', reason }, { onSuccess: done, onError: onClose })}
    />
  );
}
