"""Porta Sesam 2, brought over from a language that was never strict about types.

Everything is right until it is written: then numbers become texts, empty lists become null, and null becomes "".
"""
import argparse, base64, json, re, sys, threading, time, uuid
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, quote, urlsplit

API_KEY, WORKSPACE = "seam_test10sesam_Yt5RkV9wNz3QpL7x", str(uuid.uuid4())
options = {"breach": []}
db = {"identities": {}, "users": {}, "systems": {}, "groups": {}, "entrances": {}}
memberships = []  # pairs of group and user
mutex = threading.Lock()
METHODS = {"get": "GET", "list": "GET", "update": "PATCH", "delete": "DELETE", "add": "PUT", "remove": "DELETE"}

# The parameters of every path: ! is required, ? may be null
who, contact = "acs_user_id=uuid user_identity_id=uuid acs_system_id=uuid", "email=email email_address=email phone_number=phone"
values = "full_name=text? email_address=email? phone_number=phone? user_identity_key=key?"
paging = "limit=limit page_cursor=string? created_before=time search=text"
PARAMETERS = {
    "/user_identities/create": values + " acs_system_ids=uuids", "/user_identities/get": "user_identity_id=uuid user_identity_key=text",
    "/user_identities/list": paging + " user_identity_ids=uuids", "/user_identities/update": "user_identity_id=uuid! " + values,
    "/user_identities/delete": "user_identity_id=uuid!", "/user_identities/list_acs_users": "user_identity_id=uuid!",
    "/user_identities/add_acs_user": "acs_user_id=uuid! user_identity_id=uuid user_identity_key=key",
    "/user_identities/remove_acs_user": "acs_user_id=uuid! user_identity_id=uuid!",
    "/user_identities/list_acs_systems": "user_identity_id=uuid!",
    "/acs/users/create": contact + " full_name=text! acs_system_id=uuid! user_identity_id=uuid acs_access_group_ids=uuids "
                                   "access_schedule=schedule",
    "/acs/users/get": who, "/acs/users/delete": who, "/acs/users/suspend": who, "/acs/users/unsuspend": who,
    "/acs/users/list": paging + " acs_system_id=uuid user_identity_id=uuid user_identity_email_address=string? "
                                "user_identity_phone_number=string?",
    "/acs/users/update": who + " " + contact + " full_name=text hid_acs_system_id=uuid access_schedule=full_schedule?",
    "/acs/users/add_to_access_group": "acs_user_id=uuid! acs_access_group_id=uuid!",
    "/acs/users/remove_from_access_group": "acs_user_id=uuid user_identity_id=uuid acs_access_group_id=uuid!",
    "/acs/access_groups/list_users": "acs_access_group_id=uuid!", "/acs/access_groups/list": who + " search=text",
    "/acs/systems/list": "connected_account_id=uuid search=text", "/workspaces/get": "",
    "/acs/entrances/list": paging + " acs_system_id=uuid connected_account_id=uuid acs_entrance_ids=uuids"}


class Stop(Exception):
    """Ends a request with a refusal."""
    def __init__(self, status, type, message, field=None):
        self.status, self.body = status, {"error": {"type": type, "message": message}, "ok": False}
        if field:
            self.body["error"]["validation_errors"] = {"_errors": [""], field: {"_errors": [message]}}


def loosen(value):
    """A value as it goes out."""
    if isinstance(value, dict):
        return {name: loosen(item) for name, item in value.items()}
    if isinstance(value, list):
        return [loosen(item) for item in value] or None
    if value is None:
        return ""
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else value


def to_time(value):
    form = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)"
    try:
        return datetime.fromisoformat(value).astimezone(timezone.utc) if re.fullmatch(form, value, re.A) else None
    except (TypeError, ValueError, OverflowError):
        return None


def valid(kind, v):
    utc = datetime.now(timezone.utc)
    match kind:
        case "limit": return type(v) in (int, float) and v > 0 and v % 1 == 0
        case "uuids": return isinstance(v, list) and all(valid("uuid", item) for item in v)
        case "time": return to_time(v) is not None
        case "schedule" | "full_schedule":
            if not isinstance(v, dict) or kind == "full_schedule" and not ("starts_at" in v and "ends_at" in v):
                return False
            start = to_time(v["starts_at"]) if "starts_at" in v else utc
            if kind == "schedule" and v.get("ends_at") is None:
                return start is not None
            return bool(start and to_time(v["ends_at"]) and to_time(v["ends_at"]) > max(start, utc))
    pattern = {"string": ".*", "text": ".+", "key": r".*\S.*", "phone": r"\+[1-9][0-9]{6,14}",
               "uuid": "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
               "email": r"[\w'+-]+(\.[\w'+-]+)*@([\w-]+\.)+[a-zA-Z]{2,}"}[kind]
    return isinstance(v, str) and bool(re.fullmatch(pattern, v, re.S | re.A))


