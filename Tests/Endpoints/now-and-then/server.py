"""Cirrus Doors, a busy cloud: of a hundred requests two are turned away for a second (429) and one fails (500).

Both happen after the key was seen and before anything is done, so that nothing is half done. Otherwise all is as it should be.
"""
import argparse, base64, hashlib, json, random, re, sys, threading, time, uuid
from collections import namedtuple
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

Operation = namedtuple("Operation", "method parameters run rows")
Param = namedtuple("Param", "test required null", defaults=(False, False))
BREACHES = ("race", "delete-twice-ok")
TIMES = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", re.A)
breaches, lock = [], threading.Lock()


class ApiError(Exception):
    def __init__(self, status, kind, message, parameter=None, headers=()):
        self.status, self.headers, self.error = status, headers, {"type": kind, "message": message}
        if parameter:
            self.error["validation_errors"] = {"_errors": [], parameter: {"_errors": [message]}}


class Weather:
    """Says now and then that a request meets trouble."""

    def __init__(self, seed):
        self.random, self.lock = random.Random(seed), threading.Lock()

    def strike(self):
        with self.lock:
            chance = self.random.random()
        if chance < 0.02:
            raise ApiError(429, "too_many_requests", "Try again in a second", headers=(("Retry-After", "1"),))
        if chance < 0.03:
            raise ApiError(500, "internal_server_error", "Something went wrong, and nothing was changed")


def now():
    return datetime.now(timezone.utc)


def instant(v):
    if not isinstance(v, str) or not TIMES.fullmatch(v):
        return None
    try:
        return datetime.fromisoformat(v).astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None


def like(pattern):
    compiled = re.compile(pattern, re.S | re.A)
    return lambda v: isinstance(v, str) and compiled.fullmatch(v) is not None


text, anything, key = like(".+"), like(".*"), like(r".*\S.*")
is_uuid, phone = like("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"), like(r"\+[1-9][0-9]{6,14}")
email = like(r"[\w'+-]+(\.[\w'+-]+)*@([a-zA-Z0-9-]+\.)+[a-zA-Z]{2,}")


def uuids(v):
    return isinstance(v, list) and all(map(is_uuid, v))


def whole(v):
    return type(v) in (int, float) and v > 0 and v % 1 == 0


def schedule(v, update=False):
    if not isinstance(v, dict) or update and not ("starts_at" in v and "ends_at" in v):
        return False
    start = instant(v["starts_at"]) if "starts_at" in v else now()
    if not update and v.get("ends_at") is None:
        return start is not None
    end = instant(v["ends_at"])
    return start is not None and end is not None and end > start and end > now()


def optional(**tests): return {name: Param(test) for name, test in tests.items()}
def required(**tests): return {name: Param(test, required=True) for name, test in tests.items()}
def nullable(**tests): return {name: Param(test, null=True) for name, test in tests.items()}


