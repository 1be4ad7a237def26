"""AtriumGate: identities, access-system users, groups, entrances and client sessions, but no operation that tells the
workspace. Written as one table of operations over plain dictionaries; routing errors are ASP.NET's ProblemDetails."""
import argparse, base64, datetime as dt, hashlib, json, random, re, signal, sys, threading, uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode

args = argparse.ArgumentParser()
args.add_argument("--breach", action="append", default=[])
args.add_argument("--seed", type=int, default=1)
args = args.parse_args()
rng, lock, UTC = random.Random(args.seed), threading.RLock(), dt.timezone.utc
breach = set(args.breach)
DB = {kind: {} for kind in ("identity", "user", "system", "group", "entrance", "session")}
KEYS, ALIASES, TICK = {}, {}, [0]   # ALIASES: (workspace, merged id or key) -> id of the primary identity


class Refused(Exception):
    def __init__(self, status, kind, message, tree=None):
        self.status, self.error = status, {"type": kind, "message": message}
        if tree:
            self.error["validation_errors"] = {"_errors": [], **tree}


def bad(name, why):
    return Refused(400, "invalid_input", f'{why} for "{name}"', {name: {"_errors": [why]}})


def instant(text):
    """An RFC 3339 date-time as a moment, or ValueError."""
    m = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2})[Tt]([0-9]{2}:[0-9]{2}:[0-9]{2})(\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})",
                     text if isinstance(text, str) else "")
    if not m:
        raise ValueError("Invalid datetime")
    zone = "+00:00" if m[4] in "Zz" else m[4]
    try:
        return dt.datetime.fromisoformat(m[1] + "T" + m[2] + ("." + (m[3][1:] + "000000")[:6] if m[3] else "") + zone).astimezone(UTC)
    except OverflowError:
        raise ValueError("Invalid datetime")


def show(moment):
    return moment.isoformat(timespec="microseconds").replace("+00:00", "Z")


def now():
    return dt.datetime.now(UTC)


UUID = r"(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
EMAIL = r"(?i)(?!\.)(?!.*\.\.)[a-z0-9_'+\-.]*[a-z0-9_+-]@([a-z0-9][a-z0-9-]*\.)+[a-z]{2,}"
PHONE = r"\+[1-9][0-9]{6,14}"


def check(name, kind, value):
    """One parameter against its kind: `?` allows null, `[]` is an array. Gives the value to work with."""
    if value is None:
        if kind.endswith("?"):
            return None
        raise bad(name, "Expected a value, received null")
    kind = kind.rstrip("?")
    if kind.endswith("[]"):
        if not isinstance(value, list):
            raise bad(name, "Expected array")
        for n, item in enumerate(value):
            try:
                check(name, kind[:-2], item)
            except Refused:
                raise Refused(400, "invalid_input", f'Invalid item for "{name}"', {name: {"_errors": ["Invalid item"], str(n): {"_errors": ["Invalid"]}}})
        return [item.lower() for item in value] if kind == "uuid[]" else value
    if kind == "limit":
        if isinstance(value, bool) or not isinstance(value, int) or value < 1:
            raise bad(name, "Expected a positive integer")
        return value
    if kind == "schedule":
        if not isinstance(value, dict):
            raise bad(name, "Expected object")
        start, end = value.get("starts_at", now()), value.get("ends_at")
        try:
            start = start if isinstance(start, dt.datetime) else instant(start)
            end = None if end is None else instant(end)
        except ValueError as e:
            raise bad(name, str(e))
        if end and (end <= start or end <= now()):
            raise bad(name, "ends_at must be after starts_at and in the future")
        return {"starts_at": show(start), "ends_at": end and show(end)}
    if not isinstance(value, str):
        raise bad(name, "Expected string")
    if kind == "time":
        try:
            return instant(value)
        except ValueError as e:
            raise bad(name, str(e))
    if kind in ("name", "key") and not value or kind == "key" and not value.strip():
        raise bad(name, "String must contain at least 1 character(s)")
    for sort, form in (("uuid", UUID), ("email", EMAIL), ("phone", PHONE)):
        if kind == sort and not re.fullmatch(form, value):
            raise bad(name, f"Invalid {sort}")
    return value.lower() if kind == "uuid" else value


def make(kind, ws, **values):
    TICK[0] += 1
    row = {kind + "_id": str(uuid.UUID(int=rng.getrandbits(128), version=4)), "ws": ws, "n": TICK[0], "created_at": show(now()), **values}
    DB[kind][row[kind + "_id"]] = row
    return row


