"""Running the steering cases: every case a new conversation, every pick judged, and the report."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from matinee.agent.agent import Agent
from matinee.agent.evaluate.cases import Case
from matinee.agent.evaluate.judge import REQUIREMENTS, Judge, Verdict
from matinee.index.embedding import Embedder

USER = "evaluation"
"""A user of whom nothing is known: taste plays no part."""


@dataclass(frozen=True)
class Outcome:
    """One case and its picks, judged."""

    case: Case
    verdicts: tuple[Verdict, ...]
    within_reach: bool = True
    """False where something failed and the catalogue has not as many titles that would obey."""

    @property
    def faulty(self) -> bool:
        """Whether a pick disobeys, or there is none."""
        return not self.verdicts or any(verdict.faults for verdict in self.verdicts)

    def obeys(self, requirement: str) -> bool:
        """Whether every pick obeys; never where there is no pick."""
        return bool(self.verdicts) and all(v.marks[requirement] for v in self.verdicts)


@dataclass
class Shares:
    """Counts of what obeyed, by requirement."""

    total: int = 0
    obeyed: Counter[str] = field(default_factory=Counter)

    def share(self, requirement: str) -> float:
        """The share that obeyed; 1 where there was nothing to obey."""
        return self.obeyed[requirement] / self.total if self.total else 1.0


@dataclass(frozen=True)
class SteerReport:
    """What the cases showed."""

    outcomes: tuple[Outcome, ...]
    left_out: tuple[Case, ...]
    """Cases whose anchors the catalogue lacks."""

    @property
    def cases(self) -> Shares:
        """Shares of the cases in which every pick obeys."""
        return _shares(outcome.obeys for outcome in self.outcomes)

    @property
    def picks(self) -> Shares:
        """Shares of all picks."""
        return _shares(v.marks.__getitem__ for outcome in self.outcomes for v in outcome.verdicts)

    @property
    def picks_within_reach(self) -> Shares:
        """Shares of the picks of those cases that the catalogue has enough titles for."""
        return _shares(
            v.marks.__getitem__ for outcome in self.outcomes if outcome.within_reach for v in outcome.verdicts
        )

    @property
    def by_form(self) -> dict[str, Shares]:
        """Shares of the picks, by form of request."""
        forms = dict.fromkeys(outcome.case.form for outcome in self.outcomes)
        return {
            form: _shares(v.marks.__getitem__ for o in self.outcomes if o.case.form == form for v in o.verdicts)
            for form in forms
        }

    @property
    def by_scale(self) -> dict[str, Shares]:
        """Shares of the picks that stand where they must, by axis, trait or fact, most often asked first."""
        found: defaultdict[str, Shares] = defaultdict(Shares)
        for outcome in self.outcomes:
            for verdict in outcome.verdicts:
                for name, right in verdict.on.items():
                    found[name].total += 1
                    found[name].obeyed["direction"] += right
        return dict(sorted(found.items(), key=lambda item: (-item[1].total, item[0])))

    @property
    def failures(self) -> list[tuple[Outcome, str]]:
        """Each thing that went wrong: the case's outcome, and the pick with its fault."""
        return [
            (outcome, fault)
            for outcome in self.outcomes
            for fault in (
                [f"{v.title.label}: {'; '.join(v.faults)}" for v in outcome.verdicts if v.faults]
                if outcome.verdicts
                else ["no picks"]
            )
        ]

    def public(self) -> dict[str, Any]:
        """The object that ``matinee eval steer --json`` prints; shares are 0 to 1."""
        return {
            "cases": len(self.outcomes),
            "left_out": len(self.left_out),
            "picks": self.picks.total,
            "of_picks": _told(self.picks),
            "of_picks_within_reach": _told(self.picks_within_reach),
            "of_cases": _told(self.cases),
            "by_form": {form: {"picks": shares.total, **_told(shares)} for form, shares in self.by_form.items()},
            "by_scale": {
                name: {"picks": shares.total, "direction": round(shares.share("direction"), 4)}
                for name, shares in self.by_scale.items()
            },
            "failures": [
                {"say": o.case.say, "form": o.case.form, "fault": fault, "within_reach": o.within_reach}
                for o, fault in self.failures
            ],
        }


def evaluate_steer(
    cases: Sequence[Case], agent: Agent, embedder: Embedder, progress: Callable[[int, int], None] | None = None
) -> SteerReport:
    """Ask ``agent`` every case, each in a conversation of its own, and judge the picks.

    ``embedder`` must be the one that built the agent's catalogue. A case whose anchors are not in the
    catalogue is left out.
    """
    judge = Judge(agent.catalogue, embedder)
    outcomes: list[Outcome] = []
    left_out: list[Case] = []
    for number, case in enumerate(cases, 1):
        anchors = judge.anchors(case)
        if anchors is None:
            left_out.append(case)
        else:
            picks = [pick.title for pick in agent.ask(case.say, user=USER).picks]
            outcome = Outcome(case, tuple(judge.judge(case, anchors, picks)))
            if outcome.faulty:
                outcome = replace(outcome, within_reach=judge.within_reach(case, anchors, max(1, len(picks))))
            outcomes.append(outcome)
        if progress:
            progress(number, len(cases))
    return SteerReport(tuple(outcomes), tuple(left_out))


def steer_table(report: SteerReport) -> str:
    """The report as text: shares by requirement, form and scale, then what failed."""
    lines = [f"cases {len(report.outcomes)}, picks {report.picks.total}"]
    if report.left_out:
        lines[0] += f" ({len(report.left_out)} left out: their titles are not in this catalogue)"
    head = "".join(f"{name:>11}" for name in REQUIREMENTS)
    lines += ["", f"{'share of':24}{head}", _line("picks", report.picks), _line("cases", report.cases)]
    lines.append(_line("picks within reach", report.picks_within_reach))
    lines += ["", f"{'picks, by form':18}{'picks':>6}{head}"]
    lines += [_line(f"{form:18}{shares.total:6}", shares) for form, shares in report.by_form.items()]
    lines += ["", f"{'by scale':18}{'picks':>6}{'direction':>11}"]
    lines += [f"{name:18}{shares.total:6}{shares.share('direction'):11.1%}" for name, shares in report.by_scale.items()]
    lines += ["", *_failed(report)]
    return "\n".join(lines)


def _failed(report: SteerReport) -> Iterator[str]:
    yield f"{len(report.failures)} failures" if report.failures else "no failures"
    for outcome, fault in report.failures:
        reach = "" if outcome.within_reach else "  (out of reach: this catalogue has too few such titles)"
        yield f"  [{outcome.case.form}] {outcome.case.say}  →  {fault}{reach}"


def _line(name: str, shares: Shares) -> str:
    return f"{name:24}" + "".join(f"{shares.share(requirement):11.1%}" for requirement in REQUIREMENTS)


def _told(shares: Shares) -> dict[str, float]:
    return {requirement: round(shares.share(requirement), 4) for requirement in REQUIREMENTS}


def _shares(tests: Iterator[Callable[[str], bool]]) -> Shares:
    found = Shares()
    for test in tests:
        found.total += 1
        found.obeyed.update({requirement: bool(test(requirement)) for requirement in REQUIREMENTS})
    return found
