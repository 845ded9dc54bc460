CREATE TABLE claims ( -- Every claim of every layer, with the day it is about.
  id TEXT PRIMARY KEY, -- stable over re-reads and over versions of the rules
  layer TEXT NOT NULL, -- statement, event, meeting or position: the table that has the rest
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article that holds the passage
  day_from TEXT, -- the first day it may be about; where it tells none, that of its article
  day_to TEXT -- the last day it may be about
) STRICT;
CREATE INDEX claims_by_article ON claims (article);
CREATE INDEX claims_by_day ON claims (layer, day_from);

CREATE TABLE resolutions ( -- What the phrases of a claim were taken to refer to, and why.
  claim TEXT NOT NULL REFERENCES claims (id) ON DELETE CASCADE, -- the claim
  nth INTEGER NOT NULL, -- its rank, from 0
  start INTEGER NOT NULL, -- the first code point of the phrase
  end INTEGER NOT NULL, -- the code point after its last
  surface TEXT NOT NULL, -- the words of the phrase
  actors TEXT NOT NULL, -- the canonical names, a JSON list
  how TEXT NOT NULL, -- what resolved it
  PRIMARY KEY (claim, nth)
) STRICT;

CREATE TABLE statements ( -- Who said what: one passage in which somebody's words or thought are reported.
  id TEXT PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE, -- the claim
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article that holds the passage
  start INTEGER NOT NULL, -- the first code point of the content, marks and cue left out
  end INTEGER NOT NULL, -- the code point after its last
  surface TEXT NOT NULL, -- the words: text[start:end]
  kind TEXT NOT NULL, -- direct, indirect or mixed
  speaker TEXT, -- the canonical actor, empty where the text names nobody
  speaker_start INTEGER, -- the first code point of the phrase that named the speaker
  speaker_end INTEGER, -- the code point after its last
  on_behalf_of TEXT, -- the side that a spokesperson speaks for
  addressee TEXT, -- to whom it was said
  medium TEXT, -- where it was said or written: press conference, letter, network
  said_on TEXT, -- EDTF: the day it was said
  said_at TEXT, -- the place it was said at
  cue_lemma TEXT, -- the lemma of the cue
  cue_class TEXT, -- say, claim, deny, ask, promise, threaten, hope, fear, judge, perceive
  negative INTEGER NOT NULL DEFAULT 0, -- 1 where the saying is negated
  hearsay INTEGER NOT NULL DEFAULT 0, -- 1 for a conditional of hearsay
  cue TEXT, -- the words that made the rule fire
  cue_start INTEGER, -- their first code point
  cue_end INTEGER, -- the code point after their last
  rule TEXT NOT NULL, -- the rule that found it, with its entry of the lexicon
  version TEXT NOT NULL, -- the version of the rules
  confidence REAL NOT NULL -- from 0 to 1
) STRICT;
CREATE INDEX statements_by_article ON statements (article, start);
CREATE INDEX statements_by_speaker ON statements (speaker);

CREATE TABLE statement_fragments ( -- The verbatim pieces of a statement, quote marks left out.
  claim TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE, -- the claim
  nth INTEGER NOT NULL, -- its rank, from 0
  start INTEGER NOT NULL, -- its first code point
  end INTEGER NOT NULL, -- the code point after its last
  surface TEXT NOT NULL, -- the words
  PRIMARY KEY (claim, nth)
) STRICT;

CREATE TABLE statement_relays ( -- Who passed the words on, from the nearest to the reader.
  claim TEXT NOT NULL REFERENCES statements (id) ON DELETE CASCADE, -- the claim
  nth INTEGER NOT NULL, -- its rank, from 0
  actor TEXT NOT NULL, -- the canonical actor
  PRIMARY KEY (claim, nth)
) STRICT;
CREATE INDEX statement_relays_by_actor ON statement_relays (actor);

CREATE TABLE events ( -- What happened, by PLOVER 2.0: an act between, by or on the actors.
  id TEXT PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE, -- the claim
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article that holds the passage
  start INTEGER NOT NULL, -- the first code point of the trigger
  end INTEGER NOT NULL, -- the code point after its last
  surface TEXT NOT NULL, -- the words: text[start:end]
  type TEXT NOT NULL, -- one of PLOVER's sixteen types
  mode TEXT, -- PLOVER's mode of that type
  status TEXT NOT NULL, -- occurred, ongoing, planned, proposed, hypothetical, negated or cancelled
  date TEXT, -- EDTF: the day it happened or is to happen
  place TEXT, -- the place as named
  according_to TEXT, -- whose account it is, empty for the article's own voice
  cue TEXT, -- the words that made the rule fire
  cue_start INTEGER, -- their first code point
  cue_end INTEGER, -- the code point after their last
  rule TEXT NOT NULL, -- the rule that found it, with its entry of the lexicon
  version TEXT NOT NULL, -- the version of the rules
  confidence REAL NOT NULL -- from 0 to 1
) STRICT;
CREATE INDEX events_by_article ON events (article, start);
CREATE INDEX events_by_type ON events (type);

