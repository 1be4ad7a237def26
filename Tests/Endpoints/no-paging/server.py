"""Brassworks Access, for small houses: nobody there has more people than fit into one answer.

So every list gives all that matches. There is no `pagination`, and `limit` and `page_cursor` are not looked at.
Each operation takes what it needs from its Call, which refuses what is not right.
"""
import argparse, json, re, sys, threading
from dataclasses import dataclass, field
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

breach = set()


def utc_now(): return datetime.now(timezone.utc)
def as_text(t): return t.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


class Problem(Exception):
    def __init__(self, status, type, message, parameter=None):
        super().__init__(message)
        self.status, self.error = status, {"type": type, "message": message}
        if parameter:
            self.error["validation_errors"] = {"_errors": [], parameter: {"_errors": [message]}}


def missing(what): return Problem(404, what + "_not_found", f"Found no {what} with this id")
def wrong(parameter, message): return Problem(400, "invalid_input", f"{parameter}: {message}", parameter)


# Kinds of values: each takes what was sent, and gives what is kept or raises ValueError.

def string(v):
    if not isinstance(v, str):
        raise ValueError("expected a string")
    return v


def matching(pattern, what):
    def kind(v):
        if not re.fullmatch(pattern, string(v), re.S):
            raise ValueError(f"expected {what}")
        return v
    return kind


filled = matching(r".+", "a text that is not empty")
key = matching(r".*\S.*", "a key that is not blank")
phone = matching(r"\+[1-9][0-9]{6,14}", "a phone number such as +15555550100")
email = matching(r"(?i)(?!\.)(?!.*\.\.)[a-z0-9_'+.-]*[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}", "an e-mail address")


def uuid(v):
    return matching(r"(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "a UUID")(v).lower()


def uuids(v):
    if not isinstance(v, list):
        raise ValueError("expected an array")
    return list(dict.fromkeys(uuid(item) for item in v))


def time(v):
    matching(r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:]{8}(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})", "a date-time")(v)
    try:
        return datetime.fromisoformat(v).astimezone(timezone.utc)
    except (ValueError, OverflowError):
        raise ValueError("expected a date-time") from None


def new_schedule(v, update=False):
    """Keeps both bounds as they were written."""
    if not isinstance(v, dict) or update and not ("starts_at" in v and "ends_at" in v):
        raise ValueError("expected an object with starts_at and ends_at")
    starts, ends = v.get("starts_at", as_text(utc_now())), v.get("ends_at")
    if time(starts) and (ends is not None or update) and time(ends) <= max(time(starts), utc_now()):
        raise ValueError("ends_at must be in the future and after starts_at")
    return {"starts_at": starts, "ends_at": ends}


def schedule(v): return new_schedule(v, update=True)


class Call:
    """The parameters of one call, from its query (lists of texts) and its body."""

    def __init__(self, query, body):
        self.query = {n.removesuffix("[]"): v for n, v in parse_qs(query, keep_blank_values=True).items() if n not in body}
        self.body = body

    def has(self, name): return name in self.query or name in self.body

    def take(self, name, kind, default=None, null=False):
        if name in self.query:
            values = self.query[name]
            if kind is uuids:
                value = [v for v in values if v]
            elif len(values) > 1:
                raise Problem(400, "invalid_query_params", f"{name} is given more than once")
            else:
                value = values[0] or None
        elif name in self.body:
            value = self.body[name]
        else:
            return default
        if value is None and null:
            return None
        try:
            return kind(value)
        except ValueError as why:
            raise wrong(name, str(why)) from None

    def need(self, name, kind):
        if not self.has(name):
            raise wrong(name, "required")
        return self.take(name, kind)

    def some(self, null, **kinds):
        """Those of several parameters that were given."""
        return {name: self.take(name, kind, null=null) for name, kind in kinds.items() if self.has(name)}


