"""Portunus Cloud: the Seam API on a database.

All is kept in SQLite, in memory. The lists page and search, but no filter ever reached their SELECT:
acs_system_id, user_identity_id, created_before and the like are accepted and change nothing.
"""
import argparse, base64, json, re, sqlite3, sys, threading, uuid, zlib
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlparse

TABLES = """
CREATE TABLE thing (seq INTEGER PRIMARY KEY, id TEXT, ws TEXT, kind TEXT, system TEXT, name TEXT, shown TEXT);
CREATE TABLE identity (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, ws TEXT, full_name TEXT, email_address TEXT,
                       phone_number TEXT, user_identity_key TEXT, created_at TEXT);
CREATE TABLE user (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT, ws TEXT, system TEXT, full_name TEXT, email_address TEXT,
                   phone_number TEXT, hid_acs_system_id TEXT, schedule TEXT, suspended INTEGER DEFAULT 0, identity TEXT,
                   created_at TEXT);
CREATE TABLE member (user TEXT, grp TEXT, UNIQUE (user, grp));
"""
db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
db.row_factory, db_lock = sqlite3.Row, threading.Lock()
db.executescript(TABLES)
KEYS = {"seam_test7Portunus_mZ4rL8wKcQ2x": "5f0c9a52-83d4-4c6e-9d0b-1f6f3f0e7a11",
        "seam_test8Portunus_vN6bT1yHpD9e": "c2a41d0e-6b7f-4f8e-8a35-92d7c4b0e622"}
DATE = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)"

def fail(status, kind, message, **fields):
    errors = {"_errors": [], **{name: {"_errors": [why]} for name, why in fields.items()}} if fields else None
    raise ApiError(status, {"type": kind, "message": message, **({"validation_errors": errors} if errors else {})})

class ApiError(Exception):
    """A refusal: its status and its error."""

def rows(sql, *values):
    return db.execute(sql, values).fetchall()

def clock():
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds")

def date(value):
    if isinstance(value, str) and re.fullmatch(DATE, value, re.A):
        try:
            return datetime.fromisoformat(value).astimezone(timezone.utc)
        except (ValueError, OverflowError):
            pass
    return None

def check(name, kind, value):
    """The value of a parameter as it is kept, or a refusal."""
    if kind in ("schedule", "new_schedule"):
        good = isinstance(value, dict) and (kind == "new_schedule" or {"starts_at", "ends_at"} <= set(value))
        start = date(value.get("starts_at", clock())) if good else None
        open_end = good and kind == "new_schedule" and value.get("ends_at") is None
        end = date(value.get("ends_at")) if good and not open_end else None
        good = start and (open_end or end and end > start and end > datetime.now(timezone.utc))
        value = json.dumps({"starts_at": value.get("starts_at", clock()), "ends_at": value.get("ends_at")}) if good else None
    elif kind == "ids":
        good = isinstance(value, list)
        value = [check(name, "id", item) for item in value] if good else value
    elif kind == "count":
        good = type(value) in (int, float) and value > 0 and value % 1 == 0
        value = min(int(value), 1000000) if good else value
    elif kind == "unread":
        return value
    else:
        forms = {"id": r"(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "text": r"(?s).+", "key": r"(?s).*\S.*", "any": r"(?s).*",
                 "phone": r"\+[1-9][0-9]{6,14}", "date": DATE, "email": r"[\w'+-]+(\.[\w'+-]+)*@([\w-]+\.)+[A-Za-z]{2,}"}
        good = isinstance(value, str) and re.fullmatch(forms[kind], value, re.A) and (kind != "date" or date(value))
        if good and not value.isprintable():
            good = not any("\ud800" <= c <= "\udfff" for c in value)
        value = value.lower() if good and kind == "id" else value
    if not good:
        fail(400, "invalid_input", f"Invalid {kind} for \"{name}\"", **{name: f"Invalid {kind}"})
    return value

# What is shown of a row

