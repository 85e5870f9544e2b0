import type { WebContents } from 'electron';
import type { HandsOnState } from '#shared/hands-on.ts';
import type { CertificateTrust } from '../capture/certificate-trust.ts';

/** What the toolbar shows of the page. A certificate that was judged before this sitting is one Chromium vouches for. */
export function pageState(contents: WebContents, trust: CertificateTrust): HandsOnState['page'] {
  const url = contents.getURL();
  const isWeb = /^https?:/.test(url);
  const verdict = url.startsWith('https:') ? trust.verdictOf(url) : null;
  const { navigationHistory: history } = contents;
  return {
    url: isWeb ? url : '',
    title: isWeb ? contents.getTitle() : '',
    isLoading: contents.isLoadingMainFrame(),
    canGoBack: history.canGoBack(),
    canGoForward: history.canGoForward(),
    security: !isWeb ? 'none' : url.startsWith('http:') ? 'plain' : verdict?.consented === true ? 'accepted' : 'secure',
    certificate: verdict && { subject: verdict.subject, issuer: verdict.issuer, validTo: verdict.validTo, problem: verdict.problem },
  };
}
