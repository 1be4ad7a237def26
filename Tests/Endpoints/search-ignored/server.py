"""The access API of Hollis Gate, a maker of door controllers.

Every operation is a row of OPERATIONS: its method beside POST, its parameters and what answers it.
Lists know the parameter `search` and check its form, but nothing was ever built that would look for it.
"""
import argparse, base64, hashlib, json, re, sys, threading, uuid
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

BREACHES = ["email-twice", "update-forgets-phone", "delete-leaves-users"]
EMAIL = re.compile(r"[A-Za-z0-9_'+-]+(\.[A-Za-z0-9_'+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}")
PHONE = re.compile(r"\+[1-9][0-9]{6,14}")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.I)
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?(Z|[+-]\d\d:\d\d)", re.A)
UNIQUE = ("email_address", "phone_number", "user_identity_key")
OWN = ("full_name", "email_address", "phone_number")
last_stamp = datetime(2020, 1, 1, tzinfo=timezone.utc)

class Refusal(Exception):
    def __init__(self, status, kind, message, fields=None):
        super().__init__(status, {"type": kind, "message": message, **({"validation_errors": fields} if fields else {})})

def invalid(**fields):
    """A refusal of parameters, each with what is wrong with it."""
    message = ", ".join(f'{why} for "{name}"' for name, why in fields.items())
    return Refusal(400, "invalid_input", message, {"_errors": [], **{n: {"_errors": [w]} for n, w in fields.items()}})

def now():
    return datetime.now(timezone.utc)

def stamp():
    """The time now as a text, never the same twice."""
    global last_stamp
    last_stamp = max(now(), last_stamp + timedelta(microseconds=1))
    return last_stamp.isoformat(timespec="microseconds").replace("+00:00", "Z")

def moment(text):
    """The moment that a text names, or None."""
    try:
        return datetime.fromisoformat(text).astimezone(timezone.utc) if TIME.fullmatch(text) else None
    except (TypeError, ValueError, OverflowError):
        return None

def good_schedule(v, both=False):
    if not isinstance(v, dict) or both and not {"starts_at", "ends_at"} <= v.keys():
        return False
    start = moment(v["starts_at"]) if "starts_at" in v else now()
    if start and (both or v.get("ends_at") is not None):
        end = moment(v["ends_at"])
        return end is not None and end > max(start, now())
    return start is not None

KINDS = {
    "text": lambda v: isinstance(v, str) and v != "",
    "any": lambda v: isinstance(v, str),
    "key": lambda v: isinstance(v, str) and v.strip() != "",
    "email": lambda v: isinstance(v, str) and EMAIL.fullmatch(v),
    "phone": lambda v: isinstance(v, str) and PHONE.fullmatch(v),
    "uuid": lambda v: isinstance(v, str) and UUID.fullmatch(v),
    "uuids": lambda v: isinstance(v, list) and all(isinstance(i, str) and UUID.fullmatch(i) for i in v),
    "time": moment,
    "limit": lambda v: type(v) in (int, float) and v > 0 and v % 1 == 0,
    "schedule": good_schedule,
    "schedule2": lambda v: good_schedule(v, both=True)}

def checked(spec, given):
    """The known parameters of a call; in a spec ! marks a required one and ? one that may be null."""
    found, wrong = {}, {}
    for name, kind in (item.split(":") for item in spec.split()):
        value = given.get(name)
        if name not in given:
            if "!" in kind:
                wrong[name] = "Required"
            continue
        if value is None and "?" in kind:
            pass
        elif not KINDS[kind.strip("!?")](value):
            wrong[name] = "Expected " + kind.strip("!?")
        elif kind.startswith("uuid"):
            value = value.lower() if isinstance(value, str) else list(dict.fromkeys(v.lower() for v in value))
        found[name] = value
    if wrong:
        raise invalid(**wrong)
    return found

def from_query(spec, query):
    """The parameters of a query, in the types that the operation wants."""
    kinds = dict(item.split(":") for item in spec.split())
    pairs, found = parse_qsl(query, keep_blank_values=True), {}
    strict = ("_strict", "true") in pairs
    for name, value in pairs:
        if not strict and name.endswith("[]"):
            name = name[:-2]
        if kinds.get(name) == "uuids":
            found.setdefault(name, []).extend([] if not value else [value] if strict else value.split(","))
        elif name in found:
            raise Refusal(400, "invalid_query_params", f"{name} is given more than once")
        else:
            number = kinds.get(name) == "limit" and re.fullmatch("-?[0-9]{1,18}", value)
            found[name] = int(value) if number else value or None
    return found