def identity_json(r):
    linked = [u["id"] for u in rows("SELECT id FROM user WHERE identity = ? ORDER BY seq", r["id"])]
    name = r["full_name"] or r["email_address"] or r["user_identity_key"] or r["phone_number"] or "(no name)"
    return {"user_identity_id": r["id"], "workspace_id": r["ws"], "created_at": r["created_at"], "display_name": name,
            "full_name": r["full_name"], "email_address": r["email_address"], "phone_number": r["phone_number"],
            "user_identity_key": r["user_identity_key"], "acs_user_ids": linked, "merged_user_identity_ids": [],
            "merged_user_identity_keys": [], "errors": [], "warnings": []}

def user_json(r):
    shown = {"acs_user_id": r["id"], "acs_system_id": r["system"], "workspace_id": r["ws"], "created_at": r["created_at"],
             "connected_account_id": json.loads(one("thing", r["ws"], r["system"])["shown"])["connected_account_id"],
             "display_name": r["full_name"] or r["email_address"] or r["phone_number"] or "(no name)", "is_managed": True,
             "is_suspended": bool(r["suspended"]), "last_successful_sync_at": None, "errors": [], "warnings": []}
    shown |= {k: r[k] for k in ("full_name", "email_address", "phone_number", "hid_acs_system_id") if r[k] is not None}
    if r["schedule"]:
        shown["access_schedule"] = json.loads(r["schedule"])
    if r["identity"]:
        i = one("identity", r["ws"], r["identity"])
        shown |= {"user_identity_id": i["id"], "user_identity_full_name": i["full_name"],
                  "user_identity_email_address": i["email_address"], "user_identity_phone_number": i["phone_number"]}
    return shown

def one(table, ws, id, what=None):
    found = rows(f"SELECT * FROM {table} WHERE ws = ? AND id = ?" + (" AND kind = ?" if what else ""), ws, id, *([what] if what else []))
    what = what or {"identity": "user_identity", "user": "acs_user"}.get(table, table)
    return found[0] if found else fail(404, what + "_not_found", f"{what} not found")

def the_user(ws, p):
    if "acs_user_id" in p:
        return one("user", ws, p["acs_user_id"])
    if not ("user_identity_id" in p and "acs_system_id" in p):
        fail(400, "invalid_input", "acs_user_id is required", acs_user_id="Required")
    found = rows("SELECT * FROM user WHERE ws = ? AND identity = ? AND system = ?", ws, p["user_identity_id"], p["acs_system_id"])
    return found[0] if found else fail(404, "acs_user_not_found", "acs_user not found")

def ensure_free(ws, p, own=""):
    for name in ("email_address", "phone_number", "user_identity_key"):
        if p.get(name) is None or name == "user_identity_key" and "key-twice" in breaches:
            continue
        if rows(f"SELECT 1 FROM identity WHERE ws = ? AND {name} = ? AND id <> ?", ws, p[name], own):
            fail(409, "user_identity_exists", f"{name} is already in use")

def ensure_single(identity, system):
    if rows("SELECT 1 FROM user WHERE identity = ? AND system = ?", identity, system):
        fail(409, "acs_user_exists", "This identity has a user in this system already")

def insert(table, ws, **values):
    values |= {"id": str(uuid.uuid4()), "ws": ws, "created_at": clock()}
    db.execute(f"INSERT INTO {table} ({','.join(values)}) VALUES ({','.join('?' * len(values))})", list(values.values()))
    return values["id"]

def change(table, id, values):
    for name, value in values.items():
        db.execute(f"UPDATE {table} SET {name} = ? WHERE id = ?", (value, id))

PERSON = ("full_name", "email_address", "phone_number")

# Operations

def create_identity(ws, p):
    systems = [one("thing", ws, s, "acs_system")["id"] for s in dict.fromkeys(p.get("acs_system_ids", []))]
    ensure_free(ws, p)
    id = insert("identity", ws, **{k: p.get(k) for k in (*PERSON, "user_identity_key")})
    for system in systems:
        match = rows("SELECT id FROM user WHERE system = ? AND identity IS NULL AND (email_address = ? OR phone_number = ?) "
                     "ORDER BY email_address IS NOT ?, seq", system, p.get("email_address"), p.get("phone_number"), p.get("email_address"))
        change("user", match[0]["id"] if match else insert("user", ws, system=system, **{k: p.get(k) for k in PERSON}), {"identity": id})
    return {"user_identity": identity_json(one("identity", ws, id))}

