import { Copy } from 'lucide-react';
import type { Passage } from '#shared/model/passages.ts';
import { t } from '../../messages/index.ts';
import { Button } from '../../ui/button.tsx';
import { CopyDigest, Digest } from '../../ui/digest.tsx';
import { Facts } from '../../ui/facts.tsx';
import { notify } from '../../ui/toast.tsx';

/** How the passage is tied to its place, as it will stand in a case file: W3C selectors, offsets and the hash of the text. */
export function PassageAnchors({ passage }: { passage: Passage }) {
  const json = JSON.stringify(passage.selectors, null, 2);
  const copy = () => void navigator.clipboard.writeText(json).then(() => notify({ tone: 'good', title: t('ui.copied') }));
  const { start, end, textSha256, id } = passage;
  return (
    <div className="passage-anchors">
      <Facts
        facts={[
          { label: t('anchors.offsets'), value: start === null || end === null ? null : `${start}–${end}` },
          {
            label: t('anchors.hash'),
            value:
              textSha256 === null ? null : (
                <span className="passage-hash">
                  <Digest sha256={textSha256} />
                  <CopyDigest sha256={textSha256} />
                </span>
              ),
          },
          { label: t('anchors.id'), value: <span className="mono">{id}</span> },
        ]}
      />
      <pre className="passage-selectors mono selectable" dir="ltr" tabIndex={0} aria-label={t('anchors.selectors')}>
        {json}
      </pre>
      <Button size="s" icon={Copy} onPress={copy}>
        {t('anchors.copy')}
      </Button>
    </div>
  );
}
