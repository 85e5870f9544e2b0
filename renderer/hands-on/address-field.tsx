import { LockKeyhole, LockKeyholeOpen, ShieldAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { HandsOnState } from '#shared/hands-on.ts';
import { t } from '../messages/index.ts';
import { asAddress } from './as-address.ts';
import { tell } from './toolbar-state.ts';

type Props = { page: HandsOnState['page']; trouble: HandsOnState['trouble']; isDisabled: boolean };

/** Shows where the page is, until the person types; Enter goes there, Escape shows the page's again. */
export function AddressField({ page, trouble, isDisabled }: Props) {
  const shown = trouble === null ? page.url : String(trouble.facts['url'] ?? page.url);
  const [typed, setTyped] = useState<string | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(null), [shown]);
  useEffect(() => {
    if (page.url === '') input.current?.focus();
  }, [page.url]);
  return (
    <form
      className="address"
      onSubmit={(event) => {
        event.preventDefault();
        const address = asAddress(typed ?? shown);
        if (address === null) return;
        tell('go', { address });
        input.current?.blur();
      }}
    >
      <Security page={page} isThere={trouble === null} />
      <input
        ref={input}
        className="address-input"
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        aria-label={t('hands-on.address')}
        placeholder={t('hands-on.address.placeholder')}
        value={typed ?? shown}
        disabled={isDisabled}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={(event) => event.key === 'Escape' && setTyped(null)}
      />
    </form>
  );
}

/** How the page came, in words and not only by a picture. */
function Security({ page: { security, certificate }, isThere }: { page: HandsOnState['page']; isThere: boolean }) {
  if (security === 'none' || !isThere) return null;
  const Icon = { plain: LockKeyholeOpen, secure: LockKeyhole, accepted: ShieldAlert }[security];
  const hint = t(`hands-on.security.${security}.hint`, { problem: certificate?.problem ?? '' });
  const issuer = certificate === null ? '' : `\n${t('hands-on.certificate.issuer')}: ${certificate.issuer}`;
  return (
    <span className={`address-security address-${security}`} title={hint + issuer}>
      <Icon aria-hidden />
      {security === 'secure' ? (
        <span className="visually-hidden">{t('hands-on.security.secure')}</span>
      ) : (
        t(`hands-on.security.${security}`)
      )}
    </span>
  );
}
