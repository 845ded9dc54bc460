CREATE TABLE name_words ( -- The words of the names that claims have, by which a name is found without reading the claims.
  word TEXT NOT NULL, -- the word, without capitals and accents
  name TEXT NOT NULL, -- the canonical name of an actor
  PRIMARY KEY (word, name)
) STRICT, WITHOUT ROWID;
INSERT OR IGNORE INTO name_words SELECT w.value, n.name FROM (
  SELECT speaker AS name FROM statements UNION SELECT on_behalf_of FROM statements
  UNION SELECT actor FROM statement_relays UNION SELECT according_to FROM events
  UNION SELECT actor FROM event_actors UNION SELECT actor FROM event_recipients
  UNION SELECT host FROM meeting_reports UNION SELECT cancelled_by FROM meeting_reports
  UNION SELECT actor FROM meeting_report_participants UNION SELECT party FROM positions
  UNION SELECT said_by FROM positions UNION SELECT actor FROM position_toward
) n JOIN json_each(words_of(n.name)) w WHERE n.name IS NOT NULL;
-- Claims of a month: those that begin near it, and those that last longer than one.
CREATE INDEX claims_by_last_day ON claims (layer, day_to);
CREATE INDEX claims_that_last ON claims (layer, day_to) WHERE julianday(day_to) - julianday(day_from) > 31;
