import type { CaseHandlers } from '../handlers.ts';
import { listTimeline, readTimeline } from './read-timeline.ts';

export const timelineCalls = {
  'timeline.list': readTimeline,
  'timeline.rows': listTimeline,
} satisfies Partial<CaseHandlers>;
