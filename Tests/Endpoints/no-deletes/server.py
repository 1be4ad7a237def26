"""Gatehouse: a vendor that never forgets. Identities and access-system users are all there, but nothing can be deleted.
Models with controllers in the manner of Rails, and Rails' own JSON for paths and methods without a route."""
import argparse
import base64
import collections
import hashlib
import json
import random
import re
import signal
import sys
import threading
import uuid
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode


class Rejected(Exception):
    def __init__(self, status, kind, message, **fields):
        self.status = status
        error = {"type": kind, "message": message}
        if fields:
            error["validation_errors"] = {"_errors": [], **{name: {"_errors": [text]} for name, text in fields.items()}}
        self.json = {"error": error, "ok": False}


def invalid(name, text):
    return Rejected(400, "invalid_input", f"{name} {text}", **{name: text})


# -- parameters ------------------------------------------------------------------------------------------------------

def a_uuid(value):
    if not (isinstance(value, str) and re.fullmatch("[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}", value, re.I)):
        raise ValueError("is not a UUID")
    return value.lower()


def a_text(value):
    if not isinstance(value, str):
        raise ValueError("is not a string")
    if not value:
        raise ValueError("is too short (minimum is 1 character)")
    return value


def any_text(value):
    return value if value == "" else a_text(value)


def a_key(value):
    if not a_text(value).strip():
        raise ValueError("can't be blank")
    return value


def an_email(value):
    local, at, domain = a_text(value).rpartition("@")
    if not at or not re.fullmatch(r"[\w'+-]+(\.[\w'+-]+)*", local, re.A) or not re.fullmatch(r"([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}", domain, re.I | re.A):
        raise ValueError("is not an email")
    return value


def a_phone(value):
    if not re.fullmatch(r"\+[1-9][0-9]{6,14}", a_text(value)):
        raise ValueError("is not in E.164 format")
    return value


def a_time(value):
    pattern = r"([0-9-]{10}T[0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{1,9})?(Z|[+-][0-9]{2}:[0-9]{2})"
    parts = re.fullmatch(pattern, value) if isinstance(value, str) else None
    if not parts:
        raise ValueError("is not a date and time")
    try:
        return datetime.fromisoformat(parts[1] + ((parts[2] or ".0") + "000000")[:7] + parts[3].replace("Z", "+00:00")).astimezone(timezone.utc)
    except (ValueError, OverflowError):
        raise ValueError("is not a date and time") from None


def a_limit(value):
    if type(value) is not int or value < 1:
        raise ValueError("must be a whole number greater than 0")
    return value


def a_schedule(value):
    if not isinstance(value, dict):
        raise ValueError("is not an object")
    now = datetime.now(timezone.utc)
    starts = a_time(value["starts_at"]) if "starts_at" in value else now
    ends = a_time(value["ends_at"]) if value.get("ends_at") is not None else None
    if ends and ends <= max(starts, now):
        raise ValueError("must end after it starts, and in the future")
    return {"starts_at": stamp(starts), "ends_at": ends and stamp(ends)}


def many(reader):
    def read(value):
        if not isinstance(value, list):
            raise ValueError("is not an array")
        return list(dict.fromkeys(reader(item) for item in value))
    return read


def stamp(moment):
    return moment.isoformat(timespec="milliseconds" if moment.microsecond % 1000 == 0 else "microseconds").replace("+00:00", "Z")


class Params(dict):
    """The parameters as sent. `permit` checks those that are named; a name that ends in `!` must be given, and null is
    let through where the reader is wrapped in `(reader, None)`."""

    def permit(self, **readers):
        found = {}
        for name, reader in readers.items():
            nullable = isinstance(reader, tuple)
            if name not in self:
                continue
            if self[name] is None and nullable:
                found[name] = None
                continue
            try:
                found[name] = (reader[0] if nullable else reader)(self[name])
            except ValueError as problem:
                raise invalid(name, str(problem)) from None
        return found

    def require(self, **readers):
        found = self.permit(**readers)
        for name in readers:
            if name not in found:
                raise invalid(name, "is required")
        return found


# -- models ----------------------------------------------------------------------------------------------------------

