"""All settings, read from the environment here and nowhere else; `.env.example` lists every variable.

Defaults suit a fresh clone: SQLite, an embedded Valkey, files under `var/`. Production differs by variables only.
A value that cannot be used stops the start with words.
"""

from datetime import timedelta
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured
from kombu import Queue

from config import backends, embedded, metric_files, reporting
from config.headers import SOURCES
from config.logs import logging_of
from config.paths import admin_path
from config.templating import templates_of

ROOT = Path(__file__).resolve().parent.parent
env = environ.FileAwareEnv()
env.read_env(ROOT / ".env")

# --- who we are ----------------------------------------------------------------------------------

DEBUG = env.bool("DEBUG", default=False)
VAR = (ROOT / env.str("VAR_DIR", default="var")).resolve()
VAR.mkdir(mode=0o700, parents=True, exist_ok=True)

SECRET_KEY = env.str("SECRET_KEY", default="")
if not SECRET_KEY:
    raise ImproperlyConfigured("Set SECRET_KEY: `make install` writes one into .env; in production use a secret.")
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])
HTTPS = env.bool("SERVED_OVER_HTTPS", default=False)
"""Whether visitors come over HTTPS: turns on secure cookies, HSTS and the redirect."""

# --- parts ---------------------------------------------------------------------------------------

INSTALLED_APPS = [
    "config.apps.BandwiseAdmin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.contrib.sitemaps",
    "django_htmx",
    "django_structlog",
    "template_partials.apps.SimpleAppConfig",
    "csp",
    "simple_history",
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "salaries",
    "resumes",
]

