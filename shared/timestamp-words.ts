/** The one place that words what is wrong with a timestamp or its authority, for the window, the command line and findings. */
import type { Problem, TimestampProblem } from './model/timestamps.ts';

const wordings: Record<TimestampProblem, string> = {
  unreachable: 'the authority could not be reached ({detail})',
  slow: 'the authority did not answer in {detail} seconds',
  busy: 'the authority is busy or down (HTTP {detail})',
  status: 'the authority refused with HTTP {detail}',
  redirect: 'the authority sends elsewhere ({detail}), which is not followed',
  'content-type': 'the answer is no timestamp reply but {detail}',
  'too-large': 'the answer is larger than {detail} bytes',
  unreadable: 'the answer cannot be read as an RFC 3161 reply ({detail})',
  rejected: 'the authority rejected the request ({detail})',
  imprint: 'the token is over other bytes than those of the seal',
  nonce: 'the token answers another request',
  policy: 'the token was made under policy {detail}, which was not asked for',
  'no-certificate': 'the certificate that signed the token is not in it',
  signature: 'the signature of the token does not hold ({detail})',
  purpose: 'the certificate that signed the token is not meant for timestamps alone',
  'certificate-link': 'the token does not name the certificate that signed it',
  validity: 'the certificate that signed was not valid at the time of the token ({detail})',
  chain: 'its certificates do not lead to the trust anchor given for this authority ({detail})',
};

/** Part of a sentence, without a full stop. */
export function problemWords({ code, detail }: Problem): string {
  return wordings[code].replace('{detail}', detail ?? 'unknown');
}
