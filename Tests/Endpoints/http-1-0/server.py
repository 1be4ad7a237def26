"""Old Mill Locks: a WSGI application behind wsgiref, which speaks HTTP/1.0 and closes the connection after each answer.

What is asked and answered is that of the Seam API all the same.
"""
import argparse
import base64
import json
import re
import sys
import threading
from datetime import datetime, timezone
from hashlib import sha1
from itertools import count
from socketserver import ThreadingMixIn
from types import SimpleNamespace as Row
from urllib.parse import parse_qs, urlencode
from uuid import uuid4
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

API_KEY = "seam_test9oldmill_pV3xKq8TzN5wRb2M"
WORKSPACE = str(uuid4())
REASONS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 405: "Method Not Allowed", 409: "Conflict"}
NAMES = ("full_name", "email_address", "phone_number")
breaches, routes, numbers, mutex = set(), {}, count(1), threading.Lock()
people, users, systems, groups, entrances = {}, {}, {}, {}, {}


class No(Exception):
    def __init__(self, status, kind, message, name=None):
        self.status, self.error = status, {"type": kind, "message": message}
        if name:
            self.error["validation_errors"] = {"_errors": [], name: {"_errors": [message]}}


def now():
    return datetime.now(timezone.utc)


def parsed(value):
    """A date-time as a moment; anything else as None."""
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", value, re.A):
        try:
            return datetime.fromisoformat(value).astimezone(timezone.utc)
        except (ValueError, OverflowError):
            return None


# Kinds of parameters: a pattern of texts, or a function that says whether a value is one

def is_schedule(value, both=False):
    if not isinstance(value, dict) or both and not {"starts_at", "ends_at"} <= value.keys():
        return False
    start = parsed(value["starts_at"]) if "starts_at" in value else now()
    if value.get("ends_at") is None and not both:
        return bool(start)
    end = parsed(value.get("ends_at"))
    return bool(start and end and end > now() and (end > start or "schedule-order" in breaches))


KINDS = {
    "text": r".+", "key": r".*\S.*", "any": r".*", "phone": r"\+[1-9][0-9]{6,14}",
    "email": r"[\w'+-]+(\.[\w'+-]+)*@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}", "uuid": r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
    "uuids": lambda v: isinstance(v, list) and all(fits("uuid", item) for item in v),
    "limit": lambda v: type(v) in (int, float) and v > 0 and v % 1 == 0,
    "time": lambda v: parsed(v) is not None,
    "bounds": is_schedule, "both bounds": lambda v: is_schedule(v, both=True)}


def fits(kind, value):
    rule = KINDS[kind]
    return rule(value) if callable(rule) else isinstance(value, str) and re.fullmatch(rule, value, re.S | re.A) is not None


def route(path, method="POST", **kinds):
    """The operation at a path; a kind ends in ! where the parameter is required and in ? where it may be null."""
    def keep(function):
        routes[path] = (method, {name: kind.replace("_", " ") for name, kind in kinds.items()}, function)
        return function
    return keep


def read(kinds, query, body):
    """The parameters of a request: what its body has, else what its query has."""
    given = {}
    for name, values in parse_qs(query, keep_blank_values=True).items():
        if kinds.get(name.removesuffix("[]")) == "uuids":
            given[name.removesuffix("[]")] = [v for v in values if v]
        elif len(values) > 1:
            raise No(400, "invalid_query_params", f"{name} is there {len(values)} times")
        else:
            whole = kinds.get(name) == "limit" and re.fullmatch("[0-9]{1,15}", values[0])
            given[name] = int(values[0]) if whole else values[0] or None
    given.update(body)
    for name, kind in kinds.items():
        if name not in given:
            if kind.endswith("!"):
                raise No(400, "invalid_input", f"{name} is required", name)
        elif not (given[name] is None and kind.endswith("?")) and not fits(kind.rstrip("!?"), given[name]):
            raise No(400, "invalid_input", f"{name} is no valid {kind.rstrip('!?')}", name)
        elif kind.startswith("uuid"):
            value = given[name]
            given[name] = value.lower() if isinstance(value, str) else [v.lower() for v in dict.fromkeys(value)]
    return {name: given[name] for name in kinds if name in given}


