"""The search as a LangChain retriever, for other people's chains."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from corpus import Citation, Corpus
from index.language import guess_language
from index.searching import Searcher


class ProvisionRetriever(BaseRetriever):
    """Questions in, provisions out: each document is a provision's text with its lead-in.

    `lang` is the question's language and the documents' (guessed from each question where it is None); the metadata
    carry the id, the printed citation, the text kind, the legal force and the score.
    """

    model_config = ConfigDict(arbitrary_types_allowed=True)

    searcher: Searcher
    corpus: Corpus
    lang: str | None = None
    k: int = 5

    def _get_relevant_documents(self, query: str, *, run_manager: CallbackManagerForRetrieverRun) -> list[Document]:
        guess = guess_language(query)
        lang = self.lang or (guess.supported if guess else "fr")
        return [
            self._document(hit.provision, hit.score, lang) for hit in self.searcher.search(query, lang, self.k).hits
        ]

    def _document(self, citation: Citation, score: float, lang: str) -> Document:
        provision = self.corpus.provisions[citation]
        text = provision.text(lang) or provision.texts[0]
        chapeau = self.corpus.chapeau(provision.id, text.lang)
        return Document(
            page_content=f"{chapeau} {text.text}".strip(),
            metadata={
                "id": str(provision.id),
                "label": provision.id.label(lang),
                "lang": text.lang,
                "kind": text.kind,
                "force": self.corpus.instrument(provision.id).force[lang],
                "score": score,
            },
        )
