#!/usr/bin/env python3
"""Judges the suite by the endpoints of vendors: starts each one without its planted breaches and with all of them, runs
`seamcheck run` against it, and compares what the suite reports with what `truth.json` says.

Ends with 0 when every figure is met, with 1 when one is missed, and with 2 when the fleet itself could not be run.
"""

import argparse
import concurrent.futures
import functools
import json
import os
import select
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from judgement import Judgement, Run, Truth
from scoreboard import Scoreboard, figures

HERE = Path(__file__).resolve().parent

#: Within how many seconds a server must say where it listens, and end after its standard input is closed.
SERVER_PATIENCE = 20
#: How many seconds after its deadline a run is killed: it stops by itself and cleans up before.
GRACE = 40
#: The exit code of a command line that the program does not understand.
USAGE = 64


class Trouble(Exception):
    """The fleet could not be run."""


@dataclass(frozen=True)
class Endpoint:
    """One vendor's server."""

    name: str
    folder: Path
    document: dict

    @classmethod
    def all(cls, folder, names=()):
        """The endpoints of a folder, sorted by name.

        - names: which of them; none means all.
        """
        found = {path.parent.name: path for path in sorted(folder.glob("*/truth.json"))}
        if unknown := sorted(set(names) - set(found)):
            raise Trouble(f"there is no endpoint {', '.join(unknown)} in {folder}; there are {', '.join(found)}")
        return [
            cls(name, path.parent, json.loads(path.read_text())) for name, path in found.items() if not names or name in names
        ]


@dataclass(frozen=True)
class Job:
    """One run of the suite against one endpoint."""

    endpoint: Endpoint
    #: The ids of the breaches that are switched on.
    breaches: tuple
    seed: int
    #: The profile that the endpoint is held to; None for everything.
    profile: str = None

    @property
    def title(self):
        """`own-forms, seed 1, with breaches`."""
        state = "with breaches" if self.breaches else f"profile {self.profile}" if self.profile else "without breaches"
        return f"{self.endpoint.name}, seed {self.seed}, {state}"

    @staticmethod
    def all(endpoints, seeds):
        """Every run that the endpoints need: without breaches, with all breaches where there are some, and with each
        profile that the endpoint conforms to.
        """
        for endpoint in endpoints:
            for seed in seeds:
                yield Job(endpoint, (), seed)
                if endpoint.document["breaches"]:
                    yield Job(endpoint, tuple(endpoint.document["breaches"]), seed)
                for profile in endpoint.document.get("conforms", []):
                    yield Job(endpoint, (), seed, profile)


@dataclass(frozen=True)
class Outcome:
    """What came of one run of the suite."""

    job: Job
    run: Run
    judgement: Judgement
    seconds: float
    #: The exit code; None when the run had to be killed.
    exit_code: int
    #: The last words of the standard error.
    complaint: str


