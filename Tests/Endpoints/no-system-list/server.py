"""Keyring Systems: identities and access-system users kept in an SQL database in memory. Access systems, groups and
entrances can be named but not listed. Paths and methods that it does not know get Spring Boot's error body."""
import argparse
import base64
import contextlib
import datetime
import hashlib
import json
import random
import re
import signal
import sqlite3
import sys
import threading
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, quote_plus

SCHEMA = """
CREATE TABLE system (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, ws TEXT, name TEXT, account TEXT, created TEXT);
CREATE TABLE team (seq INTEGER PRIMARY KEY, id TEXT UNIQUE, ws TEXT, name TEXT, system TEXT, account TEXT, created TEXT);
CREATE TABLE identity (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, ws TEXT, created TEXT,
  full_name TEXT, email_address TEXT, phone_number TEXT, user_identity_key TEXT);
CREATE UNIQUE INDEX one_email ON identity (ws, email_address);
CREATE UNIQUE INDEX one_phone ON identity (ws, phone_number);
CREATE UNIQUE INDEX one_key ON identity (ws, user_identity_key);
CREATE TABLE former (seq INTEGER PRIMARY KEY, ws TEXT, kind TEXT, value TEXT, identity TEXT, UNIQUE (ws, kind, value));
CREATE TABLE person (seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT UNIQUE, ws TEXT, created TEXT, system TEXT, identity TEXT, label TEXT,
  full_name TEXT, email_address TEXT, phone_number TEXT, hid_acs_system_id TEXT, suspended INTEGER DEFAULT 0, schedule TEXT);
CREATE UNIQUE INDEX one_user_a_system ON person (identity, system);
CREATE TABLE member (team TEXT, person TEXT, UNIQUE (team, person));
"""
LOOSE = {"one-user-a-system-not-kept": "DROP INDEX one_user_a_system", "email-unique-everywhere": "CREATE UNIQUE INDEX one_email_for_all ON identity (email_address)"}
COLUMNS = ("full_name", "email_address", "phone_number", "user_identity_key")


class ApiException(Exception):
    def __init__(self, status, code, message, errors=None):
        super().__init__(message)
        self.status, self.code, self.message, self.errors = status, code, message, errors


def invalid(field, message):
    return ApiException(400, "invalid_input", f"{field}: {message}", {"_errors": [], field: {"_errors": [message]}})


def not_found(kind):
    return ApiException(404, f"{kind}_not_found", f"There is no such {kind}")


# Constraints: each takes a value that is not null and gives the complaint, or nothing.
def string(v):
    return None if isinstance(v, str) and "\0" not in v and not re.search("[\ud800-\udfff]", v) else "must be a string"


def not_empty(v):
    return string(v) or (None if v else "must not be empty")


def not_blank(v):
    return string(v) or (None if v.strip() else "must not be blank")


def uuid_form(v):
    return string(v) or (None if re.fullmatch("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", v) else "must be a UUID")


def email(v):
    form = r"[A-Za-z0-9_'+-]+(\.[A-Za-z0-9_'+-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
    return string(v) or (None if re.fullmatch(form, v) else "must be a well-formed email address")


def e164(v):
    return string(v) or (None if re.fullmatch(r"\+[1-9][0-9]{6,14}", v) else "must be in E.164 format")


def moment(v):
    """The time in UTC as text of one length, or None. Such texts sort as the times do."""
    form = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})\.?([0-9]{0,9})(Z|[+-][0-9]{2}:[0-9]{2})", v) if isinstance(v, str) else None
    if not form or ("." in v) != bool(form[2]):
        return None
    try:
        zone = "+00:00" if form[3] == "Z" else form[3]
        at = datetime.datetime.fromisoformat(f"{form[1]}.{form[2][:6]:0<6}{zone}").astimezone(datetime.timezone.utc)
    except (ValueError, OverflowError):
        return None
    return at.replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def time(v):
    return None if moment(v) else "must be a date-time"


def positive(v):
    return None if type(v) is int and v > 0 else "must be an integer greater than 0"


