-- Redacted copies: which places of which original were withheld, why, and the files that were made so.

CREATE TABLE redaction (
  id        TEXT PRIMARY KEY CHECK (length(id) = 36),
  itemId    TEXT NOT NULL REFERENCES item (id),
  -- The withheld original and its hash: a file, or a text when only words are withheld.
  fileId    TEXT NOT NULL REFERENCES file (id),
  sha256    TEXT NOT NULL REFERENCES blob (sha256),
  -- Places with their reasons; never the words at these places.
  regions   TEXT NOT NULL CHECK (json_valid(regions) AND json_array_length(regions) > 0),
  -- Stretches of a text of the item that areas cover, as the making found them: places too, no words.
  covered   TEXT NOT NULL CHECK (json_valid(covered)),
  createdAt TEXT NOT NULL,
  createdBy TEXT NOT NULL
) STRICT;
CREATE INDEX redactionItem ON redaction (itemId);

CREATE TABLE redactedCopy (
  fileId      TEXT PRIMARY KEY REFERENCES addedFile (fileId),
  redactionId TEXT NOT NULL REFERENCES redaction (id)
) STRICT;
CREATE INDEX redactedCopyRedaction ON redactedCopy (redactionId);

CREATE TRIGGER redactionNoUpdate BEFORE UPDATE ON redaction BEGIN SELECT RAISE(ABORT, 'redactions are write-once'); END;
CREATE TRIGGER redactionNoDelete BEFORE DELETE ON redaction BEGIN SELECT RAISE(ABORT, 'redactions are write-once'); END;
CREATE TRIGGER redactedCopyNoUpdate BEFORE UPDATE ON redactedCopy BEGIN SELECT RAISE(ABORT, 'redactions are write-once'); END;
CREATE TRIGGER redactedCopyNoDelete BEFORE DELETE ON redactedCopy BEGIN SELECT RAISE(ABORT, 'redactions are write-once'); END;