class Workspace:
    def __init__(self, name):
        self.id, self.name, self.serial = str(uuid.uuid4()), name, 0
        self.identity, self.user, self.system, self.group, self.entrance = {}, {}, {}, {}, {}
        for building in ("Harbor", "Hill"):
            s, account = str(uuid.uuid4()), str(uuid.uuid4())
            common = {"acs_system_id": s, "connected_account_id": account, "errors": [], "warnings": []}
            self.add("system", s, {**common, "workspace_id": self.id, "name": building, "connected_account_ids": [account], "image_url": "",
                                   "image_alt_text": "", "is_credential_manager": False, "location": {"time_zone": "America/Lima"}})
            for label in ("Day shift", "Night shift"):
                kind, named = {"external_type": "salto_space_group", "access_group_type": "salto_space_group"}, str(uuid.uuid4())
                self.add("group", named, {**common, **kind, "acs_access_group_id": named, "name": label, "display_name": label,
                                          "workspace_id": self.id, "is_managed": True, "external_type_display_name": "Salto group",
                                          "access_group_type_display_name": "Salto group", "pending_mutations": []})
            for label in ("Front", "Back"):
                e = str(uuid.uuid4())
                self.add("entrance", e, {**common, "acs_entrance_id": e, "display_name": f"{building} {label}", "space_ids": []})
            self.new_user(s, {"full_name": f"{building} guard"})
        self.new_identity({"full_name": "Luz Vega", "email_address": "luz@cirrus.example", "user_identity_key": "luz"})

    def add(self, table, id, row):
        self.serial += 1
        row |= {"_number": self.serial, "created_at": now().strftime("%Y-%m-%dT%H:%M:%S.%fZ")}
        getattr(self, table)[id] = row
        return row

    def new_identity(self, p):
        id = str(uuid.uuid4())
        return self.add("identity", id, {"user_identity_id": id, "workspace_id": self.id, **{n: p.get(n) for n in (
            "full_name", "email_address", "phone_number", "user_identity_key")}})

    def new_user(self, system, p):
        id = str(uuid.uuid4())
        return self.add("user", id, {
            "acs_user_id": id, "acs_system_id": system, "workspace_id": self.id, "is_managed": True, "is_suspended": False,
            "connected_account_id": self.system[system]["connected_account_id"], "last_successful_sync_at": None, "_owner": None,
            "_groups": [], **{n: p[n] for n in ("full_name", "email_address", "phone_number") if p.get(n) is not None}})

    def find(self, table, id, kind):
        try:
            return getattr(self, table)[id]
        except KeyError:
            raise ApiError(404, kind + "_not_found", f"No {kind} has this id") from None

    def find_identity(self, p): return self.find("identity", p["user_identity_id"], "user_identity")

    def find_user(self, p):
        if "acs_user_id" not in p and not ("user_identity_id" in p and "acs_system_id" in p):
            raise ApiError(400, "invalid_input", "acs_user_id, or user_identity_id with acs_system_id, is required", "acs_user_id")
        ids = [p["acs_user_id"]] if "acs_user_id" in p else [
            u["acs_user_id"] for u in self.owned(p["user_identity_id"]) if u["acs_system_id"] == p["acs_system_id"]]
        return self.find("user", ids[0] if ids else None, "acs_user")

    def owned(self, identity_id): return [u for u in self.user.values() if u["_owner"] == identity_id]
    def keyed(self, k): return next((i for i in self.identity.values() if i["user_identity_key"] == k), None)

    def show(self, row):
        """A row of any kind as the API shows it."""
        out = {n: v for n, v in row.items() if n[0] != "_"}
        if "acs_user_id" in row:
            out |= {"errors": [], "warnings": [], "display_name": next(
                (row[n] for n in ("full_name", "email_address", "phone_number") if row.get(n)), "Unknown")}
            if row["_owner"]:
                i = self.identity[row["_owner"]]
                out |= {"user_identity_id": row["_owner"], "user_identity_full_name": i["full_name"],
                        "user_identity_email_address": i["email_address"], "user_identity_phone_number": i["phone_number"]}
        elif "user_identity_id" in row:
            out |= {"errors": [], "warnings": [], "merged_user_identity_ids": [], "merged_user_identity_keys": [], "display_name": next(
                (row[n] for n in ("full_name", "email_address", "user_identity_key", "phone_number") if row[n]), "Unknown")}
            out["acs_user_ids"] = [u["acs_user_id"] for u in self.owned(row["user_identity_id"])]
        return out

    def free(self, p, own=None):
        for i in self.identity.values():
            for n in ("email_address", "phone_number", "user_identity_key"):
                if i is not own and p.get(n) is not None and i[n] == p[n]:
                    raise ApiError(409, "user_identity_conflict", f"{n} is taken")
        if "race" in breaches:  # the store of the cloud has its own time, and nobody waits for it
            lock.release()
            time.sleep(0.03)
            lock.acquire()

    def single(self, identity_id, system):
        if any(u["acs_system_id"] == system for u in self.owned(identity_id)):
            raise ApiError(409, "acs_user_conflict", "The identity has a user in this system")

    def create_identity(self, p):
        for s in p.get("acs_system_ids", []):
            self.find("system", s, "acs_system")
        self.free(p)
        i = self.new_identity(p)
        for s in dict.fromkeys(p.get("acs_system_ids", [])):
            same = [u for n in ("email_address", "phone_number") for u in self.user.values()
                    if not u["_owner"] and u["acs_system_id"] == s and i[n] is not None and u.get(n) == i[n]]
            (same[0] if same else self.new_user(s, p))["_owner"] = i["user_identity_id"]
        return {"user_identity": self.show(i)}

    def get_identity(self, p):
        if not p:
            raise ApiError(400, "invalid_input", "user_identity_id or user_identity_key is required", "user_identity_id")
        if "user_identity_id" not in p:
            p = {"user_identity_id": (self.keyed(p["user_identity_key"]) or {}).get("user_identity_id")}
        return {"user_identity": self.show(self.find_identity(p))}

    def list_identities(self, p):
        return [i for n, i in self.identity.items() if "user_identity_ids" not in p or n in p["user_identity_ids"]]

    def update_identity(self, p):
        i = self.find_identity(p)
        self.free(p, own=i)
        i |= p

    def delete_identity(self, p):
        if "delete-twice-ok" in breaches and p["user_identity_id"] not in self.identity:
            return
        i = self.find_identity(p)["user_identity_id"]
        for u in self.owned(i):
            del self.user[u["acs_user_id"]]
        del self.identity[i]

    def add_user(self, p):
        if len(p) != 2:
            raise ApiError(400, "invalid_input", "Either user_identity_id or user_identity_key is required", "user_identity_id")
        u = self.find_user(p)
        i = self.find_identity(p) if "user_identity_id" in p else self.keyed(p["user_identity_key"])
        if u["_owner"] and (i is None or u["_owner"] != i["user_identity_id"]):
            raise ApiError(409, "acs_user_conflict", "The user belongs to another identity")
        if i is None:
            made = {n: u.get(n) for n in ("full_name", "email_address", "phone_number")} | {"user_identity_key": p["user_identity_key"]}
            self.free(made)
            i = self.new_identity(made)
        elif not u["_owner"]:
            self.single(i["user_identity_id"], u["acs_system_id"])
        u["_owner"] = i["user_identity_id"]

    def remove_user(self, p):
        i, u = self.find_identity(p), self.find("user", p["acs_user_id"], "acs_user")
        if u["_owner"] == i["user_identity_id"]:
            u["_owner"] = None

    def identity_users(self, p): return self.owned(self.find_identity(p)["user_identity_id"])
    def identity_systems(self, p): return [self.system[u["acs_system_id"]] for u in self.identity_users(p)]

    def create_user(self, p):
        system = self.find("system", p["acs_system_id"], "acs_system")["acs_system_id"]
        groups = p.get("acs_access_group_ids", [])
        if any(self.find("group", g, "acs_access_group")["acs_system_id"] != system for g in groups):
            raise ApiError(400, "invalid_input", "A group belongs to another system", "acs_access_group_ids")
        if "user_identity_id" in p:
            self.single(self.find_identity(p)["user_identity_id"], system)
        u = self.new_user(system, {})
        self.fill(u, p)
        u |= {"_owner": p.get("user_identity_id"), "_groups": groups}
        return {"acs_user": self.show(u)}

    def fill(self, u, p):
        """Take over what a create or an update says of a user."""
        if "email" in p:
            p = {"email_address": p["email"], **p}
        u |= {n: p[n] for n in ("full_name", "email_address", "phone_number", "hid_acs_system_id") if n in p}
        bounds = p.get("access_schedule", {}) or {}
        if "access_schedule" in p:
            u["access_schedule"] = {"starts_at": bounds.get("starts_at", now().isoformat()), "ends_at": bounds.get("ends_at")}
            if p["access_schedule"] is None:
                del u["access_schedule"]

    def list_users(self, p):
        rows = [u for u in self.user.values() if p.get("acs_system_id", u["acs_system_id"]) == u["acs_system_id"]]
        for name in ("user_identity_id", "user_identity_email_address", "user_identity_phone_number"):
            if name in p:
                rows = [u for u in rows if u["_owner"] and self.show(u)[name] == p[name]]
        return rows

    def delete_user(self, p):
        if "delete-twice-ok" in breaches and "acs_user_id" in p and p["acs_user_id"] not in self.user:
            return
        del self.user[self.find_user(p)["acs_user_id"]]

    def list_groups(self, p):
        rows = [g for g in self.group.values() if p.get("acs_system_id", g["acs_system_id"]) == g["acs_system_id"]]
        for name, own in (("acs_user_id", "acs_user_id"), ("user_identity_id", "_owner")):
            if name in p:
                rows = [g for g in rows if any(g["acs_access_group_id"] in u["_groups"] for u in self.user.values() if u[own] == p[name])]
        return rows

    def list_entrances(self, p):
        return [e for n, e in self.entrance.items() if ("acs_entrance_ids" not in p or n in p["acs_entrance_ids"])
                and all(p.get(f, e[f]) == e[f] for f in ("acs_system_id", "connected_account_id"))]

    def list_systems(self, p):
        return [s for s in self.system.values() if p.get("connected_account_id", s["connected_account_id"]) == s["connected_account_id"]]

    def show_workspace(self, p):
        return {"workspace": {"workspace_id": self.id, "name": self.name, "company_name": "Cirrus Doors", "is_sandbox": True,
                              "is_suspended": False, "is_publishable_key_auth_enabled": False, "connect_partner_name": "Cirrus",
                              "connect_webview_customization": {}, "organization_id": None}}


