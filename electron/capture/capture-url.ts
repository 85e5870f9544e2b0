export { parseCaptureUrl } from '#shared/capture-url.ts';

/** What a page under capture may ask for at all. */
export function isFetchable(address: string): boolean {
  const protocol = URL.parse(address)?.protocol ?? '';
  return ['http:', 'https:', 'ws:', 'wss:', 'data:', 'blob:', 'about:'].includes(protocol);
}

/** Where the page itself may move to while it loads. */
export function isPageAddress(address: string): boolean {
  const protocol = URL.parse(address)?.protocol ?? '';
  return protocol === 'http:' || protocol === 'https:';
}
