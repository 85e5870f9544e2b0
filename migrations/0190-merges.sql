-- Other copies of this case, merged into it. What they did after the two parted is kept as it was signed, entry by entry.

CREATE TABLE branch (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  -- The name of the folder or file it came from; no path.
  source     TEXT NOT NULL,
  -- The last entry that this case and the branch share: of this journal, or of a branch that came before.
  forkSeq    INTEGER NOT NULL CHECK (forkSeq > 0),
  forkHash   TEXT NOT NULL CHECK (length(forkHash) = 64),
  headSeq    INTEGER NOT NULL CHECK (headSeq > forkSeq),
  headHash   TEXT NOT NULL CHECK (length(headHash) = 64),
  receivedAt TEXT NOT NULL
) STRICT;

CREATE TABLE branchEntry (
  branchId         TEXT NOT NULL REFERENCES branch (id),
  seq              INTEGER NOT NULL CHECK (seq > 0),
  at               TEXT NOT NULL,
  utcOffsetMinutes INTEGER NOT NULL,
  actor            TEXT NOT NULL,
  action           TEXT NOT NULL,
  subject          TEXT NOT NULL,
  payload          TEXT NOT NULL CHECK (json_valid(payload)),
  prevHash         TEXT NOT NULL CHECK (length(prevHash) = 64),
  hash             TEXT NOT NULL CHECK (length(hash) = 64),
  salt             TEXT CHECK (salt IS NULL OR length(salt) = 32),
  keyId            TEXT CHECK (keyId IS NULL OR length(keyId) = 64),
  signature        TEXT CHECK ((signature IS NULL) = (keyId IS NULL) AND (salt IS NULL) = (keyId IS NULL)),
  PRIMARY KEY (branchId, seq)
) STRICT;
CREATE INDEX branchEntryHash ON branchEntry (hash);
CREATE INDEX branchEntrySubject ON branchEntry (subject, seq);

CREATE TABLE branchKey (
  branchId  TEXT NOT NULL REFERENCES branch (id),
  keyId     TEXT NOT NULL CHECK (length(keyId) = 64),
  publicKey TEXT NOT NULL,
  firstSeq  INTEGER NOT NULL CHECK (firstSeq > 0),
  PRIMARY KEY (branchId, keyId)
) STRICT;

CREATE TABLE branchSeal (
  branchId  TEXT NOT NULL REFERENCES branch (id),
  id        TEXT NOT NULL CHECK (length(id) = 36),
  treeSize  INTEGER NOT NULL CHECK (treeSize > 0),
  rootHash  TEXT NOT NULL CHECK (length(rootHash) = 64),
  headHash  TEXT NOT NULL CHECK (length(headHash) = 64),
  at        TEXT NOT NULL,
  reason    TEXT NOT NULL,
  keyId     TEXT NOT NULL,
  signature TEXT NOT NULL,
  PRIMARY KEY (branchId, id)
) STRICT;

-- Timestamps over those seals: the authority's whole reply and the certificates above its own.
CREATE TABLE branchToken (
  branchId  TEXT NOT NULL REFERENCES branch (id),
  id        TEXT NOT NULL CHECK (length(id) = 36),
  sealId    TEXT NOT NULL CHECK (length(sealId) = 36),
  authority TEXT NOT NULL,
  reply     BLOB NOT NULL,
  chain     TEXT,
  PRIMARY KEY (branchId, id)
) STRICT;

-- What both copies changed, each in its own way. Nothing is overwritten: a person settles it.
CREATE TABLE mergeConflict (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  branchId  TEXT NOT NULL REFERENCES branch (id),
  kind      TEXT NOT NULL,
  subject   TEXT NOT NULL,
  -- Why both cannot stand.
  cause     TEXT NOT NULL CHECK (cause IN ('changed','removed-here','removed-there','needed-here','needed-there','taken')),
  -- What it was before the copies parted (null: not there), what it is here, what it is there.
  base      TEXT CHECK (base IS NULL OR json_valid(base)),
  ours      TEXT CHECK (ours IS NULL OR json_valid(ours)),
  theirs    TEXT CHECK (theirs IS NULL OR json_valid(theirs)),
  -- Hashes of the branch's entries that wait for the settlement.
  entries   TEXT NOT NULL CHECK (json_valid(entries)),
  foundAt   TEXT NOT NULL,
  settledAt TEXT,
  settledBy TEXT,
  choice    TEXT CHECK (choice IN ('ours','theirs','fields','elsewhere','overtaken')),
  reason    TEXT,
  CHECK ((settledAt IS NULL) = (settledBy IS NULL) AND (settledAt IS NULL) = (choice IS NULL) AND (settledAt IS NULL) = (reason IS NULL))
) STRICT;
CREATE INDEX mergeConflictSubject ON mergeConflict (subject);
CREATE INDEX mergeConflictOpen ON mergeConflict (foundAt, id) WHERE settledAt IS NULL;

CREATE TRIGGER branchNoUpdate BEFORE UPDATE ON branch BEGIN SELECT RAISE(ABORT, 'branches are write-once'); END;
CREATE TRIGGER branchNoDelete BEFORE DELETE ON branch BEGIN SELECT RAISE(ABORT, 'branches are write-once'); END;
CREATE TRIGGER branchEntryNoUpdate BEFORE UPDATE ON branchEntry BEGIN SELECT RAISE(ABORT, 'branches are write-once'); END;
CREATE TRIGGER branchEntryNoDelete BEFORE DELETE ON branchEntry BEGIN SELECT RAISE(ABORT, 'branches are write-once'); END;
CREATE TRIGGER branchKeyNoUpdate BEFORE UPDATE ON branchKey BEGIN SELECT RAISE(ABORT, 'branches are write-once'); END;
CREATE TRIGGER branchKeyNoDelete BEFORE DELETE ON branchKey BEGIN SELECT RAISE(ABORT, 'branches are write-once'); END;
CREATE TRIGGER branchSealNoUpdate BEFORE UPDATE ON branchSeal BEGIN SELECT RAISE(ABORT, 'branches are write-once'); END;
CREATE TRIGGER branchSealNoDelete BEFORE DELETE ON branchSeal BEGIN SELECT RAISE(ABORT, 'branches are write-once'); END;
CREATE TRIGGER branchTokenNoUpdate BEFORE UPDATE ON branchToken BEGIN SELECT RAISE(ABORT, 'branches are write-once'); END;
CREATE TRIGGER branchTokenNoDelete BEFORE DELETE ON branchToken BEGIN SELECT RAISE(ABORT, 'branches are write-once'); END;
CREATE TRIGGER mergeConflictNoDelete BEFORE DELETE ON mergeConflict BEGIN SELECT RAISE(ABORT, 'conflicts are settled, not deleted'); END;
CREATE TRIGGER mergeConflictFixed BEFORE UPDATE OF id, branchId, kind, subject, cause, base, ours, theirs, entries, foundAt ON mergeConflict
BEGIN SELECT RAISE(ABORT, 'what was found stays as it was found'); END;
CREATE TRIGGER mergeConflictOnce BEFORE UPDATE OF settledAt, settledBy, choice, reason ON mergeConflict WHEN OLD.settledAt IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'settled already'); END;