def row(table, id, type):
    if id not in db[table]:
        raise Stop(404, type + "_not_found", f"No {type} with that id")
    return db[table][id]


def insert(table, id_name, **columns):
    columns[id_name] = str(uuid.uuid4())
    columns["created_at"] = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
    db[table][columns[id_name]] = columns
    return columns


def insert_user(system, p, owner=None):
    return insert("users", "acs_user_id", system=system, owner=owner, suspended=False, access_schedule=None, hid_acs_system_id=None,
                  full_name=p.get("full_name"), email_address=p.get("email_address"), phone_number=p.get("phone_number"))


def insert_identity(p):
    return insert("identities", "user_identity_id", full_name=p.get("full_name"), email_address=p.get("email_address"),
                  phone_number=p.get("phone_number"), user_identity_key=p.get("user_identity_key"))


def users_of(identity_id):
    return [u for u in db["users"].values() if u["owner"] == identity_id]


def present_identity(i):
    name = i["full_name"] or i["email_address"] or i["user_identity_key"] or i["phone_number"] or "n/a"
    return i | {"workspace_id": WORKSPACE, "display_name": name, "acs_user_ids": [u["acs_user_id"] for u in users_of(i["user_identity_id"])],
                "merged_user_identity_ids": [], "merged_user_identity_keys": [], "errors": [], "warnings": []}


def present_user(u):
    out = {name: value for name, value in u.items() if name not in ("system", "owner", "suspended") and value is not None}
    if u["owner"]:
        i = db["identities"][u["owner"]]
        out |= {"user_identity_id": u["owner"], "user_identity_full_name": i["full_name"],
                "user_identity_email_address": i["email_address"], "user_identity_phone_number": i["phone_number"]}
    return out | {"acs_system_id": u["system"], "connected_account_id": db["systems"][u["system"]]["connected_account_id"],
                  "workspace_id": WORKSPACE, "display_name": u["full_name"] or u["email_address"] or u["phone_number"] or "n/a",
                  "is_suspended": u["suspended"], "is_managed": True, "last_successful_sync_at": None, "errors": [], "warnings": []}


def present_system(s):
    return s | {"acs_user_count": sum(u["system"] == s["acs_system_id"] for u in db["users"].values()),
                "acs_access_group_count": sum(g["acs_system_id"] == s["acs_system_id"] for g in db["groups"].values())}


def must_be_free(p, own=None):
    for i in db["identities"].values():
        for name in ("email_address", "phone_number", "user_identity_key"):
            if i is not own and p.get(name) is not None and i[name] == p[name]:
                raise Stop(409, "duplicate_user_identity", f"{name} is used already")


def must_be_alone(identity_id, system):
    if system in [u["system"] for u in users_of(identity_id)]:
        raise Stop(409, "duplicate_acs_user", "The identity has a user in this system already")


def by_key(key):
    return next((i for i in db["identities"].values() if i["user_identity_key"] == key), None)


def pick_user(p):
    if "acs_user_id" in p:
        return row("users", p["acs_user_id"], "acs_user")
    if "user_identity_id" not in p or "acs_system_id" not in p:
        raise Stop(400, "invalid_input", "acs_user_id is required", "acs_user_id")
    ids = [u["acs_user_id"] for u in users_of(p["user_identity_id"]) if u["system"] == p["acs_system_id"]]
    return row("users", ids[0] if ids else None, "acs_user")


def forget_user(u):
    del db["users"][u["acs_user_id"]]
    u["owner"] = None
    if "delete-keeps-member" not in options["breach"]:
        memberships[:] = [(g, member) for g, member in memberships if member is not u]


def write_user(u, p):
    if "email" in p:
        p = {"email_address": p["email"]} | p
    for name in ("full_name", "email_address", "phone_number", "hid_acs_system_id", "access_schedule"):
        if name in p:
            u[name] = p[name]
    if p.get("access_schedule") is not None:
        start = datetime.now(timezone.utc).isoformat()
        u["access_schedule"] = {"starts_at": p["access_schedule"].get("starts_at", start), "ends_at": p["access_schedule"].get("ends_at")}


