"""The desk of a copy of the sample, with a server, as a browser talks to it."""

import http.client
import re
import threading
from html import unescape
from urllib.parse import urlencode

import pytest

from gapmark.desk.desk import PLACE, Desk
from gapmark.serve.preview import Preview
from gapmark.serve.server import Server


class Browser:
    """Asks for pages and sends forms, as the browser does that the editor has opened."""

    def __init__(self, server):
        self.server, self.port = server, server.server_port
        self.cookie = f"gapmark-{self.port}={server.desk.secret}"

    def ask(self, path, method="GET", body=None, **headers):
        """Return status, headers and text. A header that is None is not sent."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        own = {"Host": f"127.0.0.1:{self.port}", "Cookie": self.cookie}
        if method == "POST":
            own |= {"Origin": f"http://127.0.0.1:{self.port}", "Content-Type": "application/x-www-form-urlencoded"}
            own |= {"Content-Length": str(len(body or ""))}
        own |= {name.replace("_", "-"): value for name, value in headers.items()}
        connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
        for name, value in own.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders((body or "").encode())
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        return answer.status, answer.headers, text

    def get(self, path, **query):
        status, _, text = self.ask(PLACE + path + (f"?{urlencode(query)}" if query else ""))
        assert status == 200, text
        return text

    def post(self, path, fields, **headers):
        return self.ask(PLACE + path, "POST", urlencode(fields), **headers)

    def fill(self, html, path, **typed):
        """Send the form of a page that leads to `path`, with its hidden fields, and more or other ones."""
        form = next(form for form in re.findall(r"<form.*?</form>", html, re.S) if f'action="{PLACE}{path}"' in form)
        hidden = re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form)
        fields = {name: unescape(value) for name, value in hidden}
        return self.post(path, fields | {name.replace("__", "."): value for name, value in typed.items()})


@pytest.fixture
def browser(sample):
    server = Server(Preview(sample, lambda *_: None), 0, Desk(sample))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield Browser(server)
    server.shutdown()
    server.server_close()
    thread.join()
