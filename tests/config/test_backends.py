import ssl

import environ

from config import backends


def parsed(url: str) -> dict[str, object]:
    return dict(environ.Env.db_url_config(url))


def test_sqlite_overwrites_what_is_deleted() -> None:
    options = backends.database(parsed("sqlite:////x.sqlite3"), connections=8)["OPTIONS"]
    assert "secure_delete=ON" in options["init_command"]


def test_a_connection_to_sqlite_outlives_the_request_that_opened_it() -> None:
    assert backends.database(parsed("sqlite:////x.sqlite3"), connections=8)["CONN_MAX_AGE"] > 0


def test_postgresql_gets_a_pool_and_nothing_of_sqlite() -> None:
    made = backends.database(parsed("postgres://u:p@h/n?sslmode=verify-full"), connections=5)
    assert made["OPTIONS"]["pool"]["max_size"] == 5
    assert made["OPTIONS"]["sslmode"] == "verify-full"
    assert "init_command" not in made["OPTIONS"]


def test_the_pool_keeps_connections_and_django_does_not() -> None:
    made = backends.database(parsed("postgres://u:p@h/n"), connections=5)
    assert (made["CONN_MAX_AGE"], made["CONN_HEALTH_CHECKS"]) == (0, True)


def test_redis_over_tls_is_checked_by_its_certificate() -> None:
    tls = backends.redis_tls("rediss://h:6379/0", "/ca.pem")
    assert tls == {"ssl_cert_reqs": "required", "ssl_ca_certs": "/ca.pem"}
    assert backends.celery_tls(tls) == {
        "ssl_cert_reqs": ssl.CERT_REQUIRED,
        "ssl_ca_certs": "/ca.pem",
        "ssl_check_hostname": True,
    }


def test_redis_without_tls_is_told_nothing_of_it() -> None:
    assert backends.celery_tls(backends.redis_tls("unix:///valkey.sock", "/ca.pem")) is None


def test_without_a_bucket_files_lie_on_the_disk() -> None:
    assert "FileSystemStorage" in backends.uploads("", access_key="unused")["BACKEND"]


def test_a_bucket_is_told_what_is_set_and_nothing_empty() -> None:
    made = backends.uploads("resumes", endpoint_url="http://s3", access_key="")
    assert made["OPTIONS"] == {"bucket_name": "resumes", "endpoint_url": "http://s3"}
