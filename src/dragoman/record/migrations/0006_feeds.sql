CREATE TABLE feeds ( -- The feeds that are watched, and the marks of the last answer of each.
  url TEXT PRIMARY KEY, -- its address
  etag TEXT, -- the host's mark of the last answer
  modified TEXT, -- when the host last changed it, in the host's words
  failures INTEGER NOT NULL, -- how many looks in a row have failed
  seen_at TEXT NOT NULL -- when it was looked at last (UTC)
) STRICT;

CREATE TABLE feed_entries ( -- The entries of feeds that were read, so that none is fetched twice.
  feed TEXT NOT NULL REFERENCES feeds (url) ON DELETE CASCADE, -- the feed
  key TEXT NOT NULL, -- the feed's own name for the entry
  changed TEXT NOT NULL, -- when the feed says that it was last changed, empty where it does not
  seen_at TEXT NOT NULL, -- when it was read (UTC)
  PRIMARY KEY (feed, key)
) STRICT;
