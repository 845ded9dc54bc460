CREATE TABLE articles ( -- One row for each text that was read; its offsets are the ground of all other tables.
  id TEXT PRIMARY KEY, -- the same text from the same outlet and address has the same id on every machine
  name TEXT NOT NULL, -- the file's stem, or the entry's own key
  title TEXT, -- the title where the source tells it apart
  outlet TEXT, -- the newspaper, agency or site that published it
  author TEXT, -- the byline
  agency TEXT NOT NULL DEFAULT '[]', -- the agencies that provided it, a JSON list
  published TEXT, -- EDTF: the day it was published, as told or as the text lets infer
  told_published TEXT, -- EDTF: the day as the source or the user told it
  published_from TEXT, -- the first day that `published` may mean
  published_to TEXT, -- the last day that `published` may mean
  dateline TEXT, -- the place it was sent from
  language TEXT NOT NULL DEFAULT 'fr', -- the language of the text
  url TEXT, -- its address
  path TEXT, -- the file it was read from
  digest TEXT NOT NULL, -- the SHA-256 of the text
  text TEXT NOT NULL, -- the text: every `start` and `end` counts its Unicode code points
  read_at TEXT NOT NULL, -- when it was read (UTC)
  version TEXT NOT NULL -- the version of Dragoman that analysed it
) STRICT;
CREATE INDEX articles_by_day ON articles (published_to, published_from);
CREATE INDEX articles_by_name ON articles (name);

CREATE TABLE blocks ( -- The lines and paragraphs of each article, and what they are.
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
  nth INTEGER NOT NULL, -- its rank in the article, from 0
  start INTEGER NOT NULL, -- its first code point
  end INTEGER NOT NULL, -- the code point after its last
  kind TEXT NOT NULL, -- title, standfirst, paragraph, heading, caption, byline, dateline, agency, boilerplate
  PRIMARY KEY (article, nth)
) STRICT;

CREATE TABLE sentences ( -- The sentences that were analysed.
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
  nth INTEGER NOT NULL, -- its rank in the article, from 0
  start INTEGER NOT NULL, -- its first code point
  end INTEGER NOT NULL, -- the code point after its last
  block INTEGER NOT NULL, -- the rank of the block that holds it
  PRIMARY KEY (article, nth)
) STRICT;

CREATE TABLE times ( -- Every expression of time, as TIMEX3.
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
  nth INTEGER NOT NULL, -- its rank in the article, from 0
  start INTEGER NOT NULL, -- its first code point
  end INTEGER NOT NULL, -- the code point after its last
  surface TEXT NOT NULL, -- the words
  type TEXT NOT NULL, -- DATE, TIME, DURATION or SET
  value TEXT NOT NULL, -- the TIMEX3 value: `2019-02-28`, `P8M`, `PAST_REF`
  edtf TEXT, -- the date or interval that it points to
  rule TEXT NOT NULL, -- the rule that found it
  PRIMARY KEY (article, nth)
) STRICT;

CREATE TABLE mentions ( -- Every phrase that refers to an actor, and what it was resolved to.
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
  nth INTEGER NOT NULL, -- its rank in the article, from 0
  start INTEGER NOT NULL, -- its first code point
  end INTEGER NOT NULL, -- the code point after its last
  surface TEXT NOT NULL, -- the words
  kind TEXT NOT NULL, -- name, role, metonym, demonym, group, pronoun, clitic, demonstrative, possessive
  actors TEXT NOT NULL, -- the canonical names, a JSON list, empty where it refers to nobody known
  how TEXT NOT NULL, -- what resolved it
  place INTEGER NOT NULL, -- 1 where the name stands for the place and not for the actor
  PRIMARY KEY (article, nth)
) STRICT;

CREATE TABLE article_actors ( -- The actors as each article knows them.
  article TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the article
  name TEXT NOT NULL, -- the canonical name, in French
  kind TEXT NOT NULL, -- person, state, organisation, armed_group, media, official, group
  side TEXT, -- the state or body that it speaks for
  roles TEXT NOT NULL, -- the roles that the article gives it, a JSON list
  PRIMARY KEY (article, name)
) STRICT;
CREATE INDEX article_actors_by_name ON article_actors (name);

CREATE TABLE set_aside ( -- The inputs that could not be read; a later reading that succeeds removes them.
  path TEXT PRIMARY KEY, -- the file, or the entry in it
  reason TEXT NOT NULL, -- why, and what to do about it
  seen_at TEXT NOT NULL -- when it was tried last (UTC)
) STRICT;

CREATE TABLE record_state ( -- What the record knows of itself.
  key TEXT PRIMARY KEY, -- `story`: whether the story tables follow from the claims
  value TEXT NOT NULL -- a digest of the rules that told the story; `stale` before it where articles were read since
) STRICT;
