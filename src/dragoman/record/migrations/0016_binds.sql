-- Whom a speaker binds is read off the index, not off each position.
DROP INDEX positions_by_speaker;
CREATE INDEX positions_by_speaker ON positions (said_by, party) WHERE said_by IS NOT NULL;
