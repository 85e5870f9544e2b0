-- Passages: marked parts of items.
CREATE TABLE passage (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  itemId     TEXT NOT NULL REFERENCES item (id),
  kind       TEXT NOT NULL CHECK (kind IN ('words','time','area')),
  selectors  TEXT NOT NULL CHECK (json_valid(selectors)),
  quote      TEXT NOT NULL,
  "start"    INTEGER CHECK ("start" >= 0),
  "end"      INTEGER,
  page       INTEGER CHECK (page > 0),
  "from"     REAL CHECK ("from" >= 0),
  "to"       REAL,
  textSha256 TEXT REFERENCES blob (sha256),
  comment    TEXT NOT NULL,
  createdAt  TEXT NOT NULL,
  createdBy  TEXT NOT NULL,
  updatedAt  TEXT NOT NULL,
  CHECK (("start" IS NULL) = ("end" IS NULL) AND ("start" IS NULL OR "end" > "start")),
  CHECK (("from" IS NULL) = ("to" IS NULL) AND ("from" IS NULL OR "to" > "from")),
  CHECK (kind <> 'words' OR ("start" IS NOT NULL AND textSha256 IS NOT NULL AND length(quote) > 0)),
  CHECK (kind <> 'time' OR "from" IS NOT NULL)
) STRICT;
CREATE INDEX passageItem ON passage (itemId, "start", "from");
CREATE INDEX passageCreated ON passage (createdAt, id);

CREATE TABLE passageTag (
  passageId TEXT NOT NULL REFERENCES passage (id),
  tag       TEXT NOT NULL CHECK (length(tag) > 0),
  PRIMARY KEY (passageId, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX passageTagTag ON passageTag (tag);

-- Where a passage points can never change; only what a person wrote beside it.
CREATE TRIGGER passageAnchorFixed BEFORE UPDATE OF id, itemId, kind, selectors, quote, "start", "end", page, "from", "to", textSha256, createdAt, createdBy ON passage
BEGIN SELECT RAISE(ABORT, 'a passage keeps its anchor'); END;
CREATE TRIGGER passageNoDelete BEFORE DELETE ON passage BEGIN SELECT RAISE(ABORT, 'passages are removed by tombstone'); END;

CREATE TABLE party (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  name      TEXT NOT NULL CHECK (length(name) > 0),
  kind      TEXT NOT NULL,
  aliases   TEXT NOT NULL CHECK (json_valid(aliases)),
  note      TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL
) STRICT;
CREATE INDEX partyName ON party (name COLLATE NOCASE, id);

CREATE TABLE incident (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  code      TEXT NOT NULL UNIQUE CHECK (length(code) > 0),
  title     TEXT NOT NULL CHECK (length(title) > 0),
  kind      TEXT NOT NULL,
  "when"    TEXT,
  place     TEXT CHECK (place IS NULL OR json_valid(place)),
  note      TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  updatedAt TEXT NOT NULL
) STRICT;

CREATE TABLE claim (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  act        TEXT NOT NULL CHECK (length(act) > 0),
  modality   TEXT NOT NULL CHECK (modality IN ('asserts','denies','admits','retracts','questions','predicts')),
  speakerId  TEXT REFERENCES party (id),
  "when"     TEXT,
  saidAt     TEXT,
  place      TEXT CHECK (place IS NULL OR json_valid(place)),
  cause      TEXT,
  incidentId TEXT REFERENCES incident (id),
  note       TEXT NOT NULL,
  createdAt  TEXT NOT NULL,
  createdBy  TEXT NOT NULL,
  updatedAt  TEXT NOT NULL
) STRICT;
CREATE INDEX claimIncident ON claim (incidentId, saidAt);
CREATE INDEX claimSpeaker ON claim (speakerId);
CREATE INDEX claimCreated ON claim (createdAt, id);

CREATE TABLE claimQuantity (
  claimId   TEXT NOT NULL REFERENCES claim (id),
  position  INTEGER NOT NULL CHECK (position >= 0),
  qualifier TEXT NOT NULL,
  value     REAL CHECK (value >= 0),
  "min"     REAL CHECK ("min" >= 0),
  "max"     REAL CHECK ("max" >= 0),
  unit      TEXT NOT NULL,
  role      TEXT NOT NULL,
  CHECK ("min" IS NULL OR "max" IS NULL OR "min" <= "max"),
  PRIMARY KEY (claimId, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claimBreakdown (
  claimId   TEXT NOT NULL,
  quantity  INTEGER NOT NULL,
  position  INTEGER NOT NULL CHECK (position >= 0),
  groups    TEXT NOT NULL CHECK (json_valid(groups)),
  qualifier TEXT NOT NULL,
  value     REAL CHECK (value >= 0),
  "min"     REAL CHECK ("min" >= 0),
  "max"     REAL CHECK ("max" >= 0),
  CHECK ("min" IS NULL OR "max" IS NULL OR "min" <= "max"),
  PRIMARY KEY (claimId, quantity, position),
  FOREIGN KEY (claimId, quantity) REFERENCES claimQuantity (claimId, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE claimVia (
  claimId  TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  partyId  TEXT REFERENCES party (id),
  medium   TEXT NOT NULL,
  itemId   TEXT REFERENCES item (id),
  date     TEXT,
  PRIMARY KEY (claimId, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claimViaParty ON claimVia (partyId);

CREATE TABLE claimParty (
  claimId  TEXT NOT NULL REFERENCES claim (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  partyId  TEXT NOT NULL REFERENCES party (id),
  role     TEXT NOT NULL,
  PRIMARY KEY (claimId, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX claimPartyParty ON claimParty (partyId);

CREATE TABLE evidence (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  claimId   TEXT NOT NULL REFERENCES claim (id),
  passageId TEXT NOT NULL REFERENCES passage (id),
  stance    TEXT NOT NULL CHECK (stance IN ('states','supports','contradicts','context','repeats','translates')),
  note      TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX evidenceClaim ON evidence (claimId);
CREATE INDEX evidencePassage ON evidence (passageId);

CREATE TRIGGER claimNoDelete BEFORE DELETE ON claim BEGIN SELECT RAISE(ABORT, 'claims are removed by tombstone'); END;
CREATE TRIGGER partyNoDelete BEFORE DELETE ON party BEGIN SELECT RAISE(ABORT, 'parties are removed by tombstone'); END;
CREATE TRIGGER incidentNoDelete BEFORE DELETE ON incident BEGIN SELECT RAISE(ABORT, 'incidents are removed by tombstone'); END;
CREATE TRIGGER evidenceNoUpdate BEFORE UPDATE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence links are write-once'); END;
CREATE TRIGGER evidenceNoDelete BEFORE DELETE ON evidence BEGIN SELECT RAISE(ABORT, 'evidence links are removed by tombstone'); END;
