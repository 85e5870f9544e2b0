-- RFC 3161 timestamps over seals: whom to ask, what was asked, what came back. All of it only grows; the state of a
-- request follows from its rows: proved when it has a token, else failed or queued by its last failure.
CREATE TABLE authority (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  name      TEXT NOT NULL CHECK (length(name) > 0),
  url       TEXT NOT NULL CHECK (url LIKE 'http://%' OR url LIKE 'https://%'),
  -- Certificates in PEM that a chain must lead to; null: the root is not checked.
  anchors   TEXT,
  -- OID of the policy to ask for; null: whichever the authority has.
  policy    TEXT,
  auto      INTEGER NOT NULL CHECK (auto IN (0, 1)),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL
) STRICT;

CREATE TABLE authorityEnd (
  authorityId TEXT PRIMARY KEY REFERENCES authority (id),
  at          TEXT NOT NULL
) STRICT;

CREATE TABLE timestamp (
  id          TEXT PRIMARY KEY CHECK (length(id) = 36),
  sealId      TEXT NOT NULL REFERENCES seal (id),
  authorityId TEXT NOT NULL REFERENCES authority (id),
  queuedAt    TEXT NOT NULL,
  UNIQUE (sealId, authorityId)
) STRICT;

CREATE TABLE timestampFailure (
  id          TEXT PRIMARY KEY CHECK (length(id) = 36),
  timestampId TEXT NOT NULL REFERENCES timestamp (id),
  at          TEXT NOT NULL,
  problem     TEXT NOT NULL,
  detail      TEXT,
  -- 0: may pass by itself, so it is tried again; 1: only by hand.
  final       INTEGER NOT NULL CHECK (final IN (0, 1))
) STRICT;
CREATE INDEX timestampFailureOf ON timestampFailure (timestampId, at);

CREATE TABLE timestampToken (
  timestampId TEXT PRIMARY KEY REFERENCES timestamp (id),
  at          TEXT NOT NULL,
  -- The authority's whole reply (TimeStampResp, DER), and the certificates above its own in PEM, as far as known.
  reply       BLOB NOT NULL,
  chain       TEXT,
  time        TEXT NOT NULL,
  accuracyMs  INTEGER,
  serial      TEXT NOT NULL,
  policy      TEXT NOT NULL,
  signer      TEXT NOT NULL,
  trusted     INTEGER NOT NULL CHECK (trusted IN (0, 1))
) STRICT;

CREATE TRIGGER authorityNoUpdate BEFORE UPDATE ON authority BEGIN SELECT RAISE(ABORT, 'authorities are write-once'); END;
CREATE TRIGGER authorityNoDelete BEFORE DELETE ON authority BEGIN SELECT RAISE(ABORT, 'authorities are write-once'); END;
CREATE TRIGGER authorityEndNoUpdate BEFORE UPDATE ON authorityEnd BEGIN SELECT RAISE(ABORT, 'removals are write-once'); END;
CREATE TRIGGER authorityEndNoDelete BEFORE DELETE ON authorityEnd BEGIN SELECT RAISE(ABORT, 'removals are write-once'); END;
CREATE TRIGGER timestampNoUpdate BEFORE UPDATE ON timestamp BEGIN SELECT RAISE(ABORT, 'requests are write-once'); END;
CREATE TRIGGER timestampNoDelete BEFORE DELETE ON timestamp BEGIN SELECT RAISE(ABORT, 'requests are write-once'); END;
CREATE TRIGGER timestampFailureNoUpdate BEFORE UPDATE ON timestampFailure BEGIN SELECT RAISE(ABORT, 'failures are write-once'); END;
CREATE TRIGGER timestampFailureNoDelete BEFORE DELETE ON timestampFailure BEGIN SELECT RAISE(ABORT, 'failures are write-once'); END;
CREATE TRIGGER timestampTokenNoUpdate BEFORE UPDATE ON timestampToken BEGIN SELECT RAISE(ABORT, 'tokens are write-once'); END;
CREATE TRIGGER timestampTokenNoDelete BEFORE DELETE ON timestampToken BEGIN SELECT RAISE(ABORT, 'tokens are write-once'); END;
