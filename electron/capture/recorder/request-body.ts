import type { Send } from './read-body.ts';

export type SentRequest = { hasPostData?: boolean; postData?: string; postDataEntries?: { bytes?: string }[] };

/** The body of a request as bytes. Files sent with a form are not told by Chromium, and missing here. */
export async function requestBodyOf(send: Send, request: SentRequest, networkId: string | undefined): Promise<Buffer | null> {
  const entries = request.postDataEntries?.flatMap(({ bytes }) => (bytes === undefined ? [] : [Buffer.from(bytes, 'base64')]));
  if (entries !== undefined && entries.length > 0) return Buffer.concat(entries);
  if (request.postData !== undefined) return Buffer.from(request.postData, 'utf8');
  if (request.hasPostData !== true || networkId === undefined) return null;
  const asked = send<{ postData: string }>('Network.getRequestPostData', { requestId: networkId });
  return asked.then(
    ({ postData }) => Buffer.from(postData, 'utf8'),
    () => null,
  );
}
