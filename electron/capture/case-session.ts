import { session as sessions } from 'electron';
import type { Session } from 'electron';
import PQueue from 'p-queue';
import { HoldfastError } from '#shared/errors.ts';

/**
 * The session of a case on this computer: what was logged in to by hand for it. It lies in the program's profile folder,
 * never in the case folder, so that no copy of a case and no case file carries a login.
 */
export function caseSession(caseId: string): Session {
  return sessions.fromPartition(`persist:case-${caseId}`);
}

/**
 * Who is in the session of a case. One at a time: certificate judgements and shared workers are the session's, not a
 * page's, so two captures in it would mix. Captures wait for one another; a person's own window is not waited for,
 * because nobody knows how long it stays open.
 */
export class CaseSessionLane {
  private readonly lane = new PQueue({ concurrency: 1 });
  private sitting = false;

  /** @throws HoldfastError session-busy while a person's window is open */
  async capture<Result>(work: () => Promise<Result>, signal: AbortSignal): Promise<Result> {
    return this.lane.add(
      () => {
        if (this.sitting) throw new HoldfastError('session-busy', {});
        return work();
      },
      { signal },
    );
  }

  /** Takes the session for a person's window; the answer gives it back. @throws HoldfastError session-busy */
  sit(): () => void {
    if (this.sitting || this.lane.pending + this.lane.size > 0) throw new HoldfastError('session-busy', {});
    this.sitting = true;
    return () => void (this.sitting = false);
  }
}
