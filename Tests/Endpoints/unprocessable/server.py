"""Copper Keys: a vendor of identities on FastAPI. What it refuses itself has Seam's error envelope; what the framework
refuses, parameters that are not valid among it, has 422 and the framework's list of details, or its 404 and 405."""
import argparse
import base64
import json
import random
import re
import secrets
import signal
import sys
import threading
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlencode
from uuid import UUID, uuid4

NAMES = ("email_address", "phone_number", "full_name", "user_identity_key")
UNIQUE = ("email_address", "phone_number", "user_identity_key")
SEARCHED = ("full_name", "phone_number", "email_address", "user_identity_id")
LONG_AGO = "2020-02-20T20:20:20.000000Z"


class RequestValidationError(Exception):
    """A parameter that is not valid, as the framework tells of it."""

    def __init__(self, type_, place, message, value=None):
        self.detail = [{"type": type_, "loc": list(place), "msg": message, "input": value}]


class APIError(Exception):
    """A refusal of the vendor's own."""

    def __init__(self, status, type_, message):
        self.status, self.error = status, {"type": type_, "message": message}


# What a parameter may be -----------------------------------------------------------------------------------------------

def is_text(value):
    return isinstance(value, str) and value != ""


def is_email(value):
    pattern = r"[A-Za-z0-9_'+-]+(\.[A-Za-z0-9_'+-]+)*@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}"
    return isinstance(value, str) and bool(re.fullmatch(pattern, value))


def is_phone(value):
    return isinstance(value, str) and bool(re.fullmatch(r"\+[1-9][0-9]{6,14}", value))


def is_key(value):
    return isinstance(value, str) and value.strip() != ""


