"""The web server: the page, /healthz, and headers that keep the browser from asking any other host."""

from __future__ import annotations

from typing import Any

import gradio as gr
from fastapi import FastAPI, Request, Response
from starlette.middleware.base import RequestResponseEndpoint

from assistant.service import Assistant
from assistant.web.page import build_page, css, i18n

# Gradio evaluates its HTML templates in the browser, hence 'unsafe-eval'; nothing may come from elsewhere.
_HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; "
    "script-src 'self' 'unsafe-inline' 'unsafe-eval'; connect-src 'self'; font-src 'self' data:; "
    "frame-ancestors 'self'; base-uri 'self'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


def make_server(assistant: Assistant) -> FastAPI:
    """The application over an assistant whose index can answer."""
    app = FastAPI(title="Socle", docs_url=None, redoc_url=None, openapi_url=None)

    @app.get("/healthz")
    def healthz() -> dict[str, Any]:
        status = assistant.searcher.status
        return {
            "status": "ok",
            "index": status.state,
            "corpus_digest": assistant.corpus.digest,
            "provisions": sum(1 for _ in assistant.corpus),
            "built_at": status.manifest.built_at if status.manifest else None,
        }

    @app.middleware("http")
    async def headers(request: Request, respond: RequestResponseEndpoint) -> Response:
        response = await respond(request)
        for name, value in _HEADERS.items():
            response.headers[name] = value
        return response

    mounted: FastAPI = gr.mount_gradio_app(
        app,
        build_page(assistant),
        path="/",
        css=css(),
        theme=gr.themes.Default(
            primary_hue="blue", font=["system-ui", "sans-serif"], font_mono=["ui-monospace", "monospace"]
        ).set(  # white on the theme's own blue is too faint to read
            button_primary_background_fill="*primary_700", button_primary_background_fill_hover="*primary_800"
        ),
        i18n=i18n(),
        ssr_mode=False,
        footer_links=[],
        enable_monitoring=False,
    )
    return mounted
