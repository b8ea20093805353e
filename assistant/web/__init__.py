"""The page's parts, put together by app.py alone."""

from assistant.web.page import build_page
from assistant.web.server import make_server

__all__ = ["build_page", "make_server"]