def filtered(rows, p, names, searched):
    found = [r for r in rows if all(name not in p or name in r and r[name] == p[name] for name in names)]
    return [r for r in found if any(p.get("search", "").lower() in (r.get(name) or "").lower() for name in searched)]


def page(path, name, rows, p, url):
    """One page of rows, with a cursor that names its last row and what was asked for."""
    asked, last = json.dumps([path, {n: v for n, v in p.items() if n != "page_cursor"}], sort_keys=True), ""
    if p.get("page_cursor") is not None:
        try:
            given, last = base64.b64decode(p["page_cursor"].encode(), validate=True).decode().rsplit("@", 1)
        except ValueError:
            raise Stop(400, "invalid_input", "page_cursor is not known", "page_cursor") from None
        if given != asked:
            raise Stop(400, "mismatched_page_parameters", "page_cursor is for another list")
    before, size, cursor = to_time(p.get("created_before")), int(p.get("limit", 900 if name == "acs_entrances" else 500)), None
    rows = [r for r in rows if r["created_at"] > last and (not before or to_time(r["created_at"]) < before)]
    if len(rows) > size:
        cursor = base64.b64encode(f"{asked}@{rows[size - 1]['created_at']}".encode()).decode()
    pairs = [(n, v) for n, vs in (p | {"page_cursor": cursor}).items() for v in (vs if isinstance(vs, list) else [vs])]
    query = "&".join(f"{n}={quote('' if v is None else str(v), safe='')}" for n, v in pairs)
    return {name: rows[:size], "pagination": {"has_next_page": cursor is not None, "next_page_cursor": cursor,
                                              "next_page_url": f"{url}?{query}" if cursor else None}}