def get_identity(ws, p):
    if "user_identity_id" in p:
        return {"user_identity": identity_json(one("identity", ws, p["user_identity_id"]))}
    if "user_identity_key" not in p:
        fail(400, "invalid_input", "user_identity_id is required", user_identity_id="Required")
    found = rows("SELECT * FROM identity WHERE ws = ? AND user_identity_key = ?", ws, p["user_identity_key"])
    return {"user_identity": identity_json(found[0])} if found else fail(404, "user_identity_not_found", "user_identity not found")

def update_identity(ws, p):
    id = one("identity", ws, p.pop("user_identity_id"))["id"]
    ensure_free(ws, p, id)
    change("identity", id, p)

def delete_identity(ws, p):
    id = one("identity", ws, p["user_identity_id"])["id"]
    db.execute("DELETE FROM member WHERE user IN (SELECT id FROM user WHERE identity = ?)", (id,))
    db.execute("DELETE FROM user WHERE identity = ?", (id,))
    db.execute("DELETE FROM identity WHERE id = ?", (id,))

def add_user(ws, p):
    if ("user_identity_id" in p) == ("user_identity_key" in p):
        fail(400, "invalid_input", "Give user_identity_id or user_identity_key", user_identity_id="Give this or user_identity_key")
    u = one("user", ws, p["acs_user_id"])
    if "user_identity_id" in p:
        id = one("identity", ws, p["user_identity_id"])["id"]
    else:
        known = rows("SELECT id FROM identity WHERE ws = ? AND user_identity_key = ?", ws, p["user_identity_key"])
        id = known[0]["id"] if known else None
    if id and u["identity"] == id:
        return
    if u["identity"]:
        fail(409, "acs_user_linked", "This user belongs to another identity")
    if id:
        ensure_single(id, u["system"])
    else:
        made = {k: u[k] for k in PERSON} | {"user_identity_key": p["user_identity_key"]}
        ensure_free(ws, made)
        id = insert("identity", ws, **made)
    change("user", u["id"], {"identity": id})

def remove_user(ws, p):
    i, u = one("identity", ws, p["user_identity_id"]), one("user", ws, p["acs_user_id"])
    if u["identity"] != i["id"]:
        fail(400, "acs_user_not_linked", "This user does not belong to this identity")
    change("user", u["id"], {"identity": None})

def identity_users(ws, p):
    return {"acs_users": [user_json(u) for u in rows("SELECT * FROM user WHERE identity = ?", one("identity", ws, p["user_identity_id"])["id"])]}

def identity_systems(ws, p):
    return {"acs_systems": [json.loads(one("thing", ws, u["acs_system_id"])["shown"]) for u in identity_users(ws, p)["acs_users"]]}

def create_user(ws, p):
    system = one("thing", ws, p["acs_system_id"], "acs_system")["id"]
    groups = [one("thing", ws, g, "acs_access_group") for g in p.get("acs_access_group_ids", [])]
    if any(g["system"] != system for g in groups):
        fail(400, "invalid_input", "A group of another system", acs_access_group_ids="A group of another system")
    if "user_identity_id" in p:
        ensure_single(one("identity", ws, p["user_identity_id"])["id"], system)
    id = insert("user", ws, system=system, full_name=p["full_name"], identity=p.get("user_identity_id"))
    set_user(ws, {**p, "acs_user_id": id})
    db.executemany("INSERT OR IGNORE INTO member VALUES (?, ?)", [(id, g["id"]) for g in groups])
    return {"acs_user": user_json(one("user", ws, id))}

def set_user(ws, p):
    id, values = the_user(ws, p)["id"], {k: p[k] for k in (*PERSON, "hid_acs_system_id") if k in p}
    if "email" in p:
        values.setdefault("email_address", p["email"])
    if "access_schedule" in p:
        values["schedule"] = p["access_schedule"]
    change("user", id, values)

def delete_user(ws, p):
    id = the_user(ws, p)["id"]
    db.execute("DELETE FROM member WHERE user = ?", (id,))
    db.execute("DELETE FROM user WHERE id = ?", (id,))

