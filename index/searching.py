"""Finds the provisions that answer a question: BM25 and cosine over all faces, fused and pooled to provisions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus import Citation, Corpus
from index.analysis import Term, analyse
from index.build_folder import Status, examine
from index.encoder_files import locate
from index.errors import IndexStoreError
from index.fusion import HEADING_HOLDS, Weights, fuse, pool
from index.hits import Evidence, FaceScore, Hit, QueryTerm, SearchResult
from index.lexical import LexicalIndex
from index.question_encoder import QuestionEncoder
from index.settings import IndexSettings
from index.store import Store

_CANDIDATES = 1000
_FACES_SHOWN = 3
# Scores are rounded before they are compared: threads and machines differ in the seventh decimal.
_DECIMALS = 5
_SELF_COSINE = 0.999


@dataclass(frozen=True, slots=True)
class _Scored:
    """The arrays of one language's search, all in the order of `ids`."""

    ids: tuple[str, ...]
    bm25: NDArray[np.float32]
    cosine: NDArray[np.float32]
    heading: NDArray[np.float64]
    fused: NDArray[np.float64]
    faces: dict[str, list[FaceScore]]


def index_status(corpus: Corpus, settings: IndexSettings) -> Status:
    """Whether the index of `settings` can answer for `corpus`; raises EncoderError where the encoder is altered."""
    files = locate(settings.embedding_model)
    return examine(settings.builds, corpus.digest, files.name, files.revision)


