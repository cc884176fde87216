"""The training itself, of teacher and pupil alike."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from factcheck.assertions.checkable import AROUND, BASES, CHECKABLE, FACT
from lab.train.material import UNKNOWN, Document
from lab.train.network import Network

_RUN = 48  # neighbouring sentences of a step
_NEAR = 0.3  # share of runs in which a sentence sees its two neighbours at most
_ALONE = 0.15  # … in which it sees none
_WORTH_WEIGHT = 0.5
_TOLD_WEIGHT = 1.0  # a teacher's word beside a label


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: passes over the labels, sentences of debates for each labelled one, speed.

    The word vectors and the ``frozen`` lowest layers of the encoder stay as they are, if it is not None.
    """

    epochs: int
    debates: float
    rate: float
    frozen: int | None = None


@dataclass(frozen=True, slots=True)
class Lesson:
    """Neighbouring sentences in word pieces, with their labels.

    ``told`` is what a teacher says of each: the logarithms of its probabilities for BASES and priorities.
    """

    codes: tuple[tuple[int, ...], ...]
    basis: Tensor
    priority: Tensor
    worth: Tensor
    told: Tensor | None = None


def lessons(document: Document, codes: Sequence[Sequence[int]]) -> Iterator[Lesson]:
    """The document in runs of about the same length."""
    count = len(document.sentences)
    parts = max(1, round(count / _RUN))
    for i in range(parts):
        low, high = round(i * count / parts), round((i + 1) * count / parts)
        run = document.sentences[low:high]
        yield Lesson(
            tuple(tuple(code) for code in codes[low:high]),
            torch.tensor([s.basis for s in run]),
            torch.tensor([s.priority for s in run]),
            torch.tensor([s.worth for s in run]),
        )


def loss(out: tuple[Tensor, Tensor, Tensor], lesson: Lesson) -> Tensor:
    """Cross-entropies of what is labelled; the two questions that matter count beside the classes."""
    basis, priority, worth = out
    total = torch.zeros(())
    known = lesson.basis != UNKNOWN
    if known.any():
        total = total + _of_labels(basis[known], priority[known], lesson, known)
    known = lesson.worth != UNKNOWN
    if known.any():
        each = nn.functional.cross_entropy(worth[known], lesson.worth[known])
        total = total + _WORTH_WEIGHT * each
    if lesson.told is not None:
        total = total + _TOLD_WEIGHT * _of_teacher(basis, priority, lesson.told)
    return total


def _of_labels(basis: Tensor, priority: Tensor, lesson: Lesson, known: Tensor) -> Tensor:
    shares, wanted = torch.log_softmax(basis, 1), lesson.basis[known]
    total = nn.functional.nll_loss(shares, wanted)
    for group in (CHECKABLE, FACT):
        right = torch.isin(wanted, torch.tensor(group)).float()
        odds = _odds(shares, group)
        total = total + 0.5 * nn.functional.binary_cross_entropy_with_logits(odds, right)
    ranks = lesson.priority[known]
    mean = torch.softmax(priority, 1) @ torch.arange(4.0)
    total = total + 0.5 * nn.functional.cross_entropy(priority, ranks)
    return total + 0.3 * nn.functional.mse_loss(mean, ranks.float())


def _of_teacher(basis: Tensor, priority: Tensor, told: Tensor) -> Tensor:
    """Cross-entropy against a teacher's probabilities (Hinton, Vinyals and Dean 2015)."""
    shares = torch.log_softmax(basis, 1)
    taught = told[:, : len(BASES)]
    total = -(taught.exp() * shares).sum(1).mean()
    for group in (CHECKABLE, FACT):
        right = torch.sigmoid(_odds(taught, group))
        odds = _odds(shares, group)
        total = total + 0.5 * nn.functional.binary_cross_entropy_with_logits(odds, right)
    ranks = told[:, len(BASES) :].exp()
    return total - 0.5 * (ranks * torch.log_softmax(priority, 1)).sum(1).mean()


def _odds(shares: Tensor, group: Sequence[int]) -> Tensor:
    others = [i for i in range(shares.shape[1]) if i not in group]
    return shares[:, list(group)].logsumexp(1) - shares[:, others].logsumexp(1)


def train(
    folder: Path,
    labelled: Sequence[Lesson],
    debated: Sequence[Lesson],
    plan: Plan,
    seed: int,
    look: Callable[[Network], None] = lambda _: None,
) -> Network:
    """Fine-tune the encoder of ``folder`` and its heads; ``look`` sees the model after each epoch.

    What is returned is the running mean of the weights (Polyak and Juditsky 1992).
    """
    torch.manual_seed(seed)
    shuffled = random.Random(seed)  # noqa: S311 - an order, no secret
    model = Network(folder)
    optimiser = _optimiser(model, plan)
    total = plan.epochs * len(labelled)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, n / (0.1 * total)) * max(0.05, (total - n) / total)
    )
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.98))
    others = _endless(debated, shuffled)
    ahead = 0.0
    for epoch in range(plan.epochs):
        model.train()
        running = 0.0
        for lesson in shuffled.sample(labelled, len(labelled)):
            optimiser.zero_grad()
            running += _learn(model, lesson, shuffled)
            ahead += plan.debates * len(lesson.codes)
            while ahead > 0:
                other = next(others)
                ahead -= len(other.codes)
                _learn(model, other, shuffled)
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            pace.step()
            mean.update_parameters(model)
        print(f"epoch {epoch + 1}: loss {running / len(labelled):.3f}", flush=True)
        look(_network(mean))
    return _network(mean)


def _network(mean: AveragedModel) -> Network:
    trained: object = mean.module
    assert isinstance(trained, Network)  # noqa: S101 - it was made of one
    trained.eval()
    return trained


def _optimiser(model: Network, plan: Plan) -> torch.optim.Optimizer:
    if plan.frozen is not None:
        low = (model.encoder.embeddings, *model.encoder.encoder.layer[: plan.frozen])
        for part in low:
            part.requires_grad_(False)
    known = [p for p in model.encoder.parameters() if p.requires_grad]
    fresh = [p for name, p in model.named_parameters() if not name.startswith("encoder.")]
    groups = [{"params": known, "lr": plan.rate}, {"params": fresh, "lr": 8e-4}]
    return torch.optim.AdamW(groups, weight_decay=0.01)


def _learn(model: Network, lesson: Lesson, shuffled: random.Random) -> float:
    chance = shuffled.random()
    around = 0 if chance < _ALONE else 1 if chance < _ALONE + _NEAR else AROUND
    error = loss(model(lesson.codes, around), lesson)
    error.backward()
    return float(error.item())


def _endless(lessons: Sequence[Lesson], shuffled: random.Random) -> Iterator[Lesson]:
    while True:
        yield from shuffled.sample(lessons, len(lessons))


def tell(teacher: Network, heard: Sequence[Lesson]) -> list[Tensor]:
    """What ``teacher`` says of each lesson, as :attr:`Lesson.told`."""
    said = []
    with torch.no_grad():
        for lesson in heard:
            basis, priority, _ = teacher(lesson.codes)
            said.append(torch.cat([basis.log_softmax(1), priority.log_softmax(1)], 1))
    return said


def taught(lesson: Lesson, told: Tensor) -> Lesson:
    """The lesson with a teacher's word in it."""
    return replace(lesson, told=told)
