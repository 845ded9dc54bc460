CREATE TABLE statement_keys ( -- The number that the search knows each statement by (`statement_search`, FTS5).
  key INTEGER PRIMARY KEY, -- the rowid in `statement_search`, where the words are kept without accents
  claim TEXT NOT NULL UNIQUE REFERENCES statements (id) ON DELETE CASCADE -- the statement
) STRICT;
CREATE VIRTUAL TABLE statement_search USING fts5(words, tokenize = 'unicode61 remove_diacritics 2');
CREATE TRIGGER statements_are_searched AFTER INSERT ON statements BEGIN
  INSERT INTO statement_keys (claim) VALUES (new.id);
  INSERT INTO statement_search (rowid, words) SELECT key, new.surface FROM statement_keys WHERE claim = new.id;
END;
CREATE TRIGGER statements_are_forgotten AFTER DELETE ON statement_keys BEGIN
  DELETE FROM statement_search WHERE rowid = old.key;
END;
INSERT INTO statement_keys (claim) SELECT id FROM statements;
INSERT INTO statement_search (rowid, words) SELECT k.key, s.surface FROM statement_keys k JOIN statements s ON s.id = k.claim;

CREATE TABLE judgements ( -- What people decided; it wins over what was computed, and each row can be undone.
  number INTEGER PRIMARY KEY, -- in the order that they were made
  kind TEXT NOT NULL, -- accept, reject, speaker (another one speaks) or rename (an actor is another)
  about TEXT NOT NULL, -- the id of the claim, or the name of the actor
  value TEXT, -- the right speaker, or the right name
  why TEXT, -- the reviewer's reason
  who TEXT NOT NULL, -- the reviewer
  made_at TEXT NOT NULL, -- when (UTC)
  undone_by TEXT, -- who took it back
  undone_at TEXT -- when (UTC), empty while it stands
) STRICT;
CREATE INDEX judgements_by_about ON judgements (about);