VALUES = nullable(full_name=text, email_address=email, phone_number=phone, user_identity_key=key)
CONTACT = optional(email_address=email, email=email, phone_number=phone)
WHO = optional(acs_user_id=is_uuid, user_identity_id=is_uuid, acs_system_id=is_uuid)
PAGES = {**optional(limit=whole, created_before=instant, search=text), **nullable(page_cursor=anything)}
ID, USER_ID, SEARCH = required(user_identity_id=is_uuid), required(acs_user_id=is_uuid), optional(search=text)
W = Workspace
OPERATIONS = {
    "/user_identities/create": Operation("POST", {**VALUES, **optional(acs_system_ids=uuids)}, W.create_identity, None),
    "/user_identities/get": Operation("GET", optional(user_identity_id=is_uuid, user_identity_key=text), W.get_identity, None),
    "/user_identities/list": Operation("GET", {**PAGES, **optional(user_identity_ids=uuids)}, W.list_identities, "user_identities"),
    "/user_identities/update": Operation("PATCH", {**VALUES, **ID}, W.update_identity, None),
    "/user_identities/delete": Operation("DELETE", ID, W.delete_identity, None),
    "/user_identities/add_acs_user": Operation(
        "PUT", {**USER_ID, **optional(user_identity_id=is_uuid, user_identity_key=key)}, W.add_user, None),
    "/user_identities/remove_acs_user": Operation("DELETE", {**USER_ID, **ID}, W.remove_user, None),
    "/user_identities/list_acs_users": Operation("GET", ID, W.identity_users, "acs_users"),
    "/user_identities/list_acs_systems": Operation("GET", ID, W.identity_systems, "acs_systems"),
    "/acs/users/create": Operation("POST", {**CONTACT, **required(full_name=text, acs_system_id=is_uuid), **optional(
        user_identity_id=is_uuid, acs_access_group_ids=uuids, access_schedule=schedule)}, W.create_user, None),
    "/acs/users/get": Operation("GET", WHO, lambda w, p: {"acs_user": w.show(w.find_user(p))}, None),
    "/acs/users/list": Operation("GET", {**PAGES, **optional(acs_system_id=is_uuid, user_identity_id=is_uuid), **nullable(
        user_identity_email_address=anything, user_identity_phone_number=anything)}, W.list_users, "acs_users"),
    "/acs/users/update": Operation("PATCH", {**WHO, **CONTACT, **optional(full_name=text, hid_acs_system_id=is_uuid), **nullable(
        access_schedule=lambda v: schedule(v, update=True))}, lambda w, p: w.fill(w.find_user(p), p), None),
    "/acs/users/delete": Operation("DELETE", WHO, W.delete_user, None),
    "/acs/users/suspend": Operation("POST", WHO, lambda w, p: w.find_user(p).update(is_suspended=True), None),
    "/acs/users/unsuspend": Operation("POST", WHO, lambda w, p: w.find_user(p).update(is_suspended=False), None),
    "/acs/systems/list": Operation("GET", {**SEARCH, **optional(connected_account_id=is_uuid)}, W.list_systems, "acs_systems"),
    "/acs/access_groups/list": Operation("GET", {**SEARCH, **WHO}, W.list_groups, "acs_access_groups"),
    "/acs/entrances/list": Operation("GET", {**PAGES, **optional(
        acs_entrance_ids=uuids, acs_system_id=is_uuid, connected_account_id=is_uuid)}, W.list_entrances, "acs_entrances"),
    "/workspaces/get": Operation("GET", {}, W.show_workspace, None)}
