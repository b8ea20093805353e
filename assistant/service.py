"""The assistant as a whole: a question in, a verified reply out."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from assistant.deciding import Thresholds, decide
from assistant.drafting import draft_answer, draft_lookup
from assistant.reply import BAD_REFERENCE, HELP, INVALID, OUT_OF_SCOPE, Claim, Draft, Option, Reply
from assistant.settings import AssistantSettings
from assistant.understanding import Question, understand
from assistant.verifying import verify
from assistant.wording import EXAMPLES, LANGUAGE_NAMES, say
from corpus import BadReferenceError, Citation, Corpus

if TYPE_CHECKING:
    from index import Searcher

_SEARCHED = 12
_NEAREST = 3

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
        self, typed: str, *, lang: str | None = None, history: Sequence[Reply] = (), default_lang: str = "fr"
    ) -> Reply:
        """Answer a question in French, English or Spanish.

        `lang` fixes the language of the reply. `history` are the replies before, the last one last: they say what a
        bare number belongs to and in which language to answer where the question does not tell; without any,
        `default_lang` does. Raises IndexStoreError where the index is needed and cannot answer.
        """
        started = time.perf_counter()
        last = history[-1] if history else None
        question = understand(
            typed,
            lang=lang,
            limit=self.settings.max_question_chars,
            knows=lambda word, other: self.searcher.knows(word, other),
            instrument=_last_instrument(history),
            before=last.lang if last else default_lang,
        )
        understood_at = time.perf_counter()
        draft = self._draft(question)
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

    def _draft(self, question: Question) -> Draft:
        if question.problem:
            return self._invalid(question)
        if question.greeting:
            return self._plain(HELP, question, say("help", question.lang), _examples(question.lang))
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
            draft = self._plain(BAD_REFERENCE, question, error.messages[question.lang])
            return _with(draft, nearest=error.alternatives)
        return draft_lookup(question.text, question.lang, named, self.corpus)

    def _search(self, question: Question) -> Draft:
        result = self.searcher.search(question.text, question.lang, _SEARCHED)
        decision = decide(question.text, question.lang, result, self.corpus, self.thresholds)
        if decision.cited:
            cited = [hit.provision for hit in decision.cited]
            return draft_answer(question.text, question.lang, cited, self.corpus)
        name = "fact_not_given" if decision.missing_fact else decision.outcome
        draft = self._plain(decision.outcome, question, say(name, question.lang))
        if decision.outcome == OUT_OF_SCOPE:
            return _with(draft, options=_examples(question.lang))
        near = [hit.provision for hit in result.hits if not self.corpus.get(hit.provision).is_chapeau]
        return _with(draft, nearest=tuple(near[:_NEAREST]))

    def _invalid(self, question: Question) -> Draft:
        if question.problem == "unsupported":
            others = sorted(LANGUAGE_NAMES, key=lambda other: other != question.lang)
            text = "\n\n".join(say("unsupported", other) for other in others)
            options = tuple(Option(LANGUAGE_NAMES[other], EXAMPLES[other][0]) for other in LANGUAGE_NAMES)
            return self._plain(INVALID, question, text, options)
        limit = self.settings.max_question_chars
        return self._plain(
            INVALID, question, say(question.problem, question.lang, count=len(question.text), limit=limit)
        )

    def _plain(self, outcome: str, question: Question, text: str, options: tuple[Option, ...] = ()) -> Draft:
        understood = "" if question.problem == "too_long" else question.text
        return Draft(outcome, question.lang, understood, (Claim(text, (), "notice"),), options=options)


def _with(draft: Draft, nearest: tuple[Citation, ...] = (), options: tuple[Option, ...] = ()) -> Draft:
    return Draft(draft.outcome, draft.lang, draft.understood, draft.claims, nearest=nearest, options=options)


def _examples(lang: str) -> tuple[Option, ...]:
    return tuple(Option(example, example) for example in EXAMPLES[lang])


def _last_instrument(history: Sequence[Reply]) -> str:
    """The instrument last shown, which a bare number belongs to; the conclusions where nothing was shown."""
    for reply in reversed(history):
        if reply.citations:
            return reply.citations[0].id.instrument
    return "conclusions-2021"
