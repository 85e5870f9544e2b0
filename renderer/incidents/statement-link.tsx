import { edtfWords } from '#shared/claims/edtf-words.ts';
import { t } from '../messages/index.ts';
import { openClaim } from '../shell/session.ts';
import type { Statement } from './origin-index.ts';

/** A claim as a way to its page: who said it when, and what. */
export function StatementLink({ statement, id }: { statement: Statement | undefined; id: string }) {
  if (statement === undefined)
    return (
      <button type="button" className="row-link mono" onClick={() => openClaim(id)}>
        {id}
      </button>
    );
  const date = statement.saidAt === null ? t('claims.undated') : edtfWords(statement.saidAt);
  return (
    <button type="button" className="row-link statement-link" onClick={() => openClaim(id)}>
      <span className="statement-link-who">
        <bdi>{statement.speaker ?? t('claims.nobody')}</bdi>, {date}
      </span>
      <bdi>{statement.sentence}</bdi>
    </button>
  );
}
