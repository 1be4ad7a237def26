"""Examplary: a mock server made from documentation. Every documented operation answers with the example that stands in
the documentation, whatever is sent, by whomever, and by whichever method. It keeps nothing."""
import argparse
import copy
import json
import random
import signal
import sys
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ID, DAY = "3c90c3cc-0d44-4b50-8888-8dd25736052a", "2023-11-07T05:31:56Z"
OTHER_ID, OTHER_DAY = "123e4567-e89b-12d3-a456-426614174000", "2025-07-01T04:38:15.217Z"

# The example of the page "Create a User Identity", as it stands there.
IDENTITY = {
    "acs_user_ids": [ID],
    "created_at": DAY,
    "display_name": "<string>",
    "email_address": "jsmith@example.com",
    "errors": [{"acs_system_id": ID, "acs_user_id": ID, "created_at": DAY, "message": "<string>"}],
    "full_name": "<string>",
    "phone_number": "<string>",
    "user_identity_id": ID,
    "user_identity_key": "<string>",
    "warnings": [{"created_at": DAY, "message": "<string>"}],
    "workspace_id": ID,
}

# The example of the page "Create a User". The page hides the email address; a usual one stands in for it.
USER = {
    "acs_user_id": OTHER_ID,
    "acs_system_id": OTHER_ID,
    "hid_acs_system_id": OTHER_ID,
    "workspace_id": OTHER_ID,
    "created_at": OTHER_DAY,
    "display_name": "text",
    "external_type": "pti_user",
    "external_type_display_name": "text",
    "is_suspended": True,
    "access_schedule": {"starts_at": OTHER_DAY, "ends_at": OTHER_DAY},
    "user_identity_id": "text",
    "user_identity_full_name": "text",
    "user_identity_email_address": "text",
    "user_identity_phone_number": "text",
    "warnings": [{"created_at": OTHER_DAY, "message": "text", "warning_code": "being_deleted"}],
    "errors": [{"created_at": OTHER_DAY, "message": "text", "error_code": "deleted_externally"}],
    "pending_mutations": [{"created_at": OTHER_DAY, "message": "text", "mutation_code": "creating"}],
    "last_successful_sync_at": OTHER_DAY,
    "connected_account_id": OTHER_ID,
    "full_name": "text",
    "email_address": "name@example.com",
    "phone_number": "text",
    "is_managed": True,
}

SYSTEM = {
    "acs_access_group_count": 123,
    "acs_system_id": ID,
    "acs_user_count": 123,
    "connected_account_id": ID,
    "connected_account_ids": [ID],
    "created_at": DAY,
    "default_credential_manager_acs_system_id": ID,
    "errors": [{"created_at": DAY, "error_code": "seam_bridge_disconnected", "message": "<string>"}],
    "external_type": "pti_site",
    "external_type_display_name": "<string>",
    "image_alt_text": "<string>",
    "image_url": "<string>",
    "is_credential_manager": True,
    "location": {"time_zone": "<string>"},
    "name": "<string>",
    "warnings": [{"created_at": DAY, "message": "<string>", "warning_code": "salto_ks_subscription_limit_almost_reached"}],
    "workspace_id": ID,
}

GROUP = {
    "access_group_type": "pti_unit",
    "access_group_type_display_name": "<string>",
    "acs_access_group_id": ID,
    "acs_system_id": ID,
    "connected_account_id": ID,
    "created_at": DAY,
    "display_name": "<string>",
    "errors": [{"created_at": DAY, "error_code": "failed_to_create_on_acs_system", "message": "<string>"}],
    "external_type": "pti_unit",
    "external_type_display_name": "<string>",
    "is_managed": True,
    "name": "<string>",
    "pending_mutations": [{"created_at": DAY, "message": "<string>", "mutation_code": "creating"}],
    "warnings": [{"created_at": DAY, "message": "<string>", "warning_code": "unknown_issue_with_acs_access_group"}],
    "workspace_id": ID,
}

ENTRANCE = {
    "acs_entrance_id": ID,
    "acs_system_id": ID,
    "connected_account_id": ID,
    "created_at": DAY,
    "display_name": "<string>",
    "errors": [{"created_at": DAY, "error_code": "<string>", "message": "<string>"}],
    "space_ids": [ID],
    "warnings": [{"created_at": DAY, "message": "<string>", "warning_code": "salto_ks_entrance_access_code_support_removed"}],
}