def each(constraint):
    def check(v):
        if not isinstance(v, list):
            return "must be an array"
        return next((f"item {n} {constraint(item)}" for n, item in enumerate(v) if constraint(item)), None)
    return check


def schedule(v):
    if not isinstance(v, dict):
        return "must be an object"
    start, end = moment(v.get("starts_at", now())), v.get("ends_at")
    if not start or end is not None and not moment(end):
        return "must have date-times"
    return "must end in the future, after it starts" if end is not None and moment(end) <= max(start, now()) else None


def now():
    return moment(datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="microseconds").replace("+00:00", "Z"))


class Request:
    """Parameters after the constraints; identifiers are in lower case."""

    def __init__(self, ws, values, address):
        self.ws, self.values, self.address = ws, values, address

    def __call__(self, name, constraint, nullable=False, required=False, default=None):
        if name not in self.values:
            if required:
                raise invalid(name, "must be given")
            return default
        v = self.values[name]
        if v is None and nullable:
            return None
        complaint = "must not be null" if v is None else constraint(v)
        if complaint:
            raise invalid(name, complaint)
        return v.lower() if constraint is uuid_form else list(dict.fromkeys(i.lower() for i in v)) if constraint is UUIDS else v

    def has(self, *names):
        return [n for n in names if n in self.values]


UUIDS = each(uuid_form)


class Repository:
    def __init__(self):
        self.db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self.db.row_factory = sqlite3.Row
        self.db.executescript(SCHEMA)

    @contextlib.contextmanager
    def transaction(self):
        self.db.execute("BEGIN")
        try:
            yield
            self.db.execute("COMMIT")
        except BaseException:
            self.db.execute("ROLLBACK")
            raise

    def rows(self, sql, *values):
        return self.db.execute(sql, values).fetchall()

    def one(self, sql, *values):
        return self.db.execute(sql, values).fetchone()

    def insert(self, table, **values):
        values = {"id": str(uuid.UUID(int=RANDOM.getrandbits(128), version=4)), "created": now(), **values}
        self.db.execute(f"INSERT INTO {table} ({','.join(values)}) VALUES ({','.join('?' * len(values))})", list(values.values()))
        return values["id"]

    def change(self, table, id_, **values):
        if values:
            self.db.execute(f"UPDATE {table} SET {','.join(n + '=?' for n in values)} WHERE id=?", [*values.values(), id_])

    def owned(self, table, ws, id_, kind):
        row = self.one(f"SELECT * FROM {table} WHERE id=? AND ws=?", id_, ws)
        if row is None:
            raise not_found(kind)
        return row


def identity_dto(row):
    shown = {name: row[name] for name in COLUMNS}
    former = REPO.rows("SELECT kind, value FROM former WHERE identity=? ORDER BY seq", row["id"])
    name = row["full_name"] or row["email_address"] or row["user_identity_key"] or row["phone_number"] or "Anonymous"
    return {**shown, "user_identity_id": row["id"], "workspace_id": row["ws"], "created_at": row["created"], "display_name": name, "errors": [], "warnings": [],
            "acs_user_ids": [u["id"] for u in REPO.rows("SELECT id FROM person WHERE identity=? ORDER BY seq", row["id"])],
            "merged_user_identity_ids": [f["value"] for f in former if f["kind"] == "id"], "merged_user_identity_keys": [f["value"] for f in former if f["kind"] == "key"]}


def person_dto(row):
    shown = {"acs_user_id": row["id"], "acs_system_id": row["system"], "workspace_id": row["ws"], "created_at": row["created"], "display_name": row["full_name"] or row["label"],
             "connected_account_id": REPO.one("SELECT account FROM system WHERE id=?", row["system"])["account"], "is_managed": True, "is_suspended": bool(row["suspended"]),
             "last_successful_sync_at": row["created"], "external_type": "pti_user", "external_type_display_name": "PTI user", "errors": [], "warnings": []}
    shown.update((n, row[n]) for n in ("full_name", "email_address", "phone_number", "hid_acs_system_id") if row[n] is not None)
    if row["schedule"]:
        shown["access_schedule"] = json.loads(row["schedule"])
    if row["identity"]:
        owner = REPO.one("SELECT * FROM identity WHERE id=?", row["identity"])
        shown["user_identity_id"] = owner["id"]
        shown.update(("user_identity_" + n, owner[n]) for n in COLUMNS[:3])
    return shown


