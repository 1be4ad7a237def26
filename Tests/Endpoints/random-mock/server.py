"""Dice Doors: a mock server that makes its answers up. The published schemas of the answers stand below as a table, and
every answer is new and fits them; nothing that is sent has any influence. --seed makes the answers come again.
Only is_sandbox is always true, for the mock's users want to be let in."""
import argparse
import json
import random
import signal
import sys
import threading
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from uuid import UUID

# Kinds: uuid, date, email, word (not empty), phone, flag, count, uri, true, or one of `a|b`. A `?` behind it allows null,
# a `~` before the name allows that it is left out; a list holds what its items may be, of which one is chosen for each.
NOTE = {"created_at": "date", "message": "word"}


def noted(code, names, **more):
    return [{**NOTE, code: name, **more} for name in names.split()]


def moved(**members):
    return {"from": members, "to": members}


IDENTITY = {
    "user_identity_id": "uuid", "user_identity_key": "word?", "email_address": "email?", "phone_number": "phone?", "display_name": "word", "full_name": "word?",
    "created_at": "date", "workspace_id": "uuid", "acs_user_ids": ["uuid"], "merged_user_identity_ids": ["uuid"], "merged_user_identity_keys": ["word"],
    "errors": noted("error_code", "=issue_with_acs_user", acs_system_id="uuid", acs_user_id="uuid"),
    "warnings": noted("warning_code", "=being_deleted =acs_user_profile_does_not_match_user_identity")}
USER = {
    "acs_user_id": "uuid", "acs_system_id": "uuid", "workspace_id": "uuid", "connected_account_id": "uuid", "created_at": "date", "display_name": "word", "is_managed": "true",
    "last_successful_sync_at": "date?", "~is_suspended": "flag", "~full_name": "word", "~email": "email", "~email_address": "email", "~phone_number": "phone",
    "~hid_acs_system_id": "uuid", "~external_type": "pti_user|brivo_user|hid_credential_manager_user|salto_site_user|latch_user|dormakaba_community_user|salto_space_user|"
    "avigilon_alta_user|kisi_user", "~external_type_display_name": "word", "~access_schedule": {"starts_at": "date", "ends_at": "date?"}, "~user_identity_id": "uuid",
    "~user_identity_full_name": "word?", "~user_identity_email_address": "email?", "~user_identity_phone_number": "phone?", "~salto_ks_metadata": {"~is_subscribed": "flag"},
    "~salto_space_metadata": {"~audit_openings": "flag", "~user_id": "word"},
    "errors": noted("error_code", "=deleted_externally =salto_ks_subscription_limit_exceeded =failed_to_create_on_acs_system =failed_to_update_on_acs_system "
                    "=failed_to_delete_on_acs_system =latch_conflict_with_resident_user"),
    "warnings": noted("warning_code", "=being_deleted =salto_ks_user_not_subscribed =acs_user_inactive =unknown_issue_with_acs_user =latch_resident_user"),
    "~pending_mutations": [
        *noted("mutation_code", "=creating =deleting"), *noted("mutation_code", "=deferring_creation", **{"~scheduled_at": "date?"}),
        *noted("mutation_code", "=updating_user_information", **moved(**{"~full_name": "word?", "~email_address": "email?", "~phone_number": "phone?"})),
        *noted("mutation_code", "=updating_access_schedule", **moved(starts_at="date?", ends_at="date?")),
        *noted("mutation_code", "=updating_suspension_state", **moved(is_suspended="flag")),
        *noted("mutation_code", "=updating_group_membership", **moved(acs_access_group_id="uuid?")),
        *noted("mutation_code", "=deferring_group_membership_update", acs_access_group_id="uuid", variant="adding|removing"),
        *noted("mutation_code", "=updating_credential_assignment", **moved(acs_credential_id="uuid?"))]}