def at(table, id, kind):
    if id in table:
        return table[id]
    raise No(404, kind + "_not_found", f"No {kind} has this id")


def system(id): return at(systems, id, "acs_system")
def person(id): return at(people, id, "user_identity")
def user(id): return at(users, id, "acs_user")
def of(p): return [u for u in users.values() if u.person is p]
def with_key(key): return next((p for p in people.values() if p.user_identity_key == key), None)


def chosen(p):
    """The user by acs_user_id, or by user_identity_id with acs_system_id."""
    if "acs_user_id" in p:
        return user(p["acs_user_id"])
    if "user_identity_id" not in p or "acs_system_id" not in p:
        raise No(400, "invalid_input", "acs_user_id is required", "acs_user_id")
    mine = {u.system["acs_system_id"]: u for u in users.values() if u.person and u.person.id == p["user_identity_id"]}
    return at(mine, p["acs_system_id"], "acs_user")


def person_view(p):
    return {"user_identity_id": p.id, "workspace_id": WORKSPACE, "created_at": p.made.isoformat(), "full_name": p.full_name,
            "email_address": p.email_address, "phone_number": p.phone_number, "user_identity_key": p.user_identity_key,
            "display_name": p.full_name or p.email_address or p.user_identity_key or p.phone_number or "Nobody",
            "acs_user_ids": [u.id for u in of(p)], "merged_user_identity_ids": [], "merged_user_identity_keys": [],
            "errors": [], "warnings": []}


def user_view(u):
    view = {"acs_user_id": u.id, "acs_system_id": u.system["acs_system_id"], "workspace_id": WORKSPACE, "created_at": u.made.isoformat(),
            "connected_account_id": u.system["connected_account_id"], "last_successful_sync_at": u.made.isoformat(), "is_managed": True,
            "display_name": u.full_name or u.email_address or u.phone_number or "Nobody", "is_suspended": u.suspended,
            "errors": [], "warnings": []}
    view.update({n: getattr(u, n) for n in (*NAMES, "hid_acs_system_id", "access_schedule") if getattr(u, n) is not None})
    if u.person:
        view.update({"user_identity_id": u.person.id, **{"user_identity_" + n: getattr(u.person, n) for n in NAMES}})
    return view


def vacant(values, own=None):
    for p in people.values():
        for n in ("email_address", "phone_number", "user_identity_key"):
            if p is not own and values.get(n) is not None and getattr(p, n) == values[n]:
                raise No(409, "user_identity_conflict", f"{n} is taken by another identity")


def lone(p, its_system):
    if any(u.system is its_system for u in of(p)):
        raise No(409, "acs_user_conflict", "The identity has a user in this system already")


def new_person(values):
    p = Row(id=str(uuid4()), number=next(numbers), made=now(), **{n: values.get(n) for n in (*NAMES, "user_identity_key")})
    return people.setdefault(p.id, p)


def new_user(its_system, values, owner=None):
    u = Row(id=str(uuid4()), number=next(numbers), made=now(), system=its_system, person=owner, suspended=False, groups=[],
            hid_acs_system_id=None, access_schedule=None, **{n: values.get(n) for n in NAMES})
    return users.setdefault(u.id, u)


def write(u, p):
    values = {n: p[n] for n in (*NAMES, "hid_acs_system_id", "access_schedule") if n in p}
    if "email" in p:
        values.setdefault("email_address", p["email"])
    if values.get("access_schedule") is not None:
        given = values["access_schedule"]
        values["access_schedule"] = {"starts_at": given.get("starts_at", now().isoformat()), "ends_at": given.get("ends_at")}
    vars(u).update(values)


VALUES = dict(full_name="text?", email_address="email?", phone_number="phone?", user_identity_key="key?")
CONTACT = dict(email="email", email_address="email", phone_number="phone")
WHO = dict(acs_user_id="uuid", user_identity_id="uuid", acs_system_id="uuid")
LISTED = dict(limit="limit", page_cursor="any?", created_before="time", search="text")