def system_dto(row):
    return {"acs_system_id": row["id"], "workspace_id": row["ws"], "name": row["name"], "created_at": row["created"], "connected_account_id": row["account"],
            "connected_account_ids": [row["account"]], "external_type": "pti_site", "external_type_display_name": "PTI site", "image_url": "https://keyring.example/pti.png",
            "image_alt_text": "A keypad", "is_credential_manager": False, "location": {"time_zone": "America/Chicago"}, "errors": [], "warnings": []}


def team_dto(row):
    return {"acs_access_group_id": row["id"], "acs_system_id": row["system"], "workspace_id": row["ws"], "connected_account_id": row["account"], "name": row["name"],
            "display_name": row["name"], "external_type": "pti_unit", "external_type_display_name": "PTI unit", "access_group_type": "pti_unit",
            "access_group_type_display_name": "PTI unit", "created_at": row["created"], "is_managed": True, "errors": [], "warnings": [], "pending_mutations": []}


# -- services ---------------------------------------------------------------------------------------------------------

def identity_row(ws, id_):
    former = REPO.one("SELECT identity FROM former WHERE ws=? AND kind='id' AND value=?", ws, id_)
    return REPO.owned("identity", ws, former["identity"] if former else id_, "user_identity")


def key_row(ws, key):
    former = REPO.one("SELECT identity FROM former WHERE ws=? AND kind='key' AND value=?", ws, key)
    return REPO.one("SELECT * FROM identity WHERE ws=? AND (user_identity_key=? OR id=?)", ws, key, former and former["identity"])


def texts(r):
    """The four texts of an identity, as far as they were sent."""
    found = {n: r(n, c, nullable=True) for n, c in zip(COLUMNS, (not_empty, email, e164, not_blank)) if r.has(n)}
    if REPO.one("SELECT 1 FROM former WHERE ws=? AND kind='key' AND value=?", r.ws, found.get("user_identity_key")):
        raise ApiException(409, "user_identity_key_taken", "The key belongs to a merged identity")
    return found


def enter(row, system):
    """The id of the identity's user in the system: its own, else a free one with its email or phone, else a new one."""
    free = "SELECT id FROM person WHERE system=? AND identity IS NULL AND {0}=? ORDER BY seq"
    found = REPO.one("SELECT id FROM person WHERE system=? AND identity=?", system, row["id"]) \
        or REPO.one(free.format("email_address"), system, row["email_address"])
    if not found and "matches-email-only" not in BREACHES:
        found = REPO.one(free.format("phone_number"), system, row["phone_number"])
    if found:
        REPO.change("person", found["id"], identity=row["id"])
        return found["id"]
    return REPO.insert("person", ws=row["ws"], system=system, identity=row["id"], label=identity_dto(row)["display_name"], **{n: row[n] for n in COLUMNS[:3]})


def identities_create(r):
    values, systems = texts(r), r("acs_system_ids", UUIDS, default=[])
    for system in systems:
        REPO.owned("system", r.ws, system, "acs_system")
    id_ = REPO.insert("identity", ws=r.ws, **values)
    for system in systems:
        enter(identity_row(r.ws, id_), system)
    return {"user_identity": identity_dto(identity_row(r.ws, id_))}


def identities_get(r):
    if not r.has("user_identity_id", "user_identity_key"):
        raise invalid("user_identity_id", "must be given")
    id_, key = r("user_identity_id", uuid_form), r("user_identity_key", not_empty)
    row = identity_row(r.ws, id_) if id_ else key_row(r.ws, key)
    if row is None:
        raise not_found("user_identity")
    if id_ and key and (key_row(r.ws, key) or {"id": None})["id"] != row["id"]:
        raise invalid("user_identity_key", "is not the key of this identity")
    return {"user_identity": identity_dto(row)}


