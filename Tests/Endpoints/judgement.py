"""What a run of the suite is worth, by what is true of the endpoint that it judged.

Pure functions of three values: the truth file, the report of a run (`--report ndjson=FILE`) and its console output.
"""

import json
import re
from dataclasses import dataclass, field

#: The severities that count as an accusation. A `may` is recorded only, and `harness` is trouble of the suite's own.
ACCUSING = ("must", "should")

#: What the title of a finding block begins with: `MUST  UI-ECHO  in 2 cases`, `CAUSE  /acs/users/get  took down 3 cases`.
BLOCK = re.compile(r"^(CAUSE|MISSING|MUST|SHOULD|MAY|ERROR)  (.+?)(?:  .*)?$")


@dataclass(frozen=True)
class Truth:
    """What is true of an endpoint while some of its breaches are switched on."""

    #: The requirements that it violates at any time.
    own: frozenset
    #: The requirements that each breach violates that is switched on.
    planted: dict
    #: What a report should name first while no breach is switched on; empty where nothing is to be named.
    first: frozenset

    @classmethod
    def of(cls, document, breaches=()):
        """Reads a truth file.

        - document: the decoded `truth.json`.
        - breaches: the ids of the breaches that are switched on.
        """
        first = document["first"]
        names = [first] if isinstance(first, str) else first or []
        own = {name for names in document["violates"].values() for name in names}
        planted = {name: frozenset(document["breaches"][name]["violates"]) for name in breaches}
        return cls(frozenset(own), planted, frozenset(names))

    @property
    def broken(self):
        """Every requirement that the endpoint violates."""
        return self.own.union(*self.planted.values())

    @property
    def heads(self):
        """What the first block may name: what a breach violates, and what should come first; without such, anything."""
        return (self.first or self.own).union(*self.planted.values())


@dataclass
class Run:
    """What a run of the suite reported."""

    #: The ids of the cases that accuse a requirement, by requirement, in the order of the report.
    accused: dict = field(default_factory=dict)
    #: Why the run ended: `complete`, `deadline` and so on; None when the report has no end.
    ending: str = None
    #: For how many seconds it waited because the endpoint asked for it.
    waited: float = 0.0
    #: The word and the names of the first finding block; None where there is none.
    block: tuple = None
    #: How many lines it printed.
    lines: int = 0

    @classmethod
    def read(cls, report, console):
        """Reads a report and the console output of the same run.

        - report: the lines of the NDJSON report.
        - console: the text of the standard output.
        """
        run = cls(block=first_block(console), lines=len(console.splitlines()))
        for line in report:
            run.take(json.loads(line))
        return run

    def take(self, event):
        """Takes one event of a report."""
        if event["event"] == "found" and event["severity"] in ACCUSING:
            for requirement in event["requirements"]:
                cases = self.accused.setdefault(requirement, [])
                if event["case"] not in cases:
                    cases.append(event["case"])
        elif event["event"] == "exchanged":
            self.waited += sum(retry["delayNs"] for retry in event["retries"]) / 1e9
        elif event["event"] == "finished":
            self.ending = event["reason"]


@dataclass(frozen=True)
class Judgement:
    """A run held against the truth."""

    #: The requirements that are accused and broken, sorted.
    rightly: list
    #: The requirements that are accused and kept, sorted.
    falsely: list
    #: The breaches of which no violated requirement is accused, in the order of the truth file.
    missed: list
    #: The requirements that the endpoint violates without any breach and that are not accused, sorted.
    unnoticed: list
    #: Whether the first finding block names the truth.
    names_truth: bool

    @classmethod
    def of(cls, truth, run):
        """Holds a run against the truth."""
        accused = set(run.accused)
        return cls(
            rightly=sorted(accused & truth.broken),
            falsely=sorted(accused - truth.broken),
            missed=[name for name, violated in truth.planted.items() if not accused & violated],
            unnoticed=sorted(truth.own - accused),
            names_truth=names_truth(truth, run.block),
        )


def first_block(console):
    """The word and the names in the title of the first finding block of a console output; None where there is none."""
    for line in console.splitlines():
        if title := BLOCK.match(line):
            return title[1], frozenset(name.strip() for name in title[2].split(","))
    return None


def names_truth(truth, block):
    """Whether the first finding block names what is true: where nothing is broken, no block accuses."""
    accuses = block is not None and block[0] != "MAY"
    if not truth.heads:
        return not accuses
    return accuses and bool(block[1] & truth.heads)
