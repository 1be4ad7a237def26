"""Redgate Entry. Whatever is taken already is answered with 400, and e-mail addresses are kept in small letters.

An operation is a method of Tenant, and its signature is its contract: the names are those of the parameters, the annotations
say of what kind they are, and what has no default is required.
"""
import argparse, base64, inspect, json, re, signal, sys, threading, uuid
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode, urlsplit

UNSET = type("Unset", (), {"__bool__": lambda self: False})()
ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})")


class Refuse(Exception):
    def __init__(self, kind, message, status=400, errors=None):
        self.status, self.error = status, {"type": kind, "message": message}
        if errors:
            self.error["validation_errors"] = {"_errors": []} | {name: {"_errors": [text]} for name, text in errors.items()}


def invalid(name, message):
    return Refuse("invalid_input", f"{message} for \"{name}\"", errors={name: message})


def utc():
    return datetime.now(timezone.utc)


# Kinds of parameters: a function that gives the value to keep or raises ValueError with what was expected

def any_text(v):
    if isinstance(v, str):
        return v
    raise ValueError("Expected string")

def text(v):
    if any_text(v):
        return v
    raise ValueError("Expected at least one character")

def key(v):
    if any_text(v).strip():
        return v
    raise ValueError("Expected more than spaces")

def email(v):
    if re.fullmatch(r"[a-z0-9_'+-]+(\.[a-z0-9_'+-]+)*@([a-z0-9-]+\.)+[a-z]{2,}", any_text(v).lower(), re.A):
        return v.lower()
    raise ValueError("Expected email")

def phone(v):
    if re.fullmatch(r"\+[1-9][0-9]{6,14}", any_text(v)):
        return v
    raise ValueError("Expected phone number in E.164 format")

def uid(v):
    if re.fullmatch(r"[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", any_text(v).lower(), re.A):
        return v.lower()
    raise ValueError("Expected uuid")

def uids(v):
    if isinstance(v, list):
        return tuple(dict.fromkeys(map(uid, v)))
    raise ValueError("Expected array")

def count(v):
    if type(v) in (int, float) and v > 0 and v % 1 == 0:
        return int(v)
    raise ValueError("Expected positive integer")

def instant(v):
    if ISO.fullmatch(any_text(v)):
        try:
            return datetime.fromisoformat(v).astimezone(timezone.utc).isoformat()
        except OverflowError:
            raise ValueError("Expected date-time in our era") from None
    raise ValueError("Expected date-time")

def schedule(v, changing=False):
    if not isinstance(v, dict) or changing and len({"starts_at", "ends_at"} & set(v)) < 2:
        raise ValueError("Expected object with starts_at and ends_at")
    begin = v.get("starts_at", utc().isoformat())
    end = v.get("ends_at")
    instant(begin)
    if changing or end is not None:
        instant(end)
        moments = datetime.fromisoformat(begin), datetime.fromisoformat(end)
        if moments[1] <= moments[0] or moments[1] <= utc():
            raise ValueError("Expected ends_at in the future and after starts_at")
    return {"starts_at": begin, "ends_at": end}

def new_bounds(v):
    return schedule(v, changing=True)

def null(kind):
    """The same kind, which may be null as well."""
    def nullable(v):
        return None if v is None else kind(v)
    nullable.of = kind
    return nullable


