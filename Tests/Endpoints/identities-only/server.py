"""Personbook: a vendor of user identities alone, without access systems. It behaves like an Express application: one
router for /user_identities, and Express's own HTML page for every path that the application does not know."""
import base64
import hmac
import html
import json
import re
import secrets
import signal
import sys
import threading
from argparse import ArgumentParser
from datetime import datetime, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from random import Random
from urllib.parse import parse_qs, urlencode
from uuid import UUID, uuid4

TEXTS = ("email_address", "full_name", "phone_number", "user_identity_key")
EMAIL = re.compile(r"(?!\.)(?!.*\.\.)[A-Za-z0-9_'+.-]*[A-Za-z0-9_+-]@([A-Za-z0-9][A-Za-z0-9-]*\.)+[A-Za-z]{2,}")
UUID_FORM = re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
TIME_FORM = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:\d\d)", re.ASCII)


class HttpError(Exception):
    def __init__(self, status, type_, message, issues=None):
        super().__init__(message)
        self.status = status
        self.body = {"error": {"type": type_, "message": message}, "ok": False}
        if issues:
            self.body["error"]["validation_errors"] = dict({"_errors": []}, **issues)


def invalid(name, message):
    return HttpError(400, "invalid_input", f'{message} for "{name}"', {name: {"_errors": [message]}})


def parse_time(value):
    match = TIME_FORM.fullmatch(value) if isinstance(value, str) else None
    if match:
        try:
            fraction = ((match[2] or "") + "000000")[:6]
            return datetime.fromisoformat(f"{match[1]}.{fraction}{match[3].replace('Z', '+00:00')}").astimezone(timezone.utc)
        except (ValueError, OverflowError):
            pass
    return None


class Input:
    """The parameters of one request, checked one by one as the operation asks for them."""

    def __init__(self, values):
        self.values = values

    def __contains__(self, name):
        return name in self.values

    def uuid(self, name, required=False):
        if name not in self.values:
            if required:
                raise HttpError(400, "invalid_input", f"{name} is required", {name: {"_errors": ["Required"]}})
            return None
        value = self.values[name]
        if not isinstance(value, str) or not UUID_FORM.fullmatch(value):
            raise invalid(name, "Invalid uuid")
        return value.lower()

    def text(self, name, nullable=True):
        """A text; each of the four of an identity has its own form."""
        value = self.values.get(name)
        if value is None:
            if name in self.values and not nullable:
                raise invalid(name, "Expected string, received null")
            return None
        if not isinstance(value, str):
            raise invalid(name, "Expected string")
        if value == "" and name != "page_cursor":
            raise invalid(name, "String must contain at least 1 character(s)")
        if name == "user_identity_key" and not value.strip():
            raise invalid(name, "A key needs more than spaces")
        if name == "email_address" and not EMAIL.fullmatch(value):
            raise invalid(name, "Invalid email")
        if name == "phone_number" and not re.fullmatch(r"\+[1-9][0-9]{6,14}", value):
            raise invalid(name, "Expected E.164 format")
        return value

    def list(self, name, of_uuid=True, most=None):
        if name not in self.values:
            return None
        value = self.values[name]
        if not isinstance(value, list):
            raise invalid(name, "Expected array")
        for at, item in enumerate(value):
            if not isinstance(item, str) or not item or of_uuid and not UUID_FORM.fullmatch(item):
                raise HttpError(400, "invalid_input", f'Invalid item for "{name}"', {name: {str(at): {"_errors": ["Invalid"]}, "_errors": ["Invalid item"]}})
        if most and not 1 <= len(value) <= most:
            raise invalid(name, f"Expected 1 to {most} items")
        return [item.lower() for item in value] if of_uuid else value

    def limit(self):
        value = self.values.get("limit", 500)
        if type(value) is not int or value < 1:
            raise invalid("limit", "Expected a whole number greater than 0")
        return value

    def time(self, name):
        if name not in self.values:
            return None
        parsed = parse_time(self.values[name])
        if parsed is None:
            raise invalid(name, "Invalid datetime")
        return parsed


class Person:
    def __init__(self, number, id_, workspace, values):
        self.number, self.id, self.workspace = number, id_, workspace
        self.created = datetime.now(timezone.utc)
        self.values = {name: values.get(name) for name in TEXTS}
        self.merged_ids, self.merged_keys = [], []

    def json(self):
        shown = {"user_identity_id": self.id, "workspace_id": self.workspace, "acs_user_ids": [], "errors": [], "warnings": []}
        shown["created_at"] = self.created.isoformat(timespec="microseconds").replace("+00:00", "Z")
        shown["display_name"] = next((self.values[n] for n in ("full_name", "email_address", "user_identity_key", "phone_number") if self.values[n]), "(no name)")
        shown["merged_user_identity_ids"], shown["merged_user_identity_keys"] = self.merged_ids, self.merged_keys
        if "created-as-number" in BREACHES:
            shown["created_at"] = int(self.created.timestamp() * 1000)
        return {**shown, **self.values}


