/**
 * Which request brought which address. Chromium serialises a page without its fonts and cannot be asked for them by
 * address; by the number of the request it still has their bytes. Pure.
 */
export class ResponseLog {
  private readonly requests = new Map<string, string>();

  take(method: string, params: Record<string, unknown>): void {
    if (method !== 'Network.responseReceived' || this.requests.size >= mostRequests) return;
    const { requestId, type, response } = params as {
      requestId: string;
      type: string;
      response: { url: string };
    };
    if (wanted.has(type)) this.requests.set(response.url, requestId);
  }

  requestOf(url: string): string | undefined {
    return this.requests.get(url);
  }
}

const wanted = new Set(['Font', 'Image', 'Stylesheet']);
const mostRequests = 1000;
