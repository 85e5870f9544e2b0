import { describe, expect, it } from 'vitest';
import type { EngineEvent } from '#shared/model/events.ts';
import type { FromEngine, WireCall } from '#shared/wire.ts';
import { EngineHost } from './engine-host.ts';
import type { EngineLink } from './engine-link.ts';

/** A link whose far end is the test. */
function fakeLink(answer: (call: WireCall, link: FakeLink) => void): FakeLink {
  const messages: ((message: FromEngine) => void)[] = [];
  const exits: ((status: number | null) => void)[] = [];
  const link: FakeLink = {
    calls: [],
    say: (message) => messages.forEach((listener) => listener(message)),
    end: () => exits.forEach((listener) => listener(1)),
    post: (call) => {
      link.calls.push(call.name);
      queueMicrotask(() => answer(call, link));
    },
    onMessage: (listener) => void messages.push(listener),
    onExit: (listener) => void exits.push(listener),
    stop: () => link.end(),
  };
  return link;
}
type FakeLink = EngineLink & { calls: string[]; say: (message: FromEngine) => void; end: () => void };

const obedient = (call: WireCall, link: FakeLink) =>
  link.say(
    call.name === 'bad'
      ? { kind: 'failure', id: call.id, error: { code: 'not-found', facts: { id: 'x' } } }
      : { kind: 'result', id: call.id, value: call.input },
  );

/** The host as its tests see it: names and inputs are the test's own. */
function start(link: () => EngineLink): UntypedHost {
  return new EngineHost(link);
}
type UntypedHost = Omit<EngineHost, 'call'> & { call(name: string, input: unknown): Promise<unknown> };

describe('EngineHost', () => {
  it('gives each call its own answer, and failures as HoldfastError', async () => {
    const host = start(() => fakeLink(obedient));
    expect(await Promise.all([host.call('a', 1), host.call('b', 2)])).toEqual([1, 2]);
    await expect(host.call('bad', {})).rejects.toMatchObject({ code: 'not-found', facts: { id: 'x' } });
  });

  it('restarts an engine that ended, reopens the case and says so', async () => {
    const links: FakeLink[] = [];
    const host = start(() => {
      const link = fakeLink((call, self) => (call.name === 'die' ? self.end() : obedient(call, self)));
      links.push(link);
      return link;
    });
    await host.call('case.open', { folder: '/c' });
    const restarted = new Promise<EngineEvent>((resolve) => host.on(resolve));
    await expect(host.call('die', {})).rejects.toMatchObject({ code: 'engine-ended' });
    expect(await restarted).toEqual({ type: 'engine-restarted' });
    expect(links[1]!.calls).toEqual(['case.open']);
    expect(await host.call('a', 1)).toBe(1);
  });

  it('gives up on an engine that keeps ending', async () => {
    let starts = 0;
    const host = start(() => {
      starts += 1;
      return fakeLink((_call, link) => link.end());
    });
    for (let round = 0; round < 6; round += 1) await expect(host.call('a', 1)).rejects.toMatchObject({ code: 'engine-ended' });
    expect(starts).toBe(4);
  });

  it('closes the case before it stops the process, and does not restart it', async () => {
    const links: FakeLink[] = [];
    const host = start(() => {
      const link = fakeLink(obedient);
      links.push(link);
      return link;
    });
    await host.close();
    expect(links).toHaveLength(1);
    expect(links[0]!.calls).toEqual(['case.close']);
  });
});