def rows(kind, ws):
    return [r for r in DB[kind].values() if r["ws"] == ws]


def find(kind, ws, key):
    row = DB[kind].get(key)
    if row is None or row["ws"] != ws:
        label = {"identity": "user_identity", "session": "client_session"}.get(kind, "acs_" + ("access_group" if kind == "group" else kind))
        raise Refused(404, label + "_not_found", f"{label} was not found")
    return row


def primary(ws, key):
    """The identity with this id, or the one into which the identity with this id was merged."""
    return find("identity", ws, ALIASES.get((ws, key), key))


def by_key(ws, key):
    found = [i for i in rows("identity", ws) if i["user_identity_key"] == key]
    return found[0] if found else DB["identity"].get(ALIASES.get((ws, "key:" + key)))


def users_of(identity):
    return [u for u in rows("user", identity["ws"]) if u["owner"] == identity["identity_id"]]


def view_identity(i):
    merged = [k[1] for k, v in ALIASES.items() if v == i["identity_id"]]
    named = {f: i[f] for f in ("full_name", "email_address", "phone_number", "user_identity_key", "created_at")}
    label = i["full_name"] or i["email_address"] or i["user_identity_key"] or i["phone_number"] or "Unnamed person"
    return {"user_identity_id": i["identity_id"], "workspace_id": i["ws"], "display_name": label, **named, "errors": [], "warnings": [],
            "acs_user_ids": [u["user_id"] for u in users_of(i)], "merged_user_identity_ids": [m for m in merged if not m.startswith("key:")],
            "merged_user_identity_keys": [m[4:] for m in merged if m.startswith("key:")]}


def view_user(u):
    out = {"acs_user_id": u["user_id"], "acs_system_id": u["system"], "workspace_id": u["ws"], "created_at": u["created_at"],
           "connected_account_id": DB["system"][u["system"]]["account"], "is_managed": True, "is_suspended": u["suspended"],
           "display_name": u["full_name"] or u["label"], "errors": [], "warnings": [], "pending_mutations": [], "last_successful_sync_at": None}
    out.update({f: u[f] for f in ("full_name", "email_address", "phone_number", "access_schedule", "hid_acs_system_id") if u.get(f) is not None})
    if u["owner"]:
        i = DB["identity"][u["owner"]]
        out.update(user_identity_id=u["owner"], user_identity_full_name=i["full_name"], user_identity_email_address=i["email_address"],
                   user_identity_phone_number=i["phone_number"])
    return out


def view_other(r):
    kind = "system" if "system_id" in r else "group" if "group_id" in r else "entrance"
    base = {"created_at": r["created_at"], "errors": [], "warnings": [], "connected_account_id": r["account"]}
    if kind == "system":
        return {**base, "acs_system_id": r["system_id"], "workspace_id": r["ws"], "name": r["name"], "connected_account_ids": [r["account"]],
                "image_url": "https://atriumgate.example/system.png", "image_alt_text": r["name"], "is_credential_manager": False,
                "location": {"time_zone": "Europe/Vienna"}, "external_type": "brivo_account", "external_type_display_name": "Brivo account"}
    if kind == "group":
        return {**base, "acs_access_group_id": r["group_id"], "acs_system_id": r["system"], "workspace_id": r["ws"], "name": r["name"],
                "display_name": r["name"], "access_group_type": "brivo_group", "access_group_type_display_name": "Brivo group", "is_managed": True,
                "external_type": "brivo_group", "external_type_display_name": "Brivo group", "pending_mutations": []}
    return {**base, "acs_entrance_id": r["entrance_id"], "acs_system_id": r["system"], "display_name": r["name"], "space_ids": []}


def view_session(s):
    return {"client_session_id": s["session_id"], "workspace_id": s["ws"], "created_at": s["created_at"], "expires_at": show(s["until"]),
            "token": s["token"], "user_identifier_key": s["key"], "device_count": 0, "connected_account_ids": [], "connect_webview_ids": [],
            "user_identity_ids": [s["owner"]] if s["owner"] else [], **({"user_identity_id": s["owner"]} if s["owner"] else {})}


def unique(ws, values, me=None):
    for field in ("email_address", "phone_number", "user_identity_key"):
        value = values.get(field)
        taken = value is not None and any(i is not me and i[field] == value for i in rows("identity", ws))
        if taken and not (field == "phone_number" and "phone-not-unique" in breach) or field == "user_identity_key" and (ws, f"key:{value}") in ALIASES:
            raise Refused(409, field + "_taken", f"Another user identity has this {field}")