class Workspace:
    """All that one customer has. The operations are its methods; each gets its parameters."""

    def __init__(self, name):
        self.id, self.name = str(uuid.uuid4()), name
        self.systems, self.groups, self.entrances, self.identities, self.users = {}, {}, {}, {}, {}
        for site, doors in (("Harbour House", ("Main door", "Garage")), ("Mill Lane", ("Gate",))):
            account, system = str(uuid.uuid4()), str(uuid.uuid4())
            base = {"acs_system_id": system, "connected_account_id": account, "errors": [], "warnings": []}
            self.systems[system] = {**base, "name": name + " " + site, "created_at": stamp(), "image_url": "", "image_alt_text": "",
                                    "connected_account_ids": [account], "is_credential_manager": False,
                                    "location": {"time_zone": "Europe/Lisbon"}, "workspace_id": self.id}
            for door in doors:
                e = str(uuid.uuid4())
                self.entrances[e] = {**base, "acs_entrance_id": e, "display_name": door, "space_ids": [], "created_at": stamp()}
            for group in ("Tenants", "Staff"):
                g = str(uuid.uuid4())
                self.groups[g] = {**base, "acs_access_group_id": g, "name": group, "display_name": group, "is_managed": True,
                                  "external_type": "pti_access_level", "external_type_display_name": "Access level",
                                  "access_group_type": "pti_access_level", "access_group_type_display_name": "Access level",
                                  "created_at": stamp(), "workspace_id": self.id, "pending_mutations": []}
            self.user_create({"acs_system_id": system, "full_name": "Rita " + site.split()[0]})
        self.identity_create({"full_name": "Ana Reis", "email_address": "ana.reis@hollis.example", "acs_system_ids": [system]})

    def find(self, kind, id):
        tables = {"user_identity": self.identities, "acs_user": self.users, "acs_system": self.systems,
                  "acs_access_group": self.groups, "acs_entrance": self.entrances}
        if id not in tables[kind]:
            raise Refusal(404, kind + "_not_found", f"There is no such {kind}")
        return tables[kind][id]

    def find_user(self, p):
        if "acs_user_id" in p:
            return self.find("acs_user", p["acs_user_id"])
        if "user_identity_id" not in p or "acs_system_id" not in p:
            raise invalid(acs_user_id="Required unless user_identity_id and acs_system_id are given")
        for u in self.linked(p["user_identity_id"]):
            if u["acs_system_id"] == p["acs_system_id"]:
                return u
        raise Refusal(404, "acs_user_not_found", "There is no such acs_user")

    def linked(self, identity_id):
        return [u for u in self.users.values() if u["identity"] == identity_id]

    def show_identity(self, i):
        name = i["full_name"] or i["email_address"] or i["user_identity_key"] or i["phone_number"] or "Unnamed"
        return {**i, "display_name": name, "acs_user_ids": [u["acs_user_id"] for u in self.linked(i["user_identity_id"])],
                "merged_user_identity_ids": [], "merged_user_identity_keys": [], "errors": [], "warnings": []}

    def show_user(self, u):
        shown = {k: v for k, v in u.items() if k not in ("identity", "groups") and v is not None}
        if u["identity"]:
            i = self.identities[u["identity"]]
            shown |= {"user_identity_id": u["identity"], **{"user_identity_" + name: i[name] for name in OWN}}
        name = u["full_name"] or u["email_address"] or u["phone_number"] or "Unnamed"
        return {**shown, "display_name": name, "is_managed": True, "errors": [], "warnings": []}

    def free(self, p, own=None):
        """Refuse values that another identity has."""
        for name in UNIQUE:
            taken = any(p.get(name) is not None and i[name] == p[name] for i in self.identities.values() if i is not own)
            if taken and not (name == "email_address" and "email-twice" in breaches):
                raise Refusal(409, "user_identity_conflict", f"Another identity has this {name}")

    def new_identity(self, p):
        i = {"user_identity_id": str(uuid.uuid4()), "workspace_id": self.id, "created_at": stamp(), "full_name": p.get("full_name"),
             **{name: p.get(name) for name in UNIQUE}}
        return self.identities.setdefault(i["user_identity_id"], i)

    def new_user(self, system_id, p, identity_id=None):
        u = {"acs_user_id": str(uuid.uuid4()), "acs_system_id": system_id, "workspace_id": self.id, "is_suspended": False,
             "connected_account_id": self.systems[system_id]["connected_account_id"], "created_at": stamp(),
             "last_successful_sync_at": stamp(), "access_schedule": None, "identity": identity_id, "groups": set()}
        return self.users.setdefault(u["acs_user_id"], u | {name: p.get(name) for name in OWN})

    def set_user(self, u, p):
        for name in (*OWN, "hid_acs_system_id"):
            if name in p:
                u[name] = p[name]
        if "email" in p and "email_address" not in p:
            u["email_address"] = p["email"]
        if "access_schedule" in p:
            s = p["access_schedule"]
            u["access_schedule"] = s if s is None else {"starts_at": s.get("starts_at") or stamp(), "ends_at": s.get("ends_at")}

    def one_per_system(self, identity_id, system_id):
        if any(u["acs_system_id"] == system_id for u in self.linked(identity_id)):
            raise Refusal(409, "acs_user_conflict", "The identity already has a user in this system")

    def identity_create(self, p):
        wanted = [self.find("acs_system", s)["acs_system_id"] for s in p.get("acs_system_ids", [])]
        self.free(p)
        i = self.new_identity(p)
        for system in wanted:
            here = [u for u in self.users.values() if u["acs_system_id"] == system and not u["identity"]]
            same = [u for name in OWN[1:] for u in here if i[name] is not None and u[name] == i[name]]
            u = same[0] if same else self.new_user(system, i)
            u["identity"] = i["user_identity_id"]
        return {"user_identity": self.show_identity(i)}

    def identity_get(self, p):
        if "user_identity_id" not in p and "user_identity_key" not in p:
            raise invalid(user_identity_id="Required unless user_identity_key is given")
        if "user_identity_id" in p:
            return {"user_identity": self.show_identity(self.find("user_identity", p["user_identity_id"]))}
        for i in self.identities.values():
            if i["user_identity_key"] == p["user_identity_key"]:
                return {"user_identity": self.show_identity(i)}
        raise Refusal(404, "user_identity_not_found", "There is no such user_identity")

    def identity_list(self, p):
        ids = p.get("user_identity_ids", self.identities)
        return [self.show_identity(i) for i in self.identities.values() if i["user_identity_id"] in ids]

    def identity_update(self, p):
        i = self.find("user_identity", p["user_identity_id"])
        self.free(p, own=i)
        i.update({k: v for k, v in p.items() if not (k == "phone_number" and "update-forgets-phone" in breaches)})

    def identity_delete(self, p):
        del self.identities[self.find("user_identity", p["user_identity_id"])["user_identity_id"]]
        for u in self.linked(p["user_identity_id"]):
            u["identity"] = None
            if "delete-leaves-users" not in breaches:
                del self.users[u["acs_user_id"]]

    def identity_add(self, p):
        if ("user_identity_id" in p) == ("user_identity_key" in p):
            raise invalid(user_identity_id="Either user_identity_id or user_identity_key is needed")
        u = self.find("acs_user", p["acs_user_id"])
        known = [i for i in self.identities.values() if i["user_identity_key"] == p.get("user_identity_key", 0)]
        i = self.find("user_identity", p["user_identity_id"]) if "user_identity_id" in p else known[0] if known else None
        if i and u["identity"] == i["user_identity_id"]:
            return
        if u["identity"]:
            raise Refusal(409, "acs_user_conflict", "The user belongs to another identity")
        if i:
            self.one_per_system(i["user_identity_id"], u["acs_system_id"])
        else:
            made = {name: u[name] for name in OWN} | {"user_identity_key": p["user_identity_key"]}
            self.free(made)
            i = self.new_identity(made)
        u["identity"] = i["user_identity_id"]

    def identity_remove(self, p):
        self.find("user_identity", p["user_identity_id"])
        u = self.find("acs_user", p["acs_user_id"])
        if u["identity"] != p["user_identity_id"]:
            raise Refusal(404, "acs_user_not_found", "The user does not belong to this identity")
        u["identity"] = None

    def identity_users(self, p):
        return [self.show_user(u) for u in self.linked(self.find("user_identity", p["user_identity_id"])["user_identity_id"])]

    def identity_systems(self, p):
        return [self.systems[u["acs_system_id"]] for u in self.identity_users(p)]

    def user_create(self, p):
        system = self.find("acs_system", p["acs_system_id"])["acs_system_id"]
        joined = [self.find("acs_access_group", g) for g in p.get("acs_access_group_ids", [])]
        if any(g["acs_system_id"] != system for g in joined):
            raise invalid(acs_access_group_ids="Holds a group of another system")
        if "user_identity_id" in p:
            self.one_per_system(self.find("user_identity", p["user_identity_id"])["user_identity_id"], system)
        u = self.new_user(system, {}, p.get("user_identity_id"))
        self.set_user(u, p)
        u["groups"] = {g["acs_access_group_id"] for g in joined}
        return {"acs_user": self.show_user(u)}

    def user_list(self, p):
        found = [self.show_user(u) for u in self.users.values()]
        for name in ("acs_system_id", "user_identity_id", "user_identity_email_address", "user_identity_phone_number"):
            if name in p:
                found = [u for u in found if name in u and u[name] == p[name]]
        return found

    def group_list(self, p):
        found = [g for g in self.groups.values() if p.get("acs_system_id", g["acs_system_id"]) == g["acs_system_id"]]
        for name, part in (("acs_user_id", "acs_user_id"), ("user_identity_id", "identity")):
            if name in p:
                member = set().union(*(u["groups"] for u in self.users.values() if u[part] == p[name]))
                found = [g for g in found if g["acs_access_group_id"] in member]
        return found

    def entrance_list(self, p):
        found = [e for e in self.entrances.values() if e["acs_entrance_id"] in p.get("acs_entrance_ids", self.entrances)]
        return [e for e in found if all(p.get(n, e[n]) == e[n] for n in ("acs_system_id", "connected_account_id"))]

    def system_list(self, p):
        return [s for s in self.systems.values() if p.get("connected_account_id", s["connected_account_id"]) == s["connected_account_id"]]

    def workspace(self, p):
        return {"workspace": {"workspace_id": self.id, "name": self.name, "company_name": self.name, "is_sandbox": True,
                              "is_suspended": False, "connect_partner_name": None, "connect_webview_customization": {},
                              "is_publishable_key_auth_enabled": False, "organization_id": None}}