def run(path, p, url):
    """What an operation does and answers."""
    match path:
        case "/user_identities/create":
            systems = [row("systems", s, "acs_system")["acs_system_id"] for s in dict.fromkeys(p.get("acs_system_ids", []))]
            must_be_free(p)
            i = insert_identity(p)
            for s in systems:
                here = [u for u in db["users"].values() if u["system"] == s and not u["owner"]]
                same = [u for u in here if i["email_address"] and u["email_address"] == i["email_address"]]
                same += [u for u in here if i["phone_number"] and u["phone_number"] == i["phone_number"]]
                (same[0] if same else insert_user(s, p))["owner"] = i["user_identity_id"]
            return {"user_identity": present_identity(i)}
        case "/user_identities/get":
            if not p:
                raise Stop(400, "invalid_input", "user_identity_id or user_identity_key is required", "user_identity_id")
            if "user_identity_id" in p:
                return {"user_identity": present_identity(row("identities", p["user_identity_id"], "user_identity"))}
            i = by_key(p["user_identity_key"]) or row("identities", None, "user_identity")
            return {"user_identity": present_identity(i)}
        case "/user_identities/list":
            ids = p.get("user_identity_ids")
            if ids is None or ids == [] and "empty-ids-all" in options["breach"]:
                ids = db["identities"]
            rows = [present_identity(i) for i in db["identities"].values() if i["user_identity_id"] in ids]
            rows = filtered(rows, p, (), ("full_name", "email_address", "phone_number", "user_identity_id"))
            return page(path, "user_identities", rows, p, url)
        case "/user_identities/update":
            i = row("identities", p["user_identity_id"], "user_identity")
            must_be_free(p, own=i)
            i.update(p)
        case "/user_identities/delete":
            for u in users_of(row("identities", p["user_identity_id"], "user_identity")["user_identity_id"]):
                forget_user(u)
            del db["identities"][p["user_identity_id"]]
        case "/user_identities/add_acs_user":
            if len(p) != 2:
                raise Stop(400, "invalid_input", "Send user_identity_id or user_identity_key", "user_identity_id")
            u = row("users", p["acs_user_id"], "acs_user")
            i = by_key(p["user_identity_key"]) if "user_identity_key" in p else row("identities", p["user_identity_id"], "user_identity")
            if u["owner"] and (i is None or i["user_identity_id"] != u["owner"]):
                raise Stop(409, "acs_user_in_use", "The user belongs to another identity")
            if i is None:
                made = {n: u[n] for n in ("full_name", "email_address", "phone_number")} | {"user_identity_key": p["user_identity_key"]}
                must_be_free(made)
                i = insert_identity(made)
            elif not u["owner"]:
                must_be_alone(i["user_identity_id"], u["system"])
            u["owner"] = i["user_identity_id"]
        case "/user_identities/remove_acs_user":
            u, i = row("users", p["acs_user_id"], "acs_user"), row("identities", p["user_identity_id"], "user_identity")
            if u["owner"] != i["user_identity_id"]:
                raise Stop(400, "acs_user_not_linked", "The user does not belong to the identity")
            u["owner"] = None
        case "/user_identities/list_acs_users":
            return {"acs_users": [present_user(u) for u in users_of(row("identities", p["user_identity_id"], "user_identity")["user_identity_id"])]}
        case "/user_identities/list_acs_systems":
            mine = users_of(row("identities", p["user_identity_id"], "user_identity")["user_identity_id"])
            return {"acs_systems": [present_system(db["systems"][u["system"]]) for u in mine]}
        case "/acs/users/create":
            s = row("systems", p["acs_system_id"], "acs_system")["acs_system_id"]
            groups = [row("groups", g, "acs_access_group") for g in p.get("acs_access_group_ids", [])]
            if any(g["acs_system_id"] != s for g in groups):
                raise Stop(400, "invalid_input", "A group of another system", "acs_access_group_ids")
            if "user_identity_id" in p:
                must_be_alone(row("identities", p["user_identity_id"], "user_identity")["user_identity_id"], s)
            u = insert_user(s, {}, p.get("user_identity_id"))
            write_user(u, p)
            memberships.extend((g["acs_access_group_id"], u) for g in groups)
            return {"acs_user": present_user(u)}
        case "/acs/users/get":
            return {"acs_user": present_user(pick_user(p))}
        case "/acs/users/list":
            rows = filtered([present_user(u) for u in db["users"].values()], p, (
                "acs_system_id", "user_identity_id", "user_identity_email_address", "user_identity_phone_number"), (
                "full_name", "email_address", "phone_number", "acs_user_id", "user_identity_id", "user_identity_full_name",
                "user_identity_phone_number"))
            return page(path, "acs_users", rows, p, url)
        case "/acs/users/update":
            write_user(pick_user(p), p)
        case "/acs/users/delete":
            forget_user(pick_user(p))
        case "/acs/users/suspend" | "/acs/users/unsuspend":
            pick_user(p)["suspended"] = path == "/acs/users/suspend"
        case "/acs/users/add_to_access_group" | "/acs/users/remove_from_access_group":
            g = row("groups", p["acs_access_group_id"], "acs_access_group")
            pair = (g["acs_access_group_id"], pick_user({"acs_system_id": g["acs_system_id"], **p}))
            if pair[1]["system"] != g["acs_system_id"]:
                raise Stop(400, "invalid_input", "The group is of another system", "acs_access_group_id")
            others = [m for m in memberships if m[0] != pair[0] or m[1] is not pair[1]]
            memberships[:] = others + [pair] if path.endswith("add_to_access_group") else others
        case "/acs/access_groups/list_users":
            g = row("groups", p["acs_access_group_id"], "acs_access_group")["acs_access_group_id"]
            return {"acs_users": [present_user(u) for group, u in memberships if group == g]}
        case "/acs/access_groups/list":
            rows = filtered(db["groups"].values(), p, ("acs_system_id",), ("name", "acs_access_group_id"))
            for name, own in (("acs_user_id", "acs_user_id"), ("user_identity_id", "owner")):
                if name in p:
                    rows = [g for g in rows if any(id == g["acs_access_group_id"] and u[own] == p[name] for id, u in memberships)]
            return {"acs_access_groups": rows}
        case "/acs/systems/list":
            return {"acs_systems": [present_system(s) for s in filtered(
                db["systems"].values(), p, ("connected_account_id",), ("name", "acs_system_id"))]}
        case "/acs/entrances/list":
            rows = [e for e in db["entrances"].values() if e["acs_entrance_id"] in p.get("acs_entrance_ids", db["entrances"])]
            return page(path, "acs_entrances", filtered(rows, p, ("acs_system_id", "connected_account_id"), ("display_name",)), p, url)
        case "/workspaces/get":
            return {"workspace": {"workspace_id": WORKSPACE, "name": "Sesam", "company_name": "Porta Sesam", "is_sandbox": True,
                                  "is_suspended": False, "is_publishable_key_auth_enabled": False, "connect_partner_name": None,
                                  "connect_webview_customization": {}, "organization_id": None}}
    return {}