class Server:
    """A vendor's server that listens while the `with` block runs."""

    def __init__(self, job):
        breaches = [argument for breach in job.breaches for argument in ("--breach", breach)]
        self.command = [sys.executable, "-B", str(job.endpoint.folder / "server.py"), "--seed", str(job.seed), *breaches]
        self.title = job.title

    def __enter__(self):
        """Starts the server; returns what it says of itself."""
        self.errors = tempfile.TemporaryFile("w+")
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self.errors, text=True
        )
        try:
            if not select.select([self.process.stdout], [], [], SERVER_PATIENCE)[0]:
                raise Trouble(f"{self.title}: the server said nothing within {SERVER_PATIENCE} s")
            return json.loads(self.process.stdout.readline())
        except ValueError as error:
            raise Trouble(f"{self.title}: the server did not say where it listens: {self.end() or error}") from error
        except BaseException:
            self.end()
            raise

    def __exit__(self, *_):
        self.end()

    def end(self):
        """Ends the server by closing its standard input; returns the last words of its standard error."""
        self.process.stdin.close()
        try:
            self.process.wait(SERVER_PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        self.process.stdout.close()
        with self.errors:
            self.errors.seek(0)
            return self.errors.read()[-2000:].strip()


class Suite:
    """The program that is judged."""

    def __init__(self, binary, deadline, options=(), folder=None):
        self.binary = binary
        self.deadline = deadline
        self.options = list(options)
        self.folder = folder

    @functools.cached_property
    def takes_fixtures(self):
        """Whether the program can be told of access systems that no list has; older ones can't."""
        return "--fixture" in subprocess.run([self.binary, "run", "--help"], capture_output=True, text=True, timeout=GRACE).stdout

    def outcome(self, job):
        """Runs the suite against the endpoint of a job and judges what it reports."""
        with tempfile.TemporaryDirectory(prefix="fleet-") as folder, Server(job) as server:
            folder = self.kept(job) or Path(folder)
            started = time.monotonic()
            exit_code = self.run(job, server, folder)
            seconds = time.monotonic() - started
            complaint = (folder / "errors.txt").read_text()[-500:].strip()
            if exit_code == USAGE:
                raise Trouble(f"{job.title}: {complaint}")
            report = folder / "run.ndjson"
            lines = report.read_text().splitlines() if report.exists() else []
            run = Run.read(lines, (folder / "console.txt").read_text())
        truth = Truth.of(job.endpoint.document, job.breaches)
        return Outcome(job, run, Judgement.of(truth, run), seconds, exit_code, complaint)

    def command(self, job, server):
        """The command that runs the suite against a server that listens."""
        command = [self.binary, "run", "--store", "runs.sqlite", "--report", "ndjson=run.ndjson"]
        command += ["--seed", str(job.seed), "--deadline", f"{self.deadline}s"]
        command += ["--profile", job.profile] if job.profile else []
        command += [word for fixture in server.get("fixtures", []) for word in ("--fixture", fixture) if self.takes_fixtures]
        return command + job.endpoint.document["run"] + self.options

    def run(self, job, server, folder):
        """Runs the suite; returns its exit code, or None when it had to be killed."""
        with (folder / "console.txt").open("w") as console, (folder / "errors.txt").open("w") as errors:
            try:
                return subprocess.run(
                    self.command(job, server),
                    cwd=folder, env=environment(server, folder), stdin=subprocess.DEVNULL, stdout=console, stderr=errors,
                    timeout=self.deadline + GRACE,
                ).returncode
            except subprocess.TimeoutExpired:
                return None

    def kept(self, job):
        """The empty folder in which the files of a run are kept; None when none is."""
        if not self.folder:
            return None
        state = "breached" if job.breaches else job.profile or "clean"
        folder = self.folder / f"{job.endpoint.name}.{state}.{job.seed}"
        folder.mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            file.unlink()
        return folder


def environment(server, folder):
    """The environment of a run: nothing but the endpoint and its keys is handed on."""
    values = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "SEAM_ENDPOINT": server["endpoint"]}
    values["SEAM_API_KEY"] = server["api_key"]
    if server.get("other_api_key"):
        values["SEAM_OTHER_API_KEY"] = server["other_api_key"]
    return values


def arguments(words):
    """Reads the command line."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("endpoints", nargs="*", help="the endpoints to run; none means all")
    parser.add_argument(
        "--binary", default=os.environ.get("SEAMCHECK"), help="the program to judge; SEAMCHECK without it"
    )
    parser.add_argument("--seeds", default="1", help="the random seeds, such as 1,2,3 (default: 1)")
    parser.add_argument("--jobs", type=int, default=1, help="how many endpoints run at once (default: 1)")
    parser.add_argument("--deadline", type=int, default=100, help="after how many seconds a run is stopped (default: 100)")
    parser.add_argument("--markdown", type=Path, help="also write the table and the figures to this Markdown file")
    parser.add_argument("--keep", type=Path, help="keep the report, the store and the output of each run in this folder")
    parser.add_argument(
        "--option", action="append", default=[], help="one more argument for each `seamcheck run`, such as --option=--strict"
    )
    return parser.parse_args(words)


def main(words):
    """Runs the fleet; returns the exit code."""
    options = arguments(words)
    try:
        seeds = [int(seed) for seed in options.seeds.split(",")]
        if not options.binary:
            raise Trouble("no program to judge: give --binary or set SEAMCHECK")
        binary = str(Path(options.binary).resolve())
        if not os.access(binary, os.X_OK):
            raise Trouble(f"{binary} is no program: build it with `make release`")
        endpoints = Endpoint.all(HERE, options.endpoints)
        suite = Suite(binary, options.deadline, options.option, options.keep and options.keep.resolve())
        with concurrent.futures.ThreadPoolExecutor(max(1, options.jobs)) as pool:
            outcomes = []
            for outcome in pool.map(suite.outcome, Job.all(endpoints, seeds)):
                print(f"{outcome.seconds:6.1f} s  {outcome.job.title}", file=sys.stderr, flush=True)
                outcomes.append(outcome)
    except (Trouble, OSError, ValueError) as trouble:
        print(f"fleet: {trouble}", file=sys.stderr)
        return 2
    scoreboard = Scoreboard(outcomes)
    print(scoreboard.text)
    if options.markdown:
        options.markdown.write_text(scoreboard.markdown)
    return 0 if all(figure.is_met for figure in figures(outcomes)) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
