"""English: sentences, the grammar pipeline, dates. Text is never altered, places are computed."""