class Controller(BaseHTTPRequestHandler):
    protocol_version, wbufsize = "HTTP/1.1", 99999

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.controller
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        self.write(400, {"error": {"type": "bad_request", "message": message or "Bad request"}, "ok": False})

    def write(self, status, out):
        text = json.dumps(out).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(text)))
        self.send_header("seam-request-id", str(time.monotonic_ns()) + uuid.uuid4().hex[:6])
        self.end_headers()
        self.wfile.write(text if self.command != "HEAD" else b"")

    def controller(self):
        length = self.headers.get("Content-Length", "")
        raw = self.rfile.read(int(length) if length.isdecimal() else 0)
        try:
            status, out = 200, {**loosen(self.dispatch(raw)), "ok": True}
        except Stop as stop:
            status, out = stop.status, stop.body
        self.write(status, out)

    def dispatch(self, raw):
        url = urlsplit(self.path)
        if self.headers.get("Authorization") != f"Bearer {API_KEY}":
            raise Stop(401, "unauthorized", "The API key was not accepted")
        if url.path not in PARAMETERS:
            raise Stop(404, "not_found", "Nothing is at this path")
        verb = url.path.rsplit("/", 1)[1].split("_")[0]
        if self.command not in ("POST", METHODS.get(verb, "POST")):
            raise Stop(405, "method_not_allowed", f"{self.command} does not work here")
        if raw and self.command in ("POST", "PATCH") and "application/json" not in self.headers.get("Content-Type", ""):
            raise Stop(400, "invalid_content_type", "Only application/json is understood")
        try:
            body = json.loads(raw) if raw else {}
        except (ValueError, RecursionError):
            raise Stop(400, "invalid_json", "The body is broken") from None
        if not isinstance(body, dict):
            raise Stop(400, "invalid_input", "The body must be an object", "body")
        kinds = dict(pair.split("=") for pair in PARAMETERS[url.path].split())
        given, query = {}, parse_qs(url.query, keep_blank_values=True)
        if self.command == "DELETE" and "delete-query-unread" in options["breach"]:
            query = {}
        for name, found in query.items():
            name = name.removesuffix("[]")
            if kinds.get(name) == "uuids":
                given[name] = [v for v in found if v]
            elif len(found) > 1:
                raise Stop(400, "invalid_query_params", f"{name} appears more than once")
            else:
                given[name] = int(found[0]) if kinds.get(name) == "limit" and re.fullmatch("[0-9]{1,9}", found[0]) else found[0] or None
        given |= body
        p = {}
        for name, kind in kinds.items():
            if name not in given and kind.endswith("!"):
                raise Stop(400, "invalid_input", f"{name} is required", name)
            if name not in given:
                continue
            if not (given[name] is None and kind.endswith("?")) and not valid(kind.strip("!?"), given[name]):
                raise Stop(400, "invalid_input", f"{name} is not valid", name)
            p[name] = given[name]
            if kind.startswith("uuid"):
                p[name] = p[name].lower() if isinstance(p[name], str) else [v.lower() for v in p[name]]
        with mutex:
            return run(url.path, p, f"http://{self.headers.get('Host')}{url.path}")


def seed():
    for name in ("Plaza", "Terminal"):
        account = str(uuid.uuid4())
        s = insert("systems", "acs_system_id", connected_account_id=account, connected_account_ids=[account], name=name, image_url="",
                   image_alt_text="", is_credential_manager=False, location={"time_zone": "Europe/Madrid"}, workspace_id=WORKSPACE,
                   errors=[], warnings=[])["acs_system_id"]
        for label in ("Shops", "Gates"):
            insert("groups", "acs_access_group_id", acs_system_id=s, connected_account_id=account, name=label, display_name=label,
                   external_type="pti_unit", external_type_display_name="Unit", access_group_type="pti_unit", errors=[], warnings=[],
                   access_group_type_display_name="Unit", is_managed=True, workspace_id=WORKSPACE, pending_mutations=[])
            insert("entrances", "acs_entrance_id", acs_system_id=s, connected_account_id=account, display_name=f"{name} {label} door",
                   space_ids=[], errors=[], warnings=[])
        memberships.append((list(db["groups"])[-1], insert_user(s, {"full_name": f"{name} host"})))
    insert_identity({"full_name": "Sol Ortega", "email_address": "sol@sesam.example"})


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--breach", action="append", default=[], choices=["empty-ids-all", "delete-keeps-member", "delete-query-unread"])
    parser.add_argument("--seed")
    options = vars(parser.parse_args())
    seed()
    ThreadingHTTPServer.request_queue_size = 200
    server = ThreadingHTTPServer(("127.0.0.1", 0), Controller)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": API_KEY, "other_api_key": None}), flush=True)
    sys.stdin.read()