@route("/user_identities/create", acs_system_ids="uuids", **VALUES)
def create_person(p):
    wanted = [system(s) for s in p.get("acs_system_ids", [])]
    vacant(p)
    made = new_person(p)
    for s in wanted:
        candidates = [u for u in users.values() if u.system is s and u.person is None]
        same = [u for n in NAMES[1:] for u in candidates if getattr(made, n) is not None and getattr(u, n) == getattr(made, n)]
        (same[0] if same else new_user(s, p)).person = made
    return {"user_identity": person_view(made)}


@route("/user_identities/get", "GET", user_identity_id="uuid", user_identity_key="text")
def get_person(p):
    if not p:
        raise No(400, "invalid_input", "user_identity_id or user_identity_key is required", "user_identity_id")
    if "user_identity_id" in p:
        return {"user_identity": person_view(person(p["user_identity_id"]))}
    found = with_key(p["user_identity_key"])
    return {"user_identity": person_view(found or person(None))}


@route("/user_identities/list", "GET", user_identity_ids="uuids", **LISTED)
def list_people(p):
    found = [x for x in people.values() if "user_identity_ids" not in p or x.id in p["user_identity_ids"]]
    return "user_identities", found, person_view, (*NAMES, "user_identity_id")


@route("/user_identities/update", "PATCH", user_identity_id="uuid!", **VALUES)
def update_person(p):
    x = person(p.pop("user_identity_id"))
    vacant(p, own=x)
    vars(x).update(p)


@route("/user_identities/delete", "DELETE", user_identity_id="uuid!")
def delete_person(p):
    for u in of(person(p["user_identity_id"])):
        del users[u.id]
    del people[p["user_identity_id"]]


@route("/user_identities/add_acs_user", "PUT", acs_user_id="uuid!", user_identity_id="uuid", user_identity_key="key")
def add(p):
    if len(p) != 2:
        raise No(400, "invalid_input", "Give user_identity_id or user_identity_key, and not both", "user_identity_id")
    u = user(p["acs_user_id"])
    x = person(p["user_identity_id"]) if "user_identity_id" in p else with_key(p["user_identity_key"])
    if u.person and u.person is not x:
        raise No(409, "acs_user_conflict", "The user belongs to another identity")
    if x is None:
        values = {n: getattr(u, n) for n in NAMES} | {"user_identity_key": p["user_identity_key"]}
        vacant(values)
        x = new_person(values)
    elif u.person is None:
        lone(x, u.system)
    u.person = x


@route("/user_identities/remove_acs_user", "DELETE", acs_user_id="uuid!", user_identity_id="uuid!")
def remove(p):
    x, u = person(p["user_identity_id"]), user(p["acs_user_id"])
    if u.person is not x:
        raise No(404, "acs_user_not_found", "The identity has no such user")
    u.person = None
    if "remove-deletes" in breaches:
        del users[u.id]


@route("/user_identities/list_acs_users", "GET", user_identity_id="uuid!")
def users_of_person(p):
    return {"acs_users": [user_view(u) for u in of(person(p["user_identity_id"]))]}


@route("/user_identities/list_acs_systems", "GET", user_identity_id="uuid!")
def systems_of_person(p):
    return {"acs_systems": [u.system for u in of(person(p["user_identity_id"]))]}


@route("/acs/users/create", full_name="text!", acs_system_id="uuid!", user_identity_id="uuid", acs_access_group_ids="uuids",
       access_schedule="bounds", **CONTACT)
def create_user(p):
    s = system(p["acs_system_id"])
    wanted = [at(groups, g, "acs_access_group") for g in p.get("acs_access_group_ids", [])]
    if any(g["acs_system_id"] != p["acs_system_id"] for g in wanted):
        raise No(400, "invalid_input", "A group is of another system", "acs_access_group_ids")
    owner = person(p["user_identity_id"]) if "user_identity_id" in p else None
    if owner:
        lone(owner, s)
    u = new_user(s, {}, owner)
    write(u, p)
    u.groups = [g["acs_access_group_id"] for g in wanted]
    return {"acs_user": user_view(u)}


@route("/acs/users/list", "GET", acs_system_id="uuid", user_identity_id="uuid", user_identity_email_address="any?",
       user_identity_phone_number="any?", **LISTED)