def identities_update(r):
    id_ = r("user_identity_id", uuid_form, required=True)
    values = texts(r)
    REPO.owned("identity", r.ws, id_, "user_identity")
    if "null-ignored" in BREACHES:
        values = {n: v for n, v in values.items() if v is not None}
    REPO.change("identity", id_, **values)
    return {}


def identities_delete(r):
    row = REPO.owned("identity", r.ws, r("user_identity_id", uuid_form, required=True), "user_identity")
    for sql in ("DELETE FROM member WHERE person IN (SELECT id FROM person WHERE identity=?)", "DELETE FROM person WHERE identity=?",
                "DELETE FROM former WHERE identity=?", "DELETE FROM identity WHERE id=?"):
        REPO.db.execute(sql, [row["id"]])
    return {}


def identities_merge(r):
    kinds = {kind for kind in ("id", "key") if r.has(f"user_identity_{kind}", f"merged_user_identity_{kind}s")}
    if len(kinds) != 1:
        raise invalid("user_identity_id", "ids or keys must be given, and not both")
    kind = kinds.pop()
    one = r(f"user_identity_{kind}", uuid_form if kind == "id" else not_empty, required=True)
    more = r(f"merged_user_identity_{kind}s", UUIDS if kind == "id" else each(not_empty), required=True)
    if not 1 <= len(r.values[f"merged_user_identity_{kind}s"]) <= 20 or one in more:
        raise invalid(f"merged_user_identity_{kind}s", "must have 1 to 20 items, and not the primary identity")
    found = [identity_row(r.ws, v) if kind == "id" else key_row(r.ws, v) for v in (one, *more)]
    if None in found:
        raise not_found("user_identity")
    primary = found[0]["id"]
    for row in {f["id"]: f for f in found if f["id"] != primary}.values():
        REPO.db.execute("UPDATE person SET identity=? WHERE identity=?", [primary, row["id"]])
        REPO.db.execute("UPDATE former SET identity=? WHERE identity=?", [primary, row["id"]])
        for sort, value in (("id", row["id"]), ("key", row["user_identity_key"])):
            if value is not None:
                REPO.db.execute("INSERT INTO former (ws, kind, value, identity) VALUES (?,?,?,?)", [r.ws, sort, value, primary])
        REPO.db.execute("DELETE FROM identity WHERE id=?", [row["id"]])
        for column in ("email_address", "phone_number"):
            REPO.db.execute(f"UPDATE identity SET {column}=? WHERE id=? AND {column} IS NULL", [row[column], primary])
    return {}


def identities_add_acs_user(r):
    user, id_, key = r("acs_user_id", uuid_form, required=True), r("user_identity_id", uuid_form), r("user_identity_key", not_blank)
    if not id_ and not key:
        raise invalid("user_identity_id", "or user_identity_key must be given")
    user = REPO.owned("person", r.ws, user, "acs_user")
    row = identity_row(r.ws, id_) if id_ else key_row(r.ws, key)
    if id_ and key and (key_row(r.ws, key) or {"id": None})["id"] != row["id"]:
        raise invalid("user_identity_key", "is not the key of this identity")
    if user["identity"] and (row is None or user["identity"] != row["id"]):
        raise ApiException(409, "acs_user_taken", "The user is linked to another identity")
    owner = row["id"] if row else REPO.insert("identity", ws=r.ws, user_identity_key=key, **{n: user[n] for n in COLUMNS[:3]})
    REPO.change("person", user["id"], identity=owner)
    return {}


def identities_remove_acs_user(r):
    user, id_ = r("acs_user_id", uuid_form, required=True), r("user_identity_id", uuid_form, required=True)
    user = REPO.owned("person", r.ws, user, "acs_user")
    if user["identity"] != identity_row(r.ws, id_)["id"]:
        raise ApiException(404, "acs_user_not_linked", "The user is not linked to this identity")
    REPO.change("person", user["id"], identity=None)
    return {}