class Book:
    """The operations. Each takes the workspace of the caller and its input, and gives what is answered beside `ok`."""

    def __init__(self, random):
        self.random, self.people, self.next, self.secret = random, {}, 1, secrets.token_bytes(16)

    def add(self, workspace, values):
        person = Person(self.next, str(UUID(int=self.random.getrandbits(128), version=4)), workspace, values)
        self.people[person.id], self.next = person, self.next + 1
        return person

    def mine(self, workspace):
        return [p for p in self.people.values() if p.workspace == workspace]

    def exactly(self, workspace, id_):
        person = self.people.get(id_)
        if person is None or person.workspace != workspace:
            raise HttpError(404, "user_identity_not_found", "No such user identity")
        return person

    def by_id(self, workspace, id_):
        for person in self.mine(workspace):
            if id_ in person.merged_ids:
                return person
        return self.exactly(workspace, id_)

    def by_key(self, workspace, key):
        for person in self.mine(workspace):
            if person.values["user_identity_key"] == key or key in person.merged_keys:
                return person
        raise HttpError(404, "user_identity_not_found", "No such user identity")

    def keep_unique(self, workspace, values, me=None):
        for name in ("email_address", "phone_number", "user_identity_key"):
            wanted = values.get(name)
            if wanted is None or (name == "email_address" and "email-not-unique" in BREACHES):
                continue
            for other in self.mine(workspace):
                held = other.values[name]
                same = held == wanted or (name == "email_address" and held and held.lower() == wanted.lower())
                if other is not me and same or (name == "user_identity_key" and wanted in other.merged_keys):
                    raise HttpError(409, "user_identity_already_exists", f"{name} is taken")

    def create(self, workspace, input_):
        values = {name: input_.text(name) for name in TEXTS}
        systems = input_.list("acs_system_ids")
        if systems:
            raise HttpError(404, "acs_system_not_found", "No such access system")
        self.keep_unique(workspace, values)
        return {"user_identity": self.add(workspace, values).json()}

    def get(self, workspace, input_):
        id_, key = input_.uuid("user_identity_id"), input_.text("user_identity_key", nullable=False)
        if id_ is None and key is None:
            raise HttpError(400, "invalid_input", "user_identity_id is required", {"user_identity_id": {"_errors": ["Required"]}})
        person = self.by_id(workspace, id_) if id_ else self.by_key(workspace, key)
        if key and person is not self.by_key(workspace, key):
            raise invalid("user_identity_key", "Belongs to another identity")
        return {"user_identity": person.json()}

    def list(self, workspace, input_, host):
        limit, cursor, search = input_.limit(), input_.text("page_cursor"), input_.text("search", nullable=False)
        before, ids, manager = input_.time("created_before"), input_.list("user_identity_ids"), input_.uuid("credential_manager_acs_system_id")
        found = sorted(self.mine(workspace), key=lambda p: p.number)
        if before:
            found = [p for p in found if p.created < before]
        if ids is not None:
            found = [p for p in found if p.id in ids]
        if search and "search-ignored" not in BREACHES:
            found = [p for p in found if any(search.lower() in (v or "").lower() for v in (p.id, p.values["full_name"], p.values["email_address"], p.values["phone_number"]))]
        if manager:
            found = []
        filters = json.dumps([workspace, limit, str(before), ids, search, manager])
        if cursor is not None:
            after = self.read_cursor(cursor, filters)
            found = [p for p in found if p.number > after]
        more = len(found) > limit
        found = found[:limit]
        next_ = self.write_cursor(found[-1].number, filters) if more else None
        again = {k: "" if v is None or v == [] else v for k, v in input_.values.items()}
        url = f"http://{host}/user_identities/list?" + urlencode({**again, "page_cursor": next_}, doseq=True) if more else None
        page = {"has_next_page": more, "next_page_cursor": next_, "next_page_url": url}
        return {"user_identities": [p.json() for p in found], "pagination": page}

    def write_cursor(self, number, filters):
        seal = hmac.new(self.secret, f"{number}{filters}".encode(), "sha256").hexdigest()[:20]
        return base64.b64encode(f"{number}:{seal}".encode()).decode()

    def read_cursor(self, cursor, filters):
        number = base64.b64decode(cursor.encode("ascii", "replace") + b"==")[:64].split(b":")[0]
        if number.isdigit() and hmac.compare_digest(self.write_cursor(int(number), filters).encode(), cursor.encode("utf-8", "replace")):
            return int(number)
        raise invalid("page_cursor", "Unknown cursor, or one of another list")

    def update(self, workspace, input_):
        person = self.exactly(workspace, input_.uuid("user_identity_id", required=True)) if "user_identity_id" in input_ else None
        changes = {name: input_.text(name) for name in TEXTS if name in input_}
        if person is None:
            input_.uuid("user_identity_id", required=True)
        self.keep_unique(workspace, changes, person)
        if "update-forgets-phone" in BREACHES:
            changes.pop("phone_number", None)
        person.values.update(changes)
        return {}

    def delete(self, workspace, input_):
        del self.people[self.exactly(workspace, input_.uuid("user_identity_id", required=True)).id]
        return {}

    def merge(self, workspace, input_):
        by_id = "user_identity_id" in input_ or "merged_user_identity_ids" in input_
        if by_id and ("user_identity_key" in input_ or "merged_user_identity_keys" in input_):
            raise invalid("merged_user_identity_keys", "Ids and keys cannot be mixed")
        one, many = ("user_identity_id", "merged_user_identity_ids") if by_id else ("user_identity_key", "merged_user_identity_keys")
        chosen, names = input_.uuid(one) if by_id else input_.text(one, nullable=False), input_.list(many, of_uuid=by_id, most=20)
        for name, value in ((one, chosen), (many, names)):
            if value is None:
                raise HttpError(400, "invalid_input", f"{name} is required", {name: {"_errors": ["Required"]}})
        look_up = self.by_id if by_id else self.by_key
        primary, merged = look_up(workspace, chosen), [look_up(workspace, name) for name in names]
        own = primary.id if by_id else primary.values["user_identity_key"]
        if own in names:
            raise invalid(many, "An identity cannot be merged into itself")
        for person in merged:
            if person is primary or person.id not in self.people:
                continue
            primary.merged_ids = primary.merged_ids + [person.id] + person.merged_ids
            key = person.values["user_identity_key"]
            primary.merged_keys = primary.merged_keys + ([key] if key else []) + person.merged_keys
            for name in ("email_address", "phone_number"):
                primary.values[name] = primary.values[name] or person.values[name]
            del self.people[person.id]
        return {}


