"""The page: two tabs, Ask and Look up, the conversation left and the source right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import gradio as gr

from assistant.rendering import escape
from assistant.reply import ANSWERED, Reply
from assistant.service import Assistant
from assistant.web.panel import empty_html, error_html, provision_html, several_html
from assistant.web.wording import preferred_language, static_words, word
from assistant.wording import EXAMPLES, say
from corpus import BadReferenceError, Citation, CitationError, Corpus, look_up
from index import IndexStoreError

# The page's own events are not part of what others may call.
_PRIVATE: dict[str, Any] = {"api_visibility": "private"}

Messages = list[dict[str, Any]]
History = tuple[Reply, ...]

# A click, or Enter, on a citation anywhere in `scope` opens it in this panel; the id travels in the address.
_OPEN_CITATION = """
document.addEventListener('click', event => {{
  const link = event.target.closest('a[href*="#src-"]');
  if (!link || !!link.closest('#provision-panel') !== {in_lookup}) return;
  event.preventDefault();
  trigger('click', {{id: decodeURIComponent(link.getAttribute('href').split('#src-')[1])}});
}}, true);
"""
# An answer is read from its beginning: the question goes to the top of the conversation.
_SHOW_QUESTION = """() => {
  const log = document.querySelector('#conversation [role="log"]');
  const asked = [...document.querySelectorAll('#conversation .user')].pop();
  if (log && asked) log.scrollTop += asked.getBoundingClientRect().top - log.getBoundingClientRect().top - 8;
}"""
_FOCUS = "() => {{ const opened = document.querySelector('#{panel} article'); if (opened) opened.focus(); }}"


def i18n() -> gr.I18n:
    """The page's fixed words; the browser's language chooses, English where it is another."""
    return gr.I18n(**{lang: static_words(lang) for lang in ("fr", "en", "es")})


@dataclass(frozen=True, slots=True)
class _Ask:
    """The parts of the tab Ask."""

    chat: gr.Chatbot
    box: gr.Textbox
    send: gr.Button
    examples: tuple[gr.Button, ...]
    source: gr.HTML


@dataclass(frozen=True, slots=True)
class _LookUp:
    """The parts of the tab Look up."""

    box: gr.Textbox
    open: gr.Button
    panel: gr.HTML


def build_page(assistant: Assistant) -> gr.Blocks:
    """The page over one assistant. Nothing of a conversation is kept beyond the visitor's session."""
    words, page = i18n(), _Page(assistant)
    blocks: gr.Blocks = gr.Blocks(title="Socle", analytics_enabled=False, fill_width=True)
    with blocks:
        lang, history = gr.State("en"), gr.State(())
        gr.Markdown("# Socle", elem_id="title")
        gr.Markdown(words("subtitle"))
        with gr.Tabs() as tabs:
            with gr.Tab(words("ask_tab"), id="ask"):
                ask = _ask_tab(words)
            with gr.Tab(words("lookup_tab"), id="lookup"):
                look_up_tab = _look_up_tab(words)
        gr.Markdown(words("notice"), elem_id="notice")
        _wire_ask(ask, page, lang, history)
        _wire_look_up(look_up_tab, page, lang)
        for place, name in ((ask.source, "source-panel"), (look_up_tab.panel, "provision-panel")):
            opened = place.click(page.open, [lang, history], place, queue=False, show_progress="hidden", **_PRIVATE)
            opened.then(None, js=_FOCUS.format(panel=name), **_PRIVATE)
        shown = [lang, ask.source, look_up_tab.panel, tabs, look_up_tab.box, *ask.examples]
        blocks.load(page.load, None, shown, show_progress="hidden", **_PRIVATE)
    blocks.queue(default_concurrency_limit=4)
    return blocks


def _ask_tab(words: gr.I18n) -> _Ask:
    with gr.Row():
        with gr.Column(scale=6):
            chat = gr.Chatbot(
                label=words("conversation"), elem_id="conversation", height=520, sanitize_html=True,
                buttons=["copy"], autoscroll=False,
            )  # fmt: skip
            with gr.Row(equal_height=True):
                box = gr.Textbox(
                    label=words("ask_label"), placeholder=words("ask_placeholder"), elem_id="ask-box",
                    scale=8, lines=1, max_lines=6, autofocus=True,
                )  # fmt: skip
                send = gr.Button(words("send"), variant="primary", scale=1, min_width=110)
            with gr.Row():
                examples = tuple(gr.Button("", size="sm", min_width=120) for _ in range(3))
        with gr.Column(scale=5):
            source = gr.HTML("", elem_id="source-panel", js_on_load=_OPEN_CITATION.format(in_lookup="false"))
    return _Ask(chat, box, send, examples, source)


def _look_up_tab(words: gr.I18n) -> _LookUp:
    with gr.Row(equal_height=True):
        box = gr.Textbox(
            label=words("lookup_label"), placeholder=words("lookup_placeholder"), elem_id="lookup-box", scale=8
        )
        open_it = gr.Button(words("open"), variant="primary", scale=1, min_width=110)
    panel = gr.HTML("", elem_id="provision-panel", js_on_load=_OPEN_CITATION.format(in_lookup="true"))
    return _LookUp(box, open_it, panel)