SYSTEM = {
    "acs_system_id": "uuid", "workspace_id": "uuid", "connected_account_id": "uuid", "connected_account_ids": ["uuid"], "created_at": "date", "name": "word",
    "image_url": "uri", "image_alt_text": "word", "is_credential_manager": "flag", "location": {"time_zone": "word?"}, "~acs_user_count": "count",
    "~acs_access_group_count": "count", "~default_credential_manager_acs_system_id": "uuid?", "~external_type": "pti_site|brivo_account|salto_ks_site|visionline_system",
    "~external_type_display_name": "word", "errors": noted("error_code", "=seam_bridge_disconnected =account_disconnected =insufficient_permissions"),
    "warnings": noted("warning_code", "=setup_required =unknown_issue_with_acs_system")}
GROUP = {
    "acs_access_group_id": "uuid", "acs_system_id": "uuid", "workspace_id": "uuid", "connected_account_id": "uuid", "created_at": "date", "name": "word",
    "display_name": "word", "access_group_type": "pti_unit|brivo_group|salto_space_group", "access_group_type_display_name": "word", "is_managed": "true",
    "external_type": "pti_unit|brivo_group|salto_space_group", "external_type_display_name": "word", "~access_schedule": {"starts_at": "date", "ends_at": "date?"},
    "errors": noted("error_code", "=failed_to_create_on_acs_system"), "warnings": noted("warning_code", "=unknown_issue_with_acs_access_group =being_deleted"),
    "pending_mutations": noted("mutation_code", "=creating =deleting")}
ENTRANCE = {"acs_entrance_id": "uuid", "acs_system_id": "uuid", "connected_account_id": "uuid", "created_at": "date", "display_name": "word", "space_ids": ["uuid"],
            "~is_locked": "flag", "~can_unlock_with_code": "flag", "~can_unlock_with_card": "flag", "errors": [{**NOTE, "error_code": "word"}],
            "warnings": noted("warning_code", "=entrance_shares_zone =entrance_setup_required =privacy_mode")}
SESSION = {"client_session_id": "uuid", "workspace_id": "uuid", "created_at": "date", "expires_at": "date", "token": "word", "user_identifier_key": "word?",
           "device_count": "count", "connected_account_ids": ["uuid"], "connect_webview_ids": ["uuid"], "user_identity_ids": ["uuid"], "~user_identity_id": "uuid"}
WORKSPACE = {"workspace_id": "uuid", "name": "word", "company_name": "word", "connect_partner_name": "word?", "is_sandbox": "true", "is_suspended": "flag",
             "connect_webview_customization": {"~logo_shape": "circle|square", "~success_message": "word"}, "is_publishable_key_auth_enabled": "flag",
             "organization_id": "uuid?", "~publishable_key": "word"}
PAGE = {"has_next_page": "flag", "next_page_cursor": "word?", "next_page_url": "uri?"}
LIST_OF_IDENTITIES, LIST_OF_USERS, LIST_OF_ENTRANCES = ({name: [item], "pagination": PAGE} for name, item in (
    ("user_identities", IDENTITY), ("acs_users", USER), ("acs_entrances", ENTRANCE)))

OPERATIONS = {
    "/user_identities": {"create POST": {"user_identity": IDENTITY}, "get GET": {"user_identity": IDENTITY}, "list GET": LIST_OF_IDENTITIES, "update PATCH": {},
                         "delete DELETE": {}, "add_acs_user PUT": {}, "remove_acs_user DELETE": {}, "list_acs_users GET": {"acs_users": [USER]},
                         "list_acs_systems GET": {"acs_systems": [SYSTEM]}, "list_accessible_entrances GET": {"acs_entrances": [ENTRANCE]}, "merge POST": {}},
    "/acs/users": {"create POST": {"acs_user": USER}, "get GET": {"acs_user": USER}, "list GET": LIST_OF_USERS, "update PATCH": {}, "delete DELETE": {}, "suspend POST": {},
                   "unsuspend POST": {}, "add_to_access_group PUT": {}, "remove_from_access_group DELETE": {}, "list_accessible_entrances GET": {"acs_entrances": [ENTRANCE]},
                   "revoke_access_to_all_entrances POST": {}},
    "/acs/systems": {"get GET": {"acs_system": SYSTEM}, "list GET": {"acs_systems": [SYSTEM]}},
    "/acs/access_groups": {"get GET": {"acs_access_group": GROUP}, "list GET": {"acs_access_groups": [GROUP]}, "list_users GET": {"acs_users": [USER]}, "add_user PUT": {},
                           "remove_user DELETE": {}},
    "/acs/entrances": {"get GET": {"acs_entrance": ENTRANCE}, "list GET": LIST_OF_ENTRANCES, "grant_access POST": {}},
    "/client_sessions": {"create PUT": {"client_session": SESSION}, "get GET": {"client_session": SESSION}, "list GET": {"client_sessions": [SESSION]}, "revoke POST": {},
                         "delete DELETE": {}},
    "/workspaces": {"get GET": {"workspace": WORKSPACE}}}