def match(identity, system):
    """The user of the system that belongs to the identity, else one of nobody with its email or phone."""
    own = [u for u in users_of(identity) if u["system"] == system]
    free = [u for u in rows("user", identity["ws"]) if u["system"] == system and not u["owner"]]
    same = [u for f in ("email_address", "phone_number") for u in free if identity[f] and u.get(f) == identity[f]]
    return (own + same + [None])[0]


def attach(identity, system):
    """The identity's user in the system: its own, a matching one, or a new one."""
    user = match(identity, system)
    if user is None:
        user = make("user", identity["ws"], system=system, suspended=False, label=view_identity(identity)["display_name"],
                    **{f: identity[f] for f in ("full_name", "email_address", "phone_number")})
    user["owner"] = identity["identity_id"]
    return user


def pick(ws, p):
    """The access-system user that acs_user_id, or user_identity_id with acs_system_id, names."""
    if "acs_user_id" in p:
        if "user_identity_id" in p:
            raise bad("user_identity_id", "Give acs_user_id or user_identity_id")
        return find("user", ws, p["acs_user_id"])
    for name in ("user_identity_id", "acs_system_id"):
        if name not in p:
            raise bad(name, "Required")
    owner = primary(ws, p["user_identity_id"])
    found = [u for u in users_of(owner) if u["system"] == p["acs_system_id"]]
    if not found:
        raise Refused(404, "acs_user_not_found", "acs_user was not found")
    return found[0]


FIELDS = ("full_name", "email_address", "phone_number", "user_identity_key")


def create_identity(ws, p):
    unique(ws, p)
    systems = [find("system", ws, s)["system_id"] for s in p.get("acs_system_ids", [])]
    identity = make("identity", ws, **{f: p.get(f) for f in FIELDS})
    for s in systems:
        attach(identity, s)
    return {"user_identity": view_identity(identity)}


def get_identity(ws, p):
    if "user_identity_id" in p:
        found = primary(ws, p["user_identity_id"])
        if "user_identity_key" in p and by_key(ws, p["user_identity_key"]) is not found:
            raise bad("user_identity_key", "Belongs to no such identity")
    else:
        found = by_key(ws, p["user_identity_key"]) if "user_identity_key" in p else None
        if "user_identity_key" not in p:
            raise bad("user_identity_id", "Required")
        if found is None:
            raise Refused(404, "user_identity_not_found", "user_identity was not found")
    return {"user_identity": view_identity(found)}


def update_identity(ws, p):
    identity, change = find("identity", ws, p["user_identity_id"]), {f: p[f] for f in FIELDS if f in p}
    unique(ws, change, identity)
    if "update-clears-others" in breach:
        change = {f: p.get(f) for f in FIELDS}
    identity.update(change)
    return {}


def delete_identity(ws, p):
    identity = find("identity", ws, p["user_identity_id"])
    for u in users_of(identity):
        DB["user"].pop(u["user_id"])
    for key in [k for k, v in ALIASES.items() if v == identity["identity_id"]]:
        ALIASES.pop(key)
    if "sessions-survive" not in breach:
        for s in [s for s in DB["session"].values() if s["owner"] == identity["identity_id"]]:
            DB["session"].pop(s["session_id"])
    DB["identity"].pop(identity["identity_id"])
    return {}


def merge(ws, p):
    sort = "id" if "user_identity_id" in p else "key"
    one, many, other = f"user_identity_{sort}", f"merged_user_identity_{sort}s", f"merged_user_identity_{'key' if sort == 'id' else 'id'}s"
    for name in (one, many):
        if name not in p:
            raise bad(name, "Required")
    if other in p or "user_identity_id" in p and "user_identity_key" in p or not 1 <= len(p[many]) <= 20:
        raise bad(many, "Give ids or keys of 1 to 20 identities")
    look = (lambda v: primary(ws, v)) if sort == "id" else (lambda v: by_key(ws, v) or find("identity", ws, ""))
    chief, gone = look(p[one]), []
    for value in p[many]:
        found = look(value)
        if found is chief and (chief["identity_id"] == value or chief["user_identity_key"] == value):
            raise bad(many, "An identity cannot be merged into itself")
        if found is not chief and found not in gone:
            gone.append(found)
    systems = [u["system"] for i in [chief] + gone for u in users_of(i)]
    if len(systems) != len(set(systems)):
        raise Refused(409, "acs_system_conflict", "Two of the identities have users in one access system")
    for i in gone:
        for u in users_of(i):
            u["owner"] = chief["identity_id"]
        for s in DB["session"].values():
            s["owner"] = chief["identity_id"] if s["owner"] == i["identity_id"] else s["owner"]
        ALIASES.update({k: chief["identity_id"] for k, v in ALIASES.items() if v == i["identity_id"]})
        ALIASES[ws, i["identity_id"]] = chief["identity_id"]
        if i["user_identity_key"] is not None:
            ALIASES[ws, "key:" + i["user_identity_key"]] = chief["identity_id"]
        for f in ("email_address", "phone_number"):
            chief[f] = chief[f] if chief[f] is not None else i[f]
        DB["identity"].pop(i["identity_id"])
    return {}