class Record:
    """What a workspace has. Records are numbered in the order of their making."""
    tables = collections.defaultdict(dict)
    count = 0
    label = ""

    def __init__(self, workspace):
        Record.count += 1
        self.number, self.workspace = Record.count, workspace
        self.id = str(uuid.UUID(int=DICE.getrandbits(128), version=4))
        self.created_at = datetime.now(timezone.utc)
        Record.tables[type(self)][self.id] = self

    @classmethod
    def all(cls, workspace):
        return [r for r in Record.tables[cls].values() if r.workspace == workspace]

    @classmethod
    def find(cls, workspace, id_):
        record = Record.tables[cls].get(id_)
        if record is None or record.workspace != workspace:
            raise Rejected(404, cls.label + "_not_found", f"Couldn't find {cls.label} with '{cls.label}_id'={id_}")
        return record


class AcsSystem(Record):
    label = "acs_system"

    def __init__(self, workspace, name):
        super().__init__(workspace)
        self.name, self.account = name, str(uuid.UUID(int=DICE.getrandbits(128), version=4))

    def as_json(self):
        return {"acs_system_id": self.id, "workspace_id": self.workspace, "name": self.name, "created_at": stamp(self.created_at), "connected_account_id": self.account,
                "connected_account_ids": [self.account], "external_type": "kisi_organization", "external_type_display_name": "Kisi Organization", "errors": [], "warnings": [],
                "image_url": "https://gatehouse.example/kisi.png", "image_alt_text": "A reader", "is_credential_manager": False, "location": {"time_zone": None},
                "acs_user_count": sum(u.system is self for u in AcsUser.all(self.workspace))}


class AccessGroup(Record):
    label = "acs_access_group"

    def __init__(self, system, name):
        super().__init__(system.workspace)
        self.system, self.name, self.members = system, name, []

    def as_json(self):
        return {"acs_access_group_id": self.id, "acs_system_id": self.system.id, "workspace_id": self.workspace, "connected_account_id": self.system.account, "name": self.name,
                "display_name": self.name, "external_type": "kisi_access_group", "external_type_display_name": "Kisi Group", "access_group_type": "kisi_access_group",
                "access_group_type_display_name": "Kisi Group", "created_at": stamp(self.created_at), "is_managed": True, "errors": [], "warnings": [], "pending_mutations": []}

    def admit(self, user):
        if user.system is not self.system:
            raise invalid("acs_access_group_id", "is a group of another access system")
        if user not in self.members or "group-members-doubled" in BREACHES:
            self.members.append(user)


class UserIdentity(Record):
    label = "user_identity"
    fields = dict(email_address=(an_email, None), full_name=(a_text, None), phone_number=(a_phone, None), user_identity_key=(a_key, None))

    def __init__(self, workspace, values):
        super().__init__(workspace)
        self.values = {name: values.get(name) for name in self.fields}
        self.former_ids, self.former_keys = [], []

    @classmethod
    def find(cls, workspace, id_):
        former = [i for i in cls.all(workspace) if id_ in i.former_ids]
        return former[0] if former else super().find(workspace, id_)

    @classmethod
    def with_key(cls, workspace, key):
        return next((i for i in cls.all(workspace) if i.values["user_identity_key"] == key or key in i.former_keys), None)

    @classmethod
    def with_key_or_404(cls, workspace, key):
        return cls.with_key(workspace, key) or cls.find(workspace, "")

    @classmethod
    def validate_uniqueness(cls, workspace, values, of=None):
        for name in ("email_address", "phone_number", "user_identity_key"):
            value = values.get(name)
            if value is None:
                continue
            if "update-key-not-unique" in BREACHES and name == "user_identity_key" and of:
                continue
            for other in cls.all(workspace):
                if other is not of and other.values[name] == value or name == "user_identity_key" and value in other.former_keys:
                    raise Rejected(400, "has_already_been_taken", f"{name} has already been taken", **{name: "has already been taken"})

    @property
    def users(self):
        return [u for u in AcsUser.all(self.workspace) if u.identity is self]

    def user_in(self, system):
        return next((u for u in self.users if u.system is system), None)

    def enter(self, system):
        """Links the user of the system with this email or phone, or makes one."""
        mail, phone = self.values["email_address"], self.values["phone_number"]
        free = [u for u in AcsUser.all(self.workspace) if u.system is system and u.identity is None]
        user = self.user_in(system) or next((u for u in free if mail and u.values["email_address"] == mail), None) \
            or next((u for u in free if phone and u.values["phone_number"] == phone), None)
        if user is None:
            user = AcsUser(system, {n: self.values[n] for n in ("full_name", "email_address", "phone_number")}, self.display_name)
        user.identity = self
        return user

    @property
    def display_name(self):
        return next((self.values[n] for n in ("full_name", "email_address", "user_identity_key", "phone_number") if self.values[n]), f"Identity {self.number}")

    def as_json(self):
        linked = [u.id for u in self.users if not ("link-not-shown" in BREACHES and u.linked_late)]
        return {"user_identity_id": self.id, **self.values, "display_name": self.display_name, "created_at": stamp(self.created_at), "workspace_id": self.workspace,
                "acs_user_ids": linked, "merged_user_identity_ids": self.former_ids, "merged_user_identity_keys": self.former_keys, "errors": [], "warnings": []}


