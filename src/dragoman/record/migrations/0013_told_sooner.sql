-- What is asked after each reading, and would else be looked for in the whole record.
CREATE INDEX lead_blocks_with_disputes ON lead_blocks (id) WHERE instr(told, '["disputes"') > 0;
CREATE INDEX meetings_by_whole ON meetings (part_of);
DROP INDEX article_actors_by_name;
CREATE INDEX article_actors_by_name ON article_actors (name, kind, side);
