-- The order in which everything is shown, and the days of claims without asking the claims themselves.
CREATE INDEX articles_in_order ON articles (published_from IS NULL, published_from, published_to, id);
DROP INDEX claims_by_day;
CREATE INDEX claims_by_day ON claims (layer, day_from, day_to);
-- Whom a claim is about, wherever it says so.
CREATE INDEX statements_by_side ON statements (on_behalf_of) WHERE on_behalf_of IS NOT NULL;
CREATE INDEX events_by_account ON events (according_to) WHERE according_to IS NOT NULL;
CREATE INDEX meeting_reports_by_host ON meeting_reports (host) WHERE host IS NOT NULL;
CREATE INDEX meeting_reports_by_caller_off ON meeting_reports (cancelled_by) WHERE cancelled_by IS NOT NULL;
CREATE INDEX positions_by_speaker ON positions (said_by) WHERE said_by IS NOT NULL;
