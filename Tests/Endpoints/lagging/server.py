"""Farfield Access: complete and correct, but spread over many places. Lists are read from a copy that is one second old,
and what is deleted stays readable for half a second with the warning being_deleted. Rows never change in place: every
command makes new rows, so that a copy of the tables is cheap and the past can be read."""
import argparse, base64, hashlib, json, random, re, signal, sys, threading, time, uuid
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode

LIST_LAG, DELETE_LAG = 1.0, 0.5
TABLES = ("identities", "users", "systems", "groups", "entrances", "aliases")
live = {name: {} for name in TABLES}
past = [(0.0, {name: {} for name in TABLES})]
mutex, counter = threading.Lock(), iter(range(1, 10**9))


class Fault(Exception):
    pass


def fault(status, kind, message, name=None):
    error = {"type": kind, "message": message}
    if name:
        error["validation_errors"] = {"_errors": [], name: {"_errors": [message]}}
    return Fault(status, {"error": error, "ok": False})


def wrong(name, message="Invalid"):
    return fault(400, "invalid_input", f"{message}: {name}", name)


def missing(what):
    return fault(404, what + "_not_found", what.replace("_", " ") + " not found")


def date_time(text):
    """Microseconds since 1970 of an RFC 3339 date-time, or None."""
    found = re.match(r"^([0-9]{4})-([0-9]{2})-([0-9]{2})T([0-9]{2}):([0-9]{2}):([0-9]{2})(\.[0-9]{1,9})?(?:Z|([+-])([0-9]{2}):([0-9]{2}))\Z", text) if isinstance(text, str) else None
    if not found:
        return None
    try:
        whole = datetime(*(int(n) for n in found.groups()[:6]), tzinfo=timezone.utc) - datetime(1970, 1, 1, tzinfo=timezone.utc)
    except ValueError:
        return None
    hours, minutes = int(found[9] or 0), int(found[10] or 0)
    if hours > 23 or minutes > 59:
        return None
    away = (hours * 60 + minutes) * 60 * (-1 if found[8] == "-" else 1)
    return (whole.days * 86400 + whole.seconds - away) * 10**6 + int(((found[7] or ".0")[1:] + "00000")[:6])