@dataclass
class Identity:
    house: "House"
    full_name: str | None = None
    email_address: str | None = None
    phone_number: str | None = None
    user_identity_key: str | None = None
    id: str = field(default_factory=lambda: str(uuid4()))
    created: datetime = field(default_factory=utc_now)

    def users(self): return [u for u in self.house.users.values() if u.identity is self]

    def json(self):
        return {"user_identity_id": self.id, "workspace_id": self.house.id, "created_at": as_text(self.created),
                "full_name": self.full_name, "email_address": self.email_address, "phone_number": self.phone_number,
                "user_identity_key": self.user_identity_key, "acs_user_ids": [u.id for u in self.users()],
                "display_name": self.full_name or self.email_address or self.user_identity_key or self.phone_number or "Guest",
                "merged_user_identity_ids": [], "merged_user_identity_keys": [], "errors": [], "warnings": []}


@dataclass
class User:
    house: "House"
    system: dict
    full_name: str | None = None
    email_address: str | None = None
    phone_number: str | None = None
    hid_acs_system_id: str | None = None
    access_schedule: dict | None = None
    identity: Identity | None = None
    mirror: dict = field(default_factory=dict)
    groups: list = field(default_factory=list)
    is_suspended: bool = False
    id: str = field(default_factory=lambda: str(uuid4()))
    created: datetime = field(default_factory=utc_now)

    def link(self, identity):
        """Belong to an identity, or with None to nobody."""
        self.identity = identity
        self.mirror = self.now_of(identity)

    @staticmethod
    def now_of(i):
        return {} if i is None else {"user_identity_id": i.id, "user_identity_full_name": i.full_name,
                                     "user_identity_email_address": i.email_address, "user_identity_phone_number": i.phone_number}

    def json(self):
        own = {n: getattr(self, n) for n in ("full_name", "email_address", "phone_number", "hid_acs_system_id", "access_schedule")}
        return {**{n: v for n, v in own.items() if v is not None},
                **(self.mirror if "mirror-stays" in breach else self.now_of(self.identity)),
                "acs_user_id": self.id, "acs_system_id": self.system["acs_system_id"], "workspace_id": self.house.id,
                "connected_account_id": self.system["connected_account_id"], "created_at": as_text(self.created),
                "display_name": self.full_name or self.email_address or self.phone_number or "Guest", "is_managed": True,
                "is_suspended": self.is_suspended, "last_successful_sync_at": as_text(self.created), "errors": [], "warnings": []}


