"""Keyline Buildings: the Seam API in front of an older system with forms of its own.

Ids are a short prefix and a serial (`ui_8fj3k2`), times are what the old database prints (`2026-01-01 00:00:00`, in UTC),
and a phone number is kept as the person at the desk wrote it, with its spaces.
"""
import argparse
import base64
import hashlib
import json
import random
import re
import sys
import threading
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlparse

KEY = "seam_testkeyline_4Tz8PqLw2MvX9sRb"
ALPHABET = "0123456789abcdefghijkmnpqrstuvwxyz"
BREACHES = ("null-left-out", "key-spaces")
breaches, operations, serials = set(), {}, set()
identities, users, systems, groups, doors, built = {}, {}, {}, {}, {}, {}
gate = threading.Lock()
dice = random.Random()


class Refused(Exception):
    def __init__(self, status, kind, text, **fields):
        self.status, self.body = status, {"type": kind, "message": text}
        if fields:
            self.body["validation_errors"] = {"_errors": []} | {name: {"_errors": [why]} for name, why in fields.items()}


def bad(name, why):
    return Refused(400, "invalid_input", f"{name}: {why}", **{name: why})


def serial(prefix):
    while (id := prefix + "_" + "".join(dice.choices(ALPHABET, k=6))) in serials:
        pass
    serials.add(id)
    return id


def printed(moment):
    return moment and moment.strftime("%Y-%m-%d %H:%M:%S")


def now():
    return datetime.now(timezone.utc)


def moment(text):
    """A time as the API publishes it (our own form is for reading only), or None."""
    form = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)"
    if not isinstance(text, str) or not re.fullmatch(form, text, re.ASCII):
        return None
    try:
        return datetime.fromisoformat(text).astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None


def conform(name, kind, value):
    """A parameter as it is kept, if it is of its kind."""
    def text(pattern):
        return isinstance(value, str) and re.fullmatch(pattern, value, re.DOTALL | re.ASCII) is not None

    match kind:
        case "id" | "text" if text(".+"): return value
        case "any" if text(".*"): return value
        case "key" if text(r".*\S.*"): return value
        case "phone" if text(r"\+[1-9]([ -]?[0-9])*") and 7 <= sum(c.isdigit() for c in value) <= 15: return value
        case "email" if text(r"[\w'+-]+(\.[\w'+-]+)*@([\w-]+\.)+[A-Za-z]{2,}"): return value
        case "time" if moment(value): return moment(value)
        case "number" if type(value) in (int, float) and value > 0 and value % 1 == 0: return int(value)
        case "ids" if isinstance(value, list):
            return list(dict.fromkeys(conform(name, "id", item) for item in value))
        case "schedule" | "whole schedule" if isinstance(value, dict):
            if kind == "whole schedule" and not ("starts_at" in value and "ends_at" in value):
                raise bad(name, "needs starts_at and ends_at")
            start = moment(value["starts_at"]) if "starts_at" in value else now()
            endless = kind == "schedule" and value.get("ends_at") is None
            end = None if endless else moment(value.get("ends_at"))
            if start and (endless or end and end > start and end > now()):
                return {"starts_at": start, "ends_at": end}
    raise bad(name, f"is no good {kind}")


def op(path, method=None, **kinds):
    """Register an operation. A kind ends in ! when the parameter is required, in ? when it may be null."""
    def register(function):
        operations[path] = (method, kinds, function)
        return function
    return register


def look(table, id, what):
    if id not in table:
        raise Refused(404, what + "_not_found", f"There is no {what} {what == 'acs_user' and 'like that' or 'with that id'}")
    return table[id]


def identity_out(i):
    out = {"user_identity_id": i["id"], "workspace_id": WORKSPACE, "created_at": printed(i["at"]), "errors": [], "warnings": [],
           "full_name": i["full_name"], "email_address": i["email_address"], "phone_number": i["phone_number"],
           "user_identity_key": i["user_identity_key"], "acs_user_ids": [u["id"] for u in users_of(i["id"])],
           "display_name": i["full_name"] or i["email_address"] or i["user_identity_key"] or i["phone_number"] or i["id"],
           "merged_user_identity_ids": [], "merged_user_identity_keys": []}
    return {n: v for n, v in out.items() if v is not None} if "null-left-out" in breaches else out