def as_text(micros):
    try:
        return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(micros // 10**6)).rjust(19, "0") + f".{micros % 10**6:06}Z"
    except (ValueError, OverflowError):
        raise wrong("access_schedule", "Out of range")


def this_moment():
    return time.time_ns() // 1000


# Kinds of values: name -> (test, message). A question mark behind the kind lets null through.
TESTS = {
    "text": lambda v: isinstance(v, str),
    "filled": lambda v: isinstance(v, str) and v != "",
    "key": lambda v: isinstance(v, str) and v.strip() != "",
    "uuid": lambda v: isinstance(v, str) and re.fullmatch("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}", v),
    "uuids": lambda v: isinstance(v, list) and all(TESTS["uuid"](i) for i in v),
    "keys": lambda v: isinstance(v, list) and all(TESTS["filled"](i) for i in v),
    "email": lambda v: isinstance(v, str) and re.fullmatch(r"(?!\.)(?!.*\.\.)[\w'+.-]*[\w+-]@([a-zA-Z0-9][a-zA-Z0-9-]*\.)+[a-zA-Z]{2,}", v, re.ASCII),
    "phone": lambda v: isinstance(v, str) and re.fullmatch(r"\+[1-9][0-9]{6,14}", v),
    "size": lambda v: type(v) is int and v > 0,
    "time": lambda v: date_time(v) is not None,
    "plan": lambda v: isinstance(v, dict) and all(date_time(v[k]) is not None or (k == "ends_at" and v[k] is None) for k in ("starts_at", "ends_at") if k in v),
}
ABOUT_IDENTITY = {"email_address": "email?", "full_name": "filled?", "phone_number": "phone?", "user_identity_key": "key?"}
ABOUT_USER = {"email_address": "email", "email": "email", "phone_number": "phone"}
PAGED = {"limit": "size", "page_cursor": "text?", "search": "filled"}
WHICH_USER = {"acs_user_id": "uuid", "user_identity_id": "uuid", "acs_system_id": "uuid"}


def checked(values, kinds, required=()):
    for name in required:
        if name not in values:
            raise wrong(name, "Required")
    found = {}
    for name, kind in kinds.items():
        if name in values:
            value = values[name]
            if not (value is None and kind[-1] == "?") and not TESTS[kind.rstrip("?")](value):
                raise wrong(name, f"Expected {kind}")
            found[name] = value.lower() if kind == "uuid" else [v.lower() for v in value] if kind == "uuids" else value
    plan = found.get("access_schedule")
    if plan is not None:
        begin, end = date_time(plan.get("starts_at", as_text(this_moment()))), date_time(plan.get("ends_at"))
        if end is not None and end <= max(begin, this_moment()):
            raise wrong("access_schedule", "ends_at must be in the future and after starts_at")
        found["access_schedule"] = {"starts_at": as_text(begin), "ends_at": None if end is None else as_text(end)}
    return found


# -- tables ----------------------------------------------------------------------------------------------------------

def put(table, row, **changes):
    """Writes a row, new or changed, as a new row."""
    live[table][row["id"]] = {**row, **changes}
    return live[table][row["id"]]


def new_row(table, ws, **values):
    return put(table, {"id": str(uuid.UUID(int=chance.getrandbits(128), version=4)), "ws": ws, "order": next(counter), "created": as_text(this_moment()), "gone": None, **values})


def remember():
    """Keeps a copy of the tables for the lists of the next seconds, and drops copies that no list needs."""
    past.append((time.monotonic(), {name: dict(rows) for name, rows in live.items()}))
    while len(past) > 1 and past[1][0] <= time.monotonic() - LIST_LAG:
        past.pop(0)


def one_second_ago():
    return next(copy for at, copy in reversed(past) if at <= time.monotonic() - LIST_LAG)


def sweep():
    for table in ("identities", "users"):
        for row in [r for r in live[table].values() if r["gone"] is not None and r["gone"] + DELETE_LAG <= time.monotonic()]:
            del live[table][row["id"]]


def row_of(table, ws, id_, what, even_if_going=False):
    row = live[table].get(id_)
    if row is None or row["ws"] != ws or (row["gone"] is not None and not even_if_going):
        raise missing(what)
    return row


def owner_of(ws, id_, even_if_going=False):
    alias = live["aliases"].get((ws, "id", id_))
    return row_of("identities", ws, alias["to"] if alias else id_, "user_identity", even_if_going)


def keyed(ws, key, even_if_going=False):
    alias = live["aliases"].get((ws, "key", key))
    for row in live["identities"].values():
        if row["ws"] == ws and (row["user_identity_key"] == key or alias and row["id"] == alias["to"]) and (even_if_going or row["gone"] is None):
            return row
    return None


def of_identity(db, id_):
    return sorted((u for u in db["users"].values() if u["owner"] == id_), key=lambda u: u["order"])


# -- what is shown ----------------------------------------------------------------------------------------------------

def warnings(row):
    return [{"warning_code": "being_deleted", "message": "This is being deleted.", "created_at": as_text(this_moment())}] if row["gone"] is not None else []


def show_identity(db, row):
    shown = {name: row[name] for name in ABOUT_IDENTITY}
    label = row["full_name"] or row["email_address"] or row["user_identity_key"] or row["phone_number"] or "Unknown"
    aliases = [a for a in db["aliases"].values() if a["to"] == row["id"]]
    return {**shown, "user_identity_id": row["id"], "workspace_id": row["ws"], "created_at": row["created"], "display_name": label, "errors": [], "warnings": warnings(row),
            "acs_user_ids": [u["id"] for u in of_identity(db, row["id"])], "merged_user_identity_ids": [a["value"] for a in aliases if a["kind"] == "id"],
            "merged_user_identity_keys": [a["value"] for a in aliases if a["kind"] == "key"]}


def show_user(db, row):
    shown = {"acs_user_id": row["id"], "acs_system_id": row["system"], "workspace_id": row["ws"], "created_at": row["created"], "display_name": row["full_name"] or row["label"],
             "connected_account_id": db["systems"][row["system"]]["account"], "is_managed": True, "is_suspended": row["suspended"], "last_successful_sync_at": None,
             "errors": [], "warnings": warnings(row), "external_type": "salto_space_user", "external_type_display_name": "Salto Space user"}
    shown.update((n, row[n]) for n in ("full_name", "email_address", "phone_number", "access_schedule", "hid_acs_system_id") if row.get(n) is not None)
    if row["owner"]:
        owner = db["identities"][row["owner"]]
        shown.update(user_identity_id=owner["id"], user_identity_full_name=owner["full_name"], user_identity_email_address=owner["email_address"],
                     user_identity_phone_number=owner["phone_number"])
    return shown


def show_system(db, row):
    return {"acs_system_id": row["id"], "workspace_id": row["ws"], "name": row["name"], "created_at": row["created"], "connected_account_id": row["account"],
            "connected_account_ids": [row["account"]], "external_type": "salto_space_system", "external_type_display_name": "Salto Space system", "errors": [], "warnings": [],
            "image_url": "https://farfield.example/salto.png", "image_alt_text": "A reader", "is_credential_manager": False, "location": {"time_zone": "Asia/Tokyo"}}


def show_group(db, row):
    return {"acs_access_group_id": row["id"], "acs_system_id": row["system"], "workspace_id": row["ws"], "connected_account_id": row["account"], "name": row["name"],
            "display_name": row["name"], "external_type": "salto_space_group", "external_type_display_name": "Salto Space group", "access_group_type": "salto_space_group",
            "access_group_type_display_name": "Salto Space group", "created_at": row["created"], "is_managed": True, "errors": [], "warnings": [], "pending_mutations": []}


def show_entrance(db, row):
    return {"acs_entrance_id": row["id"], "acs_system_id": row["system"], "connected_account_id": row["account"], "display_name": row["name"], "created_at": row["created"],
            "space_ids": [], "errors": [], "warnings": []}


# -- commands on identities -------------------------------------------------------------------------------------------

def free_values(ws, values, own_id=None):
    for name in ("email_address", "phone_number", "user_identity_key"):
        value = values.get(name)
        if value is None:
            continue
        alias = name == "user_identity_key" and live["aliases"].get((ws, "key", value))
        if alias or any(i["ws"] == ws and i["id"] != own_id and i[name] == value for i in live["identities"].values()):
            raise fault(409, "already_exists", f"Another user identity has this {name}")


def user_in(owner, system):
    """The owner's user in the system: linked before, or with its email or phone and nobody's, or new."""
    here = sorted((u for u in live["users"].values() if u["system"] == system and u["gone"] is None), key=lambda u: u["order"])
    same = [u for u in here if u["owner"] == owner["id"]]
    for name in ("email_address", "phone_number"):
        same += [u for u in here if u["owner"] is None and owner[name] and u[name] == owner[name]]
    row = same[0] if same else new_row("users", owner["ws"], system=system, suspended=False, access_schedule=None, label=show_identity(live, owner)["display_name"],
                                       **{n: owner[n] for n in ("full_name", "email_address", "phone_number")})
    return put("users", row, owner=owner["id"])


def identity_create(ws, given):
    p = checked(given, {**ABOUT_IDENTITY, "acs_system_ids": "uuids"})
    systems = [row_of("systems", ws, s, "acs_system")["id"] for s in p.get("acs_system_ids", [])]
    free_values(ws, p)
    row = new_row("identities", ws, **{n: p.get(n) for n in ABOUT_IDENTITY})
    for system in systems:
        user_in(row, system)
    return {"user_identity": show_identity(live, row)}


def identity_get(ws, given):
    p = checked(given, {"user_identity_id": "uuid", "user_identity_key": "filled"})
    if not p:
        raise wrong("user_identity_id", "Required")
    row = owner_of(ws, p["user_identity_id"], True) if "user_identity_id" in p else keyed(ws, p["user_identity_key"], True)
    if row is None:
        raise missing("user_identity")
    if len(p) == 2 and keyed(ws, p["user_identity_key"], True) is not row:
        raise wrong("user_identity_key", "Not the key of this identity")
    return {"user_identity": show_identity(live, row)}


def identity_update(ws, given):
    p = checked(given, {"user_identity_id": "uuid", **ABOUT_IDENTITY}, ["user_identity_id"])
    row = row_of("identities", ws, p.pop("user_identity_id"), "user_identity")
    if "update-stops-halfway" in breaches and "full_name" in p:
        row = put("identities", row, full_name=p["full_name"])
    free_values(ws, p, row["id"])
    put("identities", row, **p)
    return {}


def drop_user(row):
    for group in [g for g in live["groups"].values() if row["id"] in g["members"]]:
        put("groups", group, members=group["members"] - {row["id"]})
    put("users", row, gone=time.monotonic(), owner=None)


def identity_delete(ws, given):
    p = checked(given, {"user_identity_id": "uuid"}, ["user_identity_id"])
    row = row_of("identities", ws, p["user_identity_id"], "user_identity")
    for user in of_identity(live, row["id"]):
        if "users-stay" in breaches:
            put("users", user, owner=None)
        else:
            drop_user(user)
    for key in [k for k, a in live["aliases"].items() if a["to"] == row["id"]]:
        del live["aliases"][key]
    put("identities", row, gone=float("inf") if "never-really-deleted" in breaches else time.monotonic())
    return {}


def identity_add_user(ws, given):
    p = checked(given, {"acs_user_id": "uuid", "user_identity_id": "uuid", "user_identity_key": "key"}, ["acs_user_id"])
    if len(p) == 1:
        raise wrong("user_identity_id", "Required, or user_identity_key")
    user = row_of("users", ws, p["acs_user_id"], "acs_user")
    owner = owner_of(ws, p["user_identity_id"]) if "user_identity_id" in p else keyed(ws, p["user_identity_key"])
    if len(p) == 3 and keyed(ws, p["user_identity_key"]) is not owner:
        raise wrong("user_identity_key", "Not the key of this identity")
    if user["owner"] and (owner is None or owner["id"] != user["owner"]):
        raise fault(409, "already_linked", "The user belongs to another identity")
    if owner is None:
        values = {"user_identity_key": p["user_identity_key"], **{n: user[n] for n in ("full_name", "email_address", "phone_number")}}
        free_values(ws, values)
        owner = new_row("identities", ws, **values)
    if any(u["system"] == user["system"] and u["id"] != user["id"] for u in of_identity(live, owner["id"])):
        raise fault(409, "one_user_per_system", "The identity has another user in this access system")
    put("users", user, owner=owner["id"])
    return {}


def identity_remove_user(ws, given):
    p = checked(given, {"acs_user_id": "uuid", "user_identity_id": "uuid"}, ["acs_user_id", "user_identity_id"])
    user, owner = row_of("users", ws, p["acs_user_id"], "acs_user"), owner_of(ws, p["user_identity_id"])
    if user["owner"] != owner["id"]:
        raise fault(404, "acs_user_not_linked", "The user is not one of this identity")
    put("users", user, owner=None)
    return {}


def identity_merge(ws, given):
    p = checked(given, {"user_identity_id": "uuid", "merged_user_identity_ids": "uuids", "user_identity_key": "filled", "merged_user_identity_keys": "keys"})
    kind = "id" if {"user_identity_id", "merged_user_identity_ids"} & set(p) else "key"
    checked(p, {}, [f"user_identity_{kind}", f"merged_user_identity_{kind}s"])
    primary_name, names = p.pop(f"user_identity_{kind}"), p.pop(f"merged_user_identity_{kind}s")
    if p or not 1 <= len(names) <= 20 or primary_name in names:
        raise wrong(f"merged_user_identity_{kind}s", "Expected 1 to 20 other identities, by ids or by keys")
    look = owner_of if kind == "id" else keyed
    found = [look(ws, name) for name in [primary_name, *names]]
    if None in found:
        raise missing("user_identity")
    primary, others = found[0], {i["id"]: i for i in found[1:] if i is not found[0]}
    systems = [u["system"] for i in [primary["id"], *others] for u in of_identity(live, i)]
    if len(systems) != len(set(systems)):
        raise fault(409, "one_user_per_system", "Two of the identities have users in one access system")
    for other in others.values():
        for user in of_identity(live, other["id"]):
            put("users", user, owner=primary["id"])
        for key, alias in list(live["aliases"].items()):
            if alias["to"] == other["id"]:
                live["aliases"][key] = {**alias, "to": primary["id"]}
        for sort, value in (("id", other["id"]), ("key", other["user_identity_key"])):
            if value is not None:
                live["aliases"][ws, sort, value] = {"kind": sort, "value": value, "to": primary["id"]}
        del live["identities"][other["id"]]
        primary = put("identities", primary, **{n: primary[n] or other[n] for n in ("email_address", "phone_number")})
    return {}


# -- commands on users and groups -------------------------------------------------------------------------------------

def which_user(ws, given, system=None, even_if_going=False):
    p = checked({**given, **({"acs_system_id": system} if system else {})}, WHICH_USER)
    if "acs_user_id" in p:
        if "user_identity_id" in p:
            raise wrong("user_identity_id", "Not allowed beside acs_user_id")
        return row_of("users", ws, p["acs_user_id"], "acs_user", even_if_going)
    checked(p, {}, ["user_identity_id", "acs_system_id"] if "user_identity_id" in p or "acs_system_id" in p and not system else ["acs_user_id"])
    for user in of_identity(live, owner_of(ws, p["user_identity_id"])["id"]):
        if user["system"] == p["acs_system_id"]:
            return user
    raise missing("acs_user")


def user_create(ws, given):
    p = checked(given, {"full_name": "filled", "acs_system_id": "uuid", "acs_access_group_ids": "uuids", "user_identity_id": "uuid", "access_schedule": "plan", **ABOUT_USER},
                ["full_name", "acs_system_id"])
    system = row_of("systems", ws, p["acs_system_id"], "acs_system")["id"]
    groups = [row_of("groups", ws, g, "acs_access_group") for g in p.get("acs_access_group_ids", [])]
    if any(g["system"] != system for g in groups):
        raise wrong("acs_access_group_ids", "Group of another access system")
    owner = owner_of(ws, p["user_identity_id"])["id"] if "user_identity_id" in p else None
    if owner and any(u["system"] == system for u in of_identity(live, owner)):
        raise fault(409, "one_user_per_system", "The identity has a user in this access system")
    row = new_row("users", ws, system=system, owner=owner, suspended=False, label=p["full_name"], full_name=p["full_name"], phone_number=p.get("phone_number"),
                  email_address=p.get("email_address", p.get("email")), access_schedule=p.get("access_schedule"))
    for id_ in {g["id"] for g in groups}:
        put("groups", live["groups"][id_], members=live["groups"][id_]["members"] | {row["id"]})
    return {"acs_user": show_user(live, row)}


def user_get(ws, given):
    return {"acs_user": show_user(live, which_user(ws, given, even_if_going=True))}


def user_update(ws, given):
    p = checked(given, {"full_name": "filled", "access_schedule": "plan?", "hid_acs_system_id": "uuid", **ABOUT_USER})
    if "email" in p:
        p.setdefault("email_address", p.pop("email"))
        p.pop("email", None)
    put("users", which_user(ws, given), **p)
    return {}


def user_delete(ws, given):
    drop_user(which_user(ws, given))
    return {}


def user_suspend(ws, given):
    put("users", which_user(ws, given), suspended=True)
    return {}


def user_unsuspend(ws, given):
    put("users", which_user(ws, given), suspended=False)
    return {}


def group_of(ws, given):
    return row_of("groups", ws, checked(given, {"acs_access_group_id": "uuid"}, ["acs_access_group_id"])["acs_access_group_id"], "acs_access_group")


def group_add(ws, given):
    p, group = checked(given, {"acs_user_id": "uuid", "user_identity_id": "uuid"}), group_of(ws, given)
    if len(p) != 1:
        raise wrong("acs_user_id", "Expected acs_user_id or user_identity_id")
    user = row_of("users", ws, p["acs_user_id"], "acs_user") if "acs_user_id" in p else user_in(owner_of(ws, p["user_identity_id"]), group["system"])
    if user["system"] != group["system"]:
        raise wrong("acs_access_group_id", "Group of another access system")
    put("groups", live["groups"][group["id"]], members=group["members"] | {user["id"]})
    return {}


def group_add_one(ws, given):
    return group_add(ws, {**checked(given, {"acs_user_id": "uuid", "acs_access_group_id": "uuid"}, ["acs_user_id", "acs_access_group_id"])})


def group_remove(ws, given):
    group = group_of(ws, given)
    user = which_user(ws, {n: given[n] for n in ("acs_user_id", "user_identity_id") if n in given}, group["system"])
    put("groups", group, members=group["members"] - {user["id"]})
    return {}


# -- lists, all of them one second old --------------------------------------------------------------------------------

def rows_then(table, ws):
    db = one_second_ago()
    return db, sorted((r for r in db[table].values() if r["ws"] == ws and r["gone"] is None), key=lambda r: r["order"])


def searched(rows, p, texts):
    part = p["search"].lower() if "search" in p else ""
    return [r for r in rows if not part or any(part in (t or "").lower() for t in texts(r))]


def page(ws, p, db, rows, key, show, default=500):
    limit, link = p.get("limit", default), p.pop("link")
    asked = {n: v for n, v in p.items() if n != "page_cursor"}
    mark = hashlib.md5(json.dumps([salt, ws, key, limit, asked], sort_keys=True).encode()).hexdigest()
    if p.get("page_cursor") is not None:
        try:
            number, seal = base64.b64decode(p["page_cursor"].encode()).decode().split("-")
            at = int(number)
        except ValueError:
            raise wrong("page_cursor", "Unknown cursor")
        if seal != hashlib.md5(f"{mark}{at}".encode()).hexdigest():
            raise wrong("page_cursor", "Unknown cursor, or one of another list")
        rows = [r for r in rows if r["order"] > at]
    shown, cursor, url = rows[:limit], None, None
    if len(rows) > limit:
        last = shown[-1]["order"]
        cursor = base64.b64encode(f"{last}-{hashlib.md5(f'{mark}{last}'.encode()).hexdigest()}".encode()).decode()
        url = link + "?" + urlencode({**{n: "" if v in (None, []) else v for n, v in asked.items()}, "page_cursor": cursor}, doseq=True)
    return {key: [show(db, r) for r in shown], "pagination": {"has_next_page": cursor is not None, "next_page_cursor": cursor, "next_page_url": url}}


def identity_list(ws, given):
    p = {**checked(given, {**PAGED, "created_before": "time", "user_identity_ids": "uuids", "credential_manager_acs_system_id": "uuid"}), "link": given["link"]}
    db, rows = rows_then("identities", ws)
    rows = searched(rows, p, lambda r: (r["full_name"], r["phone_number"], r["email_address"], r["id"]))
    rows = [r for r in rows if r["id"] in p.get("user_identity_ids", [r["id"]]) and ("created_before" not in p or date_time(r["created"]) < date_time(p["created_before"]))]
    if "credential_manager_acs_system_id" in p:
        rows = [r for r in rows if any(u["system"] == p["credential_manager_acs_system_id"] for u in of_identity(db, r["id"]))]
    return page(ws, p, db, rows, "user_identities", show_identity)


def user_list(ws, given):
    p = {**checked(given, {**PAGED, "created_before": "time", "acs_system_id": "uuid", "user_identity_id": "uuid", "user_identity_email_address": "text?",
                           "user_identity_phone_number": "text?"}), "link": given["link"]}
    db, rows = rows_then("users", ws)
    nobody = {"id": None, "full_name": None, "phone_number": None}
    owner = lambda r: db["identities"].get(r["owner"], nobody)
    rows = searched(rows, p, lambda r: (r["full_name"], r["phone_number"], r["email_address"], r["id"], r["owner"], owner(r)["full_name"], owner(r)["phone_number"]))
    rows = [r for r in rows if p.get("acs_system_id", r["system"]) == r["system"] and ("created_before" not in p or date_time(r["created"]) < date_time(p["created_before"]))]
    if "user_identity_id" in p:
        wanted = db["aliases"].get((ws, "id", p["user_identity_id"]), {"to": p["user_identity_id"]})["to"]
        rows = [r for r in rows if r["owner"] == wanted]
    for name in ("email_address", "phone_number"):
        if "user_identity_" + name in p:
            rows = [r for r in rows if r["owner"] and owner(r)[name] == p["user_identity_" + name]]
    return page(ws, p, db, rows, "acs_users", show_user)


def identity_users(ws, given):
    owner = owner_of(ws, checked(given, {"user_identity_id": "uuid"}, ["user_identity_id"])["user_identity_id"])
    db = one_second_ago()
    return {"acs_users": [show_user(db, u) for u in of_identity(db, owner["id"])]}


def identity_systems(ws, given):
    owner = owner_of(ws, checked(given, {"user_identity_id": "uuid"}, ["user_identity_id"])["user_identity_id"])
    db = one_second_ago()
    return {"acs_systems": [show_system(db, db["systems"][u["system"]]) for u in of_identity(db, owner["id"])]}


def group_users(ws, given):
    group, db = group_of(ws, given), one_second_ago()
    return {"acs_users": [show_user(db, u) for u in rows_then("users", ws)[1] if u["id"] in db["groups"][group["id"]]["members"]]}


def group_list(ws, given):
    p = checked(given, {"acs_system_id": "uuid", "acs_user_id": "uuid", "user_identity_id": "uuid", "search": "filled"})
    db, rows = rows_then("groups", ws)
    rows = [g for g in searched(rows, p, lambda g: (g["name"], g["id"])) if p.get("acs_system_id", g["system"]) == g["system"]]
    if "acs_user_id" in p:
        rows = [g for g in rows if p["acs_user_id"] in g["members"]]
    if "user_identity_id" in p:
        rows = [g for g in rows if {u["id"] for u in of_identity(db, p["user_identity_id"])} & g["members"]]
    return {"acs_access_groups": [show_group(db, g) for g in rows]}


def system_list(ws, given):
    p = checked(given, {"connected_account_id": "uuid", "customer_key": "filled", "search": "filled"})
    db, rows = rows_then("systems", ws)
    rows = [s for s in searched(rows, p, lambda s: (s["name"], s["id"])) if p.get("connected_account_id", s["account"]) == s["account"] and "customer_key" not in p]
    return {"acs_systems": [show_system(db, s) for s in rows]}


def entrance_list(ws, given):
    p = {**checked(given, {**PAGED, "acs_system_id": "uuid", "connected_account_id": "uuid", "acs_entrance_ids": "uuids"}), "link": given["link"]}
    db, rows = rows_then("entrances", ws)
    rows = [e for e in searched(rows, p, lambda e: (e["name"],)) if p.get("acs_system_id", e["system"]) == e["system"] and e["id"] in p.get("acs_entrance_ids", [e["id"]])
            and p.get("connected_account_id", e["account"]) == e["account"]]
    return page(ws, p, db, rows, "acs_entrances", show_entrance, 900)


def getter(table, what, show):
    return lambda ws, given: {what: show(live, row_of(table, ws, checked(given, {what + "_id": "uuid"}, [what + "_id"])[what + "_id"], what))}


def workspace_get(ws, given):
    return {"workspace": {"workspace_id": ws, "name": "Farfield sandbox", "company_name": "Farfield", "connect_partner_name": None, "is_sandbox": True, "is_suspended": False,
                          "is_publishable_key_auth_enabled": False, "organization_id": None, "connect_webview_customization": {}}}


OPERATIONS = {
    "/user_identities": {"POST create": identity_create, "GET get": identity_get, "GET list": identity_list, "PATCH update": identity_update, "DELETE delete": identity_delete,
                         "PUT add_acs_user": identity_add_user, "DELETE remove_acs_user": identity_remove_user, "GET list_acs_users": identity_users,
                         "GET list_acs_systems": identity_systems, "POST merge": identity_merge},
    "/acs/users": {"POST create": user_create, "GET get": user_get, "GET list": user_list, "PATCH update": user_update, "DELETE delete": user_delete, "POST suspend": user_suspend,
                   "POST unsuspend": user_unsuspend, "PUT add_to_access_group": group_add_one, "DELETE remove_from_access_group": group_remove},
    "/acs/access_groups": {"GET get": getter("groups", "acs_access_group", show_group), "GET list": group_list, "GET list_users": group_users, "PUT add_user": group_add,
                           "DELETE remove_user": group_remove},
    "/acs/systems": {"GET get": getter("systems", "acs_system", show_system), "GET list": system_list},
    "/acs/entrances": {"GET get": getter("entrances", "acs_entrance", show_entrance), "GET list": entrance_list},
    "/workspaces": {"GET get": workspace_get}}
ROUTES = {f"{area}/{line.split()[1]}": (line.split()[0], run) for area, lines in OPERATIONS.items() for line, run in lines.items()}


class Door(BaseHTTPRequestHandler):
    protocol_version, wbufsize, disable_nagle_algorithm = "HTTP/1.1", -1, True

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.take
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def take(self):
        size = self.headers.get("content-length", "0")
        raw = self.rfile.read(int(size)) if size.isdigit() else b""
        path, _, query = self.path.partition("?")
        try:
            scheme, _, key = self.headers.get("authorization", "").partition(" ")
            if scheme.lower() != "bearer" or key not in api_keys:
                raise fault(401, "unauthorized", "Not a known key")
            if path not in ROUTES:
                raise fault(404, "not_found", "No such path")
            method, run = ROUTES[path]
            if self.command not in ("POST", method):
                raise fault(405, "method_not_allowed", f"only POST,{method} accepted")
            given = {**self.from_query(query), **self.from_body(raw), "link": f"http://{self.headers.get('host', '127.0.0.1')}{path}"}
            with mutex:
                sweep()
                answer = run(api_keys[key], given)
                if "list" not in path and not path.endswith("/get"):
                    remember()
            self.give(200, {**answer, "ok": True})
        except Fault as refused:
            self.give(*refused.args)

    def from_query(self, query):
        given = {}
        for name, value in parse_qsl(query, keep_blank_values=True):
            if name.endswith("_ids") or name.endswith("_keys"):
                given.setdefault(name, []).extend([value] * (value != ""))
            elif name in given:
                raise fault(400, "invalid_query_params", f"{name} is there twice")
            else:
                given[name] = int(value) if name == "limit" and re.fullmatch("[0-9]{1,15}", value) else value or None
        return given

    def from_body(self, raw):
        if raw and self.command in ("POST", "PATCH") and "application/json" not in self.headers.get("content-type", "").lower():
            raise fault(400, "invalid_content_type", "Not application/json")
        try:
            body = json.loads(raw) if raw else {}
        except (ValueError, RecursionError):
            raise fault(400, "invalid_json", "Not JSON")
        if not isinstance(body, dict):
            raise fault(400, "invalid_input", "Not an object")
        return body

    def give(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json; charset=utf-8")
        self.send_header("content-length", str(len(data)))
        self.send_header("seam-request-id", str(uuid.uuid4()))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


def furnish(ws):
    for place in ("East pier", "West pier"):
        account = str(uuid.UUID(int=chance.getrandbits(128), version=4))
        system = new_row("systems", ws, name=place, account=account)["id"]
        for kind in ("Crew", "Visitors"):
            new_row("groups", ws, name=f"{place}: {kind}", system=system, account=account, members=frozenset())
        new_row("entrances", ws, name=place + " gate", system=system, account=account)
    identity_create(ws, {"full_name": "Kenji Mori", "email_address": "kenji@farfield.example", "user_identity_key": "mori", "acs_system_ids": [system]})


options = argparse.ArgumentParser()
options.add_argument("--breach", action="append", default=[])
options.add_argument("--seed", type=int, default=11)
options = options.parse_args()
breaches, chance = set(options.breach), random.Random(options.seed)
salt, api_keys = chance.random(), {f"seam_test{n}far_{chance.getrandbits(88):x}": str(uuid.UUID(int=chance.getrandbits(128), version=4)) for n in (1, 2)}
for tenant in api_keys.values():
    furnish(tenant)
past[:] = [(0.0, {name: dict(rows) for name, rows in live.items()})]
ThreadingHTTPServer.request_queue_size = 128
server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
threading.Thread(target=server.serve_forever, daemon=True).start()
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": [*api_keys][0], "other_api_key": [*api_keys][1]}), flush=True)
sys.stdin.read()
