import type { DevTools } from '../capture/devtools.ts';
import { looksSecret } from './redaction/secret-values.ts';

const world = 'holdfast-typed';
const tell = 'holdfastTyped';

/** Runs in a world of our own in every frame: the page sees neither it nor what it calls. */
const listener = `(() => {
  const known = new Set();
  const note = (element) => {
    if (element instanceof HTMLInputElement && element.type === 'password') known.add(element);
  };
  const say = () => {
    document.querySelectorAll('input[type=password]').forEach(note);
    for (const element of known) if (element.value.length >= 4) ${tell}(element.value);
  };
  addEventListener('input', (event) => note(event.composedPath()[0]), true);
  addEventListener('keydown', (event) => event.key === 'Enter' && say(), true);
  for (const type of ['change', 'submit', 'click', 'pagehide']) addEventListener(type, say, true);
})()`;

/**
 * What a person types into password fields, read when a form is left or sent, so that it can be withheld wherever it
 * went. Held in memory for the sitting, never written and never logged.
 */
export class TypedSecrets {
  private readonly values = new Set<string>();
  private tools: DevTools | null = null;

  async watch(tools: DevTools): Promise<void> {
    this.tools = tools;
    await this.install('');
  }

  /** Hears every event of the page; frames of other sites are told of as targets of their own. */
  take(method: string, params: Record<string, unknown>): void {
    if (method === 'Runtime.bindingCalled' && params['name'] === tell) this.add(String(params['payload']));
    if (method !== 'Target.attachedToTarget') return;
    const { sessionId, targetInfo } = params as { sessionId: string; targetInfo: { type: string } };
    if (targetInfo.type === 'iframe') void this.install(sessionId).catch(() => undefined);
  }

  /** One typed elsewhere than in the page. */
  add(value: string): void {
    if (value.length >= 4) this.values.add(value);
  }

  /** All of them: for requests and addresses. */
  get all(): string[] {
    return [...this.values];
  }

  /** Those that are no word a page could hold by chance. */
  get unmistakable(): string[] {
    return this.all.filter((value) => looksSecret(value, 8));
  }

  private async install(session: string): Promise<void> {
    await this.tools?.send('Runtime.enable', {}, session);
    await this.tools?.send('Page.enable', {}, session);
    await this.tools?.send('Runtime.addBinding', { name: tell, executionContextName: world }, session);
    await this.tools?.send('Page.addScriptToEvaluateOnNewDocument', { source: listener, worldName: world, runImmediately: true }, session);
  }
}
