"""What the fleet and its judgement promise. Run by `make fleet` before anything else."""

import json
import re
import tempfile
import unittest
from pathlib import Path
from types import SimpleNamespace
from unittest import mock

from fleet import Endpoint, Job, Server, Suite, Trouble, environment
from judgement import Judgement, Run, Truth, first_block, names_truth
from scoreboard import Scoreboard, figures

DOCUMENT = {
    "violates": {"must": ["UI-ECHO"], "should": ["TR-405"]},
    "breaches": {
        "key-twice": {"violates": ["UI-UNIQ-KEY", "ID-POST-TWICE"]},
        "users-stay": {"violates": ["UI-DEL-AU"]},
    },
    "first": "UI-ECHO",
}
CORRECT = {"violates": {"must": [], "should": []}, "breaches": {}, "first": None}


def found(case, requirements, severity="must"):
    """A line of a report that accuses requirements."""
    return json.dumps({"event": "found", "case": case, "requirements": requirements, "severity": severity})


def judgement(document, breaches=(), accused=(), console=""):
    """The judgement of a run that accused some requirements in one case."""
    run = Run.read([found("case", list(accused))], console)
    return Judgement.of(Truth.of(document, breaches), run)


def outcome(name="vendor", breaches=(), seconds=10.0, seed=1, document=DOCUMENT, profile=None, exit_code=0, **values):
    """The outcome of a run that found all that is planted, but for what is given."""
    values = {"rightly": [], "falsely": [], "missed": [], "unnoticed": [], "names_truth": True} | values
    run = Run(accused={name: ["case"] for name in values["falsely"]}, ending=values.pop("ending", "complete"))
    run.waited, run.lines = values.pop("waited", 0.0), values.pop("lines", 20)
    endpoint = SimpleNamespace(name=name, document=document)
    job = SimpleNamespace(endpoint=endpoint, breaches=tuple(breaches), seed=seed, profile=profile, title=f"{name}, {seed}")
    return SimpleNamespace(job=job, run=run, judgement=Judgement(**values), seconds=seconds, exit_code=exit_code, complaint="")


def missed(outcomes):
    """The beginnings of the names of the figures that are missed."""
    return [figure.name.split(",")[0] for figure in figures(outcomes) if not figure.is_met]


class Accusations(unittest.TestCase):
    def test_what_the_endpoint_violates_by_itself_or_by_a_breach_is_accused_rightly(self):
        judged = judgement(DOCUMENT, ["key-twice"], ["UI-ECHO", "ID-POST-TWICE", "LS-ENV"])
        self.assertEqual(judged.rightly, ["ID-POST-TWICE", "UI-ECHO"])
        self.assertEqual(judged.falsely, ["LS-ENV"])

    def test_what_a_breach_violates_that_is_not_switched_on_is_accused_falsely(self):
        self.assertEqual(judgement(DOCUMENT, [], ["UI-UNIQ-KEY"]).falsely, ["UI-UNIQ-KEY"])

    def test_a_should_accuses_and_a_may_or_trouble_of_the_suite_does_not(self):
        lines = [found("a", ["X"], "should"), found("b", ["Y"], "may"), found("c", ["Z"], "harness")]
        self.assertEqual(Run.read(lines, "").accused, {"X": ["a"]})

    def test_the_cases_of_an_accusation_are_named_once_each_whatever_they_are_called(self):
        cases = ["identity-get", "every-response[/acs/users/get,TR-SCHEMA]", "identity-get"]
        run = Run.read([found(case, ["TR-SCHEMA"]) for case in cases], "")
        self.assertEqual(run.accused["TR-SCHEMA"], cases[:2])


class Misses(unittest.TestCase):
    def test_a_breach_is_missed_when_nothing_that_it_violates_is_accused(self):
        judged = judgement(DOCUMENT, ["key-twice", "users-stay"], ["ID-POST-TWICE"])
        self.assertEqual(judged.missed, ["users-stay"])

    def test_a_breach_that_is_not_switched_on_is_not_missed(self):
        self.assertEqual(judgement(DOCUMENT).missed, [])

    def test_own_violations_that_are_not_accused_are_listed_apart(self):
        judged = judgement(DOCUMENT, [], ["TR-405"])
        self.assertEqual((judged.unnoticed, judged.missed), (["UI-ECHO"], []))