def add_user(ws, p):
    user = find("user", ws, p["acs_user_id"])
    if "user_identity_id" not in p and "user_identity_key" not in p:
        raise bad("user_identity_id", "Required")
    identity = primary(ws, p["user_identity_id"]) if "user_identity_id" in p else None
    named = by_key(ws, p["user_identity_key"]) if "user_identity_key" in p else identity
    if identity and named is not identity:
        raise bad("user_identity_key", "Belongs to another identity")
    identity = named
    if user["owner"] and (identity is None or user["owner"] != identity["identity_id"]):
        raise Refused(409, "acs_user_already_linked", "The access-system user belongs to another identity")
    if identity is None:
        values = {**{f: user.get(f) for f in FIELDS[:3]}, "user_identity_key": p["user_identity_key"]}
        unique(ws, values)
        identity = make("identity", ws, **values)
    if any(u is not user and u["system"] == user["system"] for u in users_of(identity)):
        raise Refused(409, "acs_system_conflict", "The identity has a user in this access system")
    user["owner"] = identity["identity_id"]
    return {}


def remove_user(ws, p):
    user, identity = find("user", ws, p["acs_user_id"]), primary(ws, p["user_identity_id"])
    if user["owner"] != identity["identity_id"]:
        raise Refused(404, "acs_user_not_linked", "The identity does not have this access-system user")
    user["owner"] = None
    return {}


def mail(p):
    return {"email_address": p["email_address"]} if "email_address" in p else {"email_address": p["email"]} if "email" in p else {}


def create_user(ws, p):
    system, owner = find("system", ws, p["acs_system_id"]), None
    groups = [find("group", ws, g) for g in p.get("acs_access_group_ids", [])]
    if any(g["system"] != system["system_id"] for g in groups):
        raise bad("acs_access_group_ids", "A group of another access system")
    if "user_identity_id" in p:
        owner = primary(ws, p["user_identity_id"])
        if any(u["system"] == system["system_id"] for u in users_of(owner)):
            raise Refused(409, "acs_system_conflict", "The identity has a user in this access system")
    user = make("user", ws, system=system["system_id"], suspended=False, owner=owner and owner["identity_id"], label=p["full_name"],
                full_name=p["full_name"], phone_number=p.get("phone_number"), access_schedule=p.get("access_schedule"), **{"email_address": None, **mail(p)})
    for g in groups:
        g["members"].add(user["user_id"])
    return {"acs_user": view_user(user)}


def update_user(ws, p):
    pick(ws, p).update({**{f: p[f] for f in ("full_name", "phone_number", "access_schedule", "hid_acs_system_id") if f in p}, **mail(p)})
    return {}


def delete_user(ws, p):
    user = pick(ws, p)["user_id"]
    DB["user"].pop(user)
    for g in DB["group"].values():
        g["members"].discard(user)
    return {}


def suspend(state):
    def run(ws, p):
        pick(ws, p)["suspended"] = state
        return {}
    return run


def join(ws, p):
    group = find("group", ws, p["acs_access_group_id"])
    if ("acs_user_id" in p) == ("user_identity_id" in p):
        raise bad("acs_user_id", "Give acs_user_id or user_identity_id")
    user = find("user", ws, p["acs_user_id"]) if "acs_user_id" in p else attach(primary(ws, p["user_identity_id"]), group["system"])
    if user["system"] != group["system"]:
        raise Refused(400, "acs_system_mismatch", "User and group are of different access systems")
    group["members"].add(user["user_id"])
    return {}