def is_uuid(value):
    return isinstance(value, str) and bool(re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", value, re.I))


def is_uuids(value):
    return isinstance(value, list) and all(map(is_uuid, value))


def is_limit(value):
    return type(value) is int and value > 0


def is_time(value):
    return isinstance(value, str) and bool(instant(value))


def instant(text):
    """The instant of a date-time with a zone; None for any other text."""
    found = re.fullmatch(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)", text, re.A)
    try:
        return found and datetime.fromisoformat(f"{found[1]}.{(found[2] or '0')[:6]:0<6}{found[3].replace('Z', '+00:00')}").astimezone(timezone.utc)
    except (ValueError, OverflowError):
        return None


#: The parameters of each operation: what they may be, and whether they may be null.
PERSON = {"email_address": (is_email, True), "phone_number": (is_phone, True), "full_name": (is_text, True), "user_identity_key": (is_key, True)}
PARAMETERS = {
    "/user_identities/create": {**PERSON, "acs_system_ids": (is_uuids, False)},
    "/user_identities/get": {"user_identity_id": (is_uuid, False), "user_identity_key": (is_text, False)},
    "/user_identities/update": {**PERSON, "user_identity_id": (is_uuid, False)},
    "/user_identities/delete": {"user_identity_id": (is_uuid, False)},
    "/user_identities/list": {
        "user_identity_ids": (is_uuids, False), "credential_manager_acs_system_id": (is_uuid, False), "created_before": (is_time, False),
        "search": (is_text, False), "limit": (is_limit, False), "page_cursor": (is_text, True)},
    "/workspaces/get": {}}
REQUIRED = {"/user_identities/update": "user_identity_id", "/user_identities/delete": "user_identity_id"}
METHODS = {"get": ("GET", "POST"), "list": ("GET", "POST"), "create": ("POST",), "update": ("PATCH", "POST"), "delete": ("DELETE", "POST")}


def validated(path, given, place):
    """The known parameters among those given; raises the framework's error for the first that is not valid."""
    known = {name: value for name, value in given.items() if name in PARAMETERS[path]}
    if path in REQUIRED and REQUIRED[path] not in known:
        raise RequestValidationError("missing", (place, REQUIRED[path]), "Field required", given)
    if path == "/user_identities/get" and not known:
        raise RequestValidationError("value_error", (place,), "Value error, user_identity_id or user_identity_key is needed", given)
    for name, value in known.items():
        fits, nullable = PARAMETERS[path][name]
        if not (nullable and value is None) and not fits(value):
            raise RequestValidationError("value_error", (place, name), "Value error, this is not valid", value)
    return known


# The vendor ------------------------------------------------------------------------------------------------------------

class Workspace:
    """The identities of one client."""

    def __init__(self, dice, name, breaches):
        self.dice, self.name, self.breaches = dice, name, breaches
        self.id, self.people, self.gone, self.cursors, self.count = self.new_id(), {}, {}, {}, 0

    def new_id(self):
        return str(UUID(int=self.dice.getrandbits(128), version=4))

    def person(self, id_):
        if id_.lower() not in self.people:
            raise APIError(404, "user_identity_not_found", "There is no user identity with this id")
        return self.people[id_.lower()]

    def check_free(self, values, but=None):
        for other in self.people.values():
            for name in UNIQUE:
                if other is not but and values.get(name) is not None and other[name] == values[name]:
                    raise APIError(409, "already_exists", f"Another user identity has this {name}")

    def store(self, values):
        created = LONG_AGO if "created-long-ago" in self.breaches else datetime.now(timezone.utc).isoformat(timespec="microseconds").replace("+00:00", "Z")
        self.count += 1
        row = {"number": self.count, "user_identity_id": self.new_id(), "workspace_id": self.id, "created_at": created, **{name: values.get(name) for name in NAMES}}
        self.people[row["user_identity_id"]] = row
        return row

    def keep_refused(self, given):
        """What the breach `refused-and-kept` does with a create that is not valid: keeps what is."""
        values = {name: value for name, value in given.items() if name in PERSON and PERSON[name][0](value)}
        try:
            self.check_free(values)
        except APIError:
            return
        if values:
            self.store(values)

    def create(self, p):
        if p.get("acs_system_ids"):
            raise APIError(404, "acs_system_not_found", "There is no access system with this id")
        self.check_free(p)
        return {"user_identity": shown(self.store(p))}

    def get(self, p):
        if "user_identity_id" in p:
            row = self.person(p["user_identity_id"])
            if p.get("user_identity_key", row["user_identity_key"]) != row["user_identity_key"]:
                raise APIError(400, "invalid_input", "The user identity with this id has another key")
            return {"user_identity": shown(row)}
        rows = [*self.people.values(), *(self.gone.values() if "deleted-found-by-key" in self.breaches else ())]
        for row in rows:
            if row["user_identity_key"] == p["user_identity_key"]:
                return {"user_identity": shown(row)}
        raise APIError(404, "user_identity_not_found", "There is no user identity with this key")

    def update(self, p):
        row = self.person(p["user_identity_id"])
        changes = {name: p[name] for name in NAMES if name in p}
        self.check_free(changes, but=row)
        row.update(changes)
        return {}

    def delete(self, p):
        row = self.person(p["user_identity_id"])
        self.gone[row["user_identity_id"]] = self.people.pop(row["user_identity_id"])
        return {}

    def list(self, p, host):
        rows = list(self.people.values())
        if "user_identity_ids" in p:
            rows = [row for row in rows if row["user_identity_id"] in map(str.lower, p["user_identity_ids"])]
        if "credential_manager_acs_system_id" in p:
            rows = []
        if "created_before" in p:
            rows = [row for row in rows if instant(row["created_at"]) < instant(p["created_before"])]
        if "search" in p:
            rows = [row for row in rows if any(p["search"].lower() in (row[name] or "").lower() for name in SEARCHED)]
        page, pagination = self.page(p, rows, host)
        return {"user_identities": [shown(row) for row in page], "pagination": pagination}

    def page(self, p, rows, host):
        """The rows of a page and its `pagination`. A cursor stands for the last row and for what was asked."""
        asked, start = {**{k: v for k, v in p.items() if k != "page_cursor"}, "limit": p.get("limit", 500)}, 0
        if p.get("page_cursor") is not None:
            before, last = self.cursors.get(p["page_cursor"], (None, None))
            if before != asked:
                raise APIError(400, "invalid_page_cursor", "The page_cursor is unknown, or was given for other parameters")
            start = next((n for n, row in enumerate(rows) if row["number"] > last), len(rows))
        page, more, cursor, url = rows[start:start + asked["limit"]], len(rows) > start + asked["limit"], None, None
        if more:
            cursor = base64.urlsafe_b64encode(secrets.token_bytes(12)).decode()
            self.cursors[cursor] = (asked, page[-1]["number"])
            query = {k: "" if v in (None, []) else v for k, v in asked.items()}
            url = f"http://{host}/user_identities/list?{urlencode({**query, 'page_cursor': cursor}, doseq=True)}"
        return page, {"has_next_page": more, "next_page_cursor": cursor, "next_page_url": url}

    def about(self):
        return {"workspace": {
            "workspace_id": self.id, "name": self.name, "company_name": "Copper Keys", "is_sandbox": True, "is_suspended": False,
            "is_publishable_key_auth_enabled": False, "connect_partner_name": None, "connect_webview_customization": {}, "organization_id": None}}


def shown(row):
    display = row["full_name"] or row["email_address"] or row["user_identity_key"] or row["phone_number"] or "Nobody"
    kept = {name: value for name, value in row.items() if name != "number"}
    return {**kept, "display_name": display, "acs_user_ids": [], "errors": [], "warnings": [], "merged_user_identity_ids": [], "merged_user_identity_keys": []}


class Handler(BaseHTTPRequestHandler):
    protocol_version, wbufsize, disable_nagle_algorithm = "HTTP/1.1", -1, True

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.serve
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def serve(self):
        length = self.headers.get("content-length", "")
        raw = self.rfile.read(int(length)) if length.isdigit() else b""
        path, _, query = self.path.partition("?")
        if path not in PARAMETERS:
            return self.reply(404, {"detail": "Not Found"})
        verb = path.rpartition("/")[2]
        if self.command not in METHODS[verb]:
            return self.reply(405, {"detail": "Method Not Allowed"})
        try:
            with LOCK:
                self.reply(200, {**self.called(path, verb, query, raw), "ok": True})
        except RequestValidationError as error:
            self.reply(422, {"detail": error.detail})
        except APIError as error:
            self.reply(error.status, {"error": error.error, "ok": False})

    def called(self, path, verb, query, raw):
        scheme, _, key = self.headers.get("authorization", "").partition(" ")
        if scheme.lower() != "bearer" or key not in KEYS:
            raise APIError(401, "unauthorized", "The API key is missing or unknown")
        workspace = KEYS[key]
        place = "body" if self.command in ("POST", "PATCH") else "query"
        given = {**self.query(query), **self.body(raw)}
        try:
            p = validated(path, given, place)
        except RequestValidationError:
            if verb == "create" and "refused-and-kept" in workspace.breaches:
                workspace.keep_refused(given)
            raise
        if path == "/workspaces/get":
            return workspace.about()
        return workspace.list(p, self.headers.get("host", "127.0.0.1")) if verb == "list" else getattr(workspace, verb)(p)

    def query(self, text):
        """The parameters of a query, the last of each name, as the framework reads them."""
        found = {}
        for name, value in parse_qsl(text, keep_blank_values=True):
            if name.endswith("_ids"):
                found.setdefault(name, []).extend([value] if value else [])
            else:
                found[name] = int(value) if name == "limit" and re.fullmatch("[0-9]{1,9}", value) else value or None
        return found

    def body(self, raw):
        if raw and self.command in ("POST", "PATCH") and "json" not in self.headers.get("content-type", "").lower():
            raise RequestValidationError("model_attributes_type", ("body",), "Input should be a valid dictionary or object to extract fields from")
        try:
            value = json.loads(raw or b"{}")
        except (ValueError, RecursionError):
            raise RequestValidationError("json_invalid", ("body", 0), "JSON decode error", {}) from None
        if not isinstance(value, dict):
            raise RequestValidationError("model_attributes_type", ("body",), "Input should be a valid dictionary or object to extract fields from")
        return value

    def reply(self, status, body):
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.send_header("seam-request-id", str(uuid4()))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--breach", action="append", default=[])
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    LOCK, DICE, KEYS = threading.Lock(), random.Random(options.seed), {}
    for client in ("North Quay", "South Quay"):
        KEYS[f"seam_test_copper_{DICE.getrandbits(80):020x}"] = home = Workspace(DICE, client, set(options.breach))
        home.store({"full_name": f"Porter of {client}", "user_identity_key": "porter"})
    ThreadingHTTPServer.request_queue_size = 128
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    print(json.dumps(dict(zip(("endpoint", "api_key", "other_api_key"), (f"http://127.0.0.1:{server.server_port}", *KEYS)))), flush=True)
    sys.stdin.read()