class App(BaseHTTPRequestHandler):
    protocol_version, wbufsize, disable_nagle_algorithm, server_version = "HTTP/1.1", -1, True, "personbook"
    routes = {"create": "POST", "get": "GET POST", "list": "GET POST", "update": "PATCH POST", "delete": "DELETE POST", "merge": "POST"}

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.handle_request
        raise AttributeError(name)

    def log_message(self, format, *args):
        pass

    def handle_request(self):
        length = self.headers.get("Content-Length") or "0"
        body = self.rfile.read(int(length)) if length.isdigit() else b""
        path, _, query = self.path.partition("?")
        operation = path.removeprefix("/user_identities/")
        if operation == path or operation not in self.routes:
            text = f"Cannot {html.escape(self.command)} {html.escape(path)}"
            page = f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>{text}</pre>\n</body>\n</html>\n'
            return self.send(404, page.encode(), "text/html; charset=utf-8")
        try:
            scheme, _, key = self.headers.get("Authorization", "").partition(" ")
            workspace = KEYS.get(key) if scheme.lower() == "bearer" else None
            if workspace is None:
                raise HttpError(401, "unauthorized", "Unknown or missing API key")
            if self.command not in self.routes[operation].split():
                raise HttpError(405, "method_not_allowed", f"only {self.routes[operation].replace(' ', ',')} accepted")
            input_ = Input({**self.query(query), **self.body(body)})
            with LOCK:
                result = BOOK.list(workspace, input_, self.headers.get("Host", "localhost")) if operation == "list" else getattr(BOOK, operation)(workspace, input_)
                result = json.dumps({**result, "ok": True}).encode()
            self.send(200, result)
        except HttpError as error:
            self.send(error.status, json.dumps(error.body).encode())

    def query(self, text):
        values = {}
        for name, given in parse_qs(text, keep_blank_values=True).items():
            if name == "_strict":
                continue
            if name.endswith("_ids") or name.endswith("_keys"):
                values[name] = [v for v in given if v]
            elif len(given) > 1:
                raise HttpError(400, "invalid_query_params", f"{name} is given more than once")
            else:
                values[name] = int(given[0]) if name == "limit" and re.fullmatch("[0-9]{1,15}", given[0]) else given[0] or None
        return values

    def body(self, data):
        if not data:
            return {}
        if self.command in ("POST", "PATCH") and "application/json" not in self.headers.get("Content-Type", "").lower():
            raise HttpError(400, "invalid_content_type", "Expected application/json")
        try:
            value = json.loads(data)
        except (ValueError, RecursionError):
            raise HttpError(400, "invalid_json", "The body is not JSON") from None
        if not isinstance(value, dict):
            raise HttpError(400, "invalid_input", "Expected object")
        return value

    def send(self, status, data, kind="application/json; charset=utf-8"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(data)))
        self.send_header("seam-request-id", str(uuid4()))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


if __name__ == "__main__":
    parser = ArgumentParser()
    parser.add_argument("--breach", action="append", default=[])
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    BREACHES, LOCK, BOOK = set(options.breach), threading.Lock(), Book(Random(options.seed))
    first, second = str(uuid4()), str(uuid4())
    KEYS = {"seam_testbook1_" + secrets.token_hex(12): first, "seam_testbook2_" + secrets.token_hex(12): second}
    for number, name in enumerate(("Ines Moreau", "Tomás Quist", "Yuki Tanabe")):
        BOOK.add(first, {"full_name": name, "user_identity_key": f"staff/{number}", "email_address": f"staff{number}@personbook.example"})
    ThreadingHTTPServer.request_queue_size = 128
    server = ThreadingHTTPServer(("127.0.0.1", 0), App)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    key, other = KEYS
    print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": key, "other_api_key": other}), flush=True)
    sys.stdin.read()