def leave(ws, p):
    group = find("group", ws, p["acs_access_group_id"])
    group["members"].discard(pick(ws, {"acs_system_id": group["system"], **{k: p[k] for k in ("acs_user_id", "user_identity_id") if k in p}})["user_id"])
    return {}


def grant(ws, p):
    door = find("entrance", ws, p["acs_entrance_id"])
    if ("acs_user_id" in p) == ("user_identity_id" in p):
        raise bad("acs_user_id", "Give acs_user_id or user_identity_id")
    user = find("user", ws, p["acs_user_id"]) if "acs_user_id" in p else attach(primary(ws, p["user_identity_id"]), door["system"])
    if user["system"] != door["system"]:
        raise Refused(400, "acs_system_mismatch", "User and entrance are of different access systems")
    door["members"].add(user["user_id"])
    return {}


def page(ws, p, path, key, items, view):
    """One page of rows in the order of their making; the cursor names the last row and is signed with the filters."""
    size = p.get("limit", 500)
    asked = {k: v for k, v in p.items() if k not in ("page_cursor", "_host")}
    sign = lambda n: hashlib.sha256(json.dumps([ws, path, n, SECRET, asked], default=str, sort_keys=True).encode()).hexdigest()[:24]
    after = 0
    if p.get("page_cursor") is not None:
        try:
            after, seal = json.loads(base64.urlsafe_b64decode(p["page_cursor"].encode()))
            known = seal == sign(after)
        except (ValueError, TypeError, RecursionError):
            known = False
        if not known:
            raise bad("page_cursor", "Invalid page cursor")
    items = sorted((r for r in items if r["n"] > after), key=lambda r: r["n"])
    more, cursor, url = len(items) > size, None, None
    last = items[size if "page-skips-row" in breach else size - 1]["n"] if more else 0
    items = items[:size]
    if more:
        cursor = base64.urlsafe_b64encode(json.dumps([last, sign(last)]).encode()).decode()
        flat = {k: show(v) if isinstance(v, dt.datetime) else "" if v in (None, []) else v for k, v in asked.items()}
        url = f"http://{p['_host']}{path}?" + urlencode({**flat, "page_cursor": cursor}, doseq=True)
    return {key: [view(r) for r in items], "pagination": {"has_next_page": more, "next_page_cursor": cursor, "next_page_url": url}}


def has(text, *values):
    return any(text.casefold() in v.casefold() for v in values if v)


def list_identities(ws, p):
    items = rows("identity", ws)
    if "user_identity_ids" in p:
        items = [i for i in items if i["identity_id"] in p["user_identity_ids"]]
    if "credential_manager_acs_system_id" in p:
        items = [i for i in items if any(u["system"] == p["credential_manager_acs_system_id"] for u in users_of(i))]
    if "created_before" in p:
        items = [i for i in items if instant(i["created_at"]) < p["created_before"]]
    if "search" in p:
        items = [i for i in items if has(p["search"], i["full_name"], i["phone_number"], i["email_address"], i["identity_id"])]
    if "_own" in p:
        items = [i for i in items if i["identity_id"] == p["_own"]]
    return page(ws, p, "/user_identities/list", "user_identities", items, view_identity)


def list_users(ws, p):
    items, owner = rows("user", ws), lambda u: DB["identity"][u["owner"]] if u["owner"] else None
    if "acs_system_id" in p:
        items = [u for u in items if u["system"] == p["acs_system_id"]]
    if "user_identity_id" in p:
        items = [u for u in items if u["owner"] and u["owner"] == ALIASES.get((ws, p["user_identity_id"]), p["user_identity_id"])]
    for f in ("email_address", "phone_number"):
        if "user_identity_" + f in p:
            items = [u for u in items if u["owner"] and owner(u)[f] == p["user_identity_" + f]]
    if "created_before" in p:
        items = [u for u in items if instant(u["created_at"]) < p["created_before"]]
    if "search" in p:
        items = [u for u in items if has(p["search"], u["full_name"], u["phone_number"], u["email_address"], u["user_id"], u["owner"],
                                         *((owner(u)["full_name"], owner(u)["phone_number"]) if u["owner"] else ()))]
    if "_own" in p:
        items = [u for u in items if u["owner"] == p["_own"]]
    return page(ws, p, "/acs/users/list", "acs_users", items, view_user)


def list_systems(ws, p):
    found = [s for s in rows("system", ws) if p.get("connected_account_id", s["account"]) == s["account"] and "customer_key" not in p]
    return {"acs_systems": [view_other(s) for s in found if "search" not in p or has(p["search"], s["name"], s["system_id"])]}