def _wire_ask(tab: _Ask, page: _Page, lang: gr.State, history: gr.State) -> None:
    outputs = [tab.box, tab.chat, history, tab.source]

    def inputs(question: gr.Textbox | gr.Button) -> list[Any]:
        return [question, tab.chat, history, lang]

    events = [gr.on([tab.box.submit, tab.send.click], page.ask, inputs(tab.box), outputs, **_PRIVATE)]
    events += [button.click(page.ask, inputs(button), outputs, **_PRIVATE) for button in tab.examples]
    for event in events:
        event.then(None, js=_SHOW_QUESTION, **_PRIVATE)
    tab.chat.clear(page.forget, lang, [history, tab.source], **_PRIVATE)


def _wire_look_up(tab: _LookUp, page: _Page, lang: gr.State) -> None:
    gr.on([tab.box.submit, tab.open.click], page.find, [tab.box, lang], tab.panel, show_progress="hidden", **_PRIVATE)


class _Page:
    """What happens on the page; every method takes the visitor's own state and keeps nothing."""

    def __init__(self, assistant: Assistant) -> None:
        self.assistant = assistant

    @property
    def corpus(self) -> Corpus:
        return self.assistant.corpus

    def load(self, request: gr.Request) -> list[Any]:
        """The language of the browser, the examples in it, and the provision that the address names."""
        lang = preferred_language(request.headers.get("accept-language", ""))
        named = str(request.query_params.get("p", ""))
        shown = self.find(named, lang) if named else empty_html("lookup_empty", lang)
        tab = gr.Tabs(selected="lookup") if named else gr.skip()
        examples = [gr.Button(value=example) for example in EXAMPLES[lang]]
        return [lang, empty_html("source_empty", lang), shown, tab, named, *examples]

    def forget(self, lang: str) -> tuple[History, str]:
        """What is left of a conversation that was cleared: nothing."""
        return (), empty_html("source_empty", lang)

    def ask(self, typed: str, shown: Messages, history: History, lang: str) -> tuple[str, Messages, History, Any]:
        """Answer, and open the first provision cited beside the answer."""
        shown = [*shown, {"role": "user", "content": escape(typed[: self.assistant.settings.max_question_chars])}]
        try:
            reply = self.assistant.ask(typed, history=history, default_lang=lang)
        except IndexStoreError as error:
            said = word("not_available", lang, reason=escape(str(error)))
            return "", [*shown, {"role": "assistant", "content": said}], history, gr.skip()
        shown.append({"role": "assistant", "content": _message(reply)})
        first = self._opened(reply.citations[0].id, reply.lang) if reply.citations else gr.skip()
        return "", shown, (*history, reply), first

    def open(self, lang: str, history: History, event: gr.EventData) -> str:
        """The provision of a citation that was clicked, in the language of the last reply."""
        try:
            citation = Citation.parse(str(event._data.get("id", "")))
        except CitationError:
            return empty_html("source_empty", lang)
        return self._opened(citation, history[-1].lang if history else lang)

    def find(self, typed: str, lang: str) -> str:
        """What a person typed in the look-up box: the provisions it names, or the true bounds."""
        if not typed.strip():
            return empty_html("lookup_empty", lang)
        try:
            return several_html(self.corpus, list(look_up(self.corpus, typed)), lang)
        except BadReferenceError as error:
            return error_html(error, lang)

    def _opened(self, citation: Citation, lang: str) -> str:
        try:
            return provision_html(self.corpus, self.corpus.get(citation), lang)
        except BadReferenceError as error:
            return error_html(error, lang)


def _message(reply: Reply) -> str:
    """The reply's Markdown; other outcomes than an answer say first what they are."""
    if reply.outcome == ANSWERED:
        return reply.answer
    return f"**{say(f'outcome_{reply.outcome}', reply.lang)}**\n\n{reply.answer}"


def css() -> str:
    """The page's style: system fonts, contrast in light and dark, the official text set off from the rest."""
    return _CSS


_CSS = """
#source-panel, #provision-panel { max-width: 100%; overflow-wrap: anywhere; }
#source-panel article, #provision-panel article { outline: none; }
#source-panel article:focus-visible, #provision-panel article:focus-visible { outline: 2px solid var(--color-accent); outline-offset: 4px; }
#source-panel .trail, #provision-panel .trail { font-size: .85em; color: var(--body-text-color); opacity: .8; margin: 0 0 .3em; }
#source-panel h2, #provision-panel h2 { margin: .1em 0 .5em; font-size: 1.4em; }
#source-panel h3, #provision-panel h3 { margin: .6em 0 .3em; font-size: .95em; }
.kinds { display: grid; grid-template-columns: repeat(auto-fit, minmax(15rem, 1fr)); gap: 1rem; }
.kinds section { padding: .6rem .9rem; border-left: 4px solid var(--border-color-primary); background: var(--background-fill-secondary); }
.kinds section.official { border-left-color: var(--color-accent); }
.kinds .review { font-weight: normal; color: var(--body-text-color); opacity: .8; }
.kinds + details { margin-top: .6em; }
#source-panel a, #provision-panel a { margin: 0; padding: 0; }
.kinds .lead { font-style: italic; }
#source-panel dl, #provision-panel dl { font-size: .88em; margin: .8em 0; }
#source-panel dt, #provision-panel dt { font-weight: 600; margin-top: .4em; }
#source-panel dd, #provision-panel dd { margin: 0; }
#source-panel nav, #provision-panel nav { display: flex; gap: 1.5rem; flex-wrap: wrap; border-top: 1px solid var(--border-color-primary); padding-top: .6em; }
#source-panel a, #provision-panel a, #conversation a { text-decoration: underline; }
.error { border-left: 4px solid #b91c1c; padding: .6rem .9rem; }
.empty { color: var(--body-text-color); opacity: .8; }
#notice { font-size: .85em; }
"""  # noqa: E501 - CSS