class Tenant:
    """One workspace. Identities and users are kept in dictionaries by id, in the order in which they came."""

    def __init__(self, name):
        self.id, self.name, self.serial = str(uuid.uuid4()), name, 0
        self.identities, self.users, self.systems, self.groups, self.entrances = {}, {}, {}, {}, {}
        for place in ("Depot", "Office"):
            s, account = str(uuid.uuid4()), str(uuid.uuid4())
            base = {"acs_system_id": s, "connected_account_id": account, "errors": [], "warnings": []}
            self.systems[s] = self.born(base | {
                "workspace_id": self.id, "name": f"{name} {place}", "connected_account_ids": [account], "image_url": "",
                "image_alt_text": "", "is_credential_manager": False, "location": {"time_zone": None}})
            for label in ("Drivers", "Clerks"):
                g = str(uuid.uuid4())
                self.groups[g] = self.born(base | {
                    "acs_access_group_id": g, "workspace_id": self.id, "name": label, "display_name": label, "is_managed": True,
                    "external_type": "salto_ks_access_group", "external_type_display_name": "Salto KS group", "pending_mutations": [],
                    "access_group_type": "salto_ks_access_group", "access_group_type_display_name": "Salto KS group"})
            for label in ("Ramp", "Side door"):
                e = str(uuid.uuid4())
                self.entrances[e] = self.born(base | {"acs_entrance_id": e, "display_name": f"{place} {label}", "space_ids": []})
            self.new_user(s, {"full_name": f"{place} keeper"})
        self.new_identity({"full_name": "Otto Brandt", "email_address": "otto@redgate.example"})

    def born(self, row):
        self.serial += 1
        return row | {"created_at": utc().isoformat(timespec="microseconds"), "#": self.serial}

    def new_identity(self, values):
        names = ("full_name", "email_address", "phone_number", "user_identity_key")
        i = self.born({"id": str(uuid.uuid4()), "hidden": set()} | {n: values.get(n) for n in names})
        return self.identities.setdefault(i["id"], i)

    def new_user(self, system, values):
        names = ("full_name", "email_address", "phone_number", "hid_acs_system_id", "access_schedule")
        u = self.born({"id": str(uuid.uuid4()), "system": system, "owner": None, "groups": (), "suspended": False}
                      | {n: values.get(n) for n in names})
        return self.users.setdefault(u["id"], u)

    # How rows are shown

    def identity(self, i):
        label = i["full_name"] or i["email_address"] or i["user_identity_key"] or i["phone_number"] or "-"
        return {"user_identity_id": i["id"], "workspace_id": self.id, "display_name": label, "created_at": i["created_at"],
                **{n: i[n] for n in ("full_name", "email_address", "phone_number", "user_identity_key")},
                "acs_user_ids": [u["id"] for u in self.of(i) if u["id"] not in i["hidden"]],
                "merged_user_identity_ids": [], "merged_user_identity_keys": [], "errors": [], "warnings": []}

    def user(self, u):
        out = {"acs_user_id": u["id"], "acs_system_id": u["system"], "workspace_id": self.id, "created_at": u["created_at"],
               "connected_account_id": self.systems[u["system"]]["connected_account_id"], "is_managed": True,
               "display_name": u["full_name"] or "-", "is_suspended": u["suspended"], "last_successful_sync_at": u["created_at"],
               "errors": [], "warnings": [], "pending_mutations": []}
        for n in ("full_name", "email_address", "phone_number", "hid_acs_system_id", "access_schedule"):
            if u[n] is not None:
                out[n] = u[n]
        if u["owner"]:
            out["user_identity_id"] = u["owner"]["id"]
            for n in ("full_name", "email_address", "phone_number"):
                out["user_identity_" + n] = u["owner"][n]
        if not u["full_name"]:
            out["display_name"] = u["email_address"] or u["phone_number"] or "-"
        if u["email_address"]:
            out["email"] = u["email_address"]
        return out

    def plain(self, row):
        return {n: v for n, v in row.items() if n != "#"}

    # How rows are found

    def of(self, i):
        return [u for u in self.users.values() if u["owner"] is i]

    def get(self, table, id, what):
        if id in table:
            return table[id]
        raise Refuse(f"{what}_not_found", f"{what} {id} was not found", 404)

    def by_key(self, k):
        return next((i for i in self.identities.values() if i["user_identity_key"] == k), None)

    def pick(self, acs_user_id, user_identity_id, acs_system_id):
        if acs_user_id:
            return self.get(self.users, acs_user_id, "acs_user")
        if not user_identity_id or not acs_system_id:
            raise invalid("acs_user_id", "Required without user_identity_id and acs_system_id")
        both = [u for u in self.users.values() if u["owner"] and (u["owner"]["id"], u["system"]) == (user_identity_id, acs_system_id)]
        return both[0] if both else self.get({}, user_identity_id, "acs_user")

    def check_free(self, values, own=None):
        for n in ("email_address", "phone_number", "user_identity_key"):
            if "phone-twice" in breaches and n == "phone_number" and own is None:
                continue
            if values.get(n) and any(i[n] == values[n] and i is not own for i in self.identities.values()):
                raise Refuse("duplicate_" + n, f"Another user identity has this {n}")

    def check_single(self, i, system):
        if any(u["system"] == system for u in self.of(i)):
            raise Refuse("duplicate_acs_user", "This user identity has a user in this access system")

    def paged(self, name, rows, show, asked, search=(), size=500):
        """A page: the cursor is the number of the last row shown, beside what was asked for."""
        part, before = (asked.get("search") or "").lower(), asked.get("created_before")
        if before:
            rows = [r for r in rows if datetime.fromisoformat(r["created_at"]) < datetime.fromisoformat(before)]
        shown = [(r["#"], show(r)) for r in rows]
        shown = [(n, o) for n, o in shown if any(part in (o.get(f) or "").lower() for f in search)]
        terms = json.dumps([self.id, name, {n: v for n, v in asked.items() if n != "page_cursor" and v is not UNSET}], sort_keys=True)
        if asked.get("page_cursor") is not None:
            try:
                last, given = json.loads(base64.b64decode(asked["page_cursor"].encode("ascii"), validate=True))
                last = int(last)
            except (ValueError, TypeError, RecursionError):
                raise invalid("page_cursor", "Expected a cursor of this list") from None
            if given != terms:
                raise Refuse("mismatched_page_parameters", "The cursor was given for other parameters")
            shown = [(n, o) for n, o in shown if n > last]
        size, cursor = asked.get("limit") or size, None
        if len(shown) > size:
            cursor = base64.b64encode(json.dumps([shown[size - 1][0], terms]).encode()).decode()
        return {name: [o for _, o in shown[:size]],
                "pagination": {"has_next_page": bool(cursor), "next_page_cursor": cursor, "next_page_url": cursor}}

    # Operations

    def create_identity(self, full_name: null(text) = None, email_address: null(email) = None, phone_number: null(phone) = None,
                        user_identity_key: null(key) = None, acs_system_ids: uids = ()):
        for s in acs_system_ids:
            self.get(self.systems, s, "acs_system")
        values = dict(full_name=full_name, email_address=email_address, phone_number=phone_number, user_identity_key=user_identity_key)
        self.check_free(values)
        i = self.new_identity(values)
        for s in acs_system_ids:
            alone = [u for u in self.users.values() if u["system"] == s and not u["owner"]]
            match = [u for n in ("email_address", "phone_number") for u in alone if i[n] and u[n] == i[n]]
            (match[0] if match else self.new_user(s, values))["owner"] = i
        return {"user_identity": self.identity(i)}

    def get_identity(self, user_identity_id: uid = None, user_identity_key: text = None):
        if user_identity_id is None and user_identity_key is None:
            raise invalid("user_identity_id", "Required without user_identity_key")
        if user_identity_id is None:
            found = self.by_key(user_identity_key) or self.get({}, user_identity_key, "user_identity")
            return {"user_identity": self.identity(found)}
        return {"user_identity": self.identity(self.get(self.identities, user_identity_id, "user_identity"))}

    def list_identities(self, limit: count = None, page_cursor: null(any_text) = None, created_before: instant = None,
                        search: text = None, user_identity_ids: uids = UNSET):
        asked = dict(locals(), self=UNSET)
        rows = [i for i in self.identities.values() if user_identity_ids is UNSET or i["id"] in user_identity_ids]
        return self.paged("user_identities", rows, self.identity, asked,
                          ("full_name", "email_address", "phone_number", "user_identity_id"))

    def update_identity(self, user_identity_id: uid, full_name: null(text) = UNSET, email_address: null(email) = UNSET,
                        phone_number: null(phone) = UNSET, user_identity_key: null(key) = UNSET):
        i = self.get(self.identities, user_identity_id, "user_identity")
        values = dict(full_name=full_name, email_address=email_address, phone_number=phone_number, user_identity_key=user_identity_key)
        self.check_free(values, own=i)
        ignored = (UNSET, None) if "null-clears-nothing" in breaches else (UNSET,)
        i.update({n: v for n, v in values.items() if v not in ignored})

    def delete_identity(self, user_identity_id: uid):
        i = self.get(self.identities, user_identity_id, "user_identity")
        for u in self.of(i):
            del self.users[u["id"]]
        del self.identities[user_identity_id]

    def add_user(self, acs_user_id: uid, user_identity_id: uid = None, user_identity_key: key = None):
        if (user_identity_id is None) == (user_identity_key is None):
            raise invalid("user_identity_id", "Required without user_identity_key, and only then,")
        u = self.get(self.users, acs_user_id, "acs_user")
        i = self.get(self.identities, user_identity_id, "user_identity") if user_identity_id else self.by_key(user_identity_key)
        if u["owner"] and u["owner"] is not i:
            raise Refuse("acs_user_linked", "This user belongs to another user identity")
        if i is None:
            values = {n: u[n] for n in ("full_name", "email_address", "phone_number")} | {"user_identity_key": user_identity_key}
            self.check_free(values)
            i = self.new_identity(values)
        elif not u["owner"]:
            self.check_single(i, u["system"])
        u["owner"] = i

    def remove_user(self, acs_user_id: uid, user_identity_id: uid):
        i, u = self.get(self.identities, user_identity_id, "user_identity"), self.get(self.users, acs_user_id, "acs_user")
        if u["owner"] is not i:
            raise Refuse("acs_user_not_linked", "This user does not belong to this user identity")
        u["owner"] = None
        i["hidden"].discard(acs_user_id)

    def identity_users(self, user_identity_id: uid):
        return {"acs_users": [self.user(u) for u in self.of(self.get(self.identities, user_identity_id, "user_identity"))]}

    def identity_systems(self, user_identity_id: uid):
        mine = self.of(self.get(self.identities, user_identity_id, "user_identity"))
        return {"acs_systems": [self.plain(self.systems[u["system"]]) for u in mine]}

    def create_user(self, full_name: text, acs_system_id: uid, email_address: email = None, email: email = None,
                    phone_number: phone = None, user_identity_id: uid = None, acs_access_group_ids: uids = (),
                    access_schedule: schedule = None):
        self.get(self.systems, acs_system_id, "acs_system")
        for g in acs_access_group_ids:
            if self.get(self.groups, g, "acs_access_group")["acs_system_id"] != acs_system_id:
                raise invalid("acs_access_group_ids", "Expected groups of the access system")
        i = self.get(self.identities, user_identity_id, "user_identity") if user_identity_id else None
        if i:
            self.check_single(i, acs_system_id)
        u = self.new_user(acs_system_id, dict(full_name=full_name, email_address=email_address or email, phone_number=phone_number,
                                              access_schedule=access_schedule))
        u["groups"], u["owner"] = acs_access_group_ids, i
        if i and "link-one-side" in breaches:
            i["hidden"].add(u["id"])
        return {"acs_user": self.user(u)}

    def get_user(self, acs_user_id: uid = None, user_identity_id: uid = None, acs_system_id: uid = None):
        return {"acs_user": self.user(self.pick(acs_user_id, user_identity_id, acs_system_id))}

    def list_users(self, limit: count = None, page_cursor: null(any_text) = None, created_before: instant = None, search: text = None,
                   acs_system_id: uid = UNSET, user_identity_id: uid = UNSET, user_identity_email_address: null(any_text) = UNSET,
                   user_identity_phone_number: null(any_text) = UNSET):
        asked, rows = dict(locals(), self=UNSET), list(self.users.values())
        if acs_system_id:
            rows = [u for u in rows if u["system"] == acs_system_id]
        if user_identity_id:
            rows = [u for u in rows if u["owner"] and u["owner"]["id"] == user_identity_id]
        for n, wanted in (("email_address", user_identity_email_address), ("phone_number", user_identity_phone_number)):
            if wanted is not UNSET:
                wanted = wanted.lower() if wanted else wanted
                rows = [u for u in rows if u["owner"] and u["owner"][n] == wanted]
        return self.paged("acs_users", rows, self.user, asked, (
            "full_name", "phone_number", "email_address", "acs_user_id", "user_identity_id", "user_identity_full_name",
            "user_identity_phone_number"))

    def update_user(self, acs_user_id: uid = None, user_identity_id: uid = None, acs_system_id: uid = None, full_name: text = UNSET,
                    email: email = UNSET, email_address: email = UNSET, phone_number: phone = UNSET, hid_acs_system_id: uid = UNSET,
                    access_schedule: null(new_bounds) = UNSET):
        u = self.pick(acs_user_id, user_identity_id, acs_system_id)
        values = dict(full_name=full_name, email_address=email_address or email, phone_number=phone_number,
                      hid_acs_system_id=hid_acs_system_id, access_schedule=access_schedule)
        u.update({n: v for n, v in values.items() if v is not UNSET})

    def delete_user(self, acs_user_id: uid = None, user_identity_id: uid = None, acs_system_id: uid = None):
        del self.users[self.pick(acs_user_id, user_identity_id, acs_system_id)["id"]]

    def suspend(self, acs_user_id: uid = None, user_identity_id: uid = None, acs_system_id: uid = None):
        self.pick(acs_user_id, user_identity_id, acs_system_id)["suspended"] = True

    def unsuspend(self, acs_user_id: uid = None, user_identity_id: uid = None, acs_system_id: uid = None):
        self.pick(acs_user_id, user_identity_id, acs_system_id)["suspended"] = False

    def list_systems(self, connected_account_id: uid = None, search: text = ""):
        return {"acs_systems": [self.plain(s) for s in self.systems.values() if connected_account_id in (None, s["connected_account_id"])
                                and (search.lower() in s["name"].lower() or search.lower() in s["acs_system_id"])]}

    def list_groups(self, acs_system_id: uid = None, acs_user_id: uid = None, user_identity_id: uid = None, search: text = ""):
        found = [g for g in self.groups.values() if acs_system_id in (None, g["acs_system_id"])
                 and (search.lower() in g["name"].lower() or search.lower() in g["acs_access_group_id"])]
        if acs_user_id or user_identity_id:
            mine = [u for u in self.users.values() if acs_user_id in (None, u["id"])
                    and user_identity_id in (None, (u["owner"] or {}).get("id"))]
            found = [g for g in found if any(g["acs_access_group_id"] in u["groups"] for u in mine)]
        return {"acs_access_groups": [self.plain(g) for g in found]}

    def list_entrances(self, limit: count = None, page_cursor: null(any_text) = None, search: text = None, acs_system_id: uid = None,
                       connected_account_id: uid = None, acs_entrance_ids: uids = UNSET):
        asked = dict(locals(), self=UNSET)
        rows = [e for e in self.entrances.values() if acs_system_id in (None, e["acs_system_id"])
                and connected_account_id in (None, e["connected_account_id"])
                and (acs_entrance_ids is UNSET or e["acs_entrance_id"] in acs_entrance_ids)]
        return self.paged("acs_entrances", rows, self.plain, asked, ("display_name",), 900)

    def workspace(self):
        return {"workspace": {"workspace_id": self.id, "name": self.name, "company_name": self.name, "is_sandbox": True,
                              "is_suspended": False, "is_publishable_key_auth_enabled": False, "connect_partner_name": None,
                              "connect_webview_customization": {}, "organization_id": None}}


