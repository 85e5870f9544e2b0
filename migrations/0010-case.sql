-- The case itself and its evidence. Rows that are evidence only grow: triggers abort update and delete.
CREATE TABLE caseRecord (
  one           INTEGER PRIMARY KEY CHECK (one = 1),
  caseId        TEXT NOT NULL CHECK (length(caseId) = 36),
  title         TEXT NOT NULL CHECK (length(title) > 0),
  createdAt     TEXT NOT NULL,
  madeWith      TEXT NOT NULL
) STRICT;

CREATE TABLE journal (
  seq              INTEGER PRIMARY KEY CHECK (seq > 0),
  at               TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  utcOffsetMinutes INTEGER NOT NULL,
  actor            TEXT NOT NULL,
  action           TEXT NOT NULL,
  subject          TEXT NOT NULL,
  payload          TEXT NOT NULL CHECK (json_valid(payload)),
  prevHash         TEXT NOT NULL CHECK (length(prevHash) = 64),
  hash             TEXT NOT NULL UNIQUE CHECK (length(hash) = 64)
) STRICT;
CREATE INDEX journalSubject ON journal (subject, seq);
CREATE INDEX journalAction ON journal (action, seq);

-- Bytes kept once. Older records of courts and platforms use MD5 and SHA-1, so these are recorded too.
CREATE TABLE blob (
  sha256    TEXT PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  sha1      TEXT NOT NULL CHECK (length(sha1) = 40),
  md5       TEXT NOT NULL CHECK (length(md5) = 32),
  size      INTEGER NOT NULL CHECK (size >= 0),
  createdAt TEXT NOT NULL
) STRICT;

CREATE TABLE item (
  id           TEXT PRIMARY KEY CHECK (length(id) = 36),
  type         TEXT NOT NULL CHECK (type IN ('web','pdf','video','audio','image','document')),
  title        TEXT NOT NULL,
  source       TEXT NOT NULL,
  sourceUrl    TEXT,
  language     TEXT,
  originalName TEXT,
  method       TEXT NOT NULL CHECK (method IN ('capture','import')),
  capturedAt   TEXT NOT NULL,
  completeness TEXT NOT NULL CHECK (completeness IN ('whole','partial')),
  facts        TEXT NOT NULL CHECK (json_valid(facts)),
  gaps         TEXT NOT NULL CHECK (json_valid(gaps))
) STRICT;
CREATE INDEX itemCapturedAt ON item (capturedAt, id);
CREATE INDEX itemType ON item (type, capturedAt);
CREATE INDEX itemTitle ON item (title COLLATE NOCASE, id);

CREATE TABLE file (
  id             TEXT PRIMARY KEY CHECK (length(id) = 36),
  itemId         TEXT NOT NULL REFERENCES item (id),
  role           TEXT NOT NULL,
  sha256         TEXT NOT NULL REFERENCES blob (sha256),
  name           TEXT NOT NULL,
  mediaType      TEXT NOT NULL,
  parentFileId   TEXT REFERENCES file (id),
  tool           TEXT,
  toolVersion    TEXT,
  toolParameters TEXT CHECK (toolParameters IS NULL OR json_valid(toolParameters)),
  createdAt      TEXT NOT NULL,
  -- A file with a parent was derived, and a derived file names its tool.
  CHECK (parentFileId IS NULL OR (tool IS NOT NULL AND toolVersion IS NOT NULL AND toolParameters IS NOT NULL))
) STRICT;
CREATE INDEX fileItem ON file (itemId, role);
CREATE INDEX fileBlob ON file (sha256, role);

CREATE TABLE canonicalText (
  itemId TEXT PRIMARY KEY REFERENCES item (id),
  fileId TEXT NOT NULL REFERENCES file (id),
  sha256 TEXT NOT NULL REFERENCES blob (sha256),
  text   TEXT NOT NULL,
  length INTEGER NOT NULL CHECK (length >= 0),
  map    TEXT NOT NULL CHECK (json_valid(map))
) STRICT;

-- Deleting is a tombstone with a reason; the thing itself stays.
CREATE TABLE tombstone (
  subject TEXT PRIMARY KEY,
  kind    TEXT NOT NULL CHECK (kind IN ('item','passage','claim','party','incident','evidence')),
  reason  TEXT NOT NULL CHECK (length(reason) > 0),
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL
) STRICT;

-- What a person says about an item, apart from what its bytes say.
CREATE TABLE itemNote (
  itemId      TEXT PRIMARY KEY REFERENCES item (id),
  title       TEXT,
  source      TEXT,
  publishedAt TEXT,
  note        TEXT,
  graphic     INTEGER NOT NULL DEFAULT 0 CHECK (graphic IN (0, 1))
) STRICT;

-- The last thing verify said of each item's bytes; absent means not verified since it was kept.
CREATE TABLE itemProof (
  itemId TEXT PRIMARY KEY REFERENCES item (id),
  state  TEXT NOT NULL CHECK (state IN ('verified','altered','missing')),
  at     TEXT NOT NULL
) STRICT;

CREATE TABLE verification (
  id      TEXT PRIMARY KEY,
  endedAt TEXT NOT NULL,
  report  TEXT NOT NULL CHECK (json_valid(report))
) STRICT;
CREATE INDEX verificationEnded ON verification (endedAt);

CREATE TRIGGER journalNoUpdate BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER journalNoDelete BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal only grows'); END;
CREATE TRIGGER blobNoUpdate BEFORE UPDATE ON blob BEGIN SELECT RAISE(ABORT, 'blobs are write-once'); END;
CREATE TRIGGER blobNoDelete BEFORE DELETE ON blob BEGIN SELECT RAISE(ABORT, 'blobs are write-once'); END;
CREATE TRIGGER itemNoUpdate BEFORE UPDATE ON item BEGIN SELECT RAISE(ABORT, 'items are write-once'); END;
CREATE TRIGGER itemNoDelete BEFORE DELETE ON item BEGIN SELECT RAISE(ABORT, 'items are write-once'); END;
CREATE TRIGGER fileNoUpdate BEFORE UPDATE ON file BEGIN SELECT RAISE(ABORT, 'files are write-once'); END;
CREATE TRIGGER fileNoDelete BEFORE DELETE ON file BEGIN SELECT RAISE(ABORT, 'files are write-once'); END;
CREATE TRIGGER textNoUpdate BEFORE UPDATE ON canonicalText BEGIN SELECT RAISE(ABORT, 'canonical text is write-once'); END;
CREATE TRIGGER textNoDelete BEFORE DELETE ON canonicalText BEGIN SELECT RAISE(ABORT, 'canonical text is write-once'); END;
CREATE TRIGGER tombstoneNoUpdate BEFORE UPDATE ON tombstone BEGIN SELECT RAISE(ABORT, 'tombstones are write-once'); END;
CREATE TRIGGER tombstoneNoDelete BEFORE DELETE ON tombstone BEGIN SELECT RAISE(ABORT, 'tombstones are write-once'); END;
