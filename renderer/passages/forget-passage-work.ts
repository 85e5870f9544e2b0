import { forgetDrafts } from './detail/draft-state.ts';
import { endLink } from './links/link-state.ts';
import { forgetPanels } from './panel/panel-state.ts';

/** Lets go of drafts, filters and a link half made: they are of the case that was open. */
export function forgetPassageWork(): void {
  forgetDrafts();
  forgetPanels();
  endLink();
}
