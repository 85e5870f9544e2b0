-- Claims whole: victims and a case's own fields, relations, grades, settled contradictions, own vocabularies.
ALTER TABLE claim ADD COLUMN victims TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(victims));
ALTER TABLE claim ADD COLUMN extra TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(extra));
ALTER TABLE incident ADD COLUMN secondaryPlaces TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(secondaryPlaces));
ALTER TABLE incident ADD COLUMN extra TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(extra));
ALTER TABLE party ADD COLUMN extra TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(extra));

CREATE TABLE incidentParty (
  incidentId TEXT NOT NULL REFERENCES incident (id),
  position   INTEGER NOT NULL CHECK (position >= 0),
  partyId    TEXT NOT NULL REFERENCES party (id),
  role       TEXT NOT NULL,
  PRIMARY KEY (incidentId, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX incidentPartyParty ON incidentParty (partyId);

-- Relations between like things: write-once, removed by tombstone.
CREATE TABLE claimLink (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  fromId    TEXT NOT NULL REFERENCES claim (id),
  toId      TEXT NOT NULL REFERENCES claim (id),
  relation  TEXT NOT NULL CHECK (relation IN ('repeats','corrects','supersedes','contradicts','supports')),
  "when"    TEXT,
  note      TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL,
  CHECK (fromId <> toId)
) STRICT;
CREATE INDEX claimLinkFrom ON claimLink (fromId);
CREATE INDEX claimLinkTo ON claimLink (toId);
CREATE TABLE incidentLink (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  fromId    TEXT NOT NULL REFERENCES incident (id),
  toId      TEXT NOT NULL REFERENCES incident (id),
  relation  TEXT NOT NULL CHECK (relation IN ('part of','same as','follows','caused')),
  "when"    TEXT,
  note      TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL,
  CHECK (fromId <> toId)
) STRICT;
CREATE INDEX incidentLinkFrom ON incidentLink (fromId);
CREATE INDEX incidentLinkTo ON incidentLink (toId);
CREATE TABLE partyLink (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  fromId    TEXT NOT NULL REFERENCES party (id),
  toId      TEXT NOT NULL REFERENCES party (id),
  relation  TEXT NOT NULL CHECK (relation IN ('part of','member of','controlled by')),
  "when"    TEXT,
  note      TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL,
  CHECK (fromId <> toId)
) STRICT;
CREATE INDEX partyLinkFrom ON partyLink (fromId);
CREATE INDEX partyLinkTo ON partyLink (toId);

-- Two entries found to be one party. What named the one goes on naming it; reading leads to the other.
CREATE TABLE partyMerge (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  mergedId  TEXT NOT NULL REFERENCES party (id),
  intoId    TEXT NOT NULL REFERENCES party (id),
  reason    TEXT NOT NULL CHECK (length(reason) > 0),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL,
  CHECK (mergedId <> intoId)
) STRICT;
CREATE INDEX partyMergeMerged ON partyMerge (mergedId);
CREATE INDEX partyMergeInto ON partyMerge (intoId);

-- Judgements. A changed mind is a new row; the newest of each person and scale is the one that stands.
CREATE TABLE grade (
  id          TEXT PRIMARY KEY CHECK (length(id) = 36),
  subjectKind TEXT NOT NULL CHECK (subjectKind IN ('claim','incident','party')),
  subjectId   TEXT NOT NULL,
  scale       TEXT NOT NULL,
  value       TEXT NOT NULL CHECK (length(value) > 0),
  reason      TEXT NOT NULL CHECK (length(reason) > 0),
  createdAt   TEXT NOT NULL,
  createdBy   TEXT NOT NULL
) STRICT;
CREATE INDEX gradeSubject ON grade (subjectId, scale, createdAt);

-- A contradiction that a person explained. The two claims are in order of their ids.
CREATE TABLE settlement (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  rule      TEXT NOT NULL CHECK (length(rule) > 0),
  claimA    TEXT NOT NULL REFERENCES claim (id),
  claimB    TEXT NOT NULL REFERENCES claim (id),
  reason    TEXT NOT NULL CHECK (length(reason) > 0),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL,
  CHECK (claimA < claimB)
) STRICT;
CREATE INDEX settlementClaims ON settlement (claimA, claimB);
CREATE INDEX settlementOther ON settlement (claimB);

-- A case's own words beside those that are built in, and fields of its own.
CREATE TABLE vocabularyTerm (
  id         TEXT PRIMARY KEY CHECK (length(id) = 36),
  vocabulary TEXT NOT NULL,
  term       TEXT NOT NULL CHECK (length(term) > 0),
  words      TEXT NOT NULL CHECK (json_valid(words)),
  note       TEXT NOT NULL,
  createdAt  TEXT NOT NULL,
  createdBy  TEXT NOT NULL,
  updatedAt  TEXT NOT NULL
) STRICT;
CREATE INDEX vocabularyTermTerm ON vocabularyTerm (vocabulary, term);
CREATE TABLE fieldDefinition (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  subject   TEXT NOT NULL CHECK (subject IN ('claim','incident','party')),
  name      TEXT NOT NULL CHECK (length(name) > 0),
  label     TEXT NOT NULL CHECK (length(label) > 0),
  type      TEXT NOT NULL CHECK (type IN ('text','number','date','yes or no','choice')),
  options   TEXT NOT NULL CHECK (json_valid(options)),
  note      TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL,
  updatedAt TEXT NOT NULL
) STRICT;
CREATE INDEX fieldDefinitionName ON fieldDefinition (subject, name);

CREATE TRIGGER claimLinkNoUpdate BEFORE UPDATE ON claimLink BEGIN SELECT RAISE(ABORT, 'relations are write-once'); END;
CREATE TRIGGER claimLinkNoDelete BEFORE DELETE ON claimLink BEGIN SELECT RAISE(ABORT, 'relations are removed by tombstone'); END;
CREATE TRIGGER incidentLinkNoUpdate BEFORE UPDATE ON incidentLink BEGIN SELECT RAISE(ABORT, 'relations are write-once'); END;
CREATE TRIGGER incidentLinkNoDelete BEFORE DELETE ON incidentLink BEGIN SELECT RAISE(ABORT, 'relations are removed by tombstone'); END;
CREATE TRIGGER partyLinkNoUpdate BEFORE UPDATE ON partyLink BEGIN SELECT RAISE(ABORT, 'relations are write-once'); END;
CREATE TRIGGER partyLinkNoDelete BEFORE DELETE ON partyLink BEGIN SELECT RAISE(ABORT, 'relations are removed by tombstone'); END;
CREATE TRIGGER partyMergeNoUpdate BEFORE UPDATE ON partyMerge BEGIN SELECT RAISE(ABORT, 'merges are write-once'); END;
CREATE TRIGGER partyMergeNoDelete BEFORE DELETE ON partyMerge BEGIN SELECT RAISE(ABORT, 'merges are removed by tombstone'); END;
CREATE TRIGGER gradeNoUpdate BEFORE UPDATE ON grade BEGIN SELECT RAISE(ABORT, 'grades are write-once'); END;
CREATE TRIGGER gradeNoDelete BEFORE DELETE ON grade BEGIN SELECT RAISE(ABORT, 'grades are removed by tombstone'); END;
CREATE TRIGGER settlementNoUpdate BEFORE UPDATE ON settlement BEGIN SELECT RAISE(ABORT, 'settlements are write-once'); END;
CREATE TRIGGER settlementNoDelete BEFORE DELETE ON settlement BEGIN SELECT RAISE(ABORT, 'settlements are removed by tombstone'); END;
CREATE TRIGGER vocabularyTermNoDelete BEFORE DELETE ON vocabularyTerm BEGIN SELECT RAISE(ABORT, 'terms are removed by tombstone'); END;
CREATE TRIGGER fieldDefinitionNoDelete BEFORE DELETE ON fieldDefinition BEGIN SELECT RAISE(ABORT, 'fields are removed by tombstone'); END;

-- These can be removed too, and a CHECK cannot be changed in place.
CREATE TABLE burialCopy AS SELECT * FROM burial;
CREATE TABLE restorationCopy AS SELECT * FROM restoration;
DROP VIEW tombstone;
DROP TABLE restoration;
DROP TABLE burial;
CREATE TABLE burial (
  id      TEXT PRIMARY KEY CHECK (length(id) = 36),
  subject TEXT NOT NULL,
  kind    TEXT NOT NULL CHECK (kind IN ('item','file','passage','passageLink','claim','party','incident','evidence',
    'claimLink','incidentLink','partyLink','partyMerge','grade','settlement','vocabularyTerm','fieldDefinition')),
  reason  TEXT NOT NULL CHECK (length(reason) > 0),
  at      TEXT NOT NULL,
  actor   TEXT NOT NULL
) STRICT;
INSERT INTO burial SELECT * FROM burialCopy;
CREATE INDEX burialSubject ON burial (subject);
CREATE TABLE restoration (
  burialId TEXT PRIMARY KEY REFERENCES burial (id),
  reason   TEXT NOT NULL CHECK (length(reason) > 0),
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL
) STRICT;
INSERT INTO restoration SELECT * FROM restorationCopy;
DROP TABLE burialCopy;
DROP TABLE restorationCopy;
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