def suspend(ws, p):
    u = the_user(ws, p)
    if "suspend-forgets" not in breaches:
        change("user", u["id"], {"suspended": 1})

def unsuspend(ws, p):
    change("user", the_user(ws, p)["id"], {"suspended": 0})

def join(ws, p):
    u, g = one("user", ws, p["acs_user_id"]), one("thing", ws, p["acs_access_group_id"], "acs_access_group")
    if u["system"] != g["system"]:
        fail(400, "invalid_input", "A group of another system", acs_access_group_id="A group of another system")
    db.execute("INSERT OR IGNORE INTO member VALUES (?, ?)", (u["id"], g["id"]))

def leave(ws, p):
    g = one("thing", ws, p["acs_access_group_id"], "acs_access_group")
    db.execute("DELETE FROM member WHERE user = ? AND grp = ?", (the_user(ws, {"acs_system_id": g["system"], **p})["id"], g["id"]))

def members(ws, p):
    g = one("thing", ws, p["acs_access_group_id"], "acs_access_group")["id"]
    return {"acs_users": [user_json(u) for u in rows("SELECT user.* FROM user JOIN member ON user = id WHERE grp = ?", g)]}

def workspace(ws, p):
    return {"workspace": {"workspace_id": ws, "name": "Portunus " + ws[:4], "company_name": "Portunus", "is_sandbox": True,
                          "is_suspended": False, "is_publishable_key_auth_enabled": False, "connect_partner_name": None,
                          "connect_webview_customization": {}, "organization_id": None}}

def things(kind, ws, p):
    found = rows("SELECT shown FROM thing WHERE ws = ? AND kind = ? AND (instr(lower(name), lower(?)) OR instr(id, lower(?)))",
                 ws, kind, p.get("search", ""), p.get("search", ""))
    return {kind + "s": [json.loads(r["shown"]) for r in found]}

def paged(ws, path, p, host):
    """A page of a list. The cursor names the last row shown and a sum of what was asked."""
    mark = zlib.crc32(json.dumps([ws, path, {k: v for k, v in p.items() if k != "page_cursor"}], sort_keys=True).encode())
    after, size, like = 0, p.get("limit", 900 if "entrances" in path else 500), p.get("search", "")
    if p.get("page_cursor") is not None:
        try:
            after, given = map(int, base64.b64decode(p["page_cursor"].encode(), validate=True).decode().split("/"))
        except ValueError:
            fail(400, "invalid_input", "Invalid page_cursor", page_cursor="Invalid")
        if given != mark:
            fail(400, "mismatched_page_parameters", "page_cursor was made for other parameters")
    key, table, columns = {
        "/user_identities/list": ("user_identities", "identity t", "full_name phone_number email_address id"),
        "/acs/users/list": ("acs_users", "user t LEFT JOIN (SELECT id AS i, full_name AS name, phone_number AS phone FROM identity) "
                            "ON i = t.identity", "full_name phone_number email_address id identity name phone"),
        "/acs/entrances/list": ("acs_entrances", "thing t", "name")}[path]
    match = " OR ".join(f"instr(lower(coalesce({c}, '')), lower(?))" for c in columns.split())
    kind = " AND kind = 'acs_entrance'" if "thing" in table else ""
    found = rows(f"SELECT t.* FROM {table} WHERE ws = ? AND seq > ?{kind} AND ({match}) ORDER BY seq LIMIT ?",
                 ws, after, *[like] * len(columns.split()), size + 2)
    more, found, cursor, link = len(found) > size, found[:size + 2], None, None
    if more:
        last = found[min(size, len(found) - 2) if "walk-skips" in breaches and len(found) > size + 1 else size - 1]["seq"]
        cursor = base64.b64encode(f"{last}/{mark}".encode()).decode()
        asked = {k: "" if v is None else v for k, v in {**p, "page_cursor": cursor}.items()}
        link = f"http://{host}{path}?{urlencode(asked, doseq=True)}"
    show = {"user_identities": identity_json, "acs_users": user_json}.get(key, lambda r: json.loads(r["shown"]))
    return {key: [show(r) for r in found[:size]],
            "pagination": {"has_next_page": more, "next_page_cursor": cursor, "next_page_url": link}}