def linked(r):
    return REPO.rows("SELECT * FROM person WHERE identity=? ORDER BY seq", identity_row(r.ws, r("user_identity_id", uuid_form, required=True))["id"])


def listing(r, key, table, dto, filters):
    """A page: the cursor is the number of its last row with a digest of what was asked for."""
    limit, cursor, before = r("limit", positive, default=500), r("page_cursor", string, nullable=True), r("created_before", time)
    if before:
        filters.append((f"{table}.created < ?", [moment(before)]))
    asked = {n: v for n, v in r.values.items() if n in LISTABLE and n != "page_cursor"}
    digest = hashlib.sha256(json.dumps([SALT, r.ws, key, {**asked, "limit": limit}], sort_keys=True).encode()).hexdigest()[:12]
    if cursor is not None:
        try:
            after, given = base64.b64decode(cursor, validate=True).decode().split(" ")
            genuine = given == hashlib.sha256(f"{digest}{int(after)}".encode()).hexdigest()[:20]
        except ValueError:
            genuine = False
        if not genuine:
            raise invalid("page_cursor", "is not a cursor of this list")
        filters.append((f"{table}.seq > ?", [int(after)]))
    sql = f"SELECT {table}.* FROM {table} LEFT JOIN identity AS owner ON owner.id = {'identity.id' if table == 'identity' else 'person.identity'} WHERE {table}.ws=?"
    found = REPO.rows(sql + "".join(f" AND ({f})" for f, _ in filters) + f" ORDER BY {table}.seq LIMIT ?", r.ws, *[v for _, vs in filters for v in vs], min(limit, 2**40) + 1)
    more, url, following = len(found) > limit, None, None
    if more:
        last = found[limit - 1]["seq"]
        following = base64.b64encode(f"{last} {hashlib.sha256(f'{digest}{last}'.encode()).hexdigest()[:20]}".encode()).decode()
        flat = [(n, i) for n, v in {**asked, "page_cursor": following}.items() for i in (v or [""] if isinstance(v, list) else [v])]
        url = r.address + "?" + "&".join(f"{n}={quote_plus('' if v is None else str(v))}" for n, v in flat)
    return {key: [dto(row) for row in found[:limit]], "pagination": {"has_next_page": more, "next_page_cursor": following, "next_page_url": url}}


def searching(r, *columns):
    part = r("search", not_empty)
    return [] if part is None else [(" OR ".join(f"instr(lower({c}), lower(?)) > 0" for c in columns), [part] * len(columns))]


def identities_list(r):
    filters = searching(r, *("identity." + c for c in ("full_name", "email_address", "phone_number", "id")))
    ids, manager = r("user_identity_ids", UUIDS), r("credential_manager_acs_system_id", uuid_form)
    if ids is not None:
        filters.append(("identity.id IN (SELECT value FROM json_each(?))", [json.dumps(ids)]))
    if manager:
        filters.append(("identity.id IN (SELECT identity FROM person WHERE system=?)", [manager]))
    return listing(r, "user_identities", "identity", identity_dto, filters)


def users_list(r):
    filters = searching(r, "person.full_name", "person.email_address", "person.phone_number", "person.id", "owner.id", "owner.full_name", "owner.phone_number")
    for name, column in (("acs_system_id", "person.system"), ("user_identity_id", "person.identity")):
        value = r(name, uuid_form)
        if value and not ("filter-by-system-ignored" in BREACHES and name == "acs_system_id"):
            former = REPO.one("SELECT identity FROM former WHERE ws=? AND value=?", r.ws, value)
            filters.append((f"{column}=?", [former["identity"] if former else value]))
    for column in ("email_address", "phone_number"):
        if r.has("user_identity_" + column):
            filters.append((f"owner.id IS NOT NULL AND owner.{column} IS ?", [r("user_identity_" + column, string, nullable=True)]))
    return listing(r, "acs_users", "person", person_dto, filters)


