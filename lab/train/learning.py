"""The training itself: labelled sentences, debates and underlined spans teach one encoder."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from torch import Tensor, nn
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from factcheck.assertions.checkable import AROUND, BASES, CHECKABLE, FACT
from factcheck.model import KINDS, LAYERS
from lab.train.material import UNKNOWN, Document
from lab.train.network import Network
from lab.train.underlined import Text

_RUN = 24  # neighbouring sentences that are labelled and learnt together
_STRETCH = 14  # neighbouring sentences whose spans are
_LAYER_FROM = 0.65  # a value from which a span is surely of a layer
_NEAR = 0.3  # share of runs in which a sentence sees its two neighbours at most
_ALONE = 0.15  # … in which it sees none
_WORTH_WEIGHT = 0.5
_TOLD_WEIGHT = 1.0  # a teacher's word beside a label
_JUDGED_WEIGHT = 0.5  # a run of sentences beside a stretch of spans


@dataclass(frozen=True, slots=True)
class Plan:
    """How to train: passes over the underlined texts, and after how many stretches a run of labels and of debates.

    ``rate`` is that of the encoder, ``known`` that of the heads that judge sentences, ``fresh`` that of
    those that judge spans. The word vectors stay as they are.
    """

    epochs: int
    labels_each: int
    debates_each: int
    rate: float
    known: float
    fresh: float


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


@dataclass(frozen=True, slots=True)
class Stretch:
    """Neighbouring sentences in word pieces, with their candidate spans; as in :class:`~lab.train.underlined.Text`."""

    codes: tuple[tuple[int, ...], ...]
    places: Tensor
    rows: Tensor
    values: Tensor
    kinds: Tensor


def stretches(text: Text) -> Iterator[Stretch]:
    """The text in stretches of about the same length; those without a candidate are left out."""
    count = len(text.codes)
    parts = max(1, round(count / _STRETCH))
    for i in range(parts):
        low, high = round(i * count / parts), round((i + 1) * count / parts)
        inside = np.nonzero((text.places[:, 0] >= low) & (text.places[:, 0] < high))[0]
        if len(inside):
            yield Stretch(
                text.codes[low:high],
                torch.tensor(text.places[inside] - np.array([low, 0, 0, 0])),
                *(torch.tensor(each[inside]) for each in (text.rows, text.values, text.kinds)),
            )


def loss_of_spans(out: Tensor, stretch: Stretch) -> Tensor:
    """Squared error of the values; for spans that agree with an assertion, cross-entropy of kind and layer."""
    layers = 1 + len(LAYERS)
    total = 4 * nn.functional.mse_loss(out[:, :layers], stretch.values)
    agrees = stretch.kinds.sum(1) > 0
    if not agrees.any():
        return total
    kinds = out[agrees, layers : layers + len(KINDS)]
    total = total + 0.3 * nn.functional.cross_entropy(kinds, stretch.kinds[agrees])
    shares = stretch.values[agrees, 1:layers]
    shares = torch.where(shares >= _LAYER_FROM, shares, torch.zeros_like(shares))
    sure = shares.sum(1) > 0
    if sure.any():
        wanted = shares[sure] / shares[sure].sum(1, keepdim=True)
        found = out[agrees, layers + len(KINDS) :][sure]
        total = total + 0.3 * nn.functional.cross_entropy(found, wanted)
    return total


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
    model: Network,
    spans: Sequence[Stretch],
    labelled: Sequence[Lesson],
    debated: Sequence[Lesson],
    plan: Plan,
    seed: int,
    look: Callable[[Network], None] = lambda _: None,
) -> Network:
    """Train the encoder and its heads together; ``look`` sees the model after each epoch.

    What is returned is the running mean of the weights (Polyak and Juditsky 1992).
    """
    torch.manual_seed(seed)
    shuffled = random.Random(seed)  # noqa: S311 - an order, no secret
    optimiser = _optimiser(model, plan)
    total = plan.epochs * len(spans)
    pace = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda n: min(1.0, n / (0.08 * total)) * max(0.02, (total - n) / total)
    )
    mean = AveragedModel(model, multi_avg_fn=get_ema_multi_avg_fn(0.99))
    others = (
        (_endless(labelled, shuffled), plan.labels_each),
        (_endless(debated, shuffled), plan.debates_each),
    )
    step = 0
    for epoch in range(plan.epochs):
        model.train()
        running = 0.0
        for stretch in shuffled.sample(spans, len(spans)):
            optimiser.zero_grad()
            error = loss_of_spans(model.spans(stretch.codes, stretch.places, stretch.rows), stretch)
            error.backward()
            running += error.item()
            for lessons_of, each in others:
                if step % each == 0:
                    _learn(model, next(lessons_of), shuffled)
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimiser.step()
            pace.step()
            mean.update_parameters(model)
            step += 1
        print(f"epoch {epoch + 1}: loss {running / len(spans):.3f}", flush=True)
        look(_network(mean))
    return _network(mean)


def scale(model: Network, spans: Sequence[Stretch]) -> None:
    """Bring what is measured of spans to about the same size."""
    rows = torch.cat([each.rows for each in spans])
    model.mean.copy_(rows.mean(0))
    model.spread.copy_(rows.std(0) + 1e-3)


def _network(mean: AveragedModel) -> Network:
    trained: object = mean.module
    assert isinstance(trained, Network)  # noqa: S101 - it was made of one
    trained.eval()
    return trained


def _optimiser(model: Network, plan: Plan) -> torch.optim.Optimizer:
    model.encoder.embeddings.requires_grad_(False)
    groups: dict[float, list[nn.Parameter]] = {plan.rate: [], plan.known: [], plan.fresh: []}
    for name, parameter in model.named_parameters():
        part = name.partition(".")[0]
        rate = plan.known if part in ("hidden", "basis", "priority", "worth") else plan.fresh
        if parameter.requires_grad:
            groups[plan.rate if part == "encoder" else rate].append(parameter)
    return torch.optim.AdamW(
        [{"params": some, "lr": rate} for rate, some in groups.items()], weight_decay=0.01
    )


def _learn(model: Network, lesson: Lesson, shuffled: random.Random) -> None:
    chance = shuffled.random()
    around = 0 if chance < _ALONE else 1 if chance < _ALONE + _NEAR else AROUND
    (_JUDGED_WEIGHT * loss(model(lesson.codes, around), lesson)).backward()


def _endless(some: Sequence[Lesson], shuffled: random.Random) -> Iterator[Lesson]:
    while True:
        yield from shuffled.sample(some, len(some))


def taught(lesson: Lesson, told: Tensor) -> Lesson:
    """The lesson with a teacher's word in it."""
    return replace(lesson, told=told)
