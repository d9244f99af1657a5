"""A browser in which everything that runs though it should not is noted: payloads, dialogs, breaches of the policy."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Page

from tests.faults.payloads import RESULT

LISTEN = (
    "addEventListener('securitypolicyviolation', event => breached(event.violatedDirective + ' ' + event.blockedURI));"
)
INJECTED = """() => [...document.querySelectorAll(
  'script:not([src]):not([type="application/ld+json"]), iframe, base, meta[http-equiv=refresh], math, ' +
  'style, [onerror], [onload], [ontoggle], [onfocus], [onclick], [src="x"], [hx-on\\\\:load], ' +
  '[href^="javascript:" i], [action^="javascript:" i], [href^="data:" i], [href^="//"]'
)].map(one => one.outerHTML.slice(0, 120))"""
SEND = """([address, fields]) => {
  const form = Object.assign(document.createElement('form'), {method: 'post', action: address});
  for (const [name, value] of Object.entries(fields)) {
    form.append(Object.assign(document.createElement('textarea'), {name, value}));
  }
  document.body.append(form);
  HTMLFormElement.prototype.submit.call(form);
}"""


@dataclass
class Watched:
    """One visitor's browser and what was noted in it, with the address of the page."""

    context: BrowserContext
    page: Page
    noted: list[str] = field(default_factory=list)
    pages: int = 0

    def look(self, address: str) -> None:
        """Open a page, fold out everything and look at what it has become."""
        try:
            self.page.goto(address, wait_until="load")
        except Error as error:
            if "Download is starting" not in str(error):
                raise
        self.looked_at()

    def send(self, address: str, fields: Mapping[str, str]) -> None:
        """Send a form from the page that is open, and look at the answer."""
        token = next(one["value"] for one in self.context.cookies() if one["name"] == "csrftoken")
        with self.page.expect_navigation(wait_until="load"):
            self.page.evaluate(SEND, [address, {**fields, "csrfmiddlewaretoken": token}])
        self.looked_at()

    def looked_at(self) -> None:
        self.pages += 1
        self.page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        self.noted += [f"{self.page.url}: holds {one}" for one in self.page.evaluate(INJECTED)]
        if RESULT in self.page.content():
            self.noted.append(f"{self.page.url}: worked a template out")

    def note(self, what: str) -> None:
        self.noted.append(f"{self.page.url}: {what}")


def watched(chromium: Browser, site: str, cookies: Mapping[str, str]) -> Watched:
    """Return a new browser of somebody with these cookies."""
    context = chromium.new_context(base_url=site)
    context.add_cookies([{"name": name, "value": value, "url": site} for name, value in cookies.items()])
    made = Watched(context, context.new_page())
    context.expose_function("ran", lambda *_: made.note("ran a payload"))
    context.expose_function("breached", lambda what: made.note(f"breached {what}"))
    context.add_init_script(LISTEN)
    made.page.set_default_timeout(60_000)

    def dismissed(dialog: Any) -> None:
        made.note(f"opened a dialog: {dialog.message}")
        dialog.dismiss()

    made.page.on("dialog", dismissed)
    made.page.on("console", lambda told: made.note(told.text) if "Content Security Policy" in told.text else None)
    return made