ROUTES = {f"{area}/{line.split()[0]}": (line.split()[1], body) for area, lines in OPERATIONS.items() for line, body in lines.items()}
WORDS = "amber birch cedar delta ember fjord grove heath inlet jetty knoll ledge maple north ocean pearl quartz river slate thorn".split()


def roll(kind):
    """A value of the kind."""
    if isinstance(kind, dict):
        made = {name.lstrip("~"): roll(inner) for name, inner in kind.items() if name[0] != "~" or dice.random() < 0.5}
        if "codes-left-out" in breaches:
            made = {name: value for name, value in made.items() if name not in ("error_code", "warning_code", "mutation_code")}
        return made
    if isinstance(kind, list):
        return [roll(dice.choice(kind)) for _ in range(dice.randrange(4))]
    if kind.endswith("?"):
        return roll(kind[:-1]) if dice.random() < 0.7 else None
    if kind == "uuid":
        return str(UUID(int=dice.getrandbits(128), version=4))
    if kind == "date":
        moment = datetime(2020, 1, 1, tzinfo=timezone.utc) + timedelta(milliseconds=dice.randrange(200_000_000_000))
        return moment.isoformat(timespec="milliseconds").replace("+00:00", "" if "dates-without-zone" in breaches else "Z")
    if kind == "email":
        return f"{dice.choice(WORDS)}.{dice.choice(WORDS)}{dice.randrange(1000)}@example.com"
    if kind == "uri":
        return f"https://dice.example/{dice.choice(WORDS)}/{dice.randrange(10**6)}"
    if kind == "word":
        return f"{dice.choice(WORDS)} {dice.choice(WORDS)} {dice.randrange(10**6)}"
    if kind == "phone":
        return f"+1555{dice.randrange(10**7):07}"
    if kind in ("flag", "true", "count"):
        return kind == "true" or (dice.random() < 0.5 if kind == "flag" else dice.randrange(100))
    return kind[1:] if kind[0] == "=" else dice.choice(kind.split("|"))


class Mock(BaseHTTPRequestHandler):
    protocol_version, wbufsize, disable_nagle_algorithm = "HTTP/1.1", -1, True

    def __getattr__(self, name):
        if name.startswith("do_"):
            return self.throw
        raise AttributeError(name)

    def log_message(self, *_):
        pass

    def throw(self):
        length = self.headers.get("content-length", "")
        if length.isdigit():
            self.rfile.read(int(length))
        method, body = ROUTES.get(self.path.partition("?")[0], (None, None))
        with turn:
            if method is None:
                status, answer = 404, {"error": {"type": "not_found", "message": "No such path"}, "ok": False}
            elif self.command not in ("POST", method):
                status, answer = 405, {"error": {"type": "method_not_allowed", "message": f"only POST,{method} accepted"}, "ok": False}
            else:
                status, answer = 200, {**roll(body), "ok": True}
            request_id = roll("uuid")
        data = json.dumps(answer).encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(data)))
        self.send_header("seam-request-id", request_id)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(data)


parser = argparse.ArgumentParser()
parser.add_argument("--breach", action="append", default=[])
parser.add_argument("--seed", type=int, default=0)
options = parser.parse_args()
dice, turn, breaches = random.Random(options.seed), threading.Lock(), set(options.breach)
server = ThreadingHTTPServer(("127.0.0.1", 0), Mock)
threading.Thread(target=server.serve_forever, daemon=True).start()
signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
print(json.dumps({"endpoint": f"http://127.0.0.1:{server.server_port}", "api_key": f"seam_testdice_{dice.getrandbits(96):024x}", "other_api_key": None}), flush=True)
sys.stdin.read()