W = Workspace
PERSON = "email_address:email? full_name:text? phone_number:phone? user_identity_key:key? "
USER = "email_address:email email:email phone_number:phone "
WHO = "acs_user_id:uuid user_identity_id:uuid acs_system_id:uuid "
PAGES = "limit:limit page_cursor:any? created_before:time search:text "
OPERATIONS = {  # path: (method beside POST, parameters, what answers, what a list of rows is called)
    "/user_identities/create": (None, PERSON + "acs_system_ids:uuids", W.identity_create, None),
    "/user_identities/get": ("GET", "user_identity_id:uuid user_identity_key:text", W.identity_get, None),
    "/user_identities/list": ("GET", PAGES + "user_identity_ids:uuids", W.identity_list, "user_identities"),
    "/user_identities/update": ("PATCH", "user_identity_id:uuid! " + PERSON, W.identity_update, None),
    "/user_identities/delete": ("DELETE", "user_identity_id:uuid!", W.identity_delete, None),
    "/user_identities/add_acs_user": ("PUT", "acs_user_id:uuid! user_identity_id:uuid user_identity_key:key", W.identity_add, None),
    "/user_identities/remove_acs_user": ("DELETE", "acs_user_id:uuid! user_identity_id:uuid!", W.identity_remove, None),
    "/user_identities/list_acs_users": ("GET", "user_identity_id:uuid!", W.identity_users, "acs_users"),
    "/user_identities/list_acs_systems": ("GET", "user_identity_id:uuid!", W.identity_systems, "acs_systems"),
    "/acs/users/create": (None, USER + "acs_system_id:uuid! full_name:text! acs_access_group_ids:uuids user_identity_id:uuid "
                          "access_schedule:schedule", W.user_create, None),
    "/acs/users/get": ("GET", WHO, lambda w, p: {"acs_user": w.show_user(w.find_user(p))}, None),
    "/acs/users/list": ("GET", PAGES + "acs_system_id:uuid user_identity_id:uuid user_identity_email_address:any? "
                        "user_identity_phone_number:any?", W.user_list, "acs_users"),
    "/acs/users/update": ("PATCH", WHO + USER + "full_name:text hid_acs_system_id:uuid access_schedule:schedule2?",
                          lambda w, p: w.set_user(w.find_user(p), p), None),
    "/acs/users/delete": ("DELETE", WHO, lambda w, p: w.users.pop(w.find_user(p)["acs_user_id"]) and None, None),
    "/acs/users/suspend": (None, WHO, lambda w, p: w.find_user(p).update(is_suspended=True), None),
    "/acs/users/unsuspend": (None, WHO, lambda w, p: w.find_user(p).update(is_suspended=False), None),
    "/acs/systems/list": ("GET", "connected_account_id:uuid search:text", W.system_list, "acs_systems"),
    "/acs/access_groups/list": ("GET", WHO + "search:text", W.group_list, "acs_access_groups"),
    "/acs/entrances/list": ("GET", PAGES + "acs_entrance_ids:uuids acs_system_id:uuid connected_account_id:uuid",
                            W.entrance_list, "acs_entrances"),
    "/workspaces/get": ("GET", "", W.workspace, None)}