CREATE TABLE event_actors ( -- Who did it.
  claim TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE, -- the claim
  nth INTEGER NOT NULL, -- its rank, from 0
  actor TEXT NOT NULL, -- the canonical actor
  PRIMARY KEY (claim, nth)
) STRICT;
CREATE INDEX event_actors_by_actor ON event_actors (actor);

CREATE TABLE event_recipients ( -- Who was at the other end of it.
  claim TEXT NOT NULL REFERENCES events (id) ON DELETE CASCADE, -- the claim
  nth INTEGER NOT NULL, -- its rank, from 0
  actor TEXT NOT NULL, -- the canonical actor
  PRIMARY KEY (claim, nth)
) STRICT;
CREATE INDEX event_recipients_by_actor ON event_recipients (actor);

CREATE TABLE meeting_reports ( -- A meeting as one article tells of it.
  id TEXT PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE, -- the claim
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article that holds the passage
  start INTEGER NOT NULL, -- the first code point of the first mention
  end INTEGER NOT NULL, -- the code point after its last
  surface TEXT NOT NULL, -- the words: text[start:end]
  label TEXT NOT NULL, -- a name for it
  kind TEXT NOT NULL, -- summit, talks, visit, call, session or other
  date TEXT, -- EDTF: its day
  place TEXT, -- the place as named
  status TEXT NOT NULL, -- proposed, planned, ongoing, held, postponed, cancelled or refused
  host TEXT, -- the actor that received the others
  outcome TEXT, -- what came out of it
  cancelled_by TEXT, -- the actor that called it off
  cue TEXT, -- the words that made the rule fire
  cue_start INTEGER, -- their first code point
  cue_end INTEGER, -- the code point after their last
  rule TEXT NOT NULL, -- the rule that found it, with its entry of the lexicon
  version TEXT NOT NULL, -- the version of the rules
  confidence REAL NOT NULL -- from 0 to 1
) STRICT;
CREATE INDEX meeting_reports_by_article ON meeting_reports (article, start);

CREATE TABLE meeting_report_participants ( -- Who took part, as the article tells.
  claim TEXT NOT NULL REFERENCES meeting_reports (id) ON DELETE CASCADE, -- the claim
  nth INTEGER NOT NULL, -- its rank, from 0
  actor TEXT NOT NULL, -- the canonical actor
  PRIMARY KEY (claim, nth)
) STRICT;
CREATE INDEX meeting_report_participants_by_actor ON meeting_report_participants (actor);

CREATE TABLE meeting_report_mentions ( -- Each place in the article that tells of the meeting.
  claim TEXT NOT NULL REFERENCES meeting_reports (id) ON DELETE CASCADE, -- the claim
  nth INTEGER NOT NULL, -- its rank, from 0
  start INTEGER NOT NULL, -- its first code point
  end INTEGER NOT NULL, -- the code point after its last
  surface TEXT NOT NULL, -- the words
  PRIMARY KEY (claim, nth)
) STRICT;

CREATE TABLE positions ( -- Where a side stands on something negotiable.
  id TEXT PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE, -- the claim
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article that holds the passage
  start INTEGER NOT NULL, -- the first code point of the clause that carries the content
  end INTEGER NOT NULL, -- the code point after its last
  surface TEXT NOT NULL, -- the words: text[start:end]
  party TEXT NOT NULL, -- the side that is bound by it
  stance TEXT NOT NULL, -- demand, offer, commitment, refusal, threat, concession, support or opposition
  issue TEXT NOT NULL, -- what it is about: arms, sanctions, format and so on
  said_by TEXT, -- the actor whose words bind the side
  condition TEXT, -- the words of the condition, or of what is asked in exchange
  condition_start INTEGER, -- their first code point
  condition_end INTEGER, -- the code point after their last
  cue TEXT, -- the words that made the rule fire
  cue_start INTEGER, -- their first code point
  cue_end INTEGER, -- the code point after their last
  rule TEXT NOT NULL, -- the rule that found it, with its entry of the lexicon
  version TEXT NOT NULL, -- the version of the rules
  confidence REAL NOT NULL -- from 0 to 1
) STRICT;
CREATE INDEX positions_by_article ON positions (article, start);
CREATE INDEX positions_by_party ON positions (party, issue);

CREATE TABLE position_toward ( -- Whom the position is toward.
  claim TEXT NOT NULL REFERENCES positions (id) ON DELETE CASCADE, -- the claim
  nth INTEGER NOT NULL, -- its rank, from 0
  actor TEXT NOT NULL, -- the canonical actor
  PRIMARY KEY (claim, nth)
) STRICT;
CREATE INDEX position_toward_by_actor ON position_toward (actor);