def user_out(u):
    out = {n: u[n] for n in ("full_name", "email_address", "phone_number", "hid_acs_system_id") if u.get(n) is not None}
    if u["access_schedule"]:
        out["access_schedule"] = {n: printed(t) for n, t in u["access_schedule"].items()}
    if u["owner"]:
        i = identities[u["owner"]]
        out |= {"user_identity_id": i["id"], "user_identity_full_name": i["full_name"],
                "user_identity_email_address": i["email_address"], "user_identity_phone_number": i["phone_number"]}
    return out | {"acs_user_id": u["id"], "acs_system_id": u["system"], "workspace_id": WORKSPACE, "created_at": printed(u["at"]),
                  "connected_account_id": systems[u["system"]]["connected_account_id"], "is_suspended": u["suspended"],
                  "display_name": u["full_name"] or u["email_address"] or u["phone_number"] or u["id"], "is_managed": True,
                  "last_successful_sync_at": printed(u["at"]), "errors": [], "warnings": []}


def users_of(identity_id):
    return [u for u in users.values() if u["owner"] == identity_id]


def user_meant(p):
    if "acs_user_id" in p:
        return look(users, p["acs_user_id"], "acs_user")
    if "user_identity_id" not in p or "acs_system_id" not in p:
        raise bad("acs_user_id", "is required, or user_identity_id with acs_system_id")
    both = [u["id"] for u in users_of(p["user_identity_id"]) if u["system"] == p["acs_system_id"]]
    return look(users, both[0] if both else None, "acs_user")


def refuse_taken(p, own=None):
    for i in identities.values():
        for n in ("email_address", "phone_number", "user_identity_key"):
            if i["id"] != own and p.get(n) is not None and p[n] == i[n]:
                raise Refused(409, "user_identity_taken", f"{n} is in use")


def refuse_second(identity_id, system):
    if any(u["system"] == system for u in users_of(identity_id)):
        raise Refused(409, "acs_user_taken", "The identity has a user in this system")


def new_identity(p):
    i = {"id": serial("ui"), "at": now()} | {n: p.get(n) for n in ("full_name", "email_address", "phone_number", "user_identity_key")}
    return identities.setdefault(i["id"], i)


def new_user(system, p, owner=None):
    u = {"id": serial("au"), "at": now(), "system": system, "owner": owner, "suspended": False, "groups": [], "access_schedule": None}
    return users.setdefault(u["id"], u | {n: p.get(n) for n in ("full_name", "email_address", "phone_number")})


def write_user(u, p):
    if "email" in p:
        u["email_address"] = p["email"]
    u |= {n: p[n] for n in ("full_name", "email_address", "phone_number", "hid_acs_system_id", "access_schedule") if n in p}


PERSON = {"full_name": "text?", "email_address": "email?", "phone_number": "phone?", "user_identity_key": "key?"}
CONTACT = {"email": "email", "email_address": "email", "phone_number": "phone"}
WHO = {"acs_user_id": "id", "user_identity_id": "id", "acs_system_id": "id"}
PAGE = {"limit": "number", "page_cursor": "any?", "created_before": "time", "search": "text"}


@op("/user_identities/create", acs_system_ids="ids", **PERSON)
def create_identity(p):
    for s in p.get("acs_system_ids", []):
        look(systems, s, "acs_system")
    refuse_taken(p)
    i = new_identity(p)
    for s in p.get("acs_system_ids", []):
        free = [u for u in users.values() if u["system"] == s and u["owner"] is None]
        fits = [u for n in ("email_address", "phone_number") for u in free if i[n] is not None and u[n] == i[n]]
        (fits[0] if fits else new_user(s, i))["owner"] = i["id"]
    return {"user_identity": identity_out(i)}


@op("/user_identities/get", "GET", user_identity_id="id", user_identity_key="text")
def get_identity(p):
    if "user_identity_id" in p:
        return {"user_identity": identity_out(look(identities, p["user_identity_id"], "user_identity"))}
    if "user_identity_key" not in p:
        raise bad("user_identity_id", "is required, or user_identity_key")
    asked = p["user_identity_key"]
    fits = [i["id"] for i in identities.values() if i["user_identity_key"] == asked]
    if "key-spaces" in breaches:
        fits += [i["id"] for i in identities.values() if i["user_identity_key"] == asked.strip()]
    return {"user_identity": identity_out(look(identities, fits[0] if fits else None, "user_identity"))}