class FirstBlocks(unittest.TestCase):
    def test_the_first_block_is_the_first_title_of_the_console_output(self):
        console = "run 01 of http://h, 2026\nscenarios bundled\n\nMUST  LS-IDS, LS-ENV  in 2 cases\n  x\n\nMAY  A  in 1 case\n"
        self.assertEqual(first_block(console), ("MUST", {"LS-IDS", "LS-ENV"}))

    def test_a_cause_is_a_block_that_names_an_operation(self):
        self.assertEqual(first_block("CAUSE  /acs/users/get  took down 3 cases\n"), ("CAUSE", {"/acs/users/get"}))

    def test_no_title_is_no_block(self):
        self.assertIsNone(first_block("run 01 of http://h\nmust    UI-ECHO  broken in 3 of 3 cases\nconforms\n"))

    def test_a_block_names_the_truth_by_what_should_come_first_or_what_a_breach_violates(self):
        clean, breached = Truth.of(DOCUMENT), Truth.of(DOCUMENT, ["users-stay"])
        self.assertTrue(names_truth(clean, ("MUST", {"UI-ECHO", "AU-ECHO"})))
        self.assertFalse(names_truth(clean, ("SHOULD", {"TR-405"})))
        self.assertFalse(names_truth(clean, ("MUST", {"UI-DEL-AU"})))
        self.assertTrue(names_truth(breached, ("MUST", {"UI-DEL-AU"})))
        self.assertTrue(names_truth(breached, ("MUST", {"UI-ECHO"})))
        self.assertFalse(names_truth(breached, None))

    def test_a_may_in_front_of_a_violation_does_not_name_the_truth(self):
        self.assertFalse(names_truth(Truth.of(DOCUMENT), ("MAY", {"UI-ECHO"})))

    def test_without_a_preference_any_violation_may_come_first(self):
        truth = Truth.of(DOCUMENT | {"first": None})
        self.assertTrue(names_truth(truth, ("SHOULD", {"TR-405"})))
        self.assertFalse(names_truth(truth, ("MUST", {"UI-DEL-AU"})))
        breached = Truth.of(DOCUMENT | {"first": None}, ["users-stay"])
        self.assertTrue(names_truth(breached, ("SHOULD", {"TR-405"})))
        self.assertTrue(names_truth(breached, ("MUST", {"UI-DEL-AU"})))

    def test_several_beginnings_may_be_right(self):
        truth = Truth.of(DOCUMENT | {"first": ["UI-ECHO", "/user_identities/create"]})
        self.assertTrue(names_truth(truth, ("CAUSE", {"/user_identities/create"})))

    def test_a_conforming_endpoint_has_no_block_but_what_is_recorded_only(self):
        truth = Truth.of(CORRECT)
        self.assertTrue(names_truth(truth, None))
        self.assertTrue(names_truth(truth, ("MAY", {"TR-CORS"})))
        for word in ("MUST", "SHOULD", "CAUSE", "ERROR"):
            self.assertFalse(names_truth(truth, (word, {"TR-CORS"})))


class Reports(unittest.TestCase):
    def test_the_end_and_the_waits_that_were_asked_for_are_read(self):
        retries = [{"reason": "429", "delayNs": 1_000_000_000}, {"reason": "429", "delayNs": 500_000_000}]
        lines = [{"event": "exchanged", "retries": retries}, {"event": "finished", "reason": "deadline"}]
        run = Run.read([json.dumps(line) for line in lines], "a\nb\n")
        self.assertEqual((run.ending, run.waited, run.lines), ("deadline", 1.5, 2))

    def test_a_report_without_an_end_has_none(self):
        self.assertIsNone(Run.read([], "").ending)