USER = "acs_user_id=id user_identity_id=id acs_system_id=id"
VALUES = "full_name=text? email_address=email? phone_number=phone? user_identity_key=key?"
LIST = "limit=count page_cursor=any? created_before=date search=text"
ROUTES = {
    "/user_identities/create": ("POST", create_identity, VALUES + " acs_system_ids=ids"),
    "/user_identities/get": ("GET", get_identity, "user_identity_id=id user_identity_key=text"),
    "/user_identities/list": ("GET", paged, LIST + " credential_manager_acs_system_id=id user_identity_ids=unread"),
    "/user_identities/update": ("PATCH", update_identity, "user_identity_id=id! " + VALUES),
    "/user_identities/delete": ("DELETE", delete_identity, "user_identity_id=id!"),
    "/user_identities/add_acs_user": ("PUT", add_user, "acs_user_id=id! user_identity_id=id user_identity_key=key"),
    "/user_identities/remove_acs_user": ("DELETE", remove_user, "acs_user_id=id! user_identity_id=id!"),
    "/user_identities/list_acs_users": ("GET", identity_users, "user_identity_id=id!"),
    "/user_identities/list_acs_systems": ("GET", identity_systems, "user_identity_id=id!"),
    "/acs/users/create": ("POST", create_user, "acs_system_id=id! full_name=text! email_address=email email=email phone_number=phone "
                          "user_identity_id=id acs_access_group_ids=ids access_schedule=new_schedule"),
    "/acs/users/get": ("GET", lambda ws, p: {"acs_user": user_json(the_user(ws, p))}, USER),
    "/acs/users/list": ("GET", paged, LIST + " acs_system_id=id user_identity_id=id user_identity_email_address=any? "
                        "user_identity_phone_number=any?"),
    "/acs/users/update": ("PATCH", set_user, USER + " full_name=text email_address=email email=email phone_number=phone "
                          "hid_acs_system_id=id access_schedule=schedule?"),
    "/acs/users/delete": ("DELETE", delete_user, USER),
    "/acs/users/suspend": ("POST", suspend, USER), "/acs/users/unsuspend": ("POST", unsuspend, USER),
    "/acs/users/add_to_access_group": ("PUT", join, "acs_user_id=id! acs_access_group_id=id!"),
    "/acs/users/remove_from_access_group": ("DELETE", leave, "acs_user_id=id user_identity_id=id acs_access_group_id=id!"),
    "/acs/access_groups/list_users": ("GET", members, "acs_access_group_id=id!"),
    "/acs/access_groups/list": ("GET", lambda ws, p: things("acs_access_group", ws, p), USER + " search=text"),
    "/acs/systems/list": ("GET", lambda ws, p: things("acs_system", ws, p), "connected_account_id=id customer_key=text search=text"),
    "/acs/entrances/list": ("GET", paged, LIST + " acs_system_id=id connected_account_id=id acs_entrance_ids=unread"),
    "/workspaces/get": ("GET", workspace, "")}

