"""Uploads and pictures in an S3-style bucket: private, never given an address, failing as a disk would fail.

Whoever handles a disk that is full or gone (`OSError`) and a file that is not there (`FileNotFoundError`) handles a
bucket too: what its client raises is told in these words.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NoReturn

from botocore.config import Config
from botocore.exceptions import BotoCoreError, ClientError
from django.core.files.base import ContentFile, File
from storages.backends.s3 import S3Storage

MISSING = {"404", "NoSuchKey", "NotFound"}

IMPATIENT = Config(
    connect_timeout=2,
    read_timeout=3,
    retries={"mode": "standard", "total_max_attempts": 2},
    s3={"addressing_style": "path"},
    signature_version="s3v4",
    # Checksums beyond what the request needs are unknown to older servers of this kind.
    request_checksum_calculation="when_required",
    response_checksum_validation="when_required",
)


class StorageDown(OSError):
    """The bucket does not answer, or refuses us."""


class ObjectStorage(S3Storage):  # type: ignore[misc]  # its package is untyped
    """A private bucket, read through this class alone.

    Files carry no access list of their own: without one they are private, and buckets that keep such lists turned off,
    as new ones do, refuse files that come with one.
    """

    def create(self) -> None:
        """Make the bucket where there is none yet. Raises `StorageDown`."""
        client = self.connection.meta.client
        with told_as_a_disk():
            if self.bucket_name not in {one["Name"] for one in client.list_buckets()["Buckets"]}:
                client.create_bucket(Bucket=self.bucket_name)

    def get_default_settings(self) -> dict[str, Any]:
        """Return the settings that hold for every bucket of ours: private, without addresses that open it."""
        ours: dict[str, Any] = {
            "default_acl": None,
            "querystring_auth": False,
            "client_config": IMPATIENT,
            "file_overwrite": True,
        }
        return {**super().get_default_settings(), **ours}

    def _open(self, name: str, _mode: str = "rb") -> "File[bytes]":
        """Fetch the whole file, which is small, in one request. Raises `FileNotFoundError` and `StorageDown`."""
        with told_as_a_disk():
            got = self.connection.meta.client.get_object(Bucket=self.bucket_name, Key=name)
            return ContentFile(got["Body"].read(), name=name)

    def _save(self, name: str, content: "File[bytes]") -> str:
        with told_as_a_disk():
            return str(super()._save(name, content))

    def delete(self, name: str) -> None:
        """Remove a file; one that is gone is no error. Raises `StorageDown`."""
        with told_as_a_disk():
            super().delete(name)

    def exists(self, name: str) -> bool:
        """Return whether there is such a file. Raises `StorageDown`."""
        with told_as_a_disk():
            return bool(super().exists(name))

    def listdir(self, name: str) -> tuple[list[str], list[str]]:
        """Return the names of folders, of which there are none, and files. Raises `StorageDown`."""
        with told_as_a_disk():
            folders, files = super().listdir(name)
            return folders, files

    def get_modified_time(self, name: str) -> datetime:
        """Return when the file was stored. Raises `FileNotFoundError` and `StorageDown`."""
        with told_as_a_disk():
            modified: datetime = super().get_modified_time(name)
            return modified

    def url(self, *_arguments: Any, **_options: Any) -> NoReturn:
        """Refuse: files are handed out by views that know who may see them."""
        raise ValueError("stored files have no address")


@contextmanager
def told_as_a_disk() -> Iterator[None]:
    """Turn the client's errors into `FileNotFoundError` and `StorageDown`."""
    try:
        yield
    except ClientError as error:
        code = error.response.get("Error", {}).get("Code", "")
        if code in MISSING:
            raise FileNotFoundError(code) from None  # a fact of the file, no failure of the bucket
        raise StorageDown(code) from error
    except BotoCoreError as error:
        raise StorageDown(type(error).__name__) from error