class AcsUser(Record):
    label = "acs_user"

    def __init__(self, system, values, name=None):
        super().__init__(system.workspace)
        self.system, self.identity, self.suspended, self.linked_late = system, None, False, False
        self.values = {n: values.get(n) for n in ("full_name", "email_address", "phone_number", "access_schedule", "hid_acs_system_id")}
        self.fallback = name

    def as_json(self):
        shown = {"acs_user_id": self.id, "acs_system_id": self.system.id, "workspace_id": self.workspace, "connected_account_id": self.system.account,
                 "created_at": stamp(self.created_at), "display_name": self.values["full_name"] or self.fallback, "is_suspended": self.suspended, "is_managed": True,
                 "external_type": "kisi_user", "external_type_display_name": "Kisi User", "last_successful_sync_at": stamp(self.created_at), "errors": [], "warnings": []}
        shown.update((n, v) for n, v in self.values.items() if v is not None)
        if "email_address" in shown:
            shown["email"] = shown["email_address"]
        if self.identity:
            theirs = self.identity.values
            shown.update(user_identity_id=self.identity.id, user_identity_full_name=theirs["full_name"], user_identity_email_address=theirs["email_address"],
                         user_identity_phone_number=theirs["phone_number"])
        return shown


# -- controllers -----------------------------------------------------------------------------------------------------

class Controller:
    def __init__(self, workspace, params, base):
        self.ws, self.params, self.base = workspace, params, base

    def identity(self, name="user_identity_id"):
        return UserIdentity.find(self.ws, self.params.require(**{name: a_uuid})[name])

    def user(self):
        """The user that acs_user_id names, or user_identity_id with acs_system_id."""
        p = self.params.permit(acs_user_id=a_uuid, user_identity_id=a_uuid, acs_system_id=a_uuid)
        if "acs_user_id" in p:
            user = AcsUser.find(self.ws, p["acs_user_id"])
            if p.get("user_identity_id", user.identity and user.identity.id) != (user.identity and user.identity.id):
                raise invalid("user_identity_id", "is not the identity of this user")
            return user
        p = self.params.require(user_identity_id=a_uuid, acs_system_id=a_uuid) if p else self.params.require(acs_user_id=a_uuid)
        found = [u for u in UserIdentity.find(self.ws, p["user_identity_id"]).users if u.system.id == p["acs_system_id"]]
        return found[0] if found else AcsUser.find(self.ws, "")

    def paginate(self, root, records):
        p = self.params.permit(limit=a_limit, page_cursor=(any_text, None), created_before=a_time, search=a_text)
        if "created_before" in p:
            records = [r for r in records if r.created_at < p["created_before"]]
        records = sorted(records, key=lambda r: r.number)
        limit, asked = p.get("limit", 500), {k: v for k, v in self.params.items() if k not in ("page_cursor",)}
        seal = hashlib.sha256(json.dumps([self.ws, root, limit, {k: v for k, v in asked.items() if k in LIST_PARAMS}, SALT], sort_keys=True).encode()).hexdigest()[:16]
        if p.get("page_cursor") is not None:
            known = ISSUED.get(p["page_cursor"])
            if known is None or known[0] != seal:
                raise invalid("page_cursor", "is not a cursor of this list")
            records = [r for r in records if r.number > known[1]]
        page, rest = records[:limit], records[limit:]
        cursor = url = None
        if rest:
            cursor = base64.b64encode(f"{page[-1].number}/{seal}".encode()).decode()
            ISSUED[cursor] = (seal, page[-1].number)
            again = {k: v if v not in (None, []) else "" for k, v in asked.items() if k in LIST_PARAMS}
            url = self.base + "?" + urlencode({**again, "page_cursor": cursor}, doseq=True)
        return {root: [r.as_json() for r in page], "pagination": {"has_next_page": bool(rest), "next_page_cursor": cursor, "next_page_url": url}}

    def matching(self, records, texts):
        part = self.params.permit(search=a_text).get("search")
        return records if part is None else [r for r in records if any(part.lower() in t.lower() for t in texts(r) if t)]