class House:
    """A workspace with all that belongs to it. What is called op_… answers the operation of that name."""

    def __init__(self, name):
        self.id, self.name, self.identities, self.users, self.groups, self.systems, self.doors = str(uuid4()), name, {}, {}, {}, {}, {}
        for site in ("Guest house", "Annex"):
            account, id = str(uuid4()), str(uuid4())
            base = {"acs_system_id": id, "connected_account_id": account, "created_at": as_text(utc_now()), "errors": [], "warnings": []}
            self.systems[id] = {**base, "workspace_id": self.id, "name": f"{name} {site}", "connected_account_ids": [account], "image_url": "",
                                "image_alt_text": "", "is_credential_manager": False, "location": {"time_zone": "Europe/Vienna"}}
            for label in ("First floor", "Second floor"):
                g, d, kind = str(uuid4()), str(uuid4()), ("kisi_access_group", "Kisi group")
                self.groups[g] = {**base, "acs_access_group_id": g, "name": label, "display_name": label, "workspace_id": self.id,
                                  "external_type": kind[0], "external_type_display_name": kind[1], "access_group_type": kind[0],
                                  "access_group_type_display_name": kind[1], "is_managed": True, "pending_mutations": []}
                self.doors[d] = {**base, "acs_entrance_id": d, "display_name": label + " door", "space_ids": []}
            self.keep(User(self, self.systems[id], f"Porter {site}"))
        self.keep(Identity(self, "Mira Holt", "mira.holt@brassworks.example")).users()

    def keep(self, row):
        return (self.identities if isinstance(row, Identity) else self.users).setdefault(row.id, row)

    def identity(self, id): return self.identities.get(id) or self.refuse("user_identity")
    def user(self, id): return self.users.get(id) or self.refuse("acs_user")
    def system(self, id): return self.systems.get(id) or self.refuse("acs_system")
    def group(self, id): return self.groups.get(id) or self.refuse("acs_access_group")
    def by_key(self, k): return next((i for i in self.identities.values() if i.user_identity_key == k), None)

    def refuse(self, what):
        raise missing(what)

    def named_user(self, call):
        """The user by its id, or by its identity and system."""
        id, owner, system = (call.take(n, uuid) for n in ("acs_user_id", "user_identity_id", "acs_system_id"))
        if id:
            return self.user(id)
        if not owner or not system:
            raise wrong("acs_user_id", "required, or user_identity_id with acs_system_id")
        return next((u for u in self.users.values() if u.identity and u.identity.id == owner and u.system["acs_system_id"] == system),
                    None) or self.refuse("acs_user")

    def claim(self, values, own=None):
        """Refuse the values that are somebody else's already."""
        for i in self.identities.values():
            for n in ("email_address", "phone_number", "user_identity_key"):
                if i is not own and values.get(n) is not None and getattr(i, n) == values[n]:
                    raise Problem(409, "user_identity_already_exists", f"{n} belongs to another identity")

    def alone(self, identity, system):
        if any(u.system is system for u in identity.users()):
            raise Problem(409, "acs_user_already_exists", "The identity has a user in this system")

    def person(self, call):
        return call.some(True, full_name=filled, email_address=email, phone_number=phone, user_identity_key=key)

    def op_user_identities_create(self, call):
        values, systems = self.person(call), [self.system(s) for s in call.take("acs_system_ids", uuids, [])]
        self.claim(values)
        made = self.keep(Identity(self, **values))
        for s in systems:
            here = [u for u in self.users.values() if u.system is s and u.identity is None]
            same = [u for u in here if u.email_address and u.email_address == made.email_address]
            same += [u for u in here if u.phone_number and u.phone_number == made.phone_number]
            (same or [self.keep(User(self, s, made.full_name, made.email_address, made.phone_number))])[0].link(made)
        return {"user_identity": made.json()}

    def op_user_identities_get(self, call):
        id, k = call.take("user_identity_id", uuid), call.take("user_identity_key", filled)
        if not id and not k:
            raise wrong("user_identity_id", "required, or user_identity_key")
        return {"user_identity": (self.identity(id) if id else self.by_key(k) or self.refuse("user_identity")).json()}

    def op_user_identities_list(self, call):
        ids, before, search = self.asked(call, "user_identity_ids")
        houses = HOUSES.values() if "other-workspace" in breach else [self]
        rows = [(i.created, i.json()) for house in houses for i in house.identities.values()]
        return {"user_identities": [i for t, i in rows if (ids is None or i["user_identity_id"] in ids) and (not before or t < before)
                                    and search(i, "full_name", "email_address", "phone_number", "user_identity_id")]}

    def asked(self, call, ids):
        """What most lists take: ids, created_before and a test for search."""
        part = call.take("search", filled, "").lower()
        return (call.take(ids, uuids), call.take("created_before", time),
                lambda row, *names: any(part in (row.get(n) or "").lower() for n in names))

    def op_user_identities_update(self, call):
        values, i = self.person(call), self.identity(call.need("user_identity_id", uuid))
        self.claim(values, own=i)
        vars(i).update(values)

    def op_user_identities_delete(self, call):
        i = self.identity(call.need("user_identity_id", uuid))
        for u in i.users():
            del self.users[u.id]
        del self.identities[i.id]

    def op_user_identities_add_acs_user(self, call):
        id, k, user_id = call.take("user_identity_id", uuid), call.take("user_identity_key", key), call.need("acs_user_id", uuid)
        if (id is None) == (k is None):
            raise wrong("user_identity_id", "either this or user_identity_key is needed")
        u, i = self.user(user_id), self.identity(id) if id else self.by_key(k)
        if u.identity and u.identity is not i:
            raise Problem(409, "acs_user_already_linked", "The user belongs to another identity")
        if i is None:
            values = {"full_name": u.full_name, "email_address": u.email_address, "phone_number": u.phone_number, "user_identity_key": k}
            self.claim(values)
            i = self.keep(Identity(self, **values))
        elif u.identity is None:
            self.alone(i, u.system)
        u.link(i)

    def op_user_identities_remove_acs_user(self, call):
        i, u = self.identity(call.need("user_identity_id", uuid)), self.user(call.need("acs_user_id", uuid))
        if u.identity is not i:
            raise Problem(400, "acs_user_not_linked", "The user does not belong to the identity")
        u.link(None)

    def op_user_identities_list_acs_users(self, call):
        return {"acs_users": [u.json() for u in self.identity(call.need("user_identity_id", uuid)).users()]}

    def op_user_identities_list_acs_systems(self, call):
        return {"acs_systems": [u.system for u in self.identity(call.need("user_identity_id", uuid)).users()]}

    def op_acs_users_create(self, call):
        name, system_id = call.need("full_name", filled), call.need("acs_system_id", uuid)
        values, owner = self.user_values(call, new_schedule, False), call.take("user_identity_id", uuid)
        wanted = call.take("acs_access_group_ids", uuids, [])
        s, groups = self.system(system_id), [self.group(g) for g in wanted]
        if any(g["acs_system_id"] != system_id for g in groups):
            raise wrong("acs_access_group_ids", "a group of another system")
        if owner:
            self.alone(self.identity(owner), s)
        u = self.keep(User(self, s, **{"full_name": name, **values}, groups=wanted))
        u.link(self.identity(owner) if owner else None)
        return {"acs_user": u.json()}

    def user_values(self, call, bounds, null):
        values = call.some(False, email=email, full_name=filled, email_address=email, phone_number=phone, hid_acs_system_id=uuid)
        values = {"email_address": values.pop("email"), **values} if "email" in values else values
        return {**values, **call.some(null, access_schedule=bounds)}

    def op_acs_users_get(self, call): return {"acs_user": self.named_user(call).json()}

    def op_acs_users_list(self, call):
        _, before, search = self.asked(call, "-")
        wanted = {**call.some(False, acs_system_id=uuid, user_identity_id=uuid),
                  **call.some(True, user_identity_email_address=string, user_identity_phone_number=string)}
        rows = [u.json() for u in self.users.values() if not before or u.created < before]
        return {"acs_users": [u for u in rows if all(n in u and u[n] == v for n, v in wanted.items()) and search(
            u, "full_name", "phone_number", "email_address", "acs_user_id", "user_identity_id", "user_identity_full_name",
            "user_identity_phone_number")]}

    def op_acs_users_update(self, call):
        vars(self.named_user(call)).update(self.user_values(call, schedule, True))

    def op_acs_users_delete(self, call): del self.users[self.named_user(call).id]
    def op_acs_users_suspend(self, call): self.named_user(call).is_suspended = True
    def op_acs_users_unsuspend(self, call): self.named_user(call).is_suspended = False

    def op_acs_systems_list(self, call):
        account, (_, _, search) = call.take("connected_account_id", uuid), self.asked(call, "-")
        return {"acs_systems": [s for s in self.systems.values() if account in (None, s["connected_account_id"])
                                and search(s, "name", "acs_system_id")]}

    def op_acs_access_groups_list(self, call):
        s, user, owner = (call.take(n, uuid) for n in ("acs_system_id", "acs_user_id", "user_identity_id"))
        search, found = self.asked(call, "-")[2], [g for g in self.groups.values() if s in (None, g["acs_system_id"])]
        for id, of in ((user, lambda u: u.id), (owner, lambda u: u.identity and u.identity.id)):
            if id:
                found = [g for g in found if any(of(u) == id and g["acs_access_group_id"] in u.groups for u in self.users.values())]
        return {"acs_access_groups": [g for g in found if search(g, "name", "acs_access_group_id")]}

    def op_acs_entrances_list(self, call):
        ids, _, search = self.asked(call, "acs_entrance_ids")
        wanted = call.some(False, acs_system_id=uuid, connected_account_id=uuid)
        return {"acs_entrances": [d for d in self.doors.values() if (ids is None or d["acs_entrance_id"] in ids)
                                  and all(d[n] == v for n, v in wanted.items()) and search(d, "display_name")]}

    def op_workspaces_get(self, call):
        return {"workspace": {"workspace_id": self.id, "name": self.name, "company_name": "Brassworks", "is_sandbox": True, "organization_id": None,
                              "is_suspended": False, "connect_partner_name": None, "connect_webview_customization": {},
                              "is_publishable_key_auth_enabled": False}}


