"""A certificate authority for one run, as a deployment's own: every server's name is checked against it."""

import subprocess
from dataclasses import dataclass
from pathlib import Path


def openssl(*arguments: str) -> None:
    subprocess.run(["openssl", *arguments], check=True, capture_output=True)


@dataclass(frozen=True)
class Authority:
    """An authority that signs certificates for `localhost`, good for a day."""

    directory: Path

    @property
    def certificate(self) -> Path:
        return self.directory / "ca.pem"

    @property
    def key(self) -> Path:
        return self.directory / "ca.key"

    def create(self) -> None:
        usage = ("-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign")
        new = ("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1")
        openssl(*new, "-subj", "/CN=drills", *usage, "-keyout", str(self.key), "-out", str(self.certificate))

    def sign(self, directory: Path, name: str) -> tuple[Path, Path]:
        """Return a key and its certificate for `localhost`, made in that directory."""
        key, asked, certificate = (directory / f"{name}.{ending}" for ending in ("key", "csr", "pem"))
        if certificate.exists():
            return key, certificate
        new = ("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-subj", "/CN=localhost")
        openssl(*new, "-keyout", str(key), "-out", str(asked))
        names = directory / "names"
        names.write_text("subjectAltName=DNS:localhost,IP:127.0.0.1\nauthorityKeyIdentifier=keyid\n")
        by = ("-CA", str(self.certificate), "-CAkey", str(self.key), "-CAcreateserial", "-days", "1")
        openssl("x509", "-req", "-in", str(asked), *by, "-extfile", str(names), "-out", str(certificate))
        return key, certificate
