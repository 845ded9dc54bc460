-- The articles of which claims are about a month, and of those that last longer, without asking the claims themselves.
DROP INDEX claims_by_day;
CREATE INDEX claims_by_day ON claims (layer, day_from, day_to, article);
DROP INDEX claims_that_last;
CREATE INDEX claims_that_last ON claims (layer, day_from, day_to, article) WHERE julianday(day_to) - julianday(day_from) > 31;
