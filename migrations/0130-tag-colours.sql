-- A closed set. A row with the colour `none` says that the tag had one and has none any more: what a person chose is
-- changed, never taken out.
CREATE TABLE tagColourNew (
  tag    TEXT PRIMARY KEY NOT NULL CHECK (length(tag) > 0),
  colour TEXT NOT NULL CHECK (colour IN ('yellow','blue','orange','violet','green','pink','red','grey','none'))
) STRICT;
INSERT INTO tagColourNew (tag, colour) SELECT tag, colour FROM tagColour;
DROP TABLE tagColour;
ALTER TABLE tagColourNew RENAME TO tagColour;
CREATE TRIGGER tagColourNoDelete BEFORE DELETE ON tagColour BEGIN SELECT RAISE(ABORT, 'a colour is taken away by none'); END;