@op("/user_identities/list", "GET", user_identity_ids="ids", **PAGE)
def list_identities(p):
    fits = [i for i in identities.values() if i["id"] in p.get("user_identity_ids", [i["id"]])]
    return "user_identities", fits, identity_out, ("full_name", "phone_number", "email_address", "user_identity_id")


@op("/user_identities/update", "PATCH", user_identity_id="id!", **PERSON)
def update_identity(p):
    i = look(identities, p["user_identity_id"], "user_identity")
    refuse_taken(p, i["id"])
    i |= {n: v for n, v in p.items() if n in PERSON}


@op("/user_identities/delete", "DELETE", user_identity_id="id!")
def delete_identity(p):
    for u in users_of(look(identities, p["user_identity_id"], "user_identity")["id"]):
        del users[u["id"]]
    del identities[p["user_identity_id"]]


@op("/user_identities/add_acs_user", "PUT", acs_user_id="id!", user_identity_id="id", user_identity_key="key")
def add_user(p):
    if ("user_identity_id" in p) == ("user_identity_key" in p):
        raise bad("user_identity_id", "or else user_identity_key is required")
    u = look(users, p["acs_user_id"], "acs_user")
    if "user_identity_id" in p:
        i = look(identities, p["user_identity_id"], "user_identity")
    else:
        i = next((i for i in identities.values() if i["user_identity_key"] == p["user_identity_key"]), None)
    if i and u["owner"] == i["id"]:
        return
    if u["owner"]:
        raise Refused(409, "acs_user_taken", "The user belongs to another identity")
    if i:
        refuse_second(i["id"], u["system"])
    else:
        made = {n: u[n] for n in ("full_name", "email_address", "phone_number")} | {"user_identity_key": p["user_identity_key"]}
        refuse_taken(made)
        i = new_identity(made)
    u["owner"] = i["id"]


@op("/user_identities/remove_acs_user", "DELETE", acs_user_id="id!", user_identity_id="id!")
def remove_user(p):
    i, u = look(identities, p["user_identity_id"], "user_identity"), look(users, p["acs_user_id"], "acs_user")
    if u["owner"] == i["id"]:
        u["owner"] = None


@op("/user_identities/list_acs_users", "GET", user_identity_id="id!")
def users_of_identity(p):
    return {"acs_users": [user_out(u) for u in users_of(look(identities, p["user_identity_id"], "user_identity")["id"])]}


@op("/user_identities/list_acs_systems", "GET", user_identity_id="id!")
def systems_of_identity(p):
    return {"acs_systems": [systems[u["acs_system_id"]] for u in users_of_identity(p)["acs_users"]]}


@op("/acs/users/create", full_name="text!", acs_system_id="id!", acs_access_group_ids="ids", user_identity_id="id",
    access_schedule="schedule", **CONTACT)
def create_user(p):
    s = look(systems, p["acs_system_id"], "acs_system")["acs_system_id"]
    joined = [look(groups, g, "acs_access_group") for g in p.get("acs_access_group_ids", [])]
    if any(g["acs_system_id"] != s for g in joined):
        raise bad("acs_access_group_ids", "holds a group of another system")
    if "user_identity_id" in p:
        refuse_second(look(identities, p["user_identity_id"], "user_identity")["id"], s)
    u = new_user(s, {}, p.get("user_identity_id"))
    write_user(u, p)
    u["groups"] = [g["acs_access_group_id"] for g in joined]
    return {"acs_user": user_out(u)}


@op("/acs/users/get", "GET", **WHO)
def get_user(p):
    return {"acs_user": user_out(user_meant(p))}


@op("/acs/users/list", "GET", acs_system_id="id", user_identity_id="id", user_identity_email_address="any?",
    user_identity_phone_number="any?", **PAGE)
def list_users(p):
    fits = [u for u in users.values() if p.get("acs_system_id", u["system"]) == u["system"]
            and p.get("user_identity_id", u["owner"]) == u["owner"]]
    for n in ("email_address", "phone_number"):
        if "user_identity_" + n in p:
            fits = [u for u in fits if u["owner"] and identities[u["owner"]][n] == p["user_identity_" + n]]
    return "acs_users", fits, user_out, ("full_name", "phone_number", "email_address", "acs_user_id", "user_identity_id",
                                         "user_identity_full_name", "user_identity_phone_number")