class UserIdentitiesController(Controller):
    def create(self):
        values, systems = self.params.permit(**UserIdentity.fields), self.params.permit(acs_system_ids=many(a_uuid)).get("acs_system_ids", [])
        systems = [AcsSystem.find(self.ws, s) for s in systems]
        UserIdentity.validate_uniqueness(self.ws, values)
        identity = UserIdentity(self.ws, values)
        for system in systems:
            identity.enter(system)
        return {"user_identity": identity.as_json()}

    def get(self):
        p = self.params.permit(user_identity_id=a_uuid, user_identity_key=a_text)
        if not p:
            raise invalid("user_identity_id", "is required")
        found = [UserIdentity.find(self.ws, p["user_identity_id"])] if "user_identity_id" in p else []
        found += [UserIdentity.with_key_or_404(self.ws, p["user_identity_key"])] if "user_identity_key" in p else []
        if found[0] is not found[-1]:
            raise invalid("user_identity_key", "is the key of another identity")
        return {"user_identity": found[0].as_json()}

    def list(self):
        records = self.matching(UserIdentity.all(self.ws), lambda i: (i.id, i.values["full_name"], i.values["phone_number"], i.values["email_address"]))
        p = self.params.permit(user_identity_ids=many(a_uuid), credential_manager_acs_system_id=a_uuid)
        if "credential_manager_acs_system_id" in p:
            records = []
        return self.paginate("user_identities", [i for i in records if i.id in p.get("user_identity_ids", [i.id])])

    def update(self):
        self.params.require(user_identity_id=a_uuid)
        changes, identity = self.params.permit(**UserIdentity.fields), self.identity()
        if identity.id != self.params["user_identity_id"].lower():
            UserIdentity.find(self.ws, "")
        UserIdentity.validate_uniqueness(self.ws, changes, identity)
        identity.values.update(changes)
        return {}

    def add_acs_user(self):
        p = {**self.params.require(acs_user_id=a_uuid), **self.params.permit(user_identity_id=a_uuid, user_identity_key=a_key)}
        if len(p) == 1:
            raise invalid("user_identity_id", "or user_identity_key is required")
        user = AcsUser.find(self.ws, p["acs_user_id"])
        identity = UserIdentity.find(self.ws, p["user_identity_id"]) if "user_identity_id" in p else UserIdentity.with_key(self.ws, p["user_identity_key"])
        if len(p) == 3 and identity is not UserIdentity.with_key(self.ws, p["user_identity_key"]):
            raise invalid("user_identity_key", "is not the key of this identity")
        if user.identity and user.identity is not identity:
            raise Rejected(409, "acs_user_already_linked", "The user belongs to another identity")
        if identity and identity.user_in(user.system) not in (None, user):
            raise Rejected(409, "already_in_acs_system", "The identity has another user in this access system")
        if identity is None:
            values = {**user.values, "user_identity_key": p["user_identity_key"]}
            UserIdentity.validate_uniqueness(self.ws, values)
            identity = UserIdentity(self.ws, values)
        user.identity, user.linked_late = identity, True
        return {}

    def remove_acs_user(self):
        p = self.params.require(acs_user_id=a_uuid, user_identity_id=a_uuid)
        user, identity = AcsUser.find(self.ws, p["acs_user_id"]), UserIdentity.find(self.ws, p["user_identity_id"])
        if user.identity is not identity:
            raise Rejected(400, "acs_user_not_linked", "The user does not belong to this identity")
        user.identity = None
        return {}

    def list_acs_users(self):
        return {"acs_users": [u.as_json() for u in self.identity().users]}

    def list_acs_systems(self):
        return {"acs_systems": [u.system.as_json() for u in self.identity().users]}

    def merge(self):
        ids = self.params.permit(user_identity_id=a_uuid, merged_user_identity_ids=many(a_uuid))
        keys = self.params.permit(user_identity_key=a_text, merged_user_identity_keys=many(a_text))
        if ids and keys:
            raise invalid("merged_user_identity_keys", "cannot be given beside ids")
        kind, find = ("key", UserIdentity.with_key_or_404) if keys else ("id", UserIdentity.find)
        for name in (f"user_identity_{kind}", f"merged_user_identity_{kind}s"):
            if name not in {**ids, **keys}:
                raise invalid(name, "is required")
        first, others = {**ids, **keys}[f"user_identity_{kind}"], {**ids, **keys}[f"merged_user_identity_{kind}s"]
        if not 1 <= len(self.params[f"merged_user_identity_{kind}s"]) <= 20 or first in others:
            raise invalid(f"merged_user_identity_{kind}s", "must be 1 to 20 other identities")
        primary = find(self.ws, first)
        merged = [i for i in {find(self.ws, o): 0 for o in others} if i is not primary]
        systems = [u.system for i in [primary, *merged] for u in i.users]
        if len(systems) > len(set(systems)):
            raise Rejected(409, "already_in_acs_system", "Two of the identities have users in one access system")
        for identity in merged:
            for user in identity.users:
                user.identity = primary
            key = identity.values["user_identity_key"]
            primary.former_ids = primary.former_ids + [identity.id] + identity.former_ids
            primary.former_keys = primary.former_keys + [k for k in [key] if k] + identity.former_keys
            for name in ("email_address", "phone_number"):
                primary.values[name] = primary.values[name] or identity.values[name]
            del Record.tables[UserIdentity][identity.id]
        return {}