MIDDLEWARE = [
    "config.metrics.Measured",
    # Outermost, so that answers that come from within other middleware bear the headers too.
    "config.headers.Headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # Below the static files, which lie there compressed. Lengths are blurred, and tokens masked anew in each page.
    "config.compression.Compression",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    # Before the check of a form's token, which reads the form.
    "resumes.views.pace.Paced",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "config.indexing.Indexing",
    "django_structlog.middlewares.RequestMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
PORT = env.int("PORT", default=8000)
BIND_ADDRESS = env.str("BIND_ADDRESS", default="127.0.0.1")
WEB_CONCURRENCY = env.int("WEB_CONCURRENCY", default=2)
ADMIN_PATH = admin_path(env.str("ADMIN_PATH", default="admin/"))

TEMPLATES = templates_of(ROOT / "templates", debug=DEBUG)
FORM_RENDERER = "config.form_rendering.PlainWidgets"

# --- data ----------------------------------------------------------------------------------------

DATABASES = {
    "default": backends.database(
        env.db("DATABASE_URL", default=f"sqlite:///{VAR / 'bandwise.sqlite3'}"),
        connections=env.int("DATABASE_CONNECTIONS", default=8),
    )
}
REDIS_URL = env.str("REDIS_URL", default=f"unix://{embedded.socket_of(VAR)}")
REDIS_TLS = backends.redis_tls(REDIS_URL, env.str("REDIS_CA_FILE", default=""))
CACHES = {"default": backends.cache(REDIS_URL, REDIS_TLS)}
SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True
SESSION_ENGINE = "config.sessions"
SESSION_COOKIE_AGE = 14 * 24 * 3600

MEDIA_ROOT = VAR / "resumes"
STORAGES = {
    "default": backends.uploads(
        env.str("S3_BUCKET", default=""),
        endpoint_url=env.str("S3_ENDPOINT_URL", default=""),
        region_name=env.str("S3_REGION", default=""),
        access_key=env.str("S3_ACCESS_KEY", default=""),
        secret_key=env.str("S3_SECRET_KEY", default=""),
    ),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_DIRECTORY_PERMISSIONS = 0o700
STATIC_URL = "static/"
STATIC_ROOT = ROOT / env.str("STATIC_DIR", default=str(VAR / "static"))
STATICFILES_DIRS = [ROOT / "config" / "static"]

# --- resumes -------------------------------------------------------------------------------------

RESUME_MAX_BYTES = env.int("RESUME_MAX_BYTES", default=5_000_000)
RESUME_MAX_PAGES = env.int("RESUME_MAX_PAGES", default=10)
RESUME_MAX_CHARACTERS = env.int("RESUME_MAX_CHARACTERS", default=60_000)
RESUME_MAX_SECONDS = env.int("RESUME_MAX_SECONDS", default=20)
# Beyond the 160 MiB that a child shares with its server: 1 GiB in all.
RESUME_MAX_MEMORY_MIB = env.int("RESUME_MAX_MEMORY_MIB", default=832)
RESUME_KEPT_HOURS = env.int("RESUME_KEPT_HOURS", default=24)
RESUME_MAX_ATTEMPTS = env.int("RESUME_MAX_ATTEMPTS", default=3)
RESUMES_WAITING = env.int("RESUMES_WAITING", default=500)
SWEEP_SECONDS = env.int("SWEEP_SECONDS", default=5)
PUBLICATION_SECONDS = env.int("PUBLICATION_SECONDS", default=60)
UPLOADS_PER_HOUR = env.int("UPLOADS_PER_HOUR", default=60)
UPLOADS_PER_HOUR_FROM_ADDRESS = env.int("UPLOADS_PER_HOUR_FROM_ADDRESS", default=600)
ESTIMATES_PER_MINUTE = env.int("ESTIMATES_PER_MINUTE", default=600)
CHANGES_PER_MINUTE = env.int("CHANGES_PER_MINUTE", default=120)
LOGINS_PER_MINUTE = env.int("LOGINS_PER_MINUTE", default=30)
API_CALLS_PER_MINUTE = env.int("API_CALLS_PER_MINUTE", default=600)
TRUSTED_PROXIES = env.int("TRUSTED_PROXIES", default=0)
WORKER_CONCURRENCY = env.int("WORKER_CONCURRENCY", default=2)
DATA_UPLOAD_MAX_MEMORY_SIZE = 200_000
# Uploads stay in memory until they are stored: no temporary file is there for a crash to leave behind. What is larger
# than the largest resume with the fields around it is read and dropped.
FILE_UPLOAD_HANDLERS = ["resumes.views.quota.SizeLimit", "django.core.files.uploadhandler.MemoryFileUploadHandler"]
DATA_UPLOAD_MAX_NUMBER_FILES = 5
FILE_UPLOAD_MAX_MEMORY_SIZE = RESUME_MAX_BYTES + 2 * DATA_UPLOAD_MAX_MEMORY_SIZE

# --- Celery --------------------------------------------------------------------------------------

CELERY_BROKER_URL = REDIS_URL.replace("unix://", "redis+socket://", 1)
CELERY_BROKER_USE_SSL = backends.celery_tls(REDIS_TLS)
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_WORKER_POOL = "threads"
CELERY_WORKER_CONCURRENCY = WORKER_CONCURRENCY
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
# A broker that is gone is waited for without end; one that accepts and never answers is given up after so many seconds.
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BROKER_CONNECTION_MAX_RETRIES = None
CELERY_BROKER_TRANSPORT_OPTIONS = backends.TRANSPORT
CELERY_TASK_PUBLISH_RETRY = False
# Upkeep has a queue of its own, or a backlog of resumes would keep the sweep from ever getting a turn. It waits for
# a free thread, which takes one resume's time at most; what is older has been made up for by the next.
CELERY_TASK_QUEUES = [Queue("celery"), Queue("upkeep")]
UPKEEP = {"queue": "upkeep", "expires": RESUME_MAX_SECONDS + SWEEP_SECONDS}
# Kept in memory alone: a beat that wrote its turns down would die of a full disk.
CELERY_BEAT_SCHEDULER = "config.beat:Bounded"
CELERY_BEAT_SCHEDULE = {
    "sweep": {"task": "resumes.tasks.sweep", "schedule": SWEEP_SECONDS, "options": UPKEEP},
    "publish what is due": {"task": "salaries.tasks.publish_due", "schedule": PUBLICATION_SECONDS, "options": UPKEEP},
    "remove orphans": {"task": "resumes.tasks.remove_orphans", "schedule": 900, "options": UPKEEP},
}
DJANGO_STRUCTLOG_CELERY_ENABLED = True
DJANGO_STRUCTLOG_IP_LOGGING_ENABLED = False

# --- safety --------------------------------------------------------------------------------------

CONTENT_SECURITY_POLICY = {"DIRECTIVES": SOURCES}
SECURE_SSL_REDIRECT = HTTPS
# Health is asked after from inside, past the proxy that ends TLS.
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$", r"^metrics$"]
SESSION_COOKIE_SECURE = HTTPS
CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS
SECURE_HSTS_PRELOAD = HTTPS
SECURE_REFERRER_POLICY = "same-origin"
if proxy_header := env.str("HTTPS_PROXY_HEADER", default=""):
    SECURE_PROXY_SSL_HEADER = (f"HTTP_{proxy_header.upper().replace('-', '_')}", "https")
X_FRAME_OPTIONS = "DENY"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator")
]

# --- logging in ----------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
REQUIRE_SECOND_FACTOR = env.bool("REQUIRE_SECOND_FACTOR", default=False)
OTP_TOTP_ISSUER = "Bandwise"
# Counted in the database, for a name from an address: a broker that is down or emptied lets nobody in.
AXES_FAILURE_LIMIT = env.int("LOGIN_FAILURES", default=5)
AXES_COOLOFF_TIME = timedelta(minutes=env.int("LOGIN_LOCKED_MINUTES", default=15))
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_CLIENT_IP_CALLABLE = "resumes.views.addresses.address_of"
AXES_LOCKOUT_CALLABLE = "config.lockout.locked_out"
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_DISABLE_ACCESS_LOG = True
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# --- language and logs ---------------------------------------------------------------------------

LANGUAGE_CODE = "en-us"
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = False
LOGGING_CONFIG = None
LOGGING = logging_of(level=env.str("LOG_LEVEL", default="INFO"), json=env.bool("LOG_JSON", default=not DEBUG))

# --- seeing what happens -------------------------------------------------------------------------

METRICS_TOKEN = env.str("METRICS_TOKEN", default="")
METRICS_ADDRESS = env.str("METRICS_ADDRESS", default="127.0.0.1")
METRICS_PORT = env.int("METRICS_PORT", default=0)
if METRICS_TOKEN or METRICS_PORT:
    metric_files.share(VAR / "metrics")
if SENTRY_DSN := env.str("SENTRY_DSN", default=""):
    reporting.start(SENTRY_DSN, environment="debug" if DEBUG else "production")