def list_users(p):
    found = [u for u in users.values() if p.get("acs_system_id") in (None, u.system["acs_system_id"])]
    for name, own in (("user_identity_id", "id"), ("user_identity_email_address", "email_address"),
                      ("user_identity_phone_number", "phone_number")):
        if name in p:
            found = [u for u in found if u.person and getattr(u.person, own) == p[name]]
    return "acs_users", found, user_view, (*NAMES, "acs_user_id", "user_identity_id", "user_identity_full_name",
                                           "user_identity_phone_number")


route("/acs/users/get", "GET", **WHO)(lambda p: {"acs_user": user_view(chosen(p))})
route("/acs/users/delete", "DELETE", **WHO)(lambda p: users.pop(chosen(p).id) and None)
route("/acs/users/suspend", **WHO)(lambda p: setattr(chosen(p), "suspended", True))
route("/acs/users/unsuspend", **WHO)(lambda p: setattr(chosen(p), "suspended", False))
route("/acs/users/update", "PATCH", full_name="text", hid_acs_system_id="uuid", access_schedule="both_bounds?", **WHO, **CONTACT)(
    lambda p: write(chosen(p), p))


def narrowed(rows, p, names, searched):
    part = p.get("search", "").lower()
    return [r for r in rows if all(r[n] == p.get(n, r[n]) for n in names) and any(part in r[n].lower() for n in searched)]


@route("/acs/systems/list", "GET", connected_account_id="uuid", search="text")
def list_systems(p):
    return {"acs_systems": narrowed(systems.values(), p, ["connected_account_id"], ["name", "acs_system_id"])}


@route("/acs/access_groups/list", "GET", search="text", **WHO)
def list_groups(p):
    found = narrowed(groups.values(), p, ["acs_system_id"], ["name", "acs_access_group_id"])
    if "acs_user_id" in p or "user_identity_id" in p:
        mine = [u for u in users.values() if p.get("acs_user_id", u.id) == u.id
                and ("user_identity_id" not in p or u.person and u.person.id == p["user_identity_id"])]
        found = [g for g in found if any(g["acs_access_group_id"] in u.groups for u in mine)]
    return {"acs_access_groups": found}


@route("/acs/entrances/list", "GET", acs_system_id="uuid", connected_account_id="uuid", acs_entrance_ids="uuids", **LISTED)
def list_entrances(p):
    found = narrowed(entrances.values(), p, ["acs_system_id", "connected_account_id"], ["display_name"])
    found = [e for e in found if "acs_entrance_ids" not in p or e["acs_entrance_id"] in p["acs_entrance_ids"]]
    ordered = [Row(number=n, made=parsed(e["created_at"]), view=e) for n, e in enumerate(entrances.values(), 1) if e in found]
    return "acs_entrances", ordered, lambda row: row.view, ("display_name",)


@route("/workspaces/get", "GET")
def workspace(p):
    return {"workspace": {"workspace_id": WORKSPACE, "name": "Old Mill", "company_name": "Old Mill Locks", "is_sandbox": True,
                          "is_suspended": False, "is_publishable_key_auth_enabled": False, "connect_partner_name": None,
                          "connect_webview_customization": {}, "organization_id": None}}


def page(name, rows, view, searched, p, url):
    """A page of a list. Its cursor is the number of the last row, sealed with what was asked for."""
    asked = {n: v for n, v in p.items() if n != "page_cursor"}
    seal = sha1(json.dumps([url, asked], sort_keys=True).encode()).hexdigest()
    after, part, before = 0, p.get("search", "").lower(), parsed(p.get("created_before"))
    if p.get("page_cursor") is not None:
        try:
            given, after = base64.b64decode(p["page_cursor"].encode(), validate=True).decode().split(":")
            after = int(after)
        except ValueError:
            raise No(400, "invalid_input", "page_cursor is none that was given", "page_cursor") from None
        if given != seal:
            raise No(400, "mismatched_page_parameters", "page_cursor was given for other parameters")
    views = [(r.number, view(r)) for r in rows if r.number > after and (not before or r.made < before)]
    views = [(n, v) for n, v in views if any(part in (v.get(s) or "").lower() for s in searched)]
    size, cursor, link = int(p.get("limit", 900 if name == "acs_entrances" else 500)), None, None
    if len(views) > size:
        cursor = base64.b64encode(f"{seal}:{views[size - 1][0]}".encode()).decode()
        link = url + "?" + urlencode({n: "" if v is None else v for n, v in (asked | {"page_cursor": cursor}).items()}, doseq=True)
    return {name: [v for _, v in views[:size]],
            "pagination": {"has_next_page": cursor is not None, "next_page_cursor": cursor, "next_page_url": link}}