class AcsUsersController(Controller):
    contact = dict(email_address=an_email, email=an_email, phone_number=a_phone)

    def create(self):
        p = {**self.params.require(full_name=a_text, acs_system_id=a_uuid),
             **self.params.permit(acs_access_group_ids=many(a_uuid), user_identity_id=a_uuid, access_schedule=a_schedule, **self.contact)}
        system = AcsSystem.find(self.ws, p["acs_system_id"])
        groups = [AccessGroup.find(self.ws, g) for g in p.get("acs_access_group_ids", [])]
        identity = UserIdentity.find(self.ws, p["user_identity_id"]) if "user_identity_id" in p else None
        if any(g.system is not system for g in groups):
            raise invalid("acs_access_group_ids", "has a group of another access system")
        if identity and identity.user_in(system):
            raise Rejected(409, "already_in_acs_system", "The identity has a user in this access system")
        user = AcsUser(system, {"email_address": p.get("email"), **p})
        user.identity = identity
        for group in groups:
            group.admit(user)
        return {"acs_user": user.as_json()}

    def get(self):
        return {"acs_user": self.user().as_json()}

    def list(self):
        theirs = lambda u, n: u.identity.values[n] if u.identity else None
        records = self.matching(AcsUser.all(self.ws), lambda u: (u.id, u.values["full_name"], u.values["phone_number"], u.values["email_address"], u.identity and u.identity.id,
                                                                 theirs(u, "full_name"), theirs(u, "phone_number")))
        p = self.params.permit(acs_system_id=a_uuid, user_identity_id=a_uuid, user_identity_email_address=(any_text, None), user_identity_phone_number=(any_text, None))
        for name, value in p.items():
            if name == "acs_system_id":
                records = [u for u in records if u.system.id == value]
            elif name == "user_identity_id":
                records = [u for u in records if u.identity and value in (u.identity.id, *u.identity.former_ids)]
            else:
                records = [u for u in records if u.identity and theirs(u, name[14:]) == value]
        return self.paginate("acs_users", records)

    def update(self):
        changes = self.params.permit(full_name=a_text, access_schedule=(a_schedule, None), hid_acs_system_id=a_uuid, **self.contact)
        user, alias = self.user(), changes.pop("email", None)
        if alias and "email_address" not in changes:
            changes["email_address"] = alias
        user.values.update(changes)
        return {}

    def suspend(self):
        self.user().suspended = True
        return {}

    def unsuspend(self):
        self.user().suspended = "suspended-forever" in BREACHES
        return {}

    def add_to_access_group(self):
        p = self.params.require(acs_access_group_id=a_uuid, acs_user_id=a_uuid)
        AccessGroup.find(self.ws, p["acs_access_group_id"]).admit(AcsUser.find(self.ws, p["acs_user_id"]))
        return {}

    def remove_from_access_group(self):
        group = AccessGroup.find(self.ws, self.params.require(acs_access_group_id=a_uuid)["acs_access_group_id"])
        self.params["acs_system_id"] = group.system.id
        if not {"acs_user_id", "user_identity_id"} & set(self.params):
            raise invalid("acs_user_id", "is required")
        user = self.user()
        group.members = [m for m in group.members if m is not user]
        return {}