def contact(r):
    mails = [r(n, email) for n in ("email_address", "email")]
    found = {"email_address": mails[0] or mails[1]} if any(mails) else {}
    return {**found, **({"phone_number": r("phone_number", e164)} if r.has("phone_number") else {})}


def planned(r, nullable):
    if not r.has("access_schedule"):
        return {}
    v = r("access_schedule", schedule, nullable=nullable)
    return {"schedule": v if v is None else json.dumps({"starts_at": moment(v.get("starts_at", now())), "ends_at": v.get("ends_at") and moment(v["ends_at"])})}


def users_create(r):
    name, system, owner = r("full_name", not_empty, required=True), r("acs_system_id", uuid_form, required=True), r("user_identity_id", uuid_form)
    groups, values = r("acs_access_group_ids", UUIDS, default=[]), {**contact(r), **planned(r, False)}
    system = REPO.owned("system", r.ws, system, "acs_system")["id"]
    if any(REPO.owned("team", r.ws, g, "acs_access_group")["system"] != system for g in groups):
        raise invalid("acs_access_group_ids", "must be groups of the access system")
    id_ = REPO.insert("person", ws=r.ws, system=system, identity=owner and identity_row(r.ws, owner)["id"], full_name=name, label=name, **values)
    for g in groups:
        REPO.db.execute("INSERT INTO member VALUES (?,?)", [g, id_])
    return {"acs_user": person_dto(REPO.owned("person", r.ws, id_, "acs_user"))}


def user_row(r, system=None):
    """The user by acs_user_id, or by user_identity_id and acs_system_id."""
    if r.has("acs_user_id") and r.has("user_identity_id"):
        raise invalid("user_identity_id", "must not be given beside acs_user_id")
    if r.has("acs_user_id") or not r.has("user_identity_id", "acs_system_id"):
        return REPO.owned("person", r.ws, r("acs_user_id", uuid_form, required=True), "acs_user")
    owner = r("user_identity_id", uuid_form, required=True)
    system = system or r("acs_system_id", uuid_form, required=True)
    row = REPO.one("SELECT * FROM person WHERE identity=? AND system=?", identity_row(r.ws, owner)["id"], system)
    if row is None:
        raise not_found("acs_user")
    return row


def users_update(r):
    values = {**({"full_name": r("full_name", not_empty)} if r.has("full_name") else {}), **contact(r), **planned(r, True)}
    if r.has("hid_acs_system_id"):
        values["hid_acs_system_id"] = r("hid_acs_system_id", uuid_form)
    REPO.change("person", user_row(r)["id"], **values)
    return {}


def users_delete(r):
    id_ = user_row(r)["id"]
    REPO.db.execute("DELETE FROM member WHERE person=?", [id_])
    REPO.db.execute("DELETE FROM person WHERE id=?", [id_])
    return {}


def users_suspend(value):
    def run(r):
        REPO.change("person", user_row(r)["id"], suspended=value)
        return {}
    return run


def team_row(r):
    return REPO.owned("team", r.ws, r("acs_access_group_id", uuid_form, required=True), "acs_access_group")


def join(by_identity):
    def run(r):
        team = team_row(r)
        if by_identity and len(r.has("acs_user_id", "user_identity_id")) != 1:
            raise invalid("acs_user_id", "or user_identity_id must be given, and not both")
        if by_identity and r.has("user_identity_id"):
            user = REPO.owned("person", r.ws, enter(identity_row(r.ws, r("user_identity_id", uuid_form)), team["system"]), "acs_user")
        else:
            user = REPO.owned("person", r.ws, r("acs_user_id", uuid_form, required=True), "acs_user")
        if user["system"] != team["system"]:
            raise invalid("acs_access_group_id", "must be a group of the user's access system")
        REPO.db.execute("INSERT OR IGNORE INTO member VALUES (?,?)", [team["id"], user["id"]])
        return {}
    return run


