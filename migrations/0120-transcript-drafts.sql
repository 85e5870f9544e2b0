-- Words a person is still typing about a recording. Not evidence: no journal entry explains a row, nothing exports it,
-- and it goes when the words are kept or thrown away. It stands in the case, not in the person's profile, so that a
-- witness's words lie nowhere but in the case folder.
CREATE TABLE transcriptDraft (
  id           TEXT PRIMARY KEY,
  itemId       TEXT NOT NULL REFERENCES item (id),
  kind         TEXT NOT NULL CHECK (kind IN ('transcript','translation')),
  sourceFileId TEXT REFERENCES file (id),
  corrects     TEXT REFERENCES file (id),
  language     TEXT NOT NULL,
  translator   TEXT CHECK (translator IS NULL OR json_valid(translator)),
  lines        TEXT NOT NULL CHECK (json_valid(lines)),
  updatedAt    TEXT NOT NULL,
  updatedBy    TEXT NOT NULL
) STRICT;
CREATE INDEX transcriptDraft_itemId ON transcriptDraft (itemId);