ROUTES = {path: (method, getattr(Tenant, function)) for path, method, function in (line.split() for line in """
    /user_identities/create POST create_identity
    /user_identities/get GET get_identity
    /user_identities/list GET list_identities
    /user_identities/update PATCH update_identity
    /user_identities/delete DELETE delete_identity
    /user_identities/add_acs_user PUT add_user
    /user_identities/remove_acs_user DELETE remove_user
    /user_identities/list_acs_users GET identity_users
    /user_identities/list_acs_systems GET identity_systems
    /acs/users/create POST create_user
    /acs/users/get GET get_user
    /acs/users/list GET list_users
    /acs/users/update PATCH update_user
    /acs/users/delete DELETE delete_user
    /acs/users/suspend POST suspend
    /acs/users/unsuspend POST unsuspend
    /acs/systems/list GET list_systems
    /acs/access_groups/list GET list_groups
    /acs/entrances/list GET list_entrances
    /workspaces/get GET workspace""".strip().splitlines())}


def arguments_of(operation, query, body):
    """The arguments for an operation, as its signature has them."""
    wanted = {n: p for n, p in inspect.signature(operation).parameters.items() if n != "self"}
    given = {}
    for name, value in parse_qsl(query, keep_blank_values=True):
        name = name.removesuffix("[]")
        kind = wanted[name].annotation if name in wanted else None
        if kind is uids:
            given[name] = given.get(name, []) + ([value] if value else [])
        elif name in given:
            raise Refuse("invalid_query_params", f"{name} is given twice")
        else:
            given[name] = int(value) if kind is count and re.fullmatch("[0-9]{1,15}", value) else value or None
    given |= body
    taken, errors = {}, {}
    for name, parameter in wanted.items():
        try:
            if name in given:
                taken[name] = parameter.annotation(given[name])
            elif parameter.default is parameter.empty:
                errors[name] = "Required"
        except ValueError as error:
            errors[name] = str(error)
    if errors:
        raise Refuse("invalid_input", ", ".join(f"{text} for \"{name}\"" for name, text in errors.items()), errors=errors)
    return taken