class AccessGroupsController(AcsUsersController):
    def list(self):
        p = self.params.permit(acs_system_id=a_uuid, acs_user_id=a_uuid, user_identity_id=a_uuid)
        groups = [g for g in AccessGroup.all(self.ws) if p.get("acs_system_id", g.system.id) == g.system.id]
        if "acs_user_id" in p:
            groups = [g for g in groups if any(m.id == p["acs_user_id"] for m in g.members)]
        if "user_identity_id" in p:
            groups = [g for g in groups if any(m.identity and m.identity.id == p["user_identity_id"] for m in g.members)]
        return {"acs_access_groups": [g.as_json() for g in self.matching(groups, lambda g: (g.name, g.id))]}

    def group(self):
        return AccessGroup.find(self.ws, self.params.require(acs_access_group_id=a_uuid)["acs_access_group_id"])

    def get(self):
        return {"acs_access_group": self.group().as_json()}

    def list_users(self):
        return {"acs_users": [m.as_json() for m in self.group().members]}

    def add_user(self):
        group, p = self.group(), self.params.permit(acs_user_id=a_uuid, user_identity_id=a_uuid)
        if len(p) != 1:
            raise invalid("acs_user_id", "or user_identity_id is required, and not both")
        group.admit(AcsUser.find(self.ws, p["acs_user_id"]) if "acs_user_id" in p else self.identity().enter(group.system))
        return {}

    remove_user = AcsUsersController.remove_from_access_group


class AcsSystemsController(Controller):
    def list(self):
        p = self.params.permit(connected_account_id=a_uuid, customer_key=a_text)
        systems = [s for s in AcsSystem.all(self.ws) if p.get("connected_account_id", s.account) == s.account and "customer_key" not in p]
        return {"acs_systems": [s.as_json() for s in self.matching(systems, lambda s: (s.name, s.id))]}

    def get(self):
        return {"acs_system": AcsSystem.find(self.ws, self.params.require(acs_system_id=a_uuid)["acs_system_id"]).as_json()}


class WorkspacesController(Controller):
    def get(self):
        return {"workspace": {"workspace_id": self.ws, "name": "Gatehouse sandbox", "company_name": "Gatehouse", "connect_partner_name": "Gatehouse", "is_sandbox": True,
                              "is_suspended": False, "is_publishable_key_auth_enabled": False, "organization_id": None, "connect_webview_customization": {}}}


