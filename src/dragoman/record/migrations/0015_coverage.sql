CREATE TABLE coverage ( -- Which sides each article tells acts of together, by which one knows what is told of no more.
  sides TEXT NOT NULL, -- the sides, a JSON list
  day_from TEXT NOT NULL, -- the first day of the article
  day_to TEXT NOT NULL, -- its last
  article TEXT NOT NULL, -- the article
  PRIMARY KEY (sides, day_from, day_to, article)
) STRICT, WITHOUT ROWID;
CREATE INDEX coverage_by_article ON coverage (article);

CREATE TABLE coverage_asked ( -- What the telling of a block asked of the coverage: an article that answers has it told again.
  block INTEGER NOT NULL, -- the block
  side TEXT NOT NULL, -- one of the sides
  sides TEXT NOT NULL, -- the sides of which an article was asked for, a JSON list
  after TEXT NOT NULL -- later than which day (ISO)
) STRICT;
CREATE INDEX coverage_asked_by_block ON coverage_asked (block);
CREATE INDEX coverage_asked_by_side ON coverage_asked (side);
