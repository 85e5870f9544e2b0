import { join } from 'node:path';
import { app } from 'electron';
import type { EngineEvent } from '#shared/model/events.ts';
import { CaseSessionLane } from './capture/case-session.ts';
import { EngineHost } from './engine-host.ts';
import { startEngine } from './engine-start.ts';
import { capture } from './captures.ts';
import { QueueRunner, type TakeEntry } from './queue/queue-runner.ts';
import { RunningWork } from './running-work.ts';
import { readSettings, settingsFileOf, type ShellSettings } from './settings.ts';

/** What the parts of the main process share: the engine, this person's settings and files, and who listens. */
export type Shell = {
  engine: EngineHost;
  settings: ShellSettings;
  settingsFile: string;
  recentFile: string;
  /** Work of main itself, so that `jobs.cancel` finds it. */
  running: RunningWork;
  /** Takes the open case's capture queue, when a person asked for it. */
  queue: QueueRunner;
  /** Who is in the open case's session. */
  caseSessions: CaseSessionLane;
  /** To the window, if there is one. */
  emit(event: EngineEvent): void;
};

export function createShell(emit: (event: EngineEvent) => void): Shell {
  const folder = app.getPath('userData');
  const settingsFile = settingsFileOf(folder);
  const settings = readSettings(settingsFile);
  const parts = {
    engine: new EngineHost(() => startEngine(settings.actor)),
    settings,
    settingsFile,
    recentFile: join(folder, 'recent-cases.json'),
    running: new RunningWork(),
    caseSessions: new CaseSessionLane(),
    emit,
  };
  parts.engine.on(emit);
  const take: TakeEntry = ({ id, url, options }, signal) => capture(parts, { url, options, jobId: id, queueId: id }, signal);
  return { ...parts, queue: new QueueRunner({ engine: parts.engine, emit, take }) };
}