def leave(r):
    team = team_row(r)
    if not r.has("acs_user_id", "user_identity_id"):
        raise invalid("acs_user_id", "must be given")
    REPO.db.execute("DELETE FROM member WHERE team=? AND person=?", [team["id"], user_row(r, team["system"])["id"]])
    return {}


def members(r):
    return REPO.rows("SELECT person.* FROM person JOIN member ON member.person=person.id WHERE member.team=? ORDER BY seq", team_row(r)["id"])


def workspace(r):
    return {"workspace": {"workspace_id": r.ws, "name": "Keyring test site", "company_name": "Keyring", "connect_partner_name": None, "is_sandbox": True, "is_suspended": False,
                          "is_publishable_key_auth_enabled": False, "organization_id": None, "connect_webview_customization": {}}}


ENDPOINTS = {
    "/user_identities/create": ("POST", identities_create), "/user_identities/get": ("GET POST", identities_get),
    "/user_identities/list": ("GET POST", identities_list), "/user_identities/update": ("PATCH POST", identities_update),
    "/user_identities/delete": ("DELETE POST", identities_delete), "/user_identities/merge": ("POST", identities_merge),
    "/user_identities/add_acs_user": ("PUT POST", identities_add_acs_user), "/user_identities/remove_acs_user": ("DELETE POST", identities_remove_acs_user),
    "/user_identities/list_acs_users": ("GET POST", lambda r: {"acs_users": [person_dto(u) for u in linked(r)]}),
    "/user_identities/list_acs_systems": ("GET POST", lambda r: {"acs_systems": [
        system_dto(REPO.owned("system", r.ws, s, "acs_system")) for s in dict.fromkeys(u["system"] for u in linked(r))]}),
    "/acs/users/create": ("POST", users_create), "/acs/users/get": ("GET POST", lambda r: {"acs_user": person_dto(user_row(r))}),
    "/acs/users/list": ("GET POST", users_list), "/acs/users/update": ("PATCH POST", users_update), "/acs/users/delete": ("DELETE POST", users_delete),
    "/acs/users/suspend": ("POST", users_suspend(1)), "/acs/users/unsuspend": ("POST", users_suspend(0)),
    "/acs/users/add_to_access_group": ("PUT POST", join(False)), "/acs/users/remove_from_access_group": ("DELETE POST", leave),
    "/acs/systems/get": ("GET POST", lambda r: {"acs_system": system_dto(REPO.owned("system", r.ws, r("acs_system_id", uuid_form, required=True), "acs_system"))}),
    "/acs/access_groups/get": ("GET POST", lambda r: {"acs_access_group": team_dto(team_row(r))}),
    "/acs/access_groups/list_users": ("GET POST", lambda r: {"acs_users": [person_dto(u) for u in members(r)]}),
    "/acs/access_groups/add_user": ("PUT POST", join(True)), "/acs/access_groups/remove_user": ("DELETE POST", leave), "/workspaces/get": ("GET POST", workspace)}
LISTABLE = set("limit page_cursor created_before search user_identity_ids credential_manager_acs_system_id acs_system_id user_identity_id user_identity_email_address "
               "user_identity_phone_number".split())