class Searcher:
    """Searches one build. Opening it checks the build and raises IndexStoreError unless it is fresh and whole."""

    def __init__(self, corpus: Corpus, settings: IndexSettings, weights: Weights = Weights()) -> None:  # noqa: B008
        files = locate(settings.embedding_model)
        status = examine(settings.builds, corpus.digest, files.name, files.revision)
        if status.state != "fresh" or status.folder is None or status.manifest is None:
            raise IndexStoreError(f"{status.state} index: {status.reason}")
        self.weights, self.status = weights, status
        self._prefix = files.prefixes[0]
        self._order = {str(citation): place for place, citation in enumerate(corpus.provisions)}
        self._headings = _nearest_headings(corpus)
        self._chapeaux = {str(provision.id) for provision in corpus if provision.is_chapeau}
        self._counts = {lang: count for lang, count in status.manifest.passages.items() if count}
        self._lexical = {lang: LexicalIndex.load(lang, status.folder / "lexical" / lang) for lang in self._counts}
        self._encoder = QuestionEncoder(status.folder / "encoder")
        self._store = Store(status.folder)
        self._check(status.manifest.samples)

    def close(self) -> None:
        """Let go of the store's files."""
        self._store.close()

    def knows(self, word: str, lang: str) -> bool:
        """Whether any text of `lang` holds a content word, in whatever form; True for words without content."""
        lexical = self._lexical.get(lang)
        return all(lexical is not None and lexical.knows(term.term) for term in analyse(word, lang))

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Unit vectors of texts by the encoder of questions, shape (len(texts), dimensions)."""
        return self._encoder.encode(list(texts))

    def search(self, question: str, lang: str, k: int = 10) -> SearchResult:
        """The `k` best provisions for a question in `lang` (fr, en, es); fewer where fewer are held.

        Ties go to the order of the corpus. A question without content words finds by meaning alone.
        """
        found = analyse(question, lang)
        vector = self._encoder.encode([self._prefix + question])[0]
        hits: dict[str, Hit] = {}
        for passage_lang in sorted(self._counts, key=lambda other: other != lang):
            # Another language is searched only for what the question's own language does not hold.
            if not hits or set(self._lexical[passage_lang].ids) - hits.keys():
                scored = self._score(question, vector, passage_lang, same=passage_lang == lang)
                for hit in self._hits(scored, found if passage_lang == lang else analyse(question, passage_lang)):
                    hits.setdefault(str(hit.provision), hit)
        ranked = sorted(hits.values(), key=lambda hit: (-hit.score, self._order[str(hit.provision)]))
        return SearchResult(tuple(ranked[:k]), self._query_terms(found, lang))

    def _score(self, question: str, vector: NDArray[np.float32], lang: str, *, same: bool) -> _Scored:
        lexical = self._lexical[lang]
        place = {id: number for number, id in enumerate(lexical.ids)}
        bm25 = lexical.scores([term.term for term in analyse(question, lang)])
        near = self._store.nearest(lang, vector, min(_CANDIDATES, self._counts[lang]))
        floor = min(entry.cosine for entry in near)
        faces: dict[str, list[FaceScore]] = {}
        for entry in near:
            provision, _, face = entry.id.partition("#")
            faces.setdefault(provision, []).append(FaceScore(face.split(".")[1], lang, round(entry.cosine, _DECIMALS)))
        cosine = np.full(len(place), floor, dtype=np.float32)
        for provision, scores in faces.items():
            cosine[place[provision]] = pool([score.score for score in scores], floor)
        weight = self.weights.same if same else self.weights.cross
        heading = self._heading_shares(lexical, analyse(question, lang))
        held = np.where(heading >= HEADING_HOLDS, heading, 0.0)
        fused = (fuse(bm25, cosine, weight) + self.weights.heading * held) / (1 + self.weights.heading)
        for provision in self._chapeaux & place.keys():
            fused[place[provision]] *= self.weights.chapeau
        return _Scored(lexical.ids, bm25, cosine, heading, fused, faces)

    def _hits(self, scored: _Scored, found: Sequence[Term]) -> list[Hit]:
        lang = next(iter(scored.faces.values()))[0].lang
        lexical = self._lexical[lang]
        total = sum({term.term: lexical.idf(term.term) for term in found}.values()) or 1.0
        best = float(scored.bm25.max(initial=0.0)) or 1.0
        lexical_rank, dense_rank = _ranks(scored.bm25), _ranks(scored.cosine)
        hits = []
        for place, id in enumerate(scored.ids):
            held = {term.term for term in found if lexical.holds(place, term.term)}
            evidence = Evidence(
                matched=_words(found, held, keep=True),
                missed=_words(found, held, keep=False),
                coverage=round(sum(lexical.idf(term) for term in held) / total, _DECIMALS),
                bm25=round(float(scored.bm25[place]), _DECIMALS),
                lexical=round(float(scored.bm25[place]) / best, _DECIMALS),
                cosine=round(float(scored.cosine[place]), _DECIMALS),
                heading=round(float(scored.heading[place]), _DECIMALS),
                lexical_rank=lexical_rank[place],
                dense_rank=dense_rank[place],
            )
            faces = sorted(scored.faces.get(id, []), key=lambda face: (-face.score, face.face))[:_FACES_SHOWN]
            hits.append(Hit(Citation.parse(id), round(float(scored.fused[place]), _DECIMALS), tuple(faces), evidence))
        return hits

    def _heading_shares(self, lexical: LexicalIndex, found: Sequence[Term]) -> NDArray[np.float64]:
        """For every document, the share of the question's idf that its nearest heading holds; in the order of `ids`."""
        idf = {term.term: lexical.idf(term.term) for term in found}
        total = sum(idf.values()) or 1.0
        texts = {id: self._headings.get(id, {}).get(lexical.lang, "") for id in lexical.ids}
        held = {text: {term.term for term in analyse(text, lexical.lang)} for text in set(texts.values())}
        shares = {text: sum(value for term, value in idf.items() if term in terms) for text, terms in held.items()}
        return np.array([shares[texts[id]] / total for id in lexical.ids])

    def _query_terms(self, found: Sequence[Term], lang: str) -> tuple[QueryTerm, ...]:
        lexical = self._lexical.get(lang)
        if lexical is None:  # no text is held in the question's language: nothing can be said of its words
            return ()
        once: dict[str, str] = {}
        for term in found:
            once.setdefault(term.term, term.word)
        return tuple(QueryTerm(word, term, lexical.idf(term), lexical.knows(term)) for term, word in once.items())

    def _check(self, samples: dict[str, list[str]]) -> None:
        """Counts and self-queries: a vector file that lost its tail still opens, and answers wrongly."""
        for lang, count in self._counts.items():
            if self._store.count(lang) != count:
                raise IndexStoreError(f"damaged index: {lang} does not hold {count} passages; run: make index")
            for id, vector in zip(samples[lang], self._store.vectors(lang, samples[lang]), strict=True):
                first = self._store.nearest(lang, vector, 1)[0]
                if first.id != id and first.cosine < _SELF_COSINE:
                    raise IndexStoreError(f"damaged index: {id} does not find itself; run: make index")


def _nearest_headings(corpus: Corpus) -> dict[str, dict[str, str]]:
    """The text of the heading right above every provision that has one, by id and language."""
    above = {str(unit.id): corpus.get(unit.heading[-1]) for unit in corpus if unit.heading}
    return {id: {text.lang: text.text for text in heading.texts} for id, heading in above.items()}


def _ranks(scores: NDArray[np.float32]) -> list[int]:
    order = np.argsort(-np.round(scores, _DECIMALS), kind="stable")
    ranks = np.empty(len(scores), dtype=int)
    ranks[order] = np.arange(1, len(scores) + 1)
    return [int(rank) for rank in ranks]


def _words(found: Sequence[Term], held: set[str], *, keep: bool) -> tuple[str, ...]:
    return tuple(dict.fromkeys(term.word for term in found if (term.term in held) is keep))
