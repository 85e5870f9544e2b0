-- Addresses a person asked to have captured, in their order. There is no "running": what runs is known to the process
-- that runs it, so that a crash leaves an entry waiting.
CREATE TABLE queueEntry (
  id       TEXT PRIMARY KEY CHECK (length(id) = 36),
  position INTEGER NOT NULL UNIQUE CHECK (position > 0),
  url      TEXT NOT NULL CHECK (length(url) > 0),
  host     TEXT NOT NULL CHECK (length(host) > 0),
  options  TEXT NOT NULL CHECK (json_valid(options)),
  state    TEXT NOT NULL CHECK (state IN ('waiting','done','failed','cancelled')),
  attempts INTEGER NOT NULL CHECK (attempts >= 0),
  itemId   TEXT REFERENCES item (id),
  error    TEXT CHECK (error IS NULL OR json_valid(error)),
  addedAt  TEXT NOT NULL,
  addedBy  TEXT NOT NULL,
  endedAt  TEXT,
  cleared  INTEGER NOT NULL CHECK (cleared IN (0, 1)),
  CHECK ((state = 'done') = (itemId IS NOT NULL)),
  CHECK ((state = 'waiting') = (endedAt IS NULL)),
  CHECK (state <> 'failed' OR error IS NOT NULL),
  CHECK (cleared = 0 OR state <> 'waiting')
) STRICT;
CREATE INDEX queueEntryState ON queueEntry (state, cleared, position);
CREATE INDEX queueEntryUrl ON queueEntry (url, state);

-- Whether a person asked the queue of this case to run. Nothing is started by it: see pauseReason in the model.
CREATE TABLE queueAsked (
  caseId TEXT PRIMARY KEY CHECK (length(caseId) = 36),
  asked  TEXT NOT NULL CHECK (asked IN ('running','paused')),
  reason TEXT,
  error  TEXT CHECK (error IS NULL OR json_valid(error)),
  at     TEXT NOT NULL,
  by     TEXT NOT NULL,
  CHECK ((asked = 'paused') = (reason IS NOT NULL))
) STRICT;

CREATE TRIGGER queueEntryNoDelete BEFORE DELETE ON queueEntry BEGIN SELECT RAISE(ABORT, 'what was asked for stays; it can be cleared from the list'); END;
CREATE TRIGGER queueEntryFixed BEFORE UPDATE OF id, position, url, host, addedAt, addedBy ON queueEntry
BEGIN SELECT RAISE(ABORT, 'what was asked for stays as it was asked'); END;
-- An entry that is done is never captured again.
CREATE TRIGGER queueEntryDone BEFORE UPDATE OF state, itemId, attempts, endedAt ON queueEntry WHEN OLD.state = 'done'
BEGIN SELECT RAISE(ABORT, 'an entry that is done stays done'); END;
