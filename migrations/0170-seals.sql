-- Entries signed by whoever wrote them, and seals: signed heads of the tree over all entries (RFC 9162).
-- Entries of earlier versions have neither salt, key nor signature; their hashes are taken without these.
ALTER TABLE journal ADD COLUMN salt TEXT CHECK (salt IS NULL OR length(salt) = 32);
ALTER TABLE journal ADD COLUMN keyId TEXT CHECK (keyId IS NULL OR length(keyId) = 64);
ALTER TABLE journal ADD COLUMN signature TEXT CHECK ((signature IS NULL) = (keyId IS NULL) AND (salt IS NULL) = (keyId IS NULL));

-- Keys that wrote in this case: 32 bytes of an Ed25519 public key in base64, named by their SHA-256.
CREATE TABLE writerKey (
  keyId     TEXT PRIMARY KEY CHECK (length(keyId) = 64),
  publicKey TEXT NOT NULL,
  firstSeq  INTEGER NOT NULL CHECK (firstSeq > 0)
) STRICT;

CREATE TABLE seal (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  treeSize  INTEGER NOT NULL CHECK (treeSize > 0),
  rootHash  TEXT NOT NULL CHECK (length(rootHash) = 64),
  headHash  TEXT NOT NULL CHECK (length(headHash) = 64),
  at        TEXT NOT NULL,
  reason    TEXT NOT NULL CHECK (reason IN ('import','capture','export','asked','merge')),
  keyId     TEXT NOT NULL REFERENCES writerKey (keyId),
  signature TEXT NOT NULL,
  -- Roots of the perfect subtrees, largest first, from which the next head is reached without reading older entries.
  frontier  TEXT NOT NULL CHECK (json_valid(frontier))
) STRICT;
CREATE INDEX sealTreeSize ON seal (treeSize);

CREATE TRIGGER writerKeyNoUpdate BEFORE UPDATE ON writerKey BEGIN SELECT RAISE(ABORT, 'keys are write-once'); END;
CREATE TRIGGER writerKeyNoDelete BEFORE DELETE ON writerKey BEGIN SELECT RAISE(ABORT, 'keys are write-once'); END;
CREATE TRIGGER sealNoUpdate BEFORE UPDATE ON seal BEGIN SELECT RAISE(ABORT, 'seals are write-once'); END;
CREATE TRIGGER sealNoDelete BEFORE DELETE ON seal BEGIN SELECT RAISE(ABORT, 'seals are write-once'); END;
