-- Files and texts made of an item after it was kept, removals that can be taken back, and what marks gained on the
-- reading bench: the text or picture they stand on, language, translation, links, colours.

-- A file that came to an item later: a still, a proxy, a text read by OCR. Rows of `file` say what it is made from.
CREATE TABLE addedFile (
  fileId TEXT PRIMARY KEY REFERENCES file (id),
  itemId TEXT NOT NULL REFERENCES item (id),
  at     TEXT NOT NULL
) STRICT;
CREATE INDEX addedFileItem ON addedFile (itemId);

-- A text of an item beside its canonical one. It can be quoted and, like it, never changes.
CREATE TABLE derivedText (
  fileId   TEXT PRIMARY KEY REFERENCES addedFile (fileId),
  itemId   TEXT NOT NULL REFERENCES item (id),
  kind     TEXT NOT NULL CHECK (kind IN ('ocr','transcript','translation','unlocked')),
  -- BCP 47; null when nobody said.
  language TEXT,
  sha256   TEXT NOT NULL REFERENCES blob (sha256),
  text     TEXT NOT NULL,
  length   INTEGER NOT NULL CHECK (length >= 0),
  map      TEXT NOT NULL CHECK (json_valid(map))
) STRICT;
CREATE INDEX derivedTextItem ON derivedText (itemId);

CREATE TRIGGER addedFileNoUpdate BEFORE UPDATE ON addedFile BEGIN SELECT RAISE(ABORT, 'files are write-once'); END;
CREATE TRIGGER addedFileNoDelete BEFORE DELETE ON addedFile BEGIN SELECT RAISE(ABORT, 'files are write-once'); END;
CREATE TRIGGER derivedTextNoUpdate BEFORE UPDATE ON derivedText BEGIN SELECT RAISE(ABORT, 'derived text is write-once'); END;
CREATE TRIGGER derivedTextNoDelete BEFORE DELETE ON derivedText BEGIN SELECT RAISE(ABORT, 'derived text is write-once'); END;

-- A removal can be taken back, which is an act of its own: both stay. `tombstone` shows the removals that stand.
CREATE TABLE burial (
  id      TEXT PRIMARY KEY CHECK (length(id) = 36),
  subject TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('item','file','passage','passageLink','claim','party','incident','evidence')),
  reason  TEXT NOT NULL CHECK (length(reason) > 0),
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL
) STRICT;
CREATE INDEX burialSubject ON burial (subject);
-- Removals of before: a thing was removed once at most, so its id is the removal's.
INSERT INTO burial (id, subject, kind, reason, at, actor) SELECT subject, subject, kind, reason, at, actor FROM tombstone;
DROP TABLE tombstone;

CREATE TABLE restoration (
  burialId TEXT PRIMARY KEY REFERENCES burial (id),
  reason   TEXT NOT NULL CHECK (length(reason) > 0),
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL
) STRICT;
CREATE VIEW tombstone AS
  SELECT subject, kind, reason, at, actor, id AS burialId FROM burial
  WHERE NOT EXISTS (SELECT 1 FROM restoration WHERE restoration.burialId = burial.id);

CREATE TRIGGER burialOnce BEFORE INSERT ON burial
WHEN EXISTS (SELECT 1 FROM tombstone WHERE tombstone.subject = NEW.subject)
BEGIN SELECT RAISE(ABORT, 'removed already'); END;
CREATE TRIGGER burialNoUpdate BEFORE UPDATE ON burial BEGIN SELECT RAISE(ABORT, 'removals are write-once'); END;
CREATE TRIGGER burialNoDelete BEFORE DELETE ON burial BEGIN SELECT RAISE(ABORT, 'removals are write-once'); END;
CREATE TRIGGER restorationNoUpdate BEFORE UPDATE ON restoration BEGIN SELECT RAISE(ABORT, 'restorations are write-once'); END;
CREATE TRIGGER restorationNoDelete BEFORE DELETE ON restoration BEGIN SELECT RAISE(ABORT, 'restorations are write-once'); END;

-- The text the words stand in (null: the item's canonical text), and the file whose picture or recording an area or a
-- time is measured on (null: the original).
ALTER TABLE passage ADD COLUMN textFileId TEXT REFERENCES file (id);
ALTER TABLE passage ADD COLUMN fileId TEXT REFERENCES file (id);
-- What a person says of the words. A translation names who made it.
ALTER TABLE passage ADD COLUMN language TEXT;
ALTER TABLE passage ADD COLUMN translation TEXT;
ALTER TABLE passage ADD COLUMN translator TEXT CHECK ((translator IS NULL) = (translation IS NULL));
CREATE INDEX passageTextFile ON passage (textFileId) WHERE textFileId IS NOT NULL;
CREATE INDEX passageFile ON passage (fileId) WHERE fileId IS NOT NULL;

DROP TRIGGER passageAnchorFixed;
CREATE TRIGGER passageAnchorFixed BEFORE UPDATE OF id, itemId, kind, selectors, quote, "start", "end", page, "from", "to", textSha256, textFileId, fileId, createdAt, createdBy ON passage
BEGIN SELECT RAISE(ABORT, 'a passage keeps its anchor'); END;

-- One passage beside another, of any items.
CREATE TABLE passageLink (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  fromId    TEXT NOT NULL REFERENCES passage (id),
  toId      TEXT NOT NULL REFERENCES passage (id),
  relation  TEXT NOT NULL CHECK (relation IN ('repeats','translates','contradicts','supports','same scene')),
  note      TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL,
  CHECK (fromId <> toId)
) STRICT;
CREATE INDEX passageLinkFrom ON passageLink (fromId);
CREATE INDEX passageLinkTo ON passageLink (toId);
CREATE TRIGGER passageLinkNoUpdate BEFORE UPDATE ON passageLink BEGIN SELECT RAISE(ABORT, 'links between passages are write-once'); END;
CREATE TRIGGER passageLinkNoDelete BEFORE DELETE ON passageLink BEGIN SELECT RAISE(ABORT, 'links between passages are removed by tombstone'); END;

CREATE TABLE tagColour (
  tag    TEXT PRIMARY KEY CHECK (length(tag) > 0),
  colour TEXT NOT NULL CHECK (length(colour) > 0)
) STRICT;

-- How a case is shown to whoever opens it.
CREATE TABLE caseSetting (
  name  TEXT PRIMARY KEY CHECK (length(name) > 0),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT;
