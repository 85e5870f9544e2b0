-- What the dates of a claim may mean, as milliseconds since 1970 UTC, so that claims are sorted and narrowed by them.
-- Read from "when" and saidAt by the program (SQLite cannot read EDTF); they follow from those and are no evidence.
ALTER TABLE claim ADD COLUMN saidFrom REAL;
ALTER TABLE claim ADD COLUMN saidTo REAL;
ALTER TABLE claim ADD COLUMN whenFrom REAL;
ALTER TABLE claim ADD COLUMN whenTo REAL;
UPDATE claim SET saidFrom = edtfFrom(saidAt), saidTo = edtfTo(saidAt), whenFrom = edtfFrom("when"), whenTo = edtfTo("when");

-- One index for each order in which a long list of claims is read.
CREATE INDEX claimSaid ON claim (saidFrom, saidTo, createdAt, id);
CREATE INDEX claimHappened ON claim (whenFrom, whenTo, createdAt, id);
CREATE INDEX claimAct ON claim (act, createdAt, id);
CREATE INDEX claimModality ON claim (modality, createdAt, id);
CREATE INDEX claimPlace ON claim (json_extract(place, '$.name') COLLATE NOCASE, createdAt, id);
CREATE INDEX claimUpdated ON claim (updatedAt, createdAt, id);
CREATE INDEX claimQuantityUnit ON claimQuantity (unit, claimId);
