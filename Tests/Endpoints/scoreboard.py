"""What came of a fleet, for a person to read: a table, what was accused falsely and missed, and the figures."""

from dataclasses import dataclass

#: The columns of the table; what is text is aligned to the left.
COLUMNS = ("endpoint", "breaches", "seed", "rightly", "falsely", "missed", "first block", "lines", "seconds", "ratio", "exit")
TEXT_COLUMNS = ("endpoint", "first block")
#: Runs that are shorter count as this long where times are compared: below it the clock tells of the machine.
LEAST_SECONDS = 1.0
#: How many seconds of the waits that an endpoint asks for are allowed on top.
MOST_WAITED = 60.0
#: How many cases are named for a false accusation.
NAMED_CASES = 6


@dataclass(frozen=True)
class Figure:
    """A figure to reach."""

    name: str
    #: What was reached, in words.
    reached: str
    is_met: bool

    @property
    def sentence(self):
        """`met     accused falsely: 0 (goal: 0)`."""
        return f"{'met' if self.is_met else 'MISSED'}\t{self.name}: {self.reached}"


class Scoreboard:
    """The outcomes of a fleet's runs as plain text and as Markdown."""

    def __init__(self, outcomes):
        self.outcomes = outcomes
        self.judged = [outcome for outcome in outcomes if not outcome.job.profile]

    @property
    def rows(self):
        """One row of words for each run that is held against a truth file."""
        return [row(outcome, clean_seconds(outcome, self.judged)) for outcome in self.judged]

    @property
    def text(self):
        """The table, the details and the figures as plain text."""
        table = aligned([COLUMNS, *self.rows])
        lines = [line.replace("\t", "  ") for line in self.figure_lines]
        return "\n".join([*table, "", *self.details, "", *lines])

    @property
    def markdown(self):
        """The table, the details and the figures as Markdown."""
        rule = [":--" if name in TEXT_COLUMNS else "--:" for name in COLUMNS]
        table = [f"| {' | '.join(cells)} |" for cells in [COLUMNS, rule, *self.rows]]
        details = ["```", *self.details, "```"] if self.details else []
        return "\n".join([*table, "", *details, "", *(f"- {line.replace(chr(9), ': ')}" for line in self.figure_lines), ""])

    @property
    def figure_lines(self):
        """One line for each figure."""
        return [figure.sentence for figure in figures(self.outcomes)]

    @property
    def details(self):
        """What was accused falsely, with the cases, what was missed, and what else was not noticed, by run."""
        lines = []
        for outcome in self.judged:
            judgement = outcome.judgement
            told = [f"  falsely  {name}: {cases(outcome.run.accused[name])}" for name in judgement.falsely]
            told += [f"  missed   {name}: {', '.join(sorted(planted(outcome)[name]))}" for name in judgement.missed]
            if judgement.unnoticed:
                told.append(f"  own violations that were not noticed: {', '.join(judgement.unnoticed)}")
            if not judgement.names_truth:
                told.append(f"  the first block names {block(outcome)}")
            if outcome.run.ending != "complete":
                told.append(f"  the run ended as {outcome.run.ending}: {' '.join(outcome.complaint.split())}")
            lines += [outcome.job.title, *told] if told else []
        return lines


def row(outcome, clean):
    """The words of one row of the table."""
    judgement = outcome.judgement
    return (
        outcome.job.endpoint.name,
        str(len(outcome.job.breaches)),
        str(outcome.job.seed),
        str(len(judgement.rightly)),
        str(len(judgement.falsely)),
        str(len(judgement.missed)),
        ("yes: " if judgement.names_truth else "NO: ") + block(outcome),
        str(outcome.run.lines),
        f"{outcome.seconds:.1f}",
        f"{outcome.seconds / clean:.1f}" if outcome.job.breaches and clean else "",
        "killed" if outcome.exit_code is None else str(outcome.exit_code),
    )


def aligned(rows):
    """Rows as lines whose columns are as wide as their widest cell."""
    widths = [max(len(cells[index]) for cells in rows) for index in range(len(COLUMNS))]
    for cells in rows:
        padded = [
            cell.ljust(width) if name in TEXT_COLUMNS else cell.rjust(width)
            for name, cell, width in zip(COLUMNS, cells, widths)
        ]
        yield "  ".join(padded).rstrip()