@op("/acs/users/update", "PATCH", full_name="text", hid_acs_system_id="id", access_schedule="whole schedule?", **WHO, **CONTACT)
def update_user(p):
    write_user(user_meant(p), p)


@op("/acs/users/delete", "DELETE", **WHO)
def delete_user(p):
    del users[user_meant(p)["id"]]


@op("/acs/users/suspend", **WHO)
def suspend(p):
    user_meant(p)["suspended"] = True


@op("/acs/users/unsuspend", **WHO)
def unsuspend(p):
    user_meant(p)["suspended"] = False


@op("/acs/systems/list", "GET", connected_account_id="id", search="text")
def list_systems(p):
    return {"acs_systems": found(systems, p, ("connected_account_id",), ("name", "acs_system_id"))}


@op("/acs/access_groups/list", "GET", search="text", **WHO)
def list_groups(p):
    fits = found(groups, p, ("acs_system_id",), ("name", "acs_access_group_id"))
    for n, own in (("acs_user_id", "id"), ("user_identity_id", "owner")):
        if n in p:
            fits = [g for g in fits if any(u[own] == p[n] and g["acs_access_group_id"] in u["groups"] for u in users.values())]
    return {"acs_access_groups": fits}


@op("/acs/entrances/list", "GET", acs_entrance_ids="ids", acs_system_id="id", connected_account_id="id", **PAGE)
def list_doors(p):
    fits = [d for d in found(doors, p, ("acs_system_id", "connected_account_id"), ("display_name",))
            if d["acs_entrance_id"] in p.get("acs_entrance_ids", [d["acs_entrance_id"]])]
    return "acs_entrances", [{"at": built[d["acs_entrance_id"]], "out": d} for d in fits], lambda d: d["out"], ("display_name",)


def found(table, p, names, searched):
    part = p.get("search", "").lower()
    return [row for row in table.values() if all(row[n] == p.get(n, row[n]) for n in names)
            and any(part in row[n].lower() for n in searched)]


@op("/workspaces/get", "GET")
def workspace(p):
    return {"workspace": {"workspace_id": WORKSPACE, "name": "Keyline", "company_name": "Keyline Buildings", "is_sandbox": True,
                          "is_suspended": False, "is_publishable_key_auth_enabled": False, "connect_partner_name": None,
                          "connect_webview_customization": {}, "organization_id": None}}


def page(path, p, asked, listed, host):
    """One page: the cursor says after which row it begins and what was asked for."""
    name, rows, out, searched = listed
    asked = {n: v for n, v in asked.items() if n in p and n != "page_cursor"}
    mark = hashlib.md5(json.dumps([path, asked], sort_keys=True).encode()).hexdigest()
    shown = [(row, out(row)) for row in rows if "created_before" not in p or row["at"] < p["created_before"]]
    part = p.get("search", "").lower()
    shown = [(row, o) for row, o in shown if any(part in (o.get(n) or "").lower() for n in searched)]
    if p.get("page_cursor") is not None:
        try:
            given, after = base64.b64decode(p["page_cursor"].encode(), validate=True).decode().split(" ", 1)
            after = datetime.fromisoformat(after)
        except ValueError:
            raise bad("page_cursor", "is none of ours") from None
        if given != mark:
            raise Refused(400, "mismatched_page_parameters", "page_cursor belongs to other parameters")
        shown = [(row, o) for row, o in shown if row["at"] > after]
    size, cursor, link = p.get("limit", 900 if name == "acs_entrances" else 500), None, None
    if len(shown) > size:
        cursor = base64.b64encode(f"{mark} {shown[size - 1][0]['at'].isoformat()}".encode()).decode()
        query = {n: "" if v is None else v for n, v in asked.items()}
        link = f"http://{host}{path}?{urlencode(query | {'page_cursor': cursor}, doseq=True)}"
    return {name: [o for _, o in shown[:size]],
            "pagination": {"has_next_page": cursor is not None, "next_page_cursor": cursor, "next_page_url": link}}


