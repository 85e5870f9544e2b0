import './tag-chip.css';
import type { TagColour } from '#shared/model/tag-colours.ts';

/** A tag by its name; its colour beside it, never instead. */
export function TagChip({ tag, colour }: { tag: string; colour: TagColour | null }) {
  return (
    <span className="tag-chip" {...(colour === null ? {} : { 'data-colour': colour })}>
      {colour === null ? null : <TagSwatch colour={colour} />}
      <span className="truncate" dir="auto">
        {tag}
      </span>
    </span>
  );
}

/** The fill of a tag's marks over the line they are drawn with. */
export function TagSwatch({ colour }: { colour: TagColour }) {
  return <span className="tag-swatch" data-colour={colour} aria-hidden />;
}