SESSION = {
    "client_session_id": ID,
    "connect_webview_ids": [ID],
    "connected_account_ids": [ID],
    "created_at": DAY,
    "customer_key": "<string>",
    "device_count": 123,
    "expires_at": DAY,
    "token": "<string>",
    "user_identifier_key": "<string>",
    "user_identity_id": ID,
    "user_identity_ids": [ID],
    "workspace_id": ID,
}

WORKSPACE = {
    "company_name": "<string>",
    "connect_partner_name": "<string>",
    "connect_webview_customization": {"inviter_logo_url": "<string>", "logo_shape": "circle"},
    "is_publishable_key_auth_enabled": True,
    "is_sandbox": True,
    "is_suspended": True,
    "name": "<string>",
    "organization_id": ID,
    "publishable_key": "<string>",
    "workspace_id": ID,
}

PAGE = {"has_next_page": True, "next_page_cursor": "<string>", "next_page_url": "<string>"}


def examples(breaches):
    """The body of every path. Operations that answer with nothing have `ok` alone."""
    parts = copy.deepcopy({"identity": IDENTITY, "user": USER, "system": SYSTEM, "group": GROUP, "entrance": ENTRANCE, "session": SESSION, "workspace": WORKSPACE, "page": PAGE})
    if "phone-as-number" in breaches:
        parts["user"]["phone_number"] = 15551234567
    if "no-workspace-id" in breaches:
        del parts["identity"]["workspace_id"]
    i, u, s, g, e = (parts[name] for name in ("identity", "user", "system", "group", "entrance"))
    bodies = {
        "/user_identities/create": {"user_identity": i}, "/user_identities/get": {"user_identity": i},
        "/user_identities/list": {"user_identities": [i], "pagination": parts["page"]},
        "/user_identities/list_acs_users": {"acs_users": [u]}, "/user_identities/list_acs_systems": {"acs_systems": [s]},
        "/user_identities/list_accessible_entrances": {"acs_entrances": [e]},
        "/acs/users/create": {"acs_user": u}, "/acs/users/get": {"acs_user": u}, "/acs/users/list": {"acs_users": [u], "pagination": parts["page"]},
        "/acs/users/list_accessible_entrances": {"acs_entrances": [e]},
        "/acs/systems/get": {"acs_system": s}, "/acs/systems/list": {"acs_systems": [s]},
        "/acs/access_groups/get": {"acs_access_group": g}, "/acs/access_groups/list": {"acs_access_groups": [g]}, "/acs/access_groups/list_users": {"acs_users": [u]},
        "/acs/entrances/get": {"acs_entrance": e}, "/acs/entrances/list": {"acs_entrances": [e], "pagination": parts["page"]},
        "/client_sessions/create": {"client_session": parts["session"]}, "/client_sessions/get": {"client_session": parts["session"]},
        "/client_sessions/list": {"client_sessions": [parts["session"]]},
        "/workspaces/get": {"workspace": parts["workspace"]},
    }
    void = {"/user_identities/": "update delete add_acs_user remove_acs_user merge", "/acs/entrances/": "grant_access", "/client_sessions/": "revoke delete",
            "/acs/users/": "update delete suspend unsuspend add_to_access_group remove_from_access_group revoke_access_to_all_entrances",
            "/acs/access_groups/": "add_user remove_user"}
    for area, names in void.items():
        bodies.update({area + name: {} for name in names.split()})
    ok = "true" if "ok-as-text" in breaches else True
    return {path: json.dumps({"ok": ok, **body}).encode() for path, body in bodies.items()}


class Mock(BaseHTTPRequestHandler):
    protocol_version, wbufsize, disable_nagle_algorithm = "HTTP/1.1", -1, True

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.example
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def example(self):
        length = self.headers.get("content-length", "")
        if length.isdigit():
            self.rfile.read(int(length))
        found = BODIES.get(self.path.partition("?")[0])
        body = found or b'{"message":"There is no example for this path"}'
        self.send_response(200 if found else 404)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


parser = argparse.ArgumentParser()
parser.add_argument("--breach", action="append", default=[])
parser.add_argument("--seed", type=int, default=0)
options = parser.parse_args()
BODIES = examples(set(options.breach))
KEY = f"seam_testmock_{random.Random(options.seed).getrandbits(96):024x}"
server = ThreadingHTTPServer(("127.0.0.1", 0), Mock)
threading.Thread(target=server.serve_forever, daemon=True).start()
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": KEY, "other_api_key": None}), flush=True)
sys.stdin.read()
