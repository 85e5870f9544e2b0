-- Where a passage that was not made here comes from: the annotation it was read from, and who that says made it, when.
ALTER TABLE passage ADD COLUMN origin TEXT CHECK (origin IS NULL OR json_valid(origin));
CREATE INDEX passageOrigin ON passage (json_extract(origin, '$.annotationId')) WHERE origin IS NOT NULL;

DROP TRIGGER passageAnchorFixed;
CREATE TRIGGER passageAnchorFixed BEFORE UPDATE OF id, itemId, kind, selectors, quote, "start", "end", page, "from", "to", textSha256, textFileId, fileId, origin, createdAt, createdBy ON passage
BEGIN SELECT RAISE(ABORT, 'a passage keeps its anchor'); END;