SEARCHED = {
    "user_identities": ("full_name", "phone_number", "email_address", "user_identity_id"), "acs_systems": ("name", "acs_system_id"),
    "acs_users": ("full_name", "phone_number", "email_address", "acs_user_id", "user_identity_id", "user_identity_full_name",
                  "user_identity_phone_number"),
    "acs_access_groups": ("name", "acs_access_group_id"), "acs_entrances": ("display_name",)}


def arguments(operation, query, body):
    """The parameters that the operation knows, tested."""
    given = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        name = name.removesuffix("[]")
        test = operation.parameters[name].test if name in operation.parameters else None
        if test is uuids:
            given[name] = given.get(name, []) + ([value] if value else [])
        elif name in given:
            raise ApiError(400, "invalid_query_params", f"{name} comes twice")
        else:
            given[name] = int(value) if test is whole and re.fullmatch("[0-9]{1,15}", value) else value or None
    given |= body
    p = {}
    for name, param in operation.parameters.items():
        if name not in given:
            if param.required:
                raise ApiError(400, "invalid_input", f"{name} is required", name)
            continue
        value = given[name]
        if not (value is None and param.null) and not param.test(value):
            raise ApiError(400, "invalid_input", f"The value of {name} is not allowed", name)
        if param.test is is_uuid:
            value = value.lower()
        elif param.test is uuids:
            value = [v.lower() for v in value]
        p[name] = value
    return p


