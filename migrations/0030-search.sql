-- Full-text search over items, passages and claims. Words are folded to lower case without Latin diacritics
-- (unicode61). `folds` holds further forms of the words that tokenizer does not fold: Arabic without vowel marks and
-- article, figures without separators. One row a thing; rewritten in the transaction that changes the thing.
CREATE VIRTUAL TABLE searchIndex USING fts5 (
  kind UNINDEXED,
  id UNINDEXED,
  title,
  body,
  folds,
  tokenize = 'unicode61 remove_diacritics 2'
);
-- FTS5 cannot look a row up by an unindexed column without a scan.
CREATE TABLE searchRow (
  kind     TEXT NOT NULL CHECK (kind IN ('item','passage','claim')),
  id       TEXT NOT NULL,
  indexRow INTEGER NOT NULL UNIQUE,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
