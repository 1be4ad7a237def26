"""The official Python SDK, unchanged, against `seamcheck serve`.

Run it with `make sdk-test`, which sets up a virtual environment with the SDK and names the binary in SEAMCHECK.
"""

import json
import os
import subprocess
import unittest
import uuid

from seam import (
    NULL,
    Seam,
    SeamHttpApiError,
    SeamHttpInvalidInputError,
    SeamHttpUnauthorizedError,
)


class PythonSDK(unittest.TestCase):
    """One server for all tests; each test works on identities of its own."""

    @classmethod
    def setUpClass(cls):
        cls.server = subprocess.Popen(
            [os.environ["SEAMCHECK"], "serve", "--port", "0", "--format", "json"],
            stdout=subprocess.PIPE,
            text=True,
        )
        cls.description = json.loads(cls.server.stdout.readline())
        workspace = cls.description["workspaces"][0]
        cls.workspace_id = workspace["workspace_id"]
        cls.system_id = workspace["acs_systems"][0]["acs_system_id"]
        cls.other_system_id = workspace["acs_systems"][1]["acs_system_id"]
        cls.endpoint = cls.description["endpoint"]
        cls.seam = Seam(api_key=workspace["api_key"], endpoint=cls.endpoint)

    @classmethod
    def tearDownClass(cls):
        cls.server.terminate()
        cls.server.wait(timeout=10)
        cls.server.stdout.close()

    def unique(self):
        return uuid.uuid4().hex[:12]

    def test_create_and_get_by_id_and_by_key(self):
        name = self.unique()
        created = self.seam.user_identities.create(
            email_address=f"{name}@example.com",
            full_name="Ada Lovelace",
            user_identity_key=f"key-{name}",
        )
        self.assertEqual(created.email_address, f"{name}@example.com")
        self.assertEqual(created.workspace_id, self.workspace_id)
        by_id = self.seam.user_identities.get(user_identity_id=created.user_identity_id)
        by_key = self.seam.user_identities.get(user_identity_key=f"key-{name}")
        self.assertEqual(by_id.user_identity_id, created.user_identity_id)
        self.assertEqual(by_key.user_identity_id, created.user_identity_id)

    def test_paginator_walks_1200_identities(self):
        prefix = self.unique()
        created = {
            self.seam.user_identities.create(
                full_name=f"{prefix} {number}"
            ).user_identity_id
            for number in range(1200)
        }
        self.assertEqual(len(created), 1200)
        paginator = self.seam.create_paginator(
            self.seam.user_identities.list, {"search": prefix, "limit": 100}
        )
        listed = [one.user_identity_id for one in paginator.flatten_to_list()]
        self.assertEqual(len(listed), 1200)
        self.assertEqual(set(listed), created)
        first, pagination = self.seam.create_paginator(
            self.seam.user_identities.list, {"search": prefix}
        ).first_page()
        self.assertEqual(len(first), 500)
        self.assertTrue(pagination.has_next_page)

    def test_update_with_an_explicit_null(self):
        name = self.unique()
        created = self.seam.user_identities.create(
            email_address=f"{name}@example.com", full_name="Grace Hopper"
        )
        self.seam.user_identities.update(
            user_identity_id=created.user_identity_id, email_address=NULL
        )
        updated = self.seam.user_identities.get(
            user_identity_id=created.user_identity_id
        )
        self.assertIsNone(updated.email_address)
        self.assertEqual(updated.full_name, "Grace Hopper")

    def test_duplicate_email_is_an_api_error(self):
        email = f"{self.unique()}@example.com"
        self.seam.user_identities.create(email_address=email)
        with self.assertRaises(SeamHttpApiError) as caught:
            self.seam.user_identities.create(email_address=email)
        self.assertIn(caught.exception.status_code, (400, 409))
        self.assertTrue(caught.exception.code)
        self.assertTrue(caught.exception.request_id)

    def test_invalid_input_has_messages_per_field(self):
        with self.assertRaises(SeamHttpInvalidInputError) as caught:
            self.seam.user_identities.create(
                email_address="not an e-mail address", full_name=""
            )
        error = caught.exception
        self.assertEqual(error.status_code, 400)
        self.assertTrue(error.get_validation_error_messages("email_address"))
        self.assertTrue(error.get_validation_error_messages("full_name"))
        self.assertEqual(error.get_validation_error_messages("phone_number"), [])
        names = {one.parameter_name for one in error.validation_errors}
        self.assertEqual(names, {"email_address", "full_name"})

    def test_unauthorized(self):
        stranger = Seam(
            api_key="seam_test1Unknown_000000000000000000000000",
            endpoint=self.endpoint,
        )
        with self.assertRaises(SeamHttpUnauthorizedError) as caught:
            stranger.user_identities.list()
        self.assertTrue(caught.exception.request_id)

    def test_personal_access_token(self):
        with_token = Seam(
            personal_access_token=self.description["personal_access_token"],
            workspace_id=self.workspace_id,
            endpoint=self.endpoint,
        )
        self.assertEqual(with_token.workspaces.get().workspace_id, self.workspace_id)

    def test_add_and_remove_an_access_system_user(self):
        identity = self.seam.user_identities.create(full_name="Alan Turing")
        user = self.seam.acs.users.create(
            acs_system_id=self.system_id, full_name="Alan Turing"
        )
        self.seam.user_identities.add_acs_user(
            user_identity_id=identity.user_identity_id, acs_user_id=user.acs_user_id
        )
        linked = self.seam.user_identities.list_acs_users(
            user_identity_id=identity.user_identity_id
        )
        self.assertEqual([one.acs_user_id for one in linked], [user.acs_user_id])
        self.assertEqual(
            self.seam.acs.users.get(acs_user_id=user.acs_user_id).user_identity_id,
            identity.user_identity_id,
        )
        self.seam.user_identities.remove_acs_user(
            user_identity_id=identity.user_identity_id, acs_user_id=user.acs_user_id
        )
        self.assertEqual(
            self.seam.user_identities.list_acs_users(
                user_identity_id=identity.user_identity_id
            ),
            [],
        )

    def test_create_links_to_both_systems(self):
        identity = self.seam.user_identities.create(
            email_address=f"{self.unique()}@example.com",
            full_name="Edsger Dijkstra",
            acs_system_ids=[self.system_id, self.other_system_id],
        )
        systems = self.seam.user_identities.list_acs_systems(
            user_identity_id=identity.user_identity_id
        )
        self.assertEqual(
            {one.acs_system_id for one in systems},
            {self.system_id, self.other_system_id},
        )

    def test_delete(self):
        identity = self.seam.user_identities.create(full_name="Barbara Liskov")
        self.seam.user_identities.delete(user_identity_id=identity.user_identity_id)
        with self.assertRaises(SeamHttpApiError) as caught:
            self.seam.user_identities.get(user_identity_id=identity.user_identity_id)
        self.assertEqual(caught.exception.status_code, 404)


if __name__ == "__main__":
    unittest.main()
