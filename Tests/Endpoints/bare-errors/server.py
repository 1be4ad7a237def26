"""Tinylock: a small framework after the manner of Flask, and the Seam API on top of it.

Each refusal has the right status. Its body is what `abort` has always given here: {"message": "..."} and nothing else.
"""
import argparse, base64, functools, hashlib, json, re, sys, threading, uuid
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlencode, urlsplit


class HTTPException(Exception):
    pass


def abort(code, message):
    raise HTTPException(code, message)


class Tiny:
    """Routes, and one request at a time for each thread."""

    def __init__(self):
        self.rules, self.local, self.lock = {}, threading.local(), threading.Lock()

    def route(self, rule, methods=("POST",), **fields):
        def decorate(view):
            self.rules[rule] = (methods, fields, view)
            return view
        return decorate

    def dispatch(self, method, target, headers, raw):
        url = urlsplit(target)
        self.local.ws, self.local.url = authenticate(headers.get("Authorization", "")), f"http://{headers.get('Host')}{url.path}"
        if url.path not in self.rules:
            abort(404, "The requested URL was not found on the server.")
        methods, fields, view = self.rules[url.path]
        if method not in methods:
            abort(405, "The method is not allowed for the requested URL.")
        if raw and method in ("POST", "PATCH") and "application/json" not in headers.get("Content-Type", "").lower():
            abort(400, "Did not attempt to load JSON data because the request Content-Type was not 'application/json'.")
        try:
            body = json.loads(raw or "{}")
        except (ValueError, RecursionError):
            abort(400, "Failed to decode JSON object.")
        if not isinstance(body, dict):
            abort(400, "The body is not an object.")
        with self.lock:
            return view(**load(fields, url.query, body)) or {}


app = Tiny()
API_KEYS = {"seam_test13tiny_Jd8XvQ3mLp6Z": "tiny", "seam_test14tiny_Wf4RkT7nBs9C": "mini"}
spaces, breaches = {}, set()
NAME = ("full_name", "email_address", "phone_number")
RFC3339 = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})")


def authenticate(header):
    if not header.startswith("Bearer ") or header[7:] not in API_KEYS:
        abort(401, "The server could not verify that you are authorized.")
    return spaces[API_KEYS[header[7:]]]


# Fields

def utc():
    return datetime.now(timezone.utc)


def parse(value):
    try:
        return datetime.fromisoformat(value).astimezone(timezone.utc) if RFC3339.fullmatch(value) else None
    except (TypeError, ValueError, OverflowError):
        return None


def string(pattern, value):
    return isinstance(value, str) and re.fullmatch(pattern, value, re.S | re.A)


def schedule(value, update=False):
    if not isinstance(value, dict) or update and not ("starts_at" in value and "ends_at" in value):
        return False
    start, endless = parse(value.get("starts_at", utc().isoformat())), value.get("ends_at") is None and not update
    end = None if endless else parse(value["ends_at"])
    return bool(start and (endless or end and end > start and end > utc()))