class Figures(unittest.TestCase):
    def test_a_fleet_without_a_fault_meets_every_figure(self):
        self.assertEqual(missed([outcome(), outcome(breaches=["key-twice"], seconds=30)]), [])

    def test_one_false_accusation_is_one_too_many(self):
        self.assertEqual(missed([outcome(falsely=["X"])]), ["requirements accused falsely"])

    def test_one_breach_may_be_missed_with_each_seed_and_no_second_one(self):
        self.assertEqual(missed([outcome(missed=["a"]), outcome(missed=["a"], seed=2)]), [])
        self.assertEqual(missed([outcome(missed=["a", "b"])]), ["planted breaches missed"])

    def test_the_first_block_may_be_wrong_on_one_endpoint(self):
        one = [outcome(names_truth=False), outcome(names_truth=False, breaches=["key-twice"])]
        self.assertEqual(missed(one), [])
        self.assertEqual(len(missed([*one, outcome("other", names_truth=False)])), 1)

    def test_a_run_with_breaches_may_take_three_times_as_long_and_the_waits_on_top(self):
        clean = outcome()
        self.assertEqual(len(missed([clean, outcome(breaches=["key-twice"], seconds=31)])), 1)
        self.assertEqual(missed([clean, outcome(breaches=["key-twice"], seconds=85, waited=55.0)]), [])
        self.assertEqual(len(missed([clean, outcome(breaches=["key-twice"], seconds=95, waited=500.0)])), 1)

    def test_a_run_without_breaches_is_compared_with_that_of_a_like_endpoint(self):
        like = DOCUMENT | {"like": "peer"}
        self.assertEqual(missed([outcome("peer"), outcome(seconds=30, document=like)]), [])
        self.assertEqual(len(missed([outcome("peer"), outcome(seconds=31, document=like)])), 1)
        self.assertEqual(missed([outcome("peer"), outcome(seconds=85, document=like | {"waits": 55})]), [])
        self.assertEqual(missed([outcome("peer", seed=2), outcome(seconds=31, document=like)]), [])

    def test_less_than_a_second_counts_as_a_second(self):
        self.assertEqual(missed([outcome(seconds=0.2), outcome(breaches=["key-twice"], seconds=2.9)]), [])

    def test_two_hundred_lines_are_enough(self):
        self.assertEqual(missed([outcome(lines=200)]), [])
        self.assertEqual(missed([outcome(lines=201)]), ["lines of console output"])

    def test_a_run_that_was_stopped_is_a_figure_missed(self):
        self.assertEqual(missed([outcome(ending="deadline")]), ["runs that did not come to their end"])

    def test_a_profile_that_the_endpoint_keeps_must_be_said_to_be_kept(self):
        kept = [outcome(), outcome(profile="core")]
        self.assertEqual(missed(kept), [])
        self.assertEqual(len(missed([outcome(), outcome(profile="core", exit_code=1)])), 1)


class Commands(unittest.TestCase):
    suite = Suite("seamcheck", 100, options=["--strict"])
    server = {"endpoint": "http://127.0.0.1:1", "api_key": "seam_a", "other_api_key": None, "fixtures": ["acs_system_id=1"]}

    def job(self, **values):
        endpoint = SimpleNamespace(name="vendor", document={"run": ["--allow-production"], "breaches": {"users-stay": {}}} | values)
        return endpoint, list(Job.all([endpoint], [1, 2]))

    def test_each_endpoint_runs_with_each_seed_without_breaches_and_with_all_of_them(self):
        _, jobs = self.job()
        self.assertEqual([(job.seed, job.breaches) for job in jobs], [(1, ()), (1, ("users-stay",)), (2, ()), (2, ("users-stay",))])

    def test_an_endpoint_without_breaches_runs_once_with_each_seed_and_once_with_each_profile_that_it_keeps(self):
        _, jobs = self.job(breaches={}, conforms=["core"])
        self.assertEqual([(job.seed, job.profile) for job in jobs], [(1, None), (1, "core"), (2, None), (2, "core")])

    def test_a_run_has_the_seed_the_deadline_and_what_the_truth_file_asks_for(self):
        self.suite.takes_fixtures = False
        command = " ".join(self.suite.command(self.job()[1][2], self.server))
        for words in ("--seed 2", "--deadline 100s", "--allow-production", "--strict", "--report ndjson=run.ndjson"):
            self.assertIn(words, command)
        self.assertNotIn("--fixture", command)

    def test_what_no_operation_lists_is_handed_on_where_the_program_takes_it(self):
        self.suite.takes_fixtures = True
        self.assertIn("--fixture acs_system_id=1", " ".join(self.suite.command(self.job()[1][0], self.server)))

    def test_a_run_knows_of_no_key_but_those_of_the_endpoint(self):
        values = environment(self.server, Path("/nowhere"))
        self.assertEqual({name for name in values if name.startswith("SEAM")}, {"SEAM_ENDPOINT", "SEAM_API_KEY"})