def listing(workspace, operation, p, rows, url):
    """The rows of a list; one page of them, where the list has pages."""
    part, before, pages = p.get("search", "").lower(), instant(p.get("created_before")), None
    shown = [(r["_number"], workspace.show(r)) for r in rows if before is None or instant(r["created_at"]) < before]
    shown = [(n, o) for n, o in shown if any(part in (o.get(f) or "").lower() for f in SEARCHED[operation.rows])]
    if "page_cursor" in operation.parameters:
        asked = {n: v for n, v in p.items() if n != "page_cursor"}
        digest = hashlib.sha256(json.dumps([workspace.id, operation.rows, asked], sort_keys=True).encode()).hexdigest()[:24]
        if p.get("page_cursor") is not None:
            try:
                after, given = base64.urlsafe_b64decode(p["page_cursor"].encode()).decode().split(".")
                shown = [(n, o) for n, o in shown if n > int(after)]
            except ValueError:
                raise ApiError(400, "invalid_input", "The value of page_cursor is unknown", "page_cursor") from None
            if given != digest:
                raise ApiError(400, "mismatched_page_parameters", "page_cursor goes with other parameters")
        size, cursor = int(p.get("limit", 900 if operation.rows == "acs_entrances" else 500)), None
        if len(shown) > size:
            shown = shown[:size]
            cursor = base64.urlsafe_b64encode(f"{shown[-1][0]}.{digest}".encode()).decode()
        query = urlencode({n: "" if v is None else v for n, v in {**asked, "page_cursor": cursor}.items()}, doseq=True)
        pages = {"has_next_page": cursor is not None, "next_page_cursor": cursor, "next_page_url": f"{url}?{query}" if cursor else None}
    return {operation.rows: [o for _, o in shown], **({"pagination": pages} if pages else {})}


class Handler(BaseHTTPRequestHandler):
    protocol_version, wbufsize = "HTTP/1.1", 1 << 15

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.do
        raise AttributeError(name)

    def log_message(self, *_): pass

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        self.respond(400, {"error": {"type": "bad_request", "message": message or "Bad request"}, "ok": False})

    def respond(self, status, answer, headers=()):
        raw = json.dumps(answer, separators=(",", ":")).encode()
        self.send_response(status)
        for name, value in (("Content-Type", "application/json"), ("Content-Length", str(len(raw))), ("seam-request-id", str(uuid.uuid4())), *headers):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(raw)

    def do(self):
        length = self.headers.get("Content-Length", "0")
        raw = self.rfile.read(int(length)) if length.isdecimal() else b""
        try:
            self.respond(200, {**self.result(raw), "ok": True})
        except ApiError as error:
            self.respond(error.status, {"error": error.error, "ok": False}, error.headers)

    def result(self, raw):
        url = urlsplit(self.path)
        scheme, _, token = self.headers.get("Authorization", "").partition(" ")
        if scheme != "Bearer" or token not in WORKSPACES:
            raise ApiError(401, "unauthorized", "The API key is missing or wrong")
        WEATHER.strike()
        if url.path not in OPERATIONS:
            raise ApiError(404, "not_found", "No operation is here")
        operation = OPERATIONS[url.path]
        if self.command not in ("POST", operation.method):
            raise ApiError(405, "method_not_allowed", f"{self.command} is not accepted here")
        if raw and self.command in ("POST", "PATCH") and "application/json" not in self.headers.get("Content-Type", ""):
            raise ApiError(400, "invalid_content_type", "The body has to be application/json")
        try:
            body = json.loads(raw or "{}")
        except (ValueError, RecursionError):
            raise ApiError(400, "invalid_json", "The body is not JSON") from None
        if not isinstance(body, dict):
            raise ApiError(400, "invalid_input", "The body has to be an object", "body")
        p, workspace = arguments(operation, url.query, body), WORKSPACES[token]
        with lock:
            answer = operation.run(workspace, p)
            if operation.rows:
                return listing(workspace, operation, p, answer, f"http://{self.headers.get('Host')}{url.path}")
        return answer or {}


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--breach", action="append", default=[], choices=BREACHES)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    breaches, WEATHER = options.breach, Weather(options.seed)
    WORKSPACES = {"seam_test11cirrus_w9TzLq4RmX2v": Workspace("Cirrus"), "seam_test12cirrus_k6NbHp8YcJ3d": Workspace("Stratus")}
    ThreadingHTTPServer.request_queue_size = 256
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    ours, theirs = WORKSPACES
    print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": ours, "other_api_key": theirs}), flush=True)
    sys.stdin.read()
