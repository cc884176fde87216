"""Training of the model that tells the checkable from the rest, in one command.

    python -m lab.train DATA --encoder MINILM --teacher MPNET

DATA holds ``labels/train.jsonl`` and ``labels/dev.jsonl`` (source, doc, text, basis, priority; in the order of
their documents) and ``claimbuster/crowdsourced.jsonl`` and ``groundtruth.jsonl``; MINILM and MPNET the files of
all-MiniLM-L6-v2 and all-mpnet-base-v2 (both Apache-2.0; packages of the index carry them). The large encoder
learns the labels; then the small one, which is shipped, learns the labels, the debates' own labels, and what
the large one says of both (distillation: Hinton, Vinyals and Dean 2015). After each epoch the figures on
dev.jsonl are printed; they decide nothing. Seeded; about half an hour on two idle cores. Needs torch, transformers
and onnx, which the tool itself does not. ``python -m lab.evaluate`` measures what came of it.
"""