class Front(BaseHTTPRequestHandler):
    protocol_version, wbufsize, lock = "HTTP/1.1", -1, threading.Lock()

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.one
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        self.put(400, {"error": {"type": "bad_request", "message": message or "Bad request"}, "ok": False})

    def put(self, status, answer):
        raw = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json; charset=utf-8")
        self.send_header("content-length", str(len(raw)))
        self.send_header("seam-request-id", uuid.uuid4().hex)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(raw)

    def one(self):
        size = self.headers.get("content-length", "0")
        raw = self.rfile.read(int(size)) if size.isdigit() else b""
        try:
            self.put(200, (self.answer(urlsplit(self.path), raw) or {}) | {"ok": True})
        except Refuse as refusal:
            self.put(refusal.status, {"error": refusal.error, "ok": False})

    def answer(self, url, raw):
        token = re.fullmatch("(?i:bearer) (.+)", self.headers.get("authorization", ""))
        tenant = token and tenants.get(token[1])
        if not tenant:
            raise Refuse("unauthorized", "This needs an API key", 401)
        if url.path not in ROUTES:
            raise Refuse("not_found", "There is no such path", 404)
        method, operation = ROUTES[url.path]
        if self.command not in (method, "POST"):
            raise Refuse("method_not_allowed", f"only {method},POST accepted", 405)
        if raw and self.command in ("POST", "PATCH") and "application/json" not in self.headers.get("content-type", ""):
            raise Refuse("invalid_content_type", "The body must be application/json")
        try:
            body = json.loads(raw) if raw else {}
        except (ValueError, RecursionError):
            raise Refuse("invalid_json", "The body is not JSON") from None
        if not isinstance(body, dict):
            raise invalid("body", "Expected object")
        taken = arguments_of(operation, url.query, body)
        with self.lock:
            answer = operation(tenant, **taken) or {}
        cursor = answer.get("pagination", {}).get("next_page_url")
        if cursor:
            query = {n: "" if v is None else v for n, v in (taken | {"page_cursor": cursor}).items()}
            answer["pagination"]["next_page_url"] = f"http://{self.headers.get('host')}{url.path}?{urlencode(query, doseq=True)}"
        return answer


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--breach", action="append", default=[], choices=("phone-twice", "null-clears-nothing", "link-one-side"))
    parser.add_argument("--seed", type=int)
    breaches = parser.parse_args().breach
    tenants = {"seam_test5Redgate_R7tNq2LxWv4K": Tenant("Redgate"), "seam_test6Redgate_C3yJm8PzHb6D": Tenant("Bluegate")}
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    ThreadingHTTPServer.request_queue_size = 100
    server = ThreadingHTTPServer(("127.0.0.1", 0), Front)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    keys = list(tenants)
    print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": keys[0], "other_api_key": keys[1]}), flush=True)
    sys.stdin.read()