def cases(ids):
    """The ids of cases, the first few of them."""
    rest = f" and {len(ids) - NAMED_CASES} more" if len(ids) > NAMED_CASES else ""
    return ", ".join(ids[:NAMED_CASES]) + rest


def block(outcome):
    """The first finding block in words: `MUST UI-ECHO`, or `none`."""
    found = outcome.run.block
    return f"{found[0]} {', '.join(sorted(found[1]))}" if found else "none"


def planted(outcome):
    """What each breach violates that is switched on."""
    breaches = outcome.job.endpoint.document["breaches"]
    return {name: breaches[name]["violates"] for name in outcome.job.breaches}


def clean_seconds(outcome, outcomes, name=None):
    """How long the run without breaches took, with the same seed; None where there is none.

    - name: of which endpoint; the same one without it.
    """
    for other in outcomes:
        job = other.job
        if (job.endpoint.name, job.seed, job.breaches) == (name or outcome.job.endpoint.name, outcome.job.seed, ()):
            return other.seconds
    return None


def is_in_time(outcome, seconds):
    """Whether a run took no more than three times as long as another one, and the waits that the endpoint asks for.

    - seconds: what the other one took; None where there is none.
    """
    waits = min(outcome.run.waited + outcome.job.endpoint.document.get("waits", 0), MOST_WAITED)
    return seconds is None or outcome.seconds <= 3 * max(seconds, LEAST_SECONDS) + waits


def late(outcomes):
    """The runs with breaches that took too long beside those without."""
    return [o for o in outcomes if o.job.breaches and not is_in_time(o, clean_seconds(o, outcomes))]


def late_beside_others(outcomes):
    """The runs without breaches that took too long beside an endpoint that offers about the same and conforms."""
    peers = [(o, o.job.endpoint.document.get("like")) for o in outcomes if not o.job.breaches]
    return [o for o, peer in peers if peer and not is_in_time(o, clean_seconds(o, outcomes, peer))]


def figures(outcomes):
    """The figures to reach, each with what was reached: missed breaches and first blocks are counted per seed."""
    judged = [outcome for outcome in outcomes if not outcome.job.profile]
    seeds = {outcome.job.seed for outcome in outcomes}
    documents = {outcome.job.endpoint.name: outcome.job.endpoint.document for outcome in outcomes}
    falsely = sum(len(outcome.judgement.falsely) for outcome in judged)
    missed = max(sum(len(o.judgement.missed) for o in judged if o.job.seed == seed) for seed in seeds)
    misled = max(
        len({o.job.endpoint.name for o in judged if o.job.seed == seed and not o.judgement.names_truth}) for seed in seeds
    )
    planted_count = sum(len(document["breaches"]) for document in documents.values())
    slow, slower = titles(late(judged)), titles(late_beside_others(judged))
    longest = max(judged, key=lambda outcome: outcome.run.lines)
    unfinished = titles(outcome for outcome in outcomes if outcome.run.ending != "complete")
    met = [
        Figure("requirements accused falsely, at most 0", str(falsely), falsely == 0),
        Figure(f"planted breaches missed, at most 1 of {planted_count}", str(missed), missed <= 1),
        Figure("endpoints whose first block does not name the truth, at most 1", str(misled), misled <= 1),
        Figure("runs of more than 3 times the time without breaches, at most 0", named(slow), not slow),
        Figure("runs of more than 3 times the time of a like endpoint that conforms, at most 0", named(slower), not slower),
        Figure("lines of console output, at most 200", f"{longest.run.lines} ({longest.job.title})", longest.run.lines <= 200),
        Figure("runs that did not come to their end, at most 0", named(unfinished), not unfinished),
    ]
    for outcome in outcomes:
        if outcome.job.profile:
            met.append(Figure(f"{outcome.job.title} conforms", f"exit code {outcome.exit_code}", outcome.exit_code == 0))
    return met


def titles(outcomes):
    """What the runs are called."""
    return [outcome.job.title for outcome in outcomes]


def named(names):
    """How many there are, and which."""
    return f"{len(names)} ({'; '.join(names)})" if names else "0"
