CREATE TABLE actors ( -- Each actor over all articles (computed anew after each reading, as are all that follow).
  name TEXT PRIMARY KEY, -- the canonical name, in French
  kind TEXT NOT NULL, -- person, state, organisation, armed_group, media, official, group
  side TEXT, -- the state or body that it speaks for
  roles TEXT NOT NULL, -- the roles that the articles give it, a JSON list
  aliases TEXT NOT NULL -- its other names, a JSON list
) STRICT;

CREATE TABLE actor_articles ( -- Which articles know an actor.
  actor TEXT NOT NULL REFERENCES actors (name) ON DELETE CASCADE, -- the actor
  nth INTEGER NOT NULL, -- its rank, from 0
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
  PRIMARY KEY (actor, nth)
) STRICT;
CREATE INDEX actor_articles_by_article ON actor_articles (article);

CREATE TABLE meetings ( -- Each meeting, one row however many articles tell of it.
  id TEXT PRIMARY KEY, -- the meeting
  label TEXT NOT NULL, -- a name for it
  kind TEXT NOT NULL, -- summit, talks, visit, call, session or other
  date TEXT, -- EDTF: its day
  place TEXT, -- the place
  status TEXT NOT NULL, -- the status that stands
  outcome TEXT, -- what came out of it
  cancelled_by TEXT, -- the actor that called it off
  part_of TEXT REFERENCES meetings (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED, -- the meeting that holds it
  sources INTEGER NOT NULL -- how many independent sources tell of it
) STRICT;

CREATE TABLE meeting_participants ( -- Who takes part in a meeting.
  meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, -- the meeting
  nth INTEGER NOT NULL, -- its rank, from 0
  actor TEXT NOT NULL, -- the canonical actor
  PRIMARY KEY (meeting, nth)
) STRICT;
CREATE INDEX meeting_participants_by_actor ON meeting_participants (actor);

CREATE TABLE meeting_evidence ( -- The reports that tell of a meeting.
  meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, -- the meeting
  nth INTEGER NOT NULL, -- its rank, from 0
  claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE, -- the report
  PRIMARY KEY (meeting, nth)
) STRICT;
CREATE INDEX meeting_evidence_by_claim ON meeting_evidence (claim);

CREATE TABLE meeting_life ( -- Every status that an article gave to a meeting.
  meeting TEXT NOT NULL REFERENCES meetings (id) ON DELETE CASCADE, -- the meeting
  nth INTEGER NOT NULL, -- its rank, from 0
  told_on TEXT, -- EDTF: the day of the article
  status TEXT NOT NULL, -- the status it gave
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
  claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE, -- the claim that gives it
  PRIMARY KEY (meeting, nth)
) STRICT;
CREATE INDEX meeting_life_by_claim ON meeting_life (claim);
CREATE INDEX meeting_life_by_article ON meeting_life (article);

CREATE TABLE disputes ( -- Matters of which versions are told that cannot both hold.
  id TEXT PRIMARY KEY, -- the dispute
  matter TEXT NOT NULL, -- what is disputed
  kind TEXT NOT NULL, -- occurrence, scope, outcome, blame, figure, date or terms
  sure INTEGER NOT NULL -- 0 for one that is only shown when all are asked for
) STRICT;

CREATE TABLE dispute_versions ( -- The versions of a dispute, each with whose it is.
  dispute TEXT NOT NULL REFERENCES disputes (id) ON DELETE CASCADE, -- the dispute
  nth INTEGER NOT NULL, -- its rank, from 0
  party TEXT, -- the side, empty for the press's own voice
  said_by TEXT, -- who says it
  says TEXT NOT NULL, -- the words of the evidence
  first_on TEXT, -- EDTF: the day of the first article that has it
  relayed_by TEXT NOT NULL, -- who passed it on, a JSON list
  sources INTEGER NOT NULL, -- how many independent sources have it
  PRIMARY KEY (dispute, nth)
) STRICT;

CREATE TABLE dispute_evidence ( -- The claims that a version rests on.
  dispute TEXT NOT NULL, -- the dispute
  version INTEGER NOT NULL, -- the rank of the version
  nth INTEGER NOT NULL, -- its rank, from 0
  claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE, -- the claim
  PRIMARY KEY (dispute, version, nth),
  FOREIGN KEY (dispute, version) REFERENCES dispute_versions (dispute, nth) ON DELETE CASCADE
) STRICT;
CREATE INDEX dispute_evidence_by_claim ON dispute_evidence (claim);

CREATE TABLE expectations ( -- What was said to come, and what became of it.
  id TEXT PRIMARY KEY, -- the expectation
  claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE, -- the claim that holds it
  what TEXT NOT NULL, -- what is to come
  said_by TEXT, -- who said so, empty for the press
  kind TEXT NOT NULL, -- hoped, planned, proposed, promised or threatened
  made_on TEXT, -- EDTF: the day it was said
  horizon TEXT, -- EDTF: by when
  state TEXT NOT NULL, -- open, met, met late, lapsed, overtaken or unknown
  met_by TEXT, -- the meeting or event that settled it
  met_on TEXT -- EDTF: the day it was settled
) STRICT;
CREATE INDEX expectations_by_claim ON expectations (claim);

CREATE TABLE shifts ( -- Stands that changed over time.
  nth INTEGER PRIMARY KEY, -- its rank, from 0
  party TEXT NOT NULL, -- the side
  issue TEXT NOT NULL, -- what it is about
  before TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE, -- the earlier position
  after TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE -- the later one
) STRICT;
CREATE INDEX shifts_by_before ON shifts (before);
CREATE INDEX shifts_by_after ON shifts (after);