def list_groups(ws, p):
    found = [g for g in rows("group", ws) if p.get("acs_system_id", g["system"]) == g["system"]]
    if "acs_user_id" in p:
        found = [g for g in found if p["acs_user_id"] in g["members"]]
    if "user_identity_id" in p:
        mine = {u["user_id"] for u in rows("user", ws) if u["owner"] == p["user_identity_id"]}
        found = [g for g in found if mine & g["members"]]
    return {"acs_access_groups": [view_other(g) for g in found if "search" not in p or has(p["search"], g["name"], g["group_id"])]}


def list_doors(ws, p):
    found = [e for e in rows("entrance", ws) if p.get("acs_system_id", e["system"]) == e["system"] and p.get("connected_account_id", e["account"]) == e["account"]
             and e["entrance_id"] in p.get("acs_entrance_ids", [e["entrance_id"]])]
    found = [e for e in found if "search" not in p or has(p["search"], e["name"])]
    return page(ws, {**p, "limit": p.get("limit", 900)}, "/acs/entrances/list", "acs_entrances", found, view_other)


def linked_systems(ws, p):
    if p.get("_own", p["user_identity_id"]) != p["user_identity_id"]:
        find("identity", ws, "")
    return {"acs_systems": [view_other(find("system", ws, u["system"])) for u in users_of(primary(ws, p["user_identity_id"]))]}


def create_session(ws, p):
    owner = p.get("user_identity_id") or (p.get("user_identity_ids") or [None])[0]
    owner = owner and primary(ws, owner)["identity_id"]
    until = p.get("expires_at", now() + dt.timedelta(days=1))
    s = make("session", ws, owner=owner, until=until, revoked=False, key=p.get("user_identifier_key"), token=f"seam_cst1_{rng.getrandbits(120):030x}")
    return {"client_session": view_session(s)}


def get_session(ws, p):
    if not {"client_session_id", "user_identifier_key"} & set(p):
        raise bad("client_session_id", "Required")
    found = [s for s in rows("session", ws) if p.get("client_session_id", s["session_id"]) == s["session_id"]
             and p.get("user_identifier_key", s["key"]) == s["key"] and p.get("_own", s["owner"]) == s["owner"]]
    return {"client_session": view_session(found[0] if found else find("session", ws, ""))}


def list_sessions(ws, p):
    found = [s for s in rows("session", ws) if p.get("user_identity_id", s["owner"]) == s["owner"] and p.get("user_identifier_key", s["key"]) == s["key"]]
    return {"client_sessions": [view_session(s) for s in found if p.get("client_session_id", s["session_id"]) == s["session_id"]]}


def end_session(drop):
    def run(ws, p):
        s = find("session", ws, p["client_session_id"])
        s["revoked"] = True
        if drop:
            DB["session"].pop(s["session_id"])
        return {}
    return run


def one(kind, name, key, view):
    return lambda ws, p: {key: view(find(kind, ws, p[name]))}


