ALTER TABLE meetings ADD COLUMN sure INTEGER NOT NULL DEFAULT 1; -- 0 for one that is only shown when all are asked for