def answer(environ, raw):
    if environ.get("HTTP_AUTHORIZATION", "") != "Bearer " + API_KEY:
        raise No(401, "unauthorized", "A known API key is needed")
    path, method = environ["PATH_INFO"], environ["REQUEST_METHOD"]
    if path not in routes:
        raise No(404, "not_found", "No operation has this path")
    other, kinds, function = routes[path]
    if method not in ("POST", other):
        raise No(405, "method_not_allowed", "only " + ",".join(sorted({"POST", other})) + " accepted")
    if raw and method in ("POST", "PATCH") and not environ.get("CONTENT_TYPE", "").lower().startswith("application/json"):
        raise No(400, "invalid_content_type", "Bodies must be application/json")
    try:
        body = json.loads(raw) if raw else {}
    except (ValueError, RecursionError):
        raise No(400, "invalid_json", "The body is no JSON") from None
    if not isinstance(body, dict):
        raise No(400, "invalid_input", "The body must be an object", "body")
    p = read(kinds, environ.get("QUERY_STRING", ""), body)
    with mutex:
        result = function(p)
        if isinstance(result, tuple):
            return page(*result, p, "http://" + environ.get("HTTP_HOST", "127.0.0.1:" + environ["SERVER_PORT"]) + path)
        return result or {}


def application(environ, start_response):
    length = environ.get("CONTENT_LENGTH") or "0"
    raw = environ["wsgi.input"].read(int(length)) if length.isdecimal() else b""
    try:
        status, result = 200, {**answer(environ, raw), "ok": "true" if "ok-text" in breaches else True}
    except No as no:
        status, result = no.status, {"error": no.error, "ok": False}
    text = json.dumps(result).encode()
    start_response(f"{status} {REASONS[status]}", [("Content-Type", "application/json"), ("Content-Length", str(len(text))),
                                                  ("seam-request-id", str(uuid4()))])
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [text]


class Quiet(WSGIRequestHandler):
    def log_message(self, *args):
        """Nothing is logged."""


class Server(ThreadingMixIn, WSGIServer):
    daemon_threads, request_queue_size = True, 200


def equip():
    for site in ("Mill", "Granary"):
        s, account = str(uuid4()), str(uuid4())
        base = {"acs_system_id": s, "connected_account_id": account, "created_at": now().isoformat(), "errors": [], "warnings": []}
        systems[s] = {**base, "workspace_id": WORKSPACE, "name": site, "connected_account_ids": [account], "image_url": "",
                      "image_alt_text": "", "is_credential_manager": False, "location": {"time_zone": "Europe/London"}}
        for name in ("Millers", "Visitors"):
            g, e, kind = str(uuid4()), str(uuid4()), "avigilon_alta_group"
            groups[g] = {**base, "acs_access_group_id": g, "name": name, "display_name": name, "workspace_id": WORKSPACE, "is_managed": True,
                         "external_type": kind, "external_type_display_name": "Alta group", "access_group_type": kind,
                         "access_group_type_display_name": "Alta group", "pending_mutations": []}
            entrances[e] = {**base, "acs_entrance_id": e, "display_name": f"{site} door for {name.lower()}", "space_ids": []}
        new_user(systems[s], {"full_name": "Keeper of the " + site})
    new_person({"full_name": "Edith Moss", "email_address": "edith@oldmill.example"})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--breach", action="append", default=[], choices=["remove-deletes", "schedule-order", "ok-text"])
    parser.add_argument("--seed")
    breaches.update(parser.parse_args().breach)
    equip()
    server = make_server("127.0.0.1", 0, application, Server, Quiet)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": API_KEY, "other_api_key": None}), flush=True)
    sys.stdin.read()
