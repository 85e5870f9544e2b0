-- One page captured more than once; what was carried from one version to the next; and pages found gone.

-- Where an item's page was asked for and where it ended up, as `engine/versions/web-address.ts` writes addresses. An
-- index made from the item's own facts, so that an address is found without a scan; not evidence by itself.
CREATE TABLE itemAddress (
  address TEXT NOT NULL CHECK (length(address) > 0),
  itemId  TEXT NOT NULL REFERENCES item (id),
  PRIMARY KEY (address, itemId)
) STRICT, WITHOUT ROWID;
CREATE INDEX itemAddressItem ON itemAddress (itemId);

-- Captures made before this layout: their addresses without fragment, as Chromium wrote them.
INSERT OR IGNORE INTO itemAddress (address, itemId)
  SELECT CASE instr(url, '#') WHEN 0 THEN url ELSE substr(url, 1, instr(url, '#') - 1) END, id
  FROM (
    SELECT id, sourceUrl AS url FROM item WHERE method = 'capture'
    UNION ALL
    SELECT id, json_extract(facts, '$.requestedUrl') FROM item WHERE method = 'capture'
  )
  WHERE url LIKE 'http%';

-- `itemId` is a newer version of `earlierId`: found by their address, or said by a person.
CREATE TABLE itemVersion (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  itemId    TEXT NOT NULL REFERENCES item (id),
  earlierId TEXT NOT NULL REFERENCES item (id),
  basis     TEXT NOT NULL CHECK (basis IN ('address','person')),
  -- The address both were captured from; null when a person said so.
  address   TEXT CHECK ((basis = 'address') = (address IS NOT NULL)),
  at        TEXT NOT NULL,
  CHECK (itemId <> earlierId)
) STRICT;
CREATE INDEX itemVersionItem ON itemVersion (itemId);
CREATE INDEX itemVersionEarlier ON itemVersion (earlierId);

-- A link that a person took back, with the reason. The link itself stays.
CREATE TABLE itemVersionEnd (
  versionId TEXT PRIMARY KEY REFERENCES itemVersion (id),
  reason    TEXT NOT NULL CHECK (length(reason) > 0),
  at        TEXT NOT NULL,
  actor     TEXT NOT NULL
) STRICT;

-- An item has at most one earlier version that stands.
CREATE TRIGGER itemVersionOne BEFORE INSERT ON itemVersion
WHEN EXISTS (SELECT 1 FROM itemVersion v WHERE v.itemId = NEW.itemId AND NOT EXISTS (SELECT 1 FROM itemVersionEnd e WHERE e.versionId = v.id))
BEGIN SELECT RAISE(ABORT, 'an item has one earlier version'); END;

-- A passage made in a newer version from one of an earlier version. The earlier passage never changes.
CREATE TABLE passageCarry (
  passageId     TEXT PRIMARY KEY REFERENCES passage (id),
  fromPassageId TEXT NOT NULL REFERENCES passage (id),
  state         TEXT NOT NULL CHECK (state IN ('same','moved','approximate')),
  score         REAL NOT NULL CHECK (score > 0 AND score <= 1),
  at            TEXT NOT NULL,
  CHECK (passageId <> fromPassageId)
) STRICT;
CREATE INDEX passageCarryFrom ON passageCarry (fromPassageId);

-- An address that was asked for and did not give its page: by its status, or by words that read like a notice of removal.
CREATE TABLE absence (
  id              TEXT PRIMARY KEY CHECK (length(id) = 36),
  -- As it was asked for, and as addresses are compared.
  askedUrl        TEXT NOT NULL,
  address         TEXT NOT NULL,
  finalUrl        TEXT NOT NULL,
  at              TEXT NOT NULL CHECK (at GLOB '????-??-??T??:??:??.???Z'),
  kind            TEXT NOT NULL CHECK (kind IN ('status','removal-text')),
  status          INTEGER NOT NULL CHECK (status BETWEEN 100 AND 599),
  words           TEXT,
  wordsIn         TEXT CHECK (wordsIn IN ('title','text')),
  responseHeaders TEXT NOT NULL CHECK (json_valid(responseHeaders)),
  remoteAddress   TEXT,
  serverDate      TEXT,
  -- The latest version kept before; null when nobody had captured the address.
  earlierId       TEXT REFERENCES item (id),
  -- What was kept of the answer itself; null when nothing was.
  keptItemId      TEXT REFERENCES item (id),
  CHECK (kind <> 'status' OR (status IN (404, 410) AND words IS NULL)),
  CHECK ((words IS NULL) = (wordsIn IS NULL)),
  CHECK (kind <> 'removal-text' OR (words IS NOT NULL AND keptItemId IS NOT NULL))
) STRICT;
CREATE INDEX absenceAddress ON absence (address, at);
CREATE INDEX absenceAt ON absence (at, id);
CREATE INDEX absenceEarlier ON absence (earlierId) WHERE earlierId IS NOT NULL;
CREATE INDEX absenceKept ON absence (keptItemId) WHERE keptItemId IS NOT NULL;

CREATE TRIGGER itemVersionNoUpdate BEFORE UPDATE ON itemVersion BEGIN SELECT RAISE(ABORT, 'links between versions are write-once'); END;
CREATE TRIGGER itemVersionNoDelete BEFORE DELETE ON itemVersion BEGIN SELECT RAISE(ABORT, 'links between versions are write-once'); END;
CREATE TRIGGER itemVersionEndNoUpdate BEFORE UPDATE ON itemVersionEnd BEGIN SELECT RAISE(ABORT, 'ended links are write-once'); END;
CREATE TRIGGER itemVersionEndNoDelete BEFORE DELETE ON itemVersionEnd BEGIN SELECT RAISE(ABORT, 'ended links are write-once'); END;
CREATE TRIGGER passageCarryNoUpdate BEFORE UPDATE ON passageCarry BEGIN SELECT RAISE(ABORT, 'carried passages are write-once'); END;
CREATE TRIGGER passageCarryNoDelete BEFORE DELETE ON passageCarry BEGIN SELECT RAISE(ABORT, 'carried passages are write-once'); END;
CREATE TRIGGER absenceNoUpdate BEFORE UPDATE ON absence BEGIN SELECT RAISE(ABORT, 'pages found gone are write-once'); END;
CREATE TRIGGER absenceNoDelete BEFORE DELETE ON absence BEGIN SELECT RAISE(ABORT, 'pages found gone are write-once'); END;
