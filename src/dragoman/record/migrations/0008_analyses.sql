ALTER TABLE articles ADD COLUMN rules TEXT; -- a digest of the rules and weights that analysed it
ALTER TABLE articles ADD COLUMN inputs TEXT; -- a digest of all that they saw: text, title, day, place, agencies
CREATE INDEX articles_by_inputs ON articles (inputs);
