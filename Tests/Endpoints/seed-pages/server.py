"""Turnkey Doors: a vendor who read two pages of the documentation and offers what they name: identities and
access-system users that can be created, got, listed and deleted. The rest is answered as FastAPI answers it."""
import argparse, base64, json, random, re, secrets, signal, sys, threading, time, uuid
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode

ROUTES = {}
IDENTITIES, USERS, SYSTEMS, GROUPS = {}, {}, {}, {}
TOKENS, CURSORS = {}, {}
GUARD = threading.Lock()


def route(path, *methods):
    """Registers an operation, as FastAPI's decorators do."""
    def keep(function):
        ROUTES[path] = (methods, function)
        return function
    return keep


class HTTPException(Exception):
    def __init__(self, status, type_, message, field=None):
        self.status = status
        self.error = {"type": type_, "message": message}
        if field:
            self.error["validation_errors"] = {"_errors": [], field: {"_errors": [message]}}


def refuse(field, message):
    raise HTTPException(400, "invalid_input", message, field)


def uuid_of(value, field):
    if not isinstance(value, str) or not re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value.lower()):
        refuse(field, "Input should be a valid UUID")
    return value.lower()


def uuids_of(body, field):
    values = body.get(field, [])
    if not isinstance(values, list):
        refuse(field, "Input should be a valid list")
    return list(dict.fromkeys(uuid_of(v, field) for v in values))


def text_of(value, field):
    if not isinstance(value, str):
        refuse(field, "Input should be a valid string")
    if value == "":
        refuse(field, "String should have at least 1 character")
    return value


def email_of(value, field):
    text = text_of(value, field)
    if not re.fullmatch(r"(?!\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}", text) or ".." in text:
        refuse(field, "value is not a valid email address")
    return text


def phone_of(value, field):
    if not re.fullmatch(r"\+[1-9][0-9]{6,14}", text_of(value, field)):
        refuse(field, "value is not a phone number in E.164 format")
    return value


def key_of(value, field):
    if not text_of(value, field).strip():
        refuse(field, "String should not be blank")
    return value


def moment_of(value, field):
    found = re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2})(?:\.([0-9]{1,9}))?(Z|[+-][0-9]{2}:[0-9]{2})", value if isinstance(value, str) else "")
    try:
        day, fraction, zone = found.groups()
        return datetime.fromisoformat(f"{day}.{(fraction or '0').ljust(6, '0')[:6]}{'+00:00' if zone == 'Z' else zone}").astimezone(timezone.utc)
    except (AttributeError, ValueError, OverflowError):
        refuse(field, "Input should be a valid datetime")


