CREATE TABLE happenings ( -- Each act, one row however many passages tell of it (computed, as are all that follow).
  id TEXT PRIMARY KEY, -- the act
  type TEXT NOT NULL, -- the PLOVER type
  mode TEXT, -- PLOVER's mode
  actors TEXT NOT NULL, -- who does it, a JSON list
  recipients TEXT NOT NULL, -- to whom, a JSON list
  status TEXT NOT NULL, -- the status most told
  date TEXT, -- EDTF: its day, as the most precise telling has it
  place TEXT, -- the place most told
  sources INTEGER NOT NULL -- how many independent sources tell of it
) STRICT;

CREATE TABLE happening_tellings ( -- The events that tell of an act.
  happening TEXT NOT NULL REFERENCES happenings (id) ON DELETE CASCADE, -- the act
  nth INTEGER NOT NULL, -- its rank, from 0
  claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE, -- the event
  PRIMARY KEY (happening, nth)
) STRICT;
CREATE INDEX happening_tellings_by_claim ON happening_tellings (claim);

CREATE TABLE happening_details ( -- The details on which the tellings of an act differ.
  happening TEXT NOT NULL REFERENCES happenings (id) ON DELETE CASCADE, -- the act
  nth INTEGER NOT NULL, -- its rank, from 0
  field TEXT NOT NULL, -- date, place or status
  value TEXT NOT NULL, -- what some tellings say
  claims TEXT NOT NULL, -- the events that say so, a JSON list
  PRIMARY KEY (happening, nth)
) STRICT;

CREATE TABLE agreements ( -- Texts and undertakings that parties reached.
  id TEXT PRIMARY KEY, -- the agreement
  label TEXT NOT NULL, -- what the articles call it
  parties TEXT NOT NULL, -- whose it is, a JSON list
  date TEXT, -- EDTF: the day that it was signed or reached
  state TEXT NOT NULL, -- told, proposed, refused, reached, signed, kept, left, broken or dead: what was told last
  terms TEXT NOT NULL, -- passages that tell what was agreed, a JSON list
  sources INTEGER NOT NULL -- how many independent sources tell of it
) STRICT;

CREATE TABLE measures ( -- Sanctions, embargoes, quotas, bans, blacklistings.
  id TEXT PRIMARY KEY, -- the measure
  label TEXT NOT NULL, -- what the articles call it
  kind TEXT NOT NULL, -- sanction, embargo, quota, ban, freeze, blacklist, tariff or blockade
  by_whom TEXT NOT NULL, -- who takes it, a JSON list
  on_whom TEXT NOT NULL, -- whom it hits, a JSON list
  since TEXT, -- EDTF: the first day on which it is said to be in force
  state TEXT NOT NULL, -- told, threatened, in force, eased, lifted: what was told last
  sources INTEGER NOT NULL -- how many independent sources tell of it
) STRICT;

CREATE TABLE channels ( -- Ways by which two sides speak: letters, envoys, hot lines, liaison offices, mediators.
  id TEXT PRIMARY KEY, -- the channel
  label TEXT NOT NULL, -- a name for it
  kind TEXT NOT NULL, -- letter, envoy, hot line, liaison office or mediator
  between_whom TEXT NOT NULL, -- the two sides, a JSON list
  state TEXT NOT NULL, -- opened, used or cut: what was told last
  sources INTEGER NOT NULL -- how many independent sources tell of it
) STRICT;

CREATE TABLE ledger_entries ( -- The life of an agreement, a measure or a channel: each passage that tells of it.
  ledger TEXT NOT NULL, -- the agreement, the measure or the channel
  nth INTEGER NOT NULL, -- its rank, from 0
  told_on TEXT, -- EDTF: the day of the article
  state TEXT NOT NULL, -- what the passage says of it
  said_by TEXT, -- who says or does so, empty for the press
  says TEXT NOT NULL, -- the passage, on one line
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
  start INTEGER NOT NULL, -- its first code point
  end INTEGER NOT NULL, -- the code point after its last
  PRIMARY KEY (ledger, nth)
) STRICT;
CREATE INDEX ledger_entries_by_article ON ledger_entries (article);

CREATE TABLE deadlocks ( -- What the stated conditions leave open or shut.
  id TEXT PRIMARY KEY, -- the deadlock
  kind TEXT NOT NULL, -- free, blocked, exchange or circle
  parties TEXT NOT NULL -- the sides, a JSON list
) STRICT;

CREATE TABLE deadlock_arcs ( -- Each move with what it waits for.
  deadlock TEXT NOT NULL REFERENCES deadlocks (id) ON DELETE CASCADE, -- the deadlock
  nth INTEGER NOT NULL, -- its rank, from 0
  claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE, -- the position
  party TEXT NOT NULL, -- the side that would move
  issue TEXT NOT NULL, -- on what
  wants TEXT, -- the issue of the move that it waits for, empty for none
  of_whom TEXT, -- the side that it waits for
  says TEXT NOT NULL, -- the words of the position
  condition TEXT, -- the words of the condition
  told_on TEXT, -- EDTF: the day of the article
  met_by TEXT, -- the position by which the other side offers just that
  PRIMARY KEY (deadlock, nth)
) STRICT;
CREATE INDEX deadlock_arcs_by_claim ON deadlock_arcs (claim);
UPDATE record_state SET value = 'stale' WHERE key = 'story';