class Http(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    wbufsize = -1

    def __getattr__(self, name):
        if not name.startswith("do_"):
            raise AttributeError(name)
        return self.handle_call

    def log_message(self, *args):
        """Nothing is logged."""

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        self.send(code if code < 500 else 400, {"error": {"type": "bad_request", "message": message or "Bad request"}, "ok": False})

    def send(self, status, answer):
        raw = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(raw)))
        if "no-request-id" not in breaches:
            self.send_header("seam-request-id", str(uuid.uuid4()))
        self.end_headers()
        self.wfile.write(raw if self.command != "HEAD" else b"")

    def handle_call(self):
        length = self.headers.get("content-length", "0")
        raw = self.rfile.read(int(length)) if length.isdigit() else b""
        try:
            self.send(200, {"ok": True, **(self.result(raw) or {})})
        except ApiError as error:
            self.send(error.args[0], {"error": error.args[1], "ok": False})

    def result(self, raw):
        url = urlparse(self.path)
        ws = KEYS.get(self.headers.get("authorization", "").removeprefix("Bearer ")) \
            if self.headers.get("authorization", "").startswith("Bearer ") else None
        if not ws:
            fail(401, "unauthorized", "API key missing or unknown")
        method, run, spec = ROUTES[url.path] if url.path in ROUTES else fail(404, "not_found", "No such path")
        if self.command not in (method, "POST"):
            fail(405, "method_not_allowed", "only POST and " + method + " accepted")
        if raw and self.command in ("POST", "PATCH") and "application/json" not in self.headers.get("content-type", ""):
            fail(400, "invalid_content_type", "content-type must be application/json")
        try:
            body = json.loads(raw) if raw else {}
        except (ValueError, RecursionError):
            fail(400, "invalid_json", "The body is not JSON")
        if not isinstance(body, dict):
            fail(400, "invalid_input", "The body is not an object", body="Not an object")
        kinds, given = dict(item.split("=") for item in spec.split()), {}
        for name, value in parse_qsl(url.query, keep_blank_values=True):
            name = name.removesuffix("[]")
            if kinds.get(name, "") in ("ids", "unread"):
                given.setdefault(name, []).append(value)
            elif name in given:
                fail(400, "invalid_query_params", f"{name} is repeated")
            else:
                given[name] = int(value) if kinds.get(name) == "count" and re.fullmatch("[0-9]{1,15}", value) else value or None
        given |= body
        missing = [name for name, kind in kinds.items() if kind.endswith("!") and name not in given]
        if missing:
            fail(400, "invalid_input", f"{missing[0]} is required", **{name: "Required" for name in missing})
        p = {name: None if given[name] is None and kind.endswith("?") else check(name, kind.strip("!?"), given[name])
             for name, kind in kinds.items() if name in given}
        with db_lock:
            return run(ws, url.path, p, self.headers.get("host", "127.0.0.1")) if run is paged else run(ws, p)

def fill(ws):
    """What the workspace begins with: two systems with groups and doors, and some people."""
    for site in ("North Campus", "South Campus"):
        system, account = str(uuid.uuid4()), str(uuid.uuid4())
        base = {"acs_system_id": system, "connected_account_id": account, "created_at": clock(), "errors": [], "warnings": []}
        own = {"workspace_id": ws, "name": site, "connected_account_ids": [account], "image_url": "", "image_alt_text": "",
               "is_credential_manager": False, "location": {"time_zone": "America/Denver"}}
        things = [("acs_system", system, site, base | own)]
        for name in ("Faculty", "Students", "Guests"):
            kind = {"external_type": "brivo_group", "external_type_display_name": "Brivo group", "access_group_type": "brivo_group",
                    "access_group_type_display_name": "Brivo group", "is_managed": True, "pending_mutations": []}
            id = str(uuid.uuid4())
            things.append(("acs_access_group", id, name, base | kind | {
                "acs_access_group_id": id, "name": name, "display_name": name, "workspace_id": ws}))
        for name in ("Library", "Laboratory"):
            id = str(uuid.uuid4())
            things.append(("acs_entrance", id, name, base | {"acs_entrance_id": id, "display_name": name, "space_ids": []}))
        for kind, id, name, shown in things:
            db.execute("INSERT INTO thing (id, ws, kind, system, name, shown) VALUES (?, ?, ?, ?, ?, ?)",
                       (id, ws, kind, system, name, json.dumps(shown)))
        create_user(ws, {"acs_system_id": system, "full_name": "Porter of " + site})
    create_identity(ws, {"full_name": "Vera Lund", "email_address": "vera.lund@portunus.example", "acs_system_ids": [system]})

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--breach", action="append", default=[], choices=["no-request-id", "key-twice", "suspend-forgets", "walk-skips"])
    parser.add_argument("--seed")
    breaches = parser.parse_args().breach
    for ws in KEYS.values():
        fill(ws)
    ThreadingHTTPServer.request_queue_size = 200
    server = ThreadingHTTPServer(("127.0.0.1", 0), Http)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    api_key, other = KEYS
    print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": api_key, "other_api_key": other}), flush=True)
    sys.stdin.read()