def page(workspace, path, p, rows, host):
    """One page of rows. Its cursor holds what was asked for and when the last row came."""
    mark = {k: v for k, v in p.items() if k != "page_cursor"}
    mark = hashlib.sha256(json.dumps([workspace.id, path, mark], sort_keys=True).encode()).hexdigest()[:16]
    if "created_before" in p:
        rows = [r for r in rows if moment(r["created_at"]) < moment(p["created_before"])]
    if p.get("page_cursor") is not None:
        try:
            given, last = base64.urlsafe_b64decode(p["page_cursor"].encode()).decode().split("|")
        except ValueError:
            raise invalid(page_cursor="Unknown cursor") from None
        if given != mark:
            raise Refusal(400, "mismatched_page_parameters", "The cursor was given for other parameters")
        rows = [r for r in rows if r["created_at"] > last]
    size, cursor, link = int(p.get("limit", 900 if "entrances" in path else 500)), None, None
    if len(rows) > size:
        cursor = base64.urlsafe_b64encode(f"{mark}|{rows[size - 1]['created_at']}".encode()).decode()
        link = f"http://{host}{path}?" + urlencode({k: "" if v is None else v for k, v in {**p, "page_cursor": cursor}.items()}, True)
    return rows[:size], {"has_next_page": cursor is not None, "next_page_cursor": cursor, "next_page_url": link}

