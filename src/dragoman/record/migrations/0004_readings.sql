ALTER TABLE articles ADD COLUMN standfirst TEXT; -- the paragraph that sums it up, where the source tells it apart
ALTER TABLE articles ADD COLUMN section TEXT; -- the rubric or the page that it stood in
ALTER TABLE articles ADD COLUMN updated TEXT; -- EDTF: when the source last changed it
ALTER TABLE articles ADD COLUMN original TEXT; -- the text as it came, where it was decoded wrongly and mended