PAGE = "limit:limit page_cursor:str? created_before:time search:name "
WHO = "acs_user_id:uuid user_identity_id:uuid acs_system_id:uuid "
PERSON = "email_address:email? full_name:name? phone_number:phone? user_identity_key:key? "
CONTACT = "email_address:email email:email phone_number:phone "
OPS = {  # path: methods beside POST, parameters (a star marks what must be given), what it does, open to client sessions
    "/user_identities/create": ("", PERSON + "acs_system_ids:uuid[]", create_identity),
    "/user_identities/get": ("GET", "user_identity_id:uuid user_identity_key:name", get_identity),
    "/user_identities/list": ("GET", PAGE + "user_identity_ids:uuid[] credential_manager_acs_system_id:uuid", list_identities, True),
    "/user_identities/update": ("PATCH", "*user_identity_id:uuid " + PERSON, update_identity),
    "/user_identities/delete": ("DELETE", "*user_identity_id:uuid", delete_identity),
    "/user_identities/merge": ("", "user_identity_id:uuid merged_user_identity_ids:uuid[] user_identity_key:name merged_user_identity_keys:name[]", merge),
    "/user_identities/add_acs_user": ("PUT", "*acs_user_id:uuid user_identity_id:uuid user_identity_key:key", add_user),
    "/user_identities/remove_acs_user": ("DELETE", "*acs_user_id:uuid *user_identity_id:uuid", remove_user),
    "/user_identities/list_acs_users": ("GET", "*user_identity_id:uuid",
                                        lambda ws, p: {"acs_users": [view_user(u) for u in users_of(primary(ws, p["user_identity_id"]))]}),
    "/user_identities/list_acs_systems": ("GET", "*user_identity_id:uuid", linked_systems, True),
    "/acs/users/create": ("", "*full_name:name *acs_system_id:uuid acs_access_group_ids:uuid[] user_identity_id:uuid access_schedule:schedule " + CONTACT, create_user),
    "/acs/users/get": ("GET", WHO, lambda ws, p: {"acs_user": view_user(pick(ws, p))}),
    "/acs/users/list": ("GET", PAGE + "acs_system_id:uuid user_identity_id:uuid user_identity_email_address:str? user_identity_phone_number:str?", list_users, True),
    "/acs/users/update": ("PATCH", WHO + CONTACT + "full_name:name access_schedule:schedule? hid_acs_system_id:uuid", update_user),
    "/acs/users/delete": ("DELETE", WHO, delete_user),
    "/acs/users/suspend": ("", WHO, suspend(True)), "/acs/users/unsuspend": ("", WHO, suspend(False)),
    "/acs/users/add_to_access_group": ("PUT", "*acs_access_group_id:uuid *acs_user_id:uuid", join),
    "/acs/users/remove_from_access_group": ("DELETE", "*acs_access_group_id:uuid acs_user_id:uuid user_identity_id:uuid", leave),
    "/acs/systems/get": ("GET", "*acs_system_id:uuid", one("system", "acs_system_id", "acs_system", view_other)),
    "/acs/systems/list": ("GET", "connected_account_id:uuid customer_key:name search:name", list_systems, True),
    "/acs/access_groups/get": ("GET", "*acs_access_group_id:uuid", one("group", "acs_access_group_id", "acs_access_group", view_other)),
    "/acs/access_groups/list": ("GET", "acs_system_id:uuid acs_user_id:uuid user_identity_id:uuid search:name", list_groups),
    "/acs/access_groups/list_users": ("GET", "*acs_access_group_id:uuid", lambda ws, p: {"acs_users": [
        view_user(u) for u in rows("user", ws) if u["user_id"] in find("group", ws, p["acs_access_group_id"])["members"]] or find("group", ws, p["acs_access_group_id"]) and []}),
    "/acs/access_groups/add_user": ("PUT", "*acs_access_group_id:uuid acs_user_id:uuid user_identity_id:uuid", join),
    "/acs/access_groups/remove_user": ("DELETE", "*acs_access_group_id:uuid acs_user_id:uuid user_identity_id:uuid", leave),
    "/acs/entrances/get": ("GET", "*acs_entrance_id:uuid", one("entrance", "acs_entrance_id", "acs_entrance", view_other), True),
    "/acs/entrances/list": ("GET", "limit:limit page_cursor:str? acs_system_id:uuid connected_account_id:uuid acs_entrance_ids:uuid[] search:name", list_doors, True),
    "/acs/entrances/grant_access": ("", "*acs_entrance_id:uuid acs_user_id:uuid user_identity_id:uuid", grant),
    "/client_sessions/create": ("PUT", "user_identity_id:uuid user_identity_ids:uuid[] user_identifier_key:name expires_at:time customer_key:name", create_session),
    "/client_sessions/get": ("GET", "client_session_id:uuid user_identifier_key:name", get_session, True),
    "/client_sessions/list": ("GET", "client_session_id:str user_identity_id:str? user_identifier_key:name", list_sessions),
    "/client_sessions/revoke": ("", "*client_session_id:uuid", end_session(False)),
    "/client_sessions/delete": ("DELETE", "*client_session_id:uuid", end_session(True)),
}