ROUTES = {}
for prefix, controller, lines in (
        ("/user_identities/", UserIdentitiesController, "create get:GET list:GET update:PATCH add_acs_user:PUT remove_acs_user:DELETE list_acs_users:GET list_acs_systems:GET merge"),
        ("/acs/users/", AcsUsersController, "create get:GET list:GET update:PATCH suspend unsuspend add_to_access_group:PUT remove_from_access_group:DELETE"),
        ("/acs/access_groups/", AccessGroupsController, "get:GET list:GET list_users:GET add_user:PUT remove_user:DELETE"),
        ("/acs/systems/", AcsSystemsController, "get:GET list:GET"), ("/workspaces/", WorkspacesController, "get:GET")):
    for line in lines.split():
        action, _, verb = line.partition(":")
        ROUTES["POST", prefix + action] = controller, action
        if verb:
            ROUTES[verb, prefix + action] = controller, action
LIST_PARAMS = set("limit created_before search user_identity_ids credential_manager_acs_system_id acs_system_id user_identity_id user_identity_email_address "
                  "user_identity_phone_number".split())
ISSUED, LOCK = {}, threading.Lock()


class Rack(BaseHTTPRequestHandler):
    protocol_version, wbufsize, disable_nagle_algorithm = "HTTP/1.1", -1, True

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.call
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def call(self):
        given = self.headers.get("content-length", "0")
        raw = self.rfile.read(int(given)) if given.isdigit() else b""
        path, _, query = self.path.partition("?")
        try:
            scheme, _, key = self.headers.get("authorization", "").partition(" ")
            if scheme.lower() != "bearer" or key not in KEYS:
                raise Rejected(401, "unauthorized", "The API key is missing or unknown")
            if (self.command, path) not in ROUTES:
                return self.render(404, {"status": 404, "error": "Not Found"})
            controller, action = ROUTES[self.command, path]
            params = Params(self.query(query))
            params.update(self.body(raw))
            with LOCK:
                answer = getattr(controller(KEYS[key], params, f"http://{self.headers.get('host', '127.0.0.1')}{path}"), action)()
            self.render(200, {**answer, "ok": True})
        except Rejected as rejected:
            self.render(rejected.status, rejected.json)

    def query(self, text):
        values = {}
        for name, value in parse_qsl(text, keep_blank_values=True):
            if name.endswith(("_ids", "_keys")):
                values.setdefault(name, []).extend(v for v in [value] if v)
            elif name in values:
                raise Rejected(400, "invalid_query_params", f"{name} is given twice")
            else:
                values[name] = int(value) if name == "limit" and re.fullmatch("[0-9]{1,15}", value) else value or None
        return values

    def body(self, raw):
        if raw and self.command in ("POST", "PATCH") and self.headers.get_content_type() != "application/json":
            raise Rejected(400, "invalid_content_type", "The body must be application/json")
        try:
            body = json.loads(raw) if raw else {}
        except (ValueError, RecursionError):
            raise Rejected(400, "invalid_json", "The body is no JSON") from None
        if not isinstance(body, dict):
            raise Rejected(400, "invalid_input", "The body is no object")
        return body

    def render(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": "application/json; charset=utf-8", "Content-Length": len(data), "Seam-Request-Id": uuid.uuid4()}.items():
            self.send_header(name, str(value))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def seeds():
    for workspace in KEYS.values():
        for place in ("Gate A", "Gate B"):
            system = AcsSystem(workspace, place)
            AccessGroup(system, place + ", day shift")
            AccessGroup(system, place + ", night shift").admit(AcsUser(system, {"full_name": "Guard of " + place}))
        UserIdentity(workspace, {"full_name": "Lena Fischer", "email_address": "lena@gatehouse.example"}).enter(system)


parser = argparse.ArgumentParser()
parser.add_argument("--breach", action="append", default=[])
parser.add_argument("--seed", type=int, default=3)
options = parser.parse_args()
BREACHES, DICE = set(options.breach), random.Random(options.seed)
SALT = DICE.random()
KEYS = {f"seam_test{n}gate_{DICE.getrandbits(90):x}": str(uuid.UUID(int=DICE.getrandbits(128), version=4)) for n in (1, 2)}
seeds()
ThreadingHTTPServer.request_queue_size = 128
server = ThreadingHTTPServer(("127.0.0.1", 0), Rack)
threading.Thread(target=server.serve_forever, daemon=True).start()
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": list(KEYS)[0], "other_api_key": list(KEYS)[1]}), flush=True)
sys.stdin.read()