def text_form(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ").rjust(27, "0")


def schedule_of(value):
    if not isinstance(value, dict):
        refuse("access_schedule", "Input should be an object")
    now = datetime.now(timezone.utc)
    start = moment_of(value["starts_at"], "access_schedule") if "starts_at" in value else now
    end = moment_of(value["ends_at"], "access_schedule") if value.get("ends_at") is not None else None
    if end is not None and (end <= start or end <= now):
        refuse("access_schedule", "ends_at must be after starts_at and in the future")
    return {"starts_at": text_form(start), "ends_at": text_form(end) if end else None}


def optional(body, field, reader, nullable):
    if field not in body or nullable and body[field] is None:
        return None
    return reader(body[field], field)


def required(body, field, reader):
    if field not in body:
        refuse(field, "Field required")
    return reader(body[field], field)


def pick(table, workspace, id_, kind):
    row = table.get(id_)
    if row is None or (row["workspace_id"] != workspace and not ("other-workspace-visible" in FLAWS and kind == "user_identity")):
        raise HTTPException(404, f"{kind}_not_found", f"{kind} not found")
    return row


def users_of(identity):
    return [u for u in USERS.values() if u["identity"] == identity["user_identity_id"]]


def identity_out(row):
    shown = {k: v for k, v in row.items() if k != "order"}
    name = row["full_name"] or row["email_address"] or row["user_identity_key"] or row["phone_number"] or "Unnamed"
    shown.update(display_name=name, acs_user_ids=[u["acs_user_id"] for u in users_of(row)], errors=[], warnings=[], merged_user_identity_ids=[], merged_user_identity_keys=[])
    if "null-left-out" in FLAWS:
        shown = {k: v for k, v in shown.items() if v is not None}
    return shown


def user_out(row):
    shown = {k: v for k, v in row.items() if v is not None and k not in ("order", "identity", "groups", "label")}
    shown.update(display_name=row["full_name"] or row["label"], connected_account_id=SYSTEMS[row["acs_system_id"]]["account"], is_managed=True, is_suspended=False,
                 last_successful_sync_at=None, errors=[], warnings=[], pending_mutations=[])
    if row.get("email_address"):
        shown["email"] = row["email_address"]
    if row["identity"]:
        identity = IDENTITIES[row["identity"]]
        shown["user_identity_id"] = row["identity"]
        for field in ("full_name", "email_address", "phone_number"):
            shown["user_identity_" + field] = identity[field]
    return shown


def new_row(table, id_name, workspace, **values):
    row = {id_name: str(uuid.UUID(int=RANDOM.getrandbits(128), version=4)), "workspace_id": workspace, "created_at": text_form(datetime.now(timezone.utc)),
           "order": time.monotonic_ns(), **values}
    table[row[id_name]] = row
    return row


@route("/user_identities/create", "POST")
def create_identity(workspace, body):
    email, phone = optional(body, "email_address", email_of, True), optional(body, "phone_number", phone_of, True)
    name, key = optional(body, "full_name", text_of, True), optional(body, "user_identity_key", key_of, True)
    systems = [pick(SYSTEMS, workspace, s, "acs_system") for s in uuids_of(body, "acs_system_ids")]
    for other in IDENTITIES.values():
        for field, value in (("email_address", email), ("phone_number", phone), ("user_identity_key", key)):
            if value is not None and other["workspace_id"] == workspace and other[field] == value and not (field == "user_identity_key" and "key-not-unique" in FLAWS):
                raise HTTPException(409, "conflict", f"{field} is already used by another user identity")
    row = new_row(IDENTITIES, "user_identity_id", workspace, email_address=email, phone_number=phone, full_name=name, user_identity_key=key)
    for system in systems:
        free = [u for u in USERS.values() if u["acs_system_id"] == system["acs_system_id"] and not u["identity"]]
        same = [u for u in free if email and u["email_address"] == email] + [u for u in free if phone and u["phone_number"] == phone]
        user = same[0] if same and "never-matches" not in FLAWS else new_row(
            USERS, "acs_user_id", workspace, acs_system_id=system["acs_system_id"], full_name=name, email_address=email, phone_number=phone, groups=[], access_schedule=None,
            label=identity_out(row)["display_name"])
        user["identity"] = row["user_identity_id"]
    return {"user_identity": identity_out(row)}


@route("/user_identities/get", "GET", "POST")
def get_identity(workspace, body):
    if "user_identity_id" in body:
        row = pick(IDENTITIES, workspace, uuid_of(body["user_identity_id"], "user_identity_id"), "user_identity")
        if "user_identity_key" in body and row["user_identity_key"] != text_of(body["user_identity_key"], "user_identity_key"):
            refuse("user_identity_key", "The identity has another key")
        return {"user_identity": identity_out(row)}
    if "user_identity_key" not in body:
        refuse("user_identity_id", "Field required")
    key = text_of(body["user_identity_key"], "user_identity_key")
    rows = [r for r in IDENTITIES.values() if r["workspace_id"] == workspace and r["user_identity_key"] == key]
    return {"user_identity": identity_out(rows[0] if rows else pick(IDENTITIES, workspace, "", "user_identity"))}


def paged(workspace, body, path, name, rows, out, host):
    """A page of the rows; a cursor is a random word that the server remembers with the list it belongs to."""
    limit, cursor = body.get("limit", 500), body.get("page_cursor")
    if type(limit) is not int or limit <= 0:
        refuse("limit", "Input should be a whole number greater than 0")
    asked = {k: v for k, v in body.items() if k in FILTERS and k != "page_cursor"}
    asked["limit"], after = limit, -1
    if cursor is not None:
        known = CURSORS.get(cursor) if isinstance(cursor, str) else None
        if known is None or known[:3] != (workspace, path, asked):
            refuse("page_cursor", "The cursor is unknown or belongs to another list")
        after = known[3]
    rows = sorted((r for r in rows if r["order"] > after), key=lambda r: r["order"])
    page, follow, url = rows[:limit], None, None
    if len(rows) > limit:
        follow = base64.urlsafe_b64encode(secrets.token_bytes(15)).decode()
        CURSORS[follow] = (workspace, path, asked, page[-1]["order"])
        flat = {k: "" if v is None or v == [] else v for k, v in asked.items()}
        url = f"http://{host}{path}?{urlencode({**flat, 'page_cursor': follow}, doseq=True)}"
    return {name: [out(r) for r in page], "pagination": {"has_next_page": follow is not None, "next_page_cursor": follow, "next_page_url": url}}


def narrowed(workspace, body, table, texts):
    """The rows of the workspace that created_before and search leave."""
    rows = [r for r in table.values() if r["workspace_id"] == workspace]
    if "created_before" in body:
        before = moment_of(body["created_before"], "created_before")
        rows = [r for r in rows if moment_of(r["created_at"], "") < before]
    if "search" in body:
        part = text_of(body["search"], "search").lower()
        rows = [r for r in rows if any(part in t.lower() for t in texts(r) if t)]
    return rows


FILTERS = {"limit", "page_cursor", "created_before", "search", "user_identity_ids", "credential_manager_acs_system_id", "acs_system_id", "user_identity_id",
           "user_identity_email_address", "user_identity_phone_number"}


@route("/user_identities/list", "GET", "POST")
def list_identities(workspace, body, host):
    rows = narrowed(workspace, body, IDENTITIES, lambda r: (r["full_name"], r["phone_number"], r["email_address"], r["user_identity_id"]))
    if "user_identity_ids" in body:
        ids = uuids_of(body, "user_identity_ids")
        rows = [r for r in rows if r["user_identity_id"] in ids]
    if "credential_manager_acs_system_id" in body:
        manager = uuid_of(body["credential_manager_acs_system_id"], "credential_manager_acs_system_id")
        rows = [r for r in rows if any(u["acs_system_id"] == manager for u in users_of(r))]
    return paged(workspace, body, "/user_identities/list", "user_identities", rows, identity_out, host)


@route("/user_identities/delete", "DELETE", "POST")
def delete_identity(workspace, body):
    row = pick(IDENTITIES, workspace, required(body, "user_identity_id", uuid_of), "user_identity")
    for user in users_of(row):
        if "delete-leaves-users" in FLAWS:
            user["identity"] = None
        else:
            del USERS[user["acs_user_id"]]
    del IDENTITIES[row["user_identity_id"]]
    return {}


@route("/acs/users/create", "POST")
def create_user(workspace, body):
    name, system_id = required(body, "full_name", text_of), required(body, "acs_system_id", uuid_of)
    mails = [optional(body, field, email_of, False) for field in ("email_address", "email")]
    phone, owner = optional(body, "phone_number", phone_of, False), optional(body, "user_identity_id", uuid_of, False)
    groups, schedule = uuids_of(body, "acs_access_group_ids"), schedule_of(body["access_schedule"]) if "access_schedule" in body else None
    system = pick(SYSTEMS, workspace, system_id, "acs_system")
    for group in groups:
        if pick(GROUPS, workspace, group, "acs_access_group")["acs_system_id"] != system_id:
            refuse("acs_access_group_ids", "The group is one of another access system")
    if owner and any(u["acs_system_id"] == system["acs_system_id"] for u in users_of(pick(IDENTITIES, workspace, owner, "user_identity"))):
        raise HTTPException(409, "conflict", "The user identity already has a user in this access system")
    row = new_row(USERS, "acs_user_id", workspace, acs_system_id=system_id, full_name=name, email_address=mails[0] or mails[1], phone_number=phone, groups=groups,
                  access_schedule=schedule, identity=owner, label=name)
    return {"acs_user": user_out(row)}


def named_user(workspace, body):
    """The user with acs_user_id, or that of an identity in a system."""
    if "acs_user_id" in body:
        if "user_identity_id" in body:
            refuse("user_identity_id", "Give acs_user_id or user_identity_id, not both")
        return pick(USERS, workspace, uuid_of(body["acs_user_id"], "acs_user_id"), "acs_user")
    if not {"user_identity_id", "acs_system_id"} & set(body):
        refuse("acs_user_id", "Field required")
    owner, system = required(body, "user_identity_id", uuid_of), required(body, "acs_system_id", uuid_of)
    rows = [u for u in users_of(pick(IDENTITIES, workspace, owner, "user_identity")) if u["acs_system_id"] == system]
    return rows[0] if rows else pick(USERS, workspace, "", "acs_user")


@route("/acs/users/get", "GET", "POST")
def get_user(workspace, body):
    return {"acs_user": user_out(named_user(workspace, body))}


@route("/acs/users/list", "GET", "POST")
def list_users(workspace, body, host):
    def texts(r):
        owner = IDENTITIES.get(r["identity"]) or {}
        return r["full_name"], r["phone_number"], r["email_address"], r["acs_user_id"], r["identity"], owner.get("full_name"), owner.get("phone_number")
    rows = narrowed(workspace, body, USERS, texts)
    for field, column in (("acs_system_id", "acs_system_id"), ("user_identity_id", "identity")):
        if field in body:
            wanted = uuid_of(body[field], field)
            rows = [r for r in rows if r[column] == wanted]
    for field in ("email_address", "phone_number"):
        if "user_identity_" + field in body:
            wanted = body["user_identity_" + field]
            if wanted is not None and not isinstance(wanted, str):
                refuse("user_identity_" + field, "Input should be a valid string")
            rows = [r for r in rows if r["identity"] and IDENTITIES[r["identity"]][field] == wanted]
    return paged(workspace, body, "/acs/users/list", "acs_users", rows, user_out, host)


@route("/acs/users/delete", "DELETE", "POST")
def delete_user(workspace, body):
    del USERS[named_user(workspace, body)["acs_user_id"]]
    return {}


class App(BaseHTTPRequestHandler):
    protocol_version, wbufsize, disable_nagle_algorithm = "HTTP/1.1", -1, True

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.dispatch
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def dispatch(self):
        length = self.headers.get("content-length", "")
        raw = self.rfile.read(int(length)) if length.isdigit() else b""
        path, _, query = self.path.partition("?")
        try:
            with GUARD:
                scheme, _, token = self.headers.get("authorization", "").partition(" ")
                if scheme.lower() != "bearer" or token not in TOKENS:
                    raise HTTPException(401, "unauthorized", "Not authenticated")
                if path not in ROUTES:
                    return self.answer(404, {"detail": "Not Found"})
                methods, function = ROUTES[path]
                if self.command not in methods:
                    return self.answer(405, {"detail": "Method Not Allowed"})
                body = {**self.read_query(query), **self.read_body(raw)}
                host = (self.headers.get("host", "127.0.0.1"),) if path.endswith("/list") else ()
                self.answer(200, {**function(TOKENS[token], body, *host), "ok": True})
        except HTTPException as refusal:
            self.answer(refusal.status, {"error": refusal.error, "ok": False})

    def read_query(self, query):
        found = {}
        for name, value in parse_qsl(query, keep_blank_values=True):
            if name.endswith("_ids"):
                found.setdefault(name, []).extend([value] if value else [])
            elif name in found:
                raise HTTPException(400, "invalid_query_params", f"{name} is repeated")
            else:
                found[name] = int(value) if name == "limit" and re.fullmatch("[0-9]{1,12}", value) else value or None
        return found

    def read_body(self, raw):
        if raw and self.command == "POST" and "application/json" not in self.headers.get("content-type", "").lower():
            raise HTTPException(400, "invalid_content_type", "Content type must be application/json")
        try:
            body = json.loads(raw or "{}")
        except (ValueError, RecursionError):
            raise HTTPException(400, "invalid_json", "JSON decode error")
        if not isinstance(body, dict):
            raise HTTPException(400, "invalid_input", "Input should be an object")
        return body

    def answer(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.send_header("seam-request-id", uuid.uuid4().hex)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


if __name__ == "__main__":
    cli = argparse.ArgumentParser()
    cli.add_argument("--breach", action="append", default=[])
    cli.add_argument("--seed", type=int, default=0)
    cli = cli.parse_args()
    FLAWS, RANDOM = set(cli.breach), random.Random(cli.seed)
    for tenant in "ab":
        space = str(uuid.UUID(int=RANDOM.getrandbits(128), version=4))
        TOKENS[f"seam_test{tenant}doors_{secrets.token_hex(12)}"] = space
        for place in ("Harbour", "Hill"):
            building = new_row(SYSTEMS, "acs_system_id", space, name=place, account=str(uuid.UUID(int=RANDOM.getrandbits(128), version=4)))
            new_row(GROUPS, "acs_access_group_id", space, name=place + " tenants", acs_system_id=building["acs_system_id"])
            create_user(space, {"full_name": f"Caretaker of {place}", "acs_system_id": building["acs_system_id"], "phone_number": "+4930901820000"})
    ThreadingHTTPServer.request_queue_size = 128
    service = ThreadingHTTPServer(("127.0.0.1", 0), App)
    service.daemon_threads = True
    threading.Thread(target=service.serve_forever, daemon=True).start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    main, second = TOKENS
    # No operation lists them: a client is told of them in a letter.
    fixtures = [f"{name}={row[name]}" for name, table in (("acs_system_id", SYSTEMS), ("acs_access_group_id", GROUPS)) for row in table.values() if row["workspace_id"] == TOKENS[main]]
    print(json.dumps({"endpoint": f"http://127.0.0.1:{service.server_port}", "api_key": main, "other_api_key": second, "fixtures": fixtures}), flush=True)
    sys.stdin.read()
