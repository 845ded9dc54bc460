ALTER TABLE events ADD COLUMN contexts TEXT NOT NULL DEFAULT '[]'; -- PLOVER's contexts, the surest first: a JSON list
