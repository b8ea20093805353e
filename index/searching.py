"""Finds the provisions that answer a question: BM25 and cosine over all faces, fused and pooled to provisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from corpus import Citation, Concept, Corpus
from index.analysis import Term, analyse
from index.build_folder import Status, examine
from index.concepts import ConceptIndex, ConceptMatcher, Mention
from index.encoder_files import locate
from index.errors import IndexStoreError
from index.fusion import HEADING_HOLDS, Weights, fuse, pool, share_of_best
from index.hits import Evidence, FaceScore, Hit, QueryTerm, SearchResult
from index.lexical import LexicalIndex
from index.passages import cut, face_counts, face_key
from index.question_encoder import QuestionEncoder
from index.settings import IndexSettings
from index.spelling import Correction, Speller
from index.store import Store

_CANDIDATES = 2000
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
    concept: NDArray[np.float64]
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
        self._concepts = ConceptIndex.load(status.folder, corpus.thesaurus)
        self._faces = {lang: face_counts(corpus, lang) for lang in self._counts}
        self._corpus = corpus
        self._matchers: dict[str, ConceptMatcher] = {}
        self._spellers: dict[str, Speller] = {}
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

    @property
    def thesaurus(self) -> Mapping[str, Concept]:
        """The concepts that questions and provisions are annotated with, by id."""
        return self._corpus.thesaurus

    def correct(self, question: str, lang: str) -> tuple[str, tuple[Correction, ...]]:
        """The question as it is read where words of it were typed wrongly, and each word that was read as another."""
        if lang not in self._counts:
            return question, ()
        if lang not in self._spellers:
            texts = [passage.text for passage in cut(self._corpus) if passage.lang == lang]
            labels = [label for concept in self._corpus.thesaurus.values() for label in concept.labels(lang)]
            self._spellers[lang] = Speller(lang, [*texts, *labels])
        return self._spellers[lang].correct(question)

    def concepts(self, question: str, lang: str) -> tuple[Mention, ...]:
        """The concepts of the thesaurus that a question in `lang` names, in order."""
        if lang not in self._matchers:
            self._matchers[lang] = ConceptMatcher(self._corpus.thesaurus, lang)
        return tuple(self._matchers[lang].find(question))

    def search(self, question: str, lang: str, k: int = 10) -> SearchResult:
        """The `k` best provisions for a question in `lang` (fr, en, es); fewer where fewer are held.

        Ties go to the order of the corpus. A question without content words finds by meaning alone.
        """
        found, named = analyse(question, lang), self.concepts(question, lang)
        weights = self._concepts.weights(mention.concept for mention in named)
        vector = self._encoder.encode([self._prefix + question])[0]
        hits: list[Hit] = []
        seen: set[str] = set()
        for passage_lang in sorted(self._counts, key=lambda other: other != lang):
            # Another language is searched only for what the question's own language does not hold.
            if set(self._lexical[passage_lang].ids) - seen:
                scored = self._score(question, vector, passage_lang, weights, same=passage_lang == lang)
                terms = found if passage_lang == lang else analyse(question, passage_lang)
                new = [place for place, id in enumerate(scored.ids) if id not in seen]
                best = sorted(new, key=lambda place: (-round(float(scored.fused[place]), _DECIMALS), place))[:k]
                hits += self._hits(scored, terms, named, best)
                seen |= set(scored.ids)
        ranked = sorted(hits, key=lambda hit: (-hit.score, self._order[str(hit.provision)]))
        return SearchResult(tuple(ranked[:k]), self._query_terms(found, lang), named)

    def _score(
        self, question: str, vector: NDArray[np.float32], lang: str, concepts: Mapping[str, float], *, same: bool
    ) -> _Scored:
        lexical, weights = self._lexical[lang], self.weights
        bm25 = lexical.scores([term.term for term in analyse(question, lang)])
        cosine, faces = self._cosines(vector, lang)
        concept = share_of_best(self._concepts.scores(lexical.ids, concepts))
        heading = self._heading_shares(lexical, analyse(question, lang))
        held = np.where(heading >= HEADING_HOLDS, heading, 0.0)
        fused = fuse(bm25, cosine, self._share(lang) if same else weights.cross)
        fused = (fused + weights.concept * concept + weights.heading * held) / (1 + weights.concept + weights.heading)
        for place, id in enumerate(lexical.ids):
            fused[place] *= weights.chapeau if id in self._chapeaux else 1.0
        return _Scored(lexical.ids, bm25, cosine, concept, heading, fused, faces)

    def _share(self, lang: str) -> float:
        """The share of the lexical score; meaning tells less where there is the text alone to compare with."""
        return self.weights.bare if max(self._faces[lang].values()) == 1 else self.weights.same

    def _cosines(
        self, vector: NDArray[np.float32], lang: str
    ) -> tuple[NDArray[np.float32], dict[str, list[FaceScore]]]:
        """The pooled cosine of every provision, and the cosines of the faces among the candidates."""
        near = self._store.nearest(lang, vector, min(_CANDIDATES, self._counts[lang]))
        floor = min(entry.cosine for entry in near)
        best: dict[str, dict[str, float]] = {}
        for entry in near:  # nearest first: of a long text's windows the best one counts
            provision, face = face_key(entry.id)
            best.setdefault(provision, {}).setdefault(face, entry.cosine)
        ids, counts = self._lexical[lang].ids, self._faces[lang]
        cosine = np.array([pool(list(best.get(id, {}).values()), counts[id], floor) for id in ids], dtype=np.float32)
        faces = {
            id: [FaceScore(face.split(".")[0], lang, round(value, _DECIMALS)) for face, value in held.items()]
            for id, held in best.items()
        }
        return cosine, faces

    def _hits(
        self, scored: _Scored, found: Sequence[Term], named: Sequence[Mention], places: Sequence[int]
    ) -> list[Hit]:
        """The hits at `places`, with their evidence."""
        lang = next(iter(scored.faces.values()))[0].lang
        lexical = self._lexical[lang]
        total = sum({term.term: lexical.idf(term.term) for term in found}.values()) or 1.0
        best = float(scored.bm25.max(initial=0.0)) or 1.0
        concepts = tuple(dict.fromkeys(mention.concept for mention in named))
        lexical_rank, dense_rank = _ranks(scored.bm25), _ranks(scored.cosine)
        hits = []
        for place in places:
            id = scored.ids[place]
            held = {term.term for term in found if lexical.holds(place, term.term)}
            evidence = Evidence(
                matched=_words(found, held, keep=True),
                missed=_words(found, held, keep=False),
                coverage=round(sum(lexical.idf(term) for term in held) / total, _DECIMALS),
                bm25=round(float(scored.bm25[place]), _DECIMALS),
                lexical=round(float(scored.bm25[place]) / best, _DECIMALS),
                cosine=round(float(scored.cosine[place]), _DECIMALS),
                concept=round(float(scored.concept[place]), _DECIMALS),
                concepts=tuple(concept for concept in concepts if self._concepts.names(id, concept)),
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