class Desk(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = 65536

    def __getattr__(self, name):
        if name[:3] == "do_":
            return self.call
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        self.send(400, {"error": {"type": "bad_request", "message": message or "Bad request"}, "ok": False})

    def send(self, status, answer):
        raw = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json; charset=utf-8")
        self.send_header("Content-Length", str(len(raw)))
        self.send_header("seam-request-id", "req_%016x" % random.getrandbits(64))
        self.end_headers()
        self.wfile.write(b"" if self.command == "HEAD" else raw)

    def call(self):
        length = self.headers.get("Content-Length") or "0"
        raw = self.rfile.read(int(length)) if length.isdecimal() else b""
        try:
            with gate:
                status, answer = 200, (self.answer(raw) or {}) | {"ok": True}
        except Refused as refused:
            status, answer = refused.status, {"error": refused.body, "ok": False}
        self.send(status, answer)

    def answer(self, raw):
        url = urlparse(self.path)
        if self.headers.get("Authorization") != "Bearer " + KEY:
            raise Refused(401, "unauthorized", "The API key is missing or unknown")
        if url.path not in operations:
            raise Refused(404, "not_found", "There is nothing at this path")
        method, kinds, function = operations[url.path]
        if self.command not in ("POST", method):
            raise Refused(405, "method_not_allowed", "This operation does not take " + self.command)
        if raw and self.command in ("POST", "PATCH") and "application/json" not in self.headers.get("Content-Type", "").lower():
            raise Refused(400, "invalid_content_type", "Send application/json")
        try:
            body = json.loads(raw or b"{}")
        except (ValueError, RecursionError):
            raise Refused(400, "invalid_json", "The body cannot be read as JSON") from None
        if not isinstance(body, dict):
            raise bad("body", "must be an object")
        given = {}
        for n, values in parse_qs(url.query, keep_blank_values=True).items():
            n = n.removesuffix("[]")
            if kinds.get(n) == "ids":
                given[n] = [v for v in values if v]
            elif len(values) > 1:
                raise Refused(400, "invalid_query_params", f"{n} comes more than once")
            else:
                number = kinds.get(n) == "number" and re.fullmatch("[0-9]{1,12}", values[0])
                given[n] = int(values[0]) if number else values[0] or None
        given |= body
        for n, kind in kinds.items():
            if kind.endswith("!") and n not in given:
                raise bad(n, "is required")
        p = {n: None if given[n] is None and kind.endswith("?") else conform(n, kind.strip("!?"), given[n])
             for n, kind in kinds.items() if n in given}
        answer = function(p)
        if isinstance(answer, tuple):
            return page(url.path, p, given, answer, self.headers.get("Host", "127.0.0.1:%d" % self.server.server_port))
        return answer


def furnish():
    """The two buildings that everybody gets, with their groups, doors and first people."""
    for building in ("Tower East", "Tower West"):
        s, account = serial("sys"), serial("acc")
        base = {"acs_system_id": s, "connected_account_id": account, "created_at": printed(START), "errors": [], "warnings": []}
        systems[s] = base | {"workspace_id": WORKSPACE, "name": building, "connected_account_ids": [account], "image_url": "",
                             "image_alt_text": "", "is_credential_manager": False, "location": {"time_zone": "Asia/Tokyo"}}
        for name in ("Owners", "Cleaners"):
            g, kind = serial("grp"), ("pti_access_level", "Access level")
            groups[g] = base | {"acs_access_group_id": g, "name": name, "display_name": name, "workspace_id": WORKSPACE, "is_managed": True,
                                "external_type": kind[0], "external_type_display_name": kind[1], "access_group_type": kind[0],
                                "access_group_type_display_name": kind[1], "pending_mutations": []}
        for name in ("Lobby", "Lift"):
            d = serial("ent")
            built[d] = START + timedelta(seconds=len(built))
            doors[d] = base | {"acs_entrance_id": d, "display_name": name, "space_ids": []}
        new_user(s, {"full_name": "Concierge " + building, "phone_number": "+81 3 1234 5678"})
    new_identity({"full_name": "Aiko Mori", "phone_number": "+81 90 1234 5678", "user_identity_key": "aiko"})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--breach", action="append", default=[], choices=BREACHES)
    parser.add_argument("--seed", type=int)
    given = parser.parse_args()
    breaches.update(given.breach)
    dice.seed(given.seed)
    WORKSPACE, START = serial("ws"), now()
    furnish()
    ThreadingHTTPServer.request_queue_size = 128
    server = ThreadingHTTPServer(("127.0.0.1", 0), Desk)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": KEY, "other_api_key": None}), flush=True)
    sys.stdin.read()
