CREATE TABLE leads ( -- What each article has to say to each part of the story, from which it is told (computed, as are all that follow).
  id INTEGER PRIMARY KEY, -- the lead
  article TEXT NOT NULL, -- the article that gives it
  family TEXT NOT NULL, -- the part of the story: acts, meetings, shifts and so on
  block INTEGER, -- the block that it is told in
  key TEXT NOT NULL, -- what it shares with other leads of its block
  day TEXT, -- EDTF: the day of the article
  start INTEGER NOT NULL, -- where it stands in the text
  claim TEXT NOT NULL, -- the claim that it rests on, empty for none
  told TEXT NOT NULL -- what the telling needs of it, a JSON list
) STRICT;
CREATE INDEX leads_by_article ON leads (article);
CREATE INDEX leads_by_block ON leads (block, family);
CREATE INDEX leads_by_key ON leads (key);

CREATE TABLE lead_keys ( -- The further keys of the leads that have several.
  lead INTEGER NOT NULL REFERENCES leads (id) ON DELETE CASCADE, -- the lead
  key TEXT NOT NULL, -- the key
  PRIMARY KEY (lead, key)
) STRICT;
CREATE INDEX lead_keys_by_key ON lead_keys (key);

CREATE TABLE lead_blocks ( -- Leads that belong together, with the part of the story that they tell.
  id INTEGER PRIMARY KEY, -- the block
  family TEXT NOT NULL, -- the part of the story
  since TEXT NOT NULL, -- the last day on which it would be told otherwise
  until TEXT NOT NULL, -- the last day on which it is told so
  told TEXT NOT NULL -- what it tells, an entry a line
) STRICT;
CREATE INDEX lead_blocks_by_until ON lead_blocks (until);

CREATE TABLE names ( -- Who stands behind each name that articles give.
  folded TEXT PRIMARY KEY, -- the name without accents, case and punctuation
  actor TEXT NOT NULL, -- the actor
  kind TEXT NOT NULL, -- what the actor is
  side TEXT, -- the side that the actor speaks for
  articles INTEGER NOT NULL -- how many articles give the name
) STRICT;

CREATE TABLE strange_names ( -- Names that a claim gives and that its article presents nobody by.
  article TEXT NOT NULL, -- the article
  folded TEXT NOT NULL, -- the name without accents, case and punctuation
  PRIMARY KEY (folded, article)
) STRICT;
CREATE INDEX strange_names_by_article ON strange_names (article);

CREATE TABLE article_runs ( -- A sample of the runs of five words of each text, by which copies of it are found.
  run INTEGER NOT NULL, -- the run, as a number
  article TEXT NOT NULL, -- the article
  size INTEGER NOT NULL, -- how many runs its sample has
  PRIMARY KEY (run, article)
) STRICT;
CREATE INDEX article_runs_by_article ON article_runs (article);

CREATE TABLE copies ( -- Pairs of articles that tell one dispatch.
  one TEXT NOT NULL, -- the one
  other TEXT NOT NULL, -- the other
  PRIMARY KEY (one, other)
) STRICT;
CREATE INDEX copies_by_other ON copies (other);

CREATE TABLE stale_articles ( -- The articles that were read or judged since the story was told.
  article TEXT PRIMARY KEY -- the article
) STRICT;
ALTER TABLE ledger_entries ADD COLUMN claims TEXT NOT NULL DEFAULT '[]'; -- the claims that speak of it there, a JSON list
UPDATE record_state SET value = 'old' WHERE key = 'story';