ID = functools.partial(string, r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
TEXT, ANY, KEY = (functools.partial(string, pattern) for pattern in (r".+", r".*", r".*\S.*"))
EMAIL = functools.partial(string, r"[\w'+-]+(\.[\w'+-]+)*@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
PHONE = functools.partial(string, r"\+[1-9][0-9]{6,14}")


def IDS(value): return isinstance(value, list) and all(map(ID, value))
def LIMIT(value): return type(value) in (int, float) and value > 0 and value % 1 == 0
def NEW_SCHEDULE(value): return schedule(value, update=True)


class Maybe:
    """A field that may be null."""
    def __init__(self, kind): self.kind = kind
    def __call__(self, value): return value is None or self.kind(value)


class Needed(Maybe):
    """A field that has to be there."""
    def __call__(self, value): return self.kind(value)


def load(fields, query, body):
    """The fields of a request as keyword arguments of the view."""
    data = {}
    for name, values in parse_qs(query, keep_blank_values=True).items():
        if fields.get(name.removesuffix("[]")) is IDS:
            data[name.removesuffix("[]")] = [v for v in values if v]
        elif len(values) > 1:
            abort(400, f"{name} was given more than once.")
        else:
            number = fields.get(name) is LIMIT and re.fullmatch("[0-9]{1,15}", values[0])
            data[name] = int(values[0]) if number else values[0] or None
    data.update(body)
    for name, kind in fields.items():
        if name not in data and isinstance(kind, Needed):
            abort(400, f"{name} is missing.")
        if name in data and not kind(data[name]):
            abort(400, f"{name} is not valid.")
        if name in data and (getattr(kind, "kind", kind) is ID):
            data[name] = data[name].lower()
        elif name in data and kind is IDS:
            data[name] = [v.lower() for v in dict.fromkeys(data[name])]
    return {name: data[name] for name in fields if name in data}


# Models

class Space:
    def __init__(self, name):
        self.id, self.name, self.count = str(uuid.uuid4()), name, 0
        self.identities, self.users, self.systems, self.groups, self.entrances = {}, {}, {}, {}, {}
        for floor in ("Ground floor", "Upper floor"):
            account, system = str(uuid.uuid4()), str(uuid.uuid4())
            common = {"acs_system_id": system, "connected_account_id": account, "errors": [], "warnings": []}
            self.systems[system] = self.stamped(common | {
                "name": f"{name} {floor}", "workspace_id": self.id, "connected_account_ids": [account], "image_url": "",
                "image_alt_text": "", "is_credential_manager": False, "location": {"time_zone": "Africa/Nairobi"}})
            for label in ("Artists", "Audience"):
                group, door = str(uuid.uuid4()), str(uuid.uuid4())
                self.groups[group] = self.stamped(common | {
                    "acs_access_group_id": group, "workspace_id": self.id, "name": label, "display_name": label, "is_managed": True,
                    "external_type": "akiles_member_group", "external_type_display_name": "Member group", "pending_mutations": [],
                    "access_group_type": "akiles_member_group", "access_group_type_display_name": "Member group"})
                self.entrances[door] = self.stamped(common | {
                    "acs_entrance_id": door, "display_name": f"{floor} {label}", "space_ids": []})
            self.new_user(system, {"full_name": f"Usher of the {floor.lower()}"})
        self.new_identity({"full_name": "Amina Otieno", "email_address": "amina@tinylock.example"})

    def stamped(self, row):
        self.count += 1
        return row | {"created_at": utc().isoformat(timespec="microseconds"), "seq": self.count}

    def new_identity(self, values):
        row = self.stamped({"user_identity_id": str(uuid.uuid4())} | {n: values.get(n) for n in (*NAME, "user_identity_key")})
        return self.identities.setdefault(row["user_identity_id"], row)

    def new_user(self, system, values):
        row = self.stamped({"acs_user_id": str(uuid.uuid4()), "acs_system_id": system, "is_suspended": False} | {
            n: values[n] for n in NAME if values.get(n) is not None})
        return self.users.setdefault(row["acs_user_id"], row | {"owner": None, "groups": []})

    def users_of(self, identity):
        return [u for u in self.users.values() if u["owner"] is identity]

    def dump(self, row):
        """What a row looks like outside."""
        out = {n: v for n, v in row.items() if n not in ("seq", "owner", "groups")}
        if "acs_user_id" in row:
            label = row.get("full_name") or row.get("email_address") or row.get("phone_number") or "?"
            account = self.systems[row["acs_system_id"]]["connected_account_id"]
            out |= {"connected_account_id": account, "is_managed": True, "last_successful_sync_at": row["created_at"]}
            if row["owner"]:
                out["user_identity_id"] = row["owner"]["user_identity_id"]
                out |= {"user_identity_" + n: row["owner"][n] for n in NAME}
        elif "user_identity_id" in row:
            label = row["full_name"] or row["email_address"] or row["user_identity_key"] or row["phone_number"] or "?"
            out |= {"merged_user_identity_ids": [], "merged_user_identity_keys": [],
                    "acs_user_ids": [u["acs_user_id"] for u in self.users_of(row)]}
        else:
            return out
        return out | {"workspace_id": self.id, "display_name": label, "errors": [], "warnings": []}


def space():
    return app.local.ws


def get_or_404(table, id, what):
    return getattr(space(), table).get(id) or abort(404, f"{what} not found.")


def identity_or_404(id): return get_or_404("identities", id, "User identity")


def user_or_404(acs_user_id=None, user_identity_id=None, acs_system_id=None):
    if acs_user_id:
        return get_or_404("users", acs_user_id, "User")
    if not user_identity_id or not acs_system_id:
        abort(400, "acs_user_id, or user_identity_id with acs_system_id, is missing.")
    both = (user_identity_id, acs_system_id)
    return next((u for u in space().users.values() if u["owner"] and (u["owner"]["user_identity_id"], u["acs_system_id"]) == both),
                None) or abort(404, "User not found.")


def check_unique(values, own=None):
    for row in space().identities.values():
        for n in ("email_address", "phone_number", "user_identity_key"):
            if row is not own and values.get(n) is not None and row[n] == values[n]:
                abort(409, f"{n} exists already.")


def check_single(identity, system):
    if "second-user" not in breaches and any(u["acs_system_id"] == system for u in space().users_of(identity)):
        abort(409, "The identity has a user in this system already.")


def assign(row, values):
    if "email" in values:
        values = {"email_address": values["email"]} | values
    row.update({n: values[n] for n in (*NAME, "hid_acs_system_id") if n in values})
    if values.get("access_schedule") is not None:
        given = values["access_schedule"]
        row["access_schedule"] = {"starts_at": given.get("starts_at", utc().isoformat()), "ends_at": given.get("ends_at")}
    elif "access_schedule" in values:
        row.pop("access_schedule", None)


def by_key(key):
    return next((i for i in space().identities.values() if i["user_identity_key"] == key), None)


def listed(name, rows, terms, *searched, default=None):
    """A list under a name; with a default size it comes in pages."""
    part, before = terms.get("search", "").lower(), parse(terms.get("created_before"))
    found = [(r["seq"], space().dump(r)) for r in rows if not before or parse(r["created_at"]) < before]
    found = [(n, o) for n, o in found if any(part in (o.get(s) or "").lower() for s in searched)]
    if default is None:
        return {name: [o for _, o in found]}
    terms, cursor = dict(terms), terms.get("page_cursor")
    terms.pop("page_cursor", None)
    check = hashlib.sha1(json.dumps([space().id, name, terms], sort_keys=True).encode()).hexdigest()[:12]
    if cursor is not None:
        try:
            given, after = base64.b64decode(cursor.encode(), validate=True).decode().split("-")
            found = [(n, o) for n, o in found if n > int(after)]
        except ValueError:
            abort(400, "page_cursor is not valid.")
        if given != check:
            abort(400, "page_cursor does not go with these parameters.")
    size, cursor, link = int(terms.get("limit", default)), None, None
    if len(found) > size:
        cursor = base64.b64encode(f"{check}-{found[size - 1][0]}".encode()).decode()
        link = app.local.url + "?" + urlencode({n: "" if v is None else v for n, v in {**terms, "page_cursor": cursor}.items()}, doseq=True)
    return {name: [o for _, o in found[:size]],
            "pagination": {"has_next_page": bool(cursor), "next_page_cursor": cursor, "next_page_url": link}}


# Views

READ, PATCH, PUT, DELETE = ("GET", "POST"), ("PATCH", "POST"), ("PUT", "POST"), ("DELETE", "POST")
VALUES = dict(full_name=Maybe(TEXT), email_address=Maybe(EMAIL), phone_number=Maybe(PHONE), user_identity_key=Maybe(KEY))
CONTACT, WHO = dict(email=EMAIL, email_address=EMAIL, phone_number=PHONE), dict(acs_user_id=ID, user_identity_id=ID, acs_system_id=ID)
PAGES = dict(limit=LIMIT, page_cursor=Maybe(ANY), created_before=parse, search=TEXT)


@app.route("/user_identities/create", acs_system_ids=IDS, **VALUES)
def create_identity(acs_system_ids=(), **values):
    for s in acs_system_ids:
        get_or_404("systems", s, "System")
    check_unique(values)
    identity = space().new_identity(values)
    for s in acs_system_ids:
        free = [u for u in space().users.values() if u["acs_system_id"] == s and u["owner"] is None]
        same = [u for n in ("email_address", "phone_number") for u in free if identity[n] and u.get(n) == identity[n]]
        (same[0] if same else space().new_user(s, values))["owner"] = identity
    return {"user_identity": space().dump(identity)}


@app.route("/user_identities/get", READ, user_identity_id=ID, user_identity_key=TEXT)
def get_identity(user_identity_id=None, user_identity_key=None):
    if not user_identity_id and not user_identity_key:
        abort(400, "user_identity_id or user_identity_key is missing.")
    if user_identity_id and "other-key-reads" in breaches:
        for ws in spaces.values():
            if user_identity_id in ws.identities:
                return {"user_identity": ws.dump(ws.identities[user_identity_id])}
    found = identity_or_404(user_identity_id) if user_identity_id else by_key(user_identity_key) or identity_or_404(None)
    return {"user_identity": space().dump(found)}


@app.route("/user_identities/list", READ, user_identity_ids=IDS, **PAGES)
def list_identities(**terms):
    rows = [i for n, i in space().identities.items() if n in terms.get("user_identity_ids", [n])]
    return listed("user_identities", rows, terms, *NAME, "user_identity_id", default=500)


@app.route("/user_identities/update", PATCH, user_identity_id=Needed(ID), **VALUES)
def update_identity(user_identity_id, **values):
    identity = identity_or_404(user_identity_id)
    check_unique(values, own=identity)
    identity.update(values)


@app.route("/user_identities/delete", DELETE, user_identity_id=Needed(ID))
def delete_identity(user_identity_id):
    for u in space().users_of(identity_or_404(user_identity_id)):
        del space().users[u["acs_user_id"]]
    del space().identities[user_identity_id]


@app.route("/user_identities/add_acs_user", PUT, acs_user_id=Needed(ID), user_identity_id=ID, user_identity_key=KEY)
def add_acs_user(acs_user_id, user_identity_id=None, user_identity_key=None):
    if (user_identity_id is None) == (user_identity_key is None):
        abort(400, "Either user_identity_id or user_identity_key is needed.")
    user, identity = user_or_404(acs_user_id), identity_or_404(user_identity_id) if user_identity_id else by_key(user_identity_key)
    if user["owner"] and user["owner"] is not identity:
        abort(409, "The user belongs to another identity.")
    if identity is None:
        values = {n: user.get(n) for n in NAME} | {"user_identity_key": user_identity_key}
        check_unique(values)
        identity = space().new_identity(values)
    elif user["owner"] is None:
        check_single(identity, user["acs_system_id"])
    user["owner"] = identity


@app.route("/user_identities/remove_acs_user", DELETE, acs_user_id=Needed(ID), user_identity_id=Needed(ID))
def remove_acs_user(acs_user_id, user_identity_id):
    identity, user = identity_or_404(user_identity_id), user_or_404(acs_user_id)
    if user["owner"] is not identity:
        abort(404, "The user does not belong to the identity.")
    user["owner"] = None


@app.route("/user_identities/list_acs_users", READ, user_identity_id=Needed(ID))
def list_acs_users(user_identity_id):
    return listed("acs_users", space().users_of(identity_or_404(user_identity_id)), {}, "acs_user_id")


@app.route("/user_identities/list_acs_systems", READ, user_identity_id=Needed(ID))
def list_acs_systems(user_identity_id):
    ids = {u["acs_system_id"] for u in space().users_of(identity_or_404(user_identity_id))}
    return listed("acs_systems", [s for s in space().systems.values() if s["acs_system_id"] in ids], {}, "name")


@app.route("/acs/users/create", full_name=Needed(TEXT), acs_system_id=Needed(ID), user_identity_id=ID, acs_access_group_ids=IDS,
           access_schedule=schedule, **CONTACT)
def create_user(acs_system_id, user_identity_id=None, acs_access_group_ids=(), **values):
    get_or_404("systems", acs_system_id, "System")
    if any(get_or_404("groups", g, "Group")["acs_system_id"] != acs_system_id for g in acs_access_group_ids):
        abort(400, "A group belongs to another system.")
    identity = identity_or_404(user_identity_id) if user_identity_id else None
    if identity:
        check_single(identity, acs_system_id)
    user = space().new_user(acs_system_id, {})
    user.update(owner=identity, groups=acs_access_group_ids)
    assign(user, values)
    return {"acs_user": space().dump(user)}


@app.route("/acs/users/get", READ, **WHO)
def get_user(**who):
    return {"acs_user": space().dump(user_or_404(**who))}


@app.route("/acs/users/list", READ, acs_system_id=ID, user_identity_id=ID, user_identity_email_address=Maybe(ANY),
           user_identity_phone_number=Maybe(ANY), **PAGES)
def list_users(**terms):
    rows = [u for u in space().users.values() if terms.get("acs_system_id", u["acs_system_id"]) == u["acs_system_id"]]
    for name, own in (("user_identity_id", "user_identity_id"), ("user_identity_email_address", "email_address"),
                      ("user_identity_phone_number", "phone_number")):
        if name in terms:
            rows = [u for u in rows if u["owner"] and u["owner"][own] == terms[name]]
    return listed("acs_users", rows, terms, *NAME, "acs_user_id", "user_identity_id", "user_identity_full_name",
                  "user_identity_phone_number", default=500)


@app.route("/acs/users/update", PATCH, full_name=TEXT, hid_acs_system_id=ID, access_schedule=Maybe(NEW_SCHEDULE), **WHO, **CONTACT)
def update_user(acs_user_id=None, user_identity_id=None, acs_system_id=None, **values):
    if "unknown-user-500" in breaches and acs_user_id and acs_user_id not in space().users:
        abort(500, "The server encountered an internal error and was unable to complete your request.")
    assign(user_or_404(acs_user_id, user_identity_id, acs_system_id), values)


@app.route("/acs/users/delete", DELETE, **WHO)
def delete_user(**who):
    del space().users[user_or_404(**who)["acs_user_id"]]


@app.route("/acs/users/suspend", **WHO)
def suspend(**who):
    user_or_404(**who)["is_suspended"] = True


@app.route("/acs/users/unsuspend", **WHO)
def unsuspend(**who):
    user_or_404(**who)["is_suspended"] = False


@app.route("/acs/systems/list", READ, connected_account_id=ID, search=TEXT)
def list_systems(connected_account_id=None, **terms):
    rows = [s for s in space().systems.values() if connected_account_id in (None, s["connected_account_id"])]
    return listed("acs_systems", rows, terms, "name", "acs_system_id")


@app.route("/acs/access_groups/list", READ, search=TEXT, **WHO)
def list_groups(acs_system_id=None, acs_user_id=None, user_identity_id=None, **terms):
    rows = [g for g in space().groups.values() if acs_system_id in (None, g["acs_system_id"])]
    if acs_user_id or user_identity_id:
        users = [u for u in space().users.values() if acs_user_id in (None, u["acs_user_id"])
                 and user_identity_id in (None, (u["owner"] or {}).get("user_identity_id"))]
        rows = [g for g in rows if any(g["acs_access_group_id"] in u["groups"] for u in users)]
    return listed("acs_access_groups", rows, terms, "name", "acs_access_group_id")


@app.route("/acs/entrances/list", READ, acs_entrance_ids=IDS, acs_system_id=ID, connected_account_id=ID, **PAGES)
def list_entrances(**terms):
    rows = [e for n, e in space().entrances.items() if n in terms.get("acs_entrance_ids", [n])
            and all(terms.get(f, e[f]) == e[f] for f in ("acs_system_id", "connected_account_id"))]
    return listed("acs_entrances", rows, terms, "display_name", default=900)


@app.route("/workspaces/get", READ)
def get_workspace():
    return {"workspace": {"workspace_id": space().id, "name": space().name, "company_name": "Tinylock", "is_sandbox": True,
                          "is_suspended": False, "is_publishable_key_auth_enabled": False, "connect_partner_name": None,
                          "connect_webview_customization": {}, "organization_id": None}}


class Gateway(BaseHTTPRequestHandler):
    protocol_version, wbufsize = "HTTP/1.1", 1 << 16

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.serve
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        self.send(400, {"message": message or "Bad Request"})

    def send(self, status, body):
        data = json.dumps(body).encode() + b"\n"
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("seam-request-id", str(uuid.uuid4()))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def serve(self):
        length = self.headers.get("Content-Length", "0")
        raw = self.rfile.read(int(length)) if length.isdecimal() else b""
        try:
            status, body = 200, {"ok": True, **app.dispatch(self.command, self.path, self.headers, raw)}
        except HTTPException as error:
            status, body = error.args[0], {"message": error.args[1]}
        self.send(status, body)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--breach", action="append", default=[], choices=["unknown-user-500", "other-key-reads", "second-user"])
    parser.add_argument("--seed")
    breaches.update(parser.parse_args().breach)
    spaces.update(tiny=Space("Tiny"), mini=Space("Mini"))
    ThreadingHTTPServer.request_queue_size = 128
    server = ThreadingHTTPServer(("127.0.0.1", 0), Gateway)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    key, other = API_KEYS
    print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": key, "other_api_key": other}), flush=True)
    sys.stdin.read()