class DispatcherServlet(BaseHTTPRequestHandler):
    protocol_version, wbufsize, disable_nagle_algorithm = "HTTP/1.1", -1, True

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.do_dispatch
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def do_dispatch(self):
        length = self.headers.get("Content-Length", "0")
        raw = self.rfile.read(int(length)) if length.isdigit() else b""
        path, _, query = self.path.partition("?")
        try:
            self.write(*self.handle_api(path, query, raw))
        except sqlite3.IntegrityError as e:
            self.fail(ApiException(409, "conflict", "A value is taken, or the identity has a user in this access system: " + str(e).split(".")[-1]))
        except ApiException as e:
            self.fail(e)

    def handle_api(self, path, query, raw):
        scheme, _, key = self.headers.get("Authorization", "").partition(" ")
        if scheme.lower() != "bearer" or key not in KEYS:
            raise ApiException(401, "unauthorized", "An API key is needed")
        methods, service = ENDPOINTS.get(path, ("", None))
        if not service:
            return self.whitelabel(404, "Not Found", path)
        if self.command not in methods.split():
            return self.whitelabel(405, "Method Not Allowed", path)
        request = Request(KEYS[key], self.parameters(query, raw), f"http://{self.headers.get('Host', '127.0.0.1')}{path}")
        with LOCK, REPO.transaction():
            return 200, {**service(request), "ok": True}

    def whitelabel(self, status, error, path):
        return status, {"timestamp": datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds"), "status": status, "error": error, "path": path}

    def parameters(self, query, raw):
        found = {}
        for name, value in parse_qsl(query, keep_blank_values=True):
            if name.endswith(("_ids", "_keys")):
                found[name] = found.get(name, []) + ([value] if value else [])
            elif name in found:
                raise ApiException(400, "invalid_query_params", f"{name} is repeated")
            else:
                found[name] = int(value) if name == "limit" and re.fullmatch("[0-9]{1,15}", value) else value or None
        if raw and self.command in ("POST", "PATCH") and "application/json" not in self.headers.get("Content-Type", "").lower():
            raise ApiException(400, "invalid_content_type", "Content-Type must be application/json")
        try:
            body = json.loads(raw) if raw else {}
        except (ValueError, RecursionError):
            raise ApiException(400, "invalid_json", "The body is not JSON")
        if not isinstance(body, dict):
            raise ApiException(400, "invalid_input", "The body must be an object")
        return {**found, **body}

    def fail(self, e):
        self.write(e.status, {"error": {"type": e.code, "message": e.message, **({"validation_errors": e.errors} if e.errors else {})}, "ok": False})

    def write(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Seam-Request-Id", str(uuid.uuid4()))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def preload():
    for n, ws in enumerate(KEYS.values()):
        for name in ("North yard", "South yard"):
            account = str(uuid.UUID(int=RANDOM.getrandbits(128), version=4))
            system = REPO.insert("system", ws=ws, name=name, account=account)
            for unit in ("Unit 1", "Unit 2"):
                team = REPO.insert("team", ws=ws, name=f"{unit}, {name}", system=system, account=account)
            person = REPO.insert("person", ws=ws, system=system, full_name="Tenant of the " + name, label="", phone_number="+13125550199")
            REPO.db.execute("INSERT INTO member VALUES (?,?)", [team, person])
        enter(identity_row(ws, REPO.insert("identity", ws=ws, full_name="Omar Price", email_address=f"omar{n}@keyring.example", user_identity_key="omar")), system)


parser = argparse.ArgumentParser()
parser.add_argument("--breach", action="append", default=[])
parser.add_argument("--seed", type=int, default=5)
options = parser.parse_args()
BREACHES, RANDOM, LOCK, REPO = set(options.breach), random.Random(options.seed), threading.Lock(), Repository()
SALT = str(RANDOM.random())
for name in BREACHES & set(LOOSE):
    REPO.db.execute(LOOSE[name])
KEYS = {f"seam_test{n}keyring_{RANDOM.getrandbits(80):020x}": str(uuid.UUID(int=RANDOM.getrandbits(128), version=4)) for n in (1, 2)}
preload()
ThreadingHTTPServer.request_queue_size = 128
server = ThreadingHTTPServer(("127.0.0.1", 0), DispatcherServlet)
threading.Thread(target=server.serve_forever, daemon=True).start()
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
# They can be named and not be listed: the vendor's support tells a client of them.
ours = KEYS[[*KEYS][0]]
fixtures = [f"acs_system_id={row['id']}" for row in REPO.rows("SELECT id FROM system WHERE ws=? ORDER BY seq", ours)]
fixtures += [f"acs_access_group_id={row['id']}" for row in REPO.rows("SELECT id FROM team WHERE ws=? ORDER BY seq", ours)]
print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": [*KEYS][0], "other_api_key": [*KEYS][1], "fixtures": fixtures}), flush=True)
sys.stdin.read()
