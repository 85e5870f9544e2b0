import type { DevTools } from '../devtools.ts';

/** What asks for things inside a page besides the page itself. */
type TargetInfo = { targetId: string; type: string; url: string; browserContextId?: string };
type Attached = { sessionId: string; targetInfo: TargetInfo; waitingForDebugger: boolean };

const watch = [
  ['Network.enable', { maxTotalBufferSize: 64 * 1024 ** 2, maxResourceBufferSize: 8 * 1024 ** 2, maxPostDataSize: 8 * 1024 ** 2 }],
  ['Network.setCacheDisabled', { cacheDisabled: true }],
  ['Fetch.enable', { patterns: [{ urlPattern: '*', requestStage: 'Response' }] }],
] as const;
/** Frames of other sites are attached to by hand: the sessions Chromium makes for them end whenever a frame moves. */
const follow = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true, filter: [{ type: 'iframe', exclude: true }, {}] };

/**
 * Attaches to everything of a page that asks the network by itself: frames of other sites while their document is still
 * held back, and workers of every kind before they run. Targets of other windows are left alone.
 */
export class Targets {
  private readonly tools: DevTools;
  private readonly context: string | undefined;
  private readonly types = new Map<string, string>();
  /** Sessions of our own, on frames and shared workers. */
  private readonly own = new Map<string, Promise<void>>();

  private constructor(tools: DevTools, context: string | undefined) {
    this.tools = tools;
    this.context = context;
  }

  static async watchPage(tools: DevTools): Promise<Targets> {
    const { targetInfo } = await tools.send<{ targetInfo: TargetInfo }>('Target.getTargetInfo');
    const targets = new Targets(tools, targetInfo.browserContextId);
    for (const [method, params] of watch) await tools.send(method, params);
    await tools.send('Target.setDiscoverTargets', { discover: true });
    await tools.send('Target.setAutoAttach', follow);
    return targets;
  }

  /** `page`, `iframe`, `worker`, `shared_worker`, `service_worker`. */
  typeOf(session: string): string {
    return this.types.get(session) ?? 'page';
  }

  take(method: string, params: Record<string, unknown>): void {
    if (method === 'Target.targetCreated') this.created(params['targetInfo'] as TargetInfo);
    else if (method === 'Target.attachedToTarget') void this.attached(params as Attached).catch(() => undefined);
  }

  private created(target: TargetInfo): void {
    const isAskedFor = target.type === 'shared_worker' || target.type === 'iframe';
    if (isAskedFor && target.browserContextId === this.context) void this.attachOwn(target);
  }

  private async attached({ sessionId, targetInfo, waitingForDebugger }: Attached): Promise<void> {
    const isOwn = this.types.has(sessionId);
    if (isOwn) return;
    this.types.set(sessionId, targetInfo.type);
    // Told in the middle of Chromium's own attaching; what is answered at once is not heard.
    await new Promise((resolve) => setImmediate(resolve));
    const workers = this.send('Target.setAutoAttach', follow, sessionId);
    void this.watchSession(sessionId);
    await workers;
    if (waitingForDebugger) this.resume(sessionId);
  }

  /** Answers of a target that waits come only once it runs, so nothing here waits for them. */
  private watchSession(session: string): Promise<unknown> {
    return Promise.all(watch.map(([method, params]) => this.send(method, params, session)));
  }

  private attachOwn(target: TargetInfo): Promise<void> {
    const there = this.own.get(target.targetId);
    if (there !== undefined) return there;
    const attaching = this.tools
      .send<{ sessionId: string }>('Target.attachToTarget', { targetId: target.targetId, flatten: true })
      .then(({ sessionId }) => {
        this.types.set(sessionId, target.type);
        void this.watchSession(sessionId);
        // Workers of a frame are told to the frame's own session only.
        void this.send('Target.setAutoAttach', follow, sessionId);
      })
      .catch(() => void this.own.delete(target.targetId));
    this.own.set(target.targetId, attaching);
    return attaching;
  }

  /** Asked more than once: a worker may begin to wait only after it was let go. */
  private resume(session: string): void {
    for (const ms of [0, 50, 250, 1000]) setTimeout(() => void this.send('Runtime.runIfWaitingForDebugger', {}, session), ms).unref();
  }

  /** A frame or worker may be gone before it answers; then there is nothing of it to record. */
  private send(method: string, params: object, session: string): Promise<unknown> {
    return this.tools.send(method, params, session).catch(() => undefined);
  }
}