class Server(BaseHTTPRequestHandler):
    protocol_version, wbufsize, lock = "HTTP/1.1", 100_000, threading.Lock()
    areas = {"/user_identities", "/acs/users", "/acs/systems", "/acs/access_groups", "/acs/entrances", "/workspaces"}
    methods = {"get": "GET", "list": "GET", "update": "PATCH", "delete": "DELETE", "add": "PUT", "remove": "DELETE"}

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.work
        raise AttributeError(name)

    def log_message(self, format, *args): pass

    def send_error(self, code, message=None, explain=None):
        self.close_connection = True
        self.out(400, {"error": {"type": "bad_request", "message": message or "Bad request"}, "ok": False})

    def out(self, status, answer):
        raw = json.dumps(answer).encode()
        self.send_response(status)
        for line in (("seam-request-id", uuid4()), ("Content-Type", "application/json"), ("Content-Length", len(raw))):
            self.send_header(line[0], str(line[1]))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(raw)

    def work(self):
        length = self.headers.get("Content-Length", "0")
        raw = self.rfile.read(int(length) if length.isdigit() else 0)
        try:
            answer, status = {**(self.answer(urlsplit(self.path), raw) or {}), "ok": True}, 200
            if "created-201" in breach and self.path.split("?")[0].endswith("/create"):
                status = 201
        except Problem as problem:
            answer, status = {"error": problem.error, "ok": False}, problem.status
        self.out(status, answer)

    def answer(self, url, raw):
        word, _, token = self.headers.get("Authorization", "").partition(" ")
        if word != "Bearer" or token not in HOUSES:
            raise Problem(401, "unauthorized", "Send a valid API key as a bearer token")
        known = url.path.rpartition("/")[0] in self.areas
        operation = getattr(HOUSES[token], "op" + url.path.replace("/", "_"), None) if known else None
        if not operation:
            raise Problem(404, "route_not_found", "There is no such operation")
        allowed = {"POST", self.methods.get(url.path.split("/")[-1].split("_")[0], "POST")}
        if self.command not in allowed:
            raise Problem(405, "method_not_allowed", "only " + ",".join(sorted(allowed)) + " accepted")
        if raw and self.command in ("POST", "PATCH") and not self.headers.get("Content-Type", "").lower().startswith("application/json"):
            raise Problem(400, "invalid_content_type", "The content type must be application/json")
        try:
            body = json.loads(raw or b"{}")
        except (ValueError, RecursionError):
            raise Problem(400, "malformed_json", "The body is not JSON") from None
        if not isinstance(body, dict):
            raise wrong("body", "must be an object")
        with self.lock:
            return operation(Call(url.query, body))


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--breach", action="append", default=[], choices=["other-workspace", "mirror-stays", "created-201"])
    parser.add_argument("--seed", help="not used: nothing here is left to chance")
    breach.update(parser.parse_args().breach)
    HOUSES = {"seam_test3Brass_Xk7Rw2VnQp5Ms8Td": House("Linden"), "seam_test4Brass_Gh9Lc4ZyJf6Bq3Wv": House("Maple")}
    ThreadingHTTPServer.request_queue_size = 128
    http = ThreadingHTTPServer(("127.0.0.1", 0), Server)
    threading.Thread(target=http.serve_forever, daemon=True).start()
    print(json.dumps({"endpoint": f"http://127.0.0.1:{http.server_port}", "api_key": list(HOUSES)[0], "other_api_key": list(HOUSES)[1]}), flush=True)
    sys.stdin.read()