class Web(BaseHTTPRequestHandler):
    protocol_version, wbufsize, disable_nagle_algorithm = "HTTP/1.1", -1, True

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.serve
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def reply(self, status, body, kind="application/json; charset=utf-8"):
        data = json.dumps(body).encode()
        self.send_response(status)
        for name, value in (("content-type", kind), ("content-length", str(len(data))), ("seam-request-id", str(uuid.uuid4()))):
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)

    def problem(self, status, title):
        kind = {404: "5.5", 405: "5.6", 415: "5.16"}[status]
        self.reply(status, {"type": f"https://tools.ietf.org/html/rfc9110#section-15.{kind}", "title": title, "status": status,
                            "traceId": f"00-{uuid.uuid4().hex}-{uuid.uuid4().hex[:16]}-00"}, "application/problem+json; charset=utf-8")

    def serve(self):
        size = self.headers.get("content-length", "0")
        raw = self.rfile.read(int(size) if size.isdigit() else 0)
        path, _, query = self.path.partition("?")
        try:
            with lock:
                ws, own = self.caller(OPS.get(path, ("", "", None)))
                if path not in OPS:
                    return self.problem(404, "Not Found")
                if self.command not in ["POST"] + OPS[path][0].split():
                    return self.problem(405, "Method Not Allowed")
                if raw and self.command in ("POST", "PATCH") and not self.headers.get("content-type", "").lower().startswith("application/json"):
                    return self.problem(415, "Unsupported Media Type")
                p = self.parameters(OPS[path], query, raw)
                p["_host"] = self.headers.get("host", "127.0.0.1")
                if own:
                    p["_own"] = own
                self.reply(200, {**OPS[path][2](ws, p), "ok": True})
        except Refused as e:
            self.reply(e.status, {"error": e.error, "ok": False})

    def caller(self, op):
        """The workspace of the credential, and the identity of a client session."""
        scheme, _, token = self.headers.get("authorization", "").partition(" ")
        if scheme.lower() == "bearer" and token in KEYS:
            return KEYS[token], None
        session = [s for s in DB["session"].values() if s["token"] == token] if scheme.lower() == "bearer" else []
        if session and (session[0]["revoked"] or session[0]["until"] <= now()):
            raise Refused(401, "client_session_" + ("revoked" if session[0]["revoked"] else "expired"), "The client session has ended")
        if session and len(op) > 3:
            return session[0]["ws"], session[0]["owner"] or "nobody"
        raise Refused(401, "unauthorized", "No authentication method succeeded")

    def parameters(self, op, query, raw):
        spec = dict(item.split(":") for item in op[1].replace("*", "").split())
        try:
            body = json.loads(raw) if raw.strip() else {}
        except (ValueError, RecursionError):
            raise Refused(400, "invalid_json", "The body is no JSON")
        if not isinstance(body, dict):
            raise Refused(400, "invalid_input", "Expected object")
        given = {}
        for name, value in parse_qsl(query, keep_blank_values=True, errors="replace", max_num_fields=None):
            kind = spec.get(name, "")
            if kind.endswith("[]"):
                given.setdefault(name, []).extend([value] if value else [])
            elif name in given and kind:
                raise Refused(400, "invalid_query_params", f"{name} is given twice")
            elif kind:
                given[name] = int(value) if kind == "limit" and re.fullmatch("[0-9]{1,18}", value) else value or None
        given.update({k: v for k, v in body.items() if k in spec})
        for item in op[1].split():
            name = item[1:].split(":")[0]
            if item[0] == "*" and name not in given:
                raise Refused(400, "invalid_input", f"{name} is required", {name: {"_errors": ["Required"]}})
        return {k: check(k, spec[k], v) for k, v in given.items()}


def stock(ws):
    for name, doors in (("Atrium North", ("Lobby", "Garage")), ("Atrium South", ("Main door",))):
        account = str(uuid.UUID(int=rng.getrandbits(128), version=4))
        system = make("system", ws, name=name, account=account)["system_id"]
        for group in ("Residents", "Staff"):
            make("group", ws, name=f"{name} {group}", system=system, account=account, members=set())
        for door in doors:
            make("entrance", ws, name=door, system=system, account=account, members=set())
    for n, name in enumerate(("Ada Brandt", "Noor Haddad")):
        create_identity(ws, {"full_name": name, "email_address": f"{name.split()[0].lower()}@atriumgate.example", "user_identity_key": f"stock-{n}",
                             "phone_number": f"+4366012345{n:02}", "acs_system_ids": [system]})


class Server(ThreadingHTTPServer):
    daemon_threads, request_queue_size = True, 256


SECRET = f"{rng.getrandbits(128):x}"
for n in ("1", "2"):
    KEYS[f"seam_test{n}atrium_{rng.getrandbits(96):024x}"] = str(uuid.UUID(int=rng.getrandbits(128), version=4))
for workspace in KEYS.values():
    stock(workspace)
server = Server(("127.0.0.1", 0), Web)
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
threading.Thread(target=server.serve_forever, daemon=True).start()
print(json.dumps(dict(zip(("endpoint", "api_key", "other_api_key"), [f"http://127.0.0.1:{server.server_port}", *KEYS]))), flush=True)
sys.stdin.read()
