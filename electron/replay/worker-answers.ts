/** The script a replay's service worker runs: wabac, and a way for main to ask it that no page can stand in. */
export function workerScript(wabac: string): string {
  return `${wabac}\n;(${answerQuestions.toString()})();\n`;
}

type Worker = {
  sw: { api: { apiResponse: (path: string, request: { method: string }, event: unknown) => Promise<Response> } };
  addEventListener: (name: 'message', hear: (event: Question) => void) => void;
};
type Question = MessageEvent<{ ask?: unknown } | null> & { waitUntil: (work: Promise<unknown>) => void };

/**
 * Runs in the service worker. Answers `{ ask: <path of wabac's API> }` over the port that came with it. Requests of
 * our own script world pass a service worker by, so its answers come as messages.
 */
function answerQuestions(): void {
  const worker = self as unknown as Worker;
  worker.addEventListener('message', (event) => {
    const path = event.data?.ask;
    const port = event.ports[0];
    if (typeof path !== 'string' || port === undefined) return;
    const answer = async () => {
      const response = await worker.sw.api.apiResponse(path, { method: 'GET' }, event);
      port.postMessage(await response.json());
    };
    event.waitUntil(answer().catch(() => port.postMessage(null)));
  });
}