class Handler(BaseHTTPRequestHandler):
    protocol_version, wbufsize, disable_nagle_algorithm = "HTTP/1.1", 1 << 16, True

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.serve
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        self.reply(code, {"error": {"type": "bad_request", "message": message or "Bad request"}, "ok": False})

    def reply(self, status, answer):
        raw = json.dumps(answer).encode()
        self.send_response(status)
        for name, value in (("Content-Type", "application/json; charset=utf-8"), ("Content-Length", len(raw)), ("seam-request-id", uuid.uuid4())):
            self.send_header(name, str(value))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(raw)

    def serve(self):
        size = self.headers.get("Content-Length") or "0"
        if not size.isdecimal():
            return self.send_error(400, "Content-Length is no number")
        raw = self.rfile.read(int(size))
        try:
            self.reply(200, {**(self.answer(raw) or {}), "ok": True})
        except Refusal as refusal:
            self.reply(refusal.args[0], {"error": refusal.args[1], "ok": False})

    def answer(self, raw):
        path, query = urlsplit(self.path).path, urlsplit(self.path).query
        scheme, _, key = self.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or key not in workspaces:
            raise Refusal(401, "unauthorized", "A valid API key is needed")
        if path not in OPERATIONS:
            raise Refusal(404, "not_found", "There is no such operation")
        method, spec, act, listed = OPERATIONS[path]
        if self.command not in ("POST", method):
            raise Refusal(405, "method_not_allowed", f"Only POST{',' + method if method else ''} accepted")
        if raw and self.command in ("POST", "PATCH") and "application/json" not in self.headers.get("Content-Type", "").lower():
            raise Refusal(400, "invalid_content_type", "The body must be application/json")
        try:
            body = json.loads(raw) if raw else {}
        except (ValueError, RecursionError):
            raise Refusal(400, "invalid_json", "The body is no JSON") from None
        if not isinstance(body, dict):
            raise Refusal(400, "invalid_input", "The body must be an object", {"_errors": ["Expected object"]})
        p = checked(spec, {**from_query(spec, query), **body})
        with lock:
            found = act(workspaces[key], p)
            if listed and "page_cursor" in spec:
                host = self.headers.get("Host") or "%s:%d" % self.server.server_address
                found, pagination = page(workspaces[key], path, p, found, host)
                return {listed: found, "pagination": pagination}
        return {listed: found} if listed else found

class Server(ThreadingHTTPServer):
    request_queue_size = 256

if __name__ == "__main__":
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--breach", action="append", default=[], choices=BREACHES)
    arguments.add_argument("--seed", type=int)
    breaches, lock = arguments.parse_args().breach, threading.Lock()
    workspaces = {"seam_test1Hollis_Q8vYd2mWqT4zRk7L": Workspace("Hollis"), "seam_test2Hollis_B5nXj9sPcF3tGh6K": Workspace("Quayside")}
    server = Server(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    names = ("api_key", "other_api_key")
    print(json.dumps({"endpoint": "http://127.0.0.1:%d" % server.server_port, **dict(zip(names, workspaces))}), flush=True)
    sys.stdin.read()