class Programs(unittest.TestCase):
    def outcome(self, script, deadline=100):
        """The outcome of a program in place of the suite, against a real server."""
        with tempfile.TemporaryDirectory() as folder:
            program = Path(folder) / "program"
            program.write_text("#!/bin/sh\n" + script)
            program.chmod(0o700)
            suite = Suite(str(program), deadline)
            suite.takes_fixtures = False
            return suite.outcome(Job(Endpoint.all(Path(__file__).parent, ["unprocessable"])[0], (), 1))

    def test_a_program_that_crashes_is_a_run_that_did_not_end(self):
        crashed = self.outcome("echo lost >&2; exit 70")
        self.assertEqual((crashed.run.ending, crashed.exit_code, crashed.complaint), (None, 70, "lost"))
        self.assertIn("the run ended as None: lost", Scoreboard([crashed]).text)

    def test_a_program_that_does_not_end_is_killed(self):
        with mock.patch("fleet.GRACE", 0):
            self.assertIsNone(self.outcome("exec sleep 600", deadline=0).exit_code)

    def test_a_command_line_that_the_program_does_not_know_is_trouble_of_the_fleet(self):
        with self.assertRaisesRegex(Trouble, "unknown option"):
            self.outcome("echo unknown option >&2; exit 64")

    def test_an_endpoint_that_does_not_exist_is_trouble_of_the_fleet(self):
        with self.assertRaisesRegex(Trouble, "there is no endpoint nowhere"):
            Endpoint.all(Path(__file__).parent, ["nowhere"])

    def test_a_server_that_does_not_start_is_trouble_of_the_fleet(self):
        with tempfile.TemporaryDirectory() as folder:
            (Path(folder) / "server.py").write_text("raise SystemExit('no port is free')")
            with self.assertRaisesRegex(Trouble, "no port is free"):
                Server(Job(Endpoint("broken", Path(folder), CORRECT), (), 1)).__enter__()


class Truths(unittest.TestCase):
    def test_every_truth_file_gives_a_reason_for_each_violation_and_names_what_comes_first_among_them(self):
        for endpoint in Endpoint.all(Path(__file__).parent):
            with self.subTest(endpoint.name):
                document, truth = endpoint.document, Truth.of(endpoint.document)
                self.assertEqual(set(document["because"]), set(truth.own))
                self.assertLessEqual({name for name in truth.first if not name.startswith("/")}, truth.own)

    def test_what_an_endpoint_violates_is_in_the_catalogue_at_this_level(self):
        levels = {}
        for page in (Path(__file__).parents[2] / "scenarios" / "requirements").glob("*.yaml"):
            levels.update(re.findall(r"^  ([A-Z0-9-]+):\n    level: (\w+)$", page.read_text(), re.M))
        self.assertGreater(len(levels), 300)
        for endpoint in Endpoint.all(Path(__file__).parent):
            with self.subTest(endpoint.name):
                said = {name: level for level, names in endpoint.document["violates"].items() for name in names}
                self.assertEqual(said, {name: levels.get(name) for name in said})
                planted = {name for breach in endpoint.document["breaches"].values() for name in breach["violates"]}
                self.assertLessEqual(planted, set(levels))

    def test_the_fleet_has_sixteen_endpoints_of_which_two_thirds_have_one_to_five_breaches(self):
        counts = [len(endpoint.document["breaches"]) for endpoint in Endpoint.all(Path(__file__).parent)]
        self.assertGreaterEqual(len(counts), 16)
        self.assertGreaterEqual(sum(1 <= count <= 5 for count in counts), len(counts) * 2 / 3)
        self.assertLessEqual(max(counts), 5)


class Tables(unittest.TestCase):
    def test_the_scoreboard_names_what_is_accused_falsely_and_what_is_missed(self):
        text = Scoreboard([outcome(), outcome(breaches=["users-stay"], falsely=["LS-ENV"], missed=["users-stay"])]).text
        self.assertIn("falsely  LS-ENV: case", text)
        self.assertIn("missed   users-stay: UI-DEL-AU", text)
        self.assertIn("MISSED  requirements accused falsely, at most 0: 1", text)

    def test_the_columns_are_aligned(self):
        lines = Scoreboard([outcome(), outcome("a-longer-name", seconds=100.0)]).text.splitlines()[:3]
        self.assertEqual(len({len(line) for line in lines}), 1)

    def test_the_markdown_has_one_row_for_each_run_and_one_point_for_each_figure(self):
        markdown = Scoreboard([outcome(), outcome(breaches=["users-stay"])]).markdown
        self.assertEqual(len([line for line in markdown.splitlines() if line.startswith("| vendor")]), 2)
        self.assertIn("- met: planted breaches missed", markdown)


if __name__ == "__main__":
    unittest.main()
