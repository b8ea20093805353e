"""The assistant as a whole: a question in, a verified reply out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answering import draft_by_search, examples, plain
from assistant.deciding import Thresholds
from assistant.drafting import draft_lookup
from assistant.following import Meant, follow_up
from assistant.reply import BAD_REFERENCE, HELP, INVALID, Draft, Option, Reply
from assistant.requests import draft_request
from assistant.settings import AssistantSettings
from assistant.understanding import Question, understand
from assistant.verifying import verify
from assistant.wording import EXAMPLES, LANGUAGE_NAMES, say
from corpus import BadReferenceError, Citation, Corpus

if TYPE_CHECKING:
    from index import Searcher

OpenSearcher = Callable[[], "Searcher"]


class Assistant:
    """Answers questions over a corpus. The index is opened at the first question that needs it, lookups do without."""

    def __init__(
        self,
        corpus: Corpus,
        settings: AssistantSettings,
        *,
        open_searcher: OpenSearcher | None = None,
        thresholds: Thresholds = Thresholds(),  # noqa: B008 - frozen
    ) -> None:
        self.corpus, self.settings, self.thresholds = corpus, settings, thresholds
        self._open = open_searcher or self._open_index
        self._searcher: Searcher | None = None

    @property
    def searcher(self) -> Searcher:
        """The open index; raises IndexStoreError where it cannot answer."""
        if self._searcher is None:
            self._searcher = self._open()
        return self._searcher

    def _open_index(self) -> Searcher:
        from index import Searcher  # heavy: a look-up by number does without

        return Searcher(self.corpus, self.settings)

    def ask(
        self,
        typed: str,
        *,
        lang: str | None = None,
        history: Sequence[Reply] = (),
        default_lang: str = "fr",
        follow: bool = True,
    ) -> Reply:
        """Answer a question in French, English or Spanish.

        `lang` fixes the language of the reply. `history` are the replies before, the last one last: they say what a
        bare number belongs to, in which language to answer where the question does not tell (without any,
        `default_lang` does), and what a follow-up is about: then `understood` is the question meant, and a notice says
        so. `follow=False` takes the question as typed. Raises IndexStoreError where the index is needed and cannot
        answer.
        """
        started = time.perf_counter()
        before = history[-1].lang if history else default_lang
        question = self._understood(typed, lang, history, before)
        meant = self._meant(question, history) if follow else None
        if meant:
            question = self._understood(meant.text, lang or meant.lang, history, before)
        understood_at = time.perf_counter()
        draft = self._draft(question)
        if meant:
            told = say("understood_as", draft.lang, question=question.text)
            draft = replace(draft, notices=(told, *draft.notices))
        drafted_at = time.perf_counter()
        return verify(
            draft,
            self.corpus,
            {
                "ms": round((drafted_at - started) * 1000, 2),
                "understand_ms": round((understood_at - started) * 1000, 2),
                "answer_ms": round((drafted_at - understood_at) * 1000, 2),
            },
        )

    def _understood(self, typed: str, lang: str | None, history: Sequence[Reply], before: str) -> Question:
        return understand(
            typed,
            lang=lang,
            limit=self.settings.max_question_chars,
            knows=lambda word, other: self.searcher.knows(word, other),
            instrument=_last_instrument(history),
            before=before,
        )

    def _meant(self, question: Question, history: Sequence[Reply]) -> Meant | None:
        """What a question means after the turns before, or None where it stands alone or what it means is too long."""
        if question.problem in ("empty", "too_long") or question.greeting or question.whole:
            return None
        meant = follow_up(question.text, history, self.corpus, lambda word, other: self.searcher.knows(word, other))
        return meant if meant and len(meant.text) <= self.settings.max_question_chars else None

    def _draft(self, question: Question) -> Draft:
        if question.problem:
            return self._invalid(question)
        if question.greeting:
            return plain(HELP, question, say("help", question.lang), examples(question.lang))
        if not question.whole and (requested := draft_request(question.text, question.lang, self.corpus)):
            return requested
        if question.references and (question.whole or self._all_held(question.references)):
            return self._lookup(question)
        return self._search(question)

    def _all_held(self, references: Sequence[Citation]) -> bool:
        """Whether the instruments named are here; a question that names another ("SDG target 1.3") is searched."""
        return all(citation.instrument in self.corpus.instruments for citation in references)

    def _lookup(self, question: Question) -> Draft:
        try:
            named = [self.corpus.get(citation) for citation in question.references]
        except BadReferenceError as error:
            draft = plain(BAD_REFERENCE, question, error.messages[question.lang])
            return replace(draft, nearest=error.alternatives)
        return draft_lookup(question.text, question.lang, named, self.corpus)

    def _search(self, question: Question) -> Draft:
        return draft_by_search(question, self.searcher, self.corpus, self.thresholds)

    def _invalid(self, question: Question) -> Draft:
        if question.problem == "unsupported":
            others = sorted(LANGUAGE_NAMES, key=lambda other: other != question.lang)
            text = "\n\n".join(say("unsupported", other) for other in others)
            options = tuple(Option(LANGUAGE_NAMES[other], EXAMPLES[other][0]) for other in LANGUAGE_NAMES)
            return plain(INVALID, question, text, options)
        limit = self.settings.max_question_chars
        return plain(INVALID, question, say(question.problem, question.lang, count=len(question.text), limit=limit))


def _last_instrument(history: Sequence[Reply]) -> str:
    """The instrument last shown, which a bare number belongs to; the conclusions where nothing was shown."""
    for reply in reversed(history):
        if reply.citations:
            return reply.citations[0].id.instrument
    return "conclusions-2021"
