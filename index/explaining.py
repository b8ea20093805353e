"""Says in words why a provision was found, so that a trainer can explain it."""

from __future__ import annotations

from collections.abc import Mapping

from corpus import Concept
from index.hits import Hit

_SAID = {
    "fr": {
        "words": "mots de la question qui s'y trouvent : {words}",
        "no_words": "aucun mot de la question ne s'y trouve",
        "concepts": "notions communes : {concepts}",
        "ranks": "{lexical}e par les mots, {dense}e par le sens",
        "face": "le plus proche par le sens : {face}",
    },
    "en": {
        "words": "words of the question that it holds: {words}",
        "no_words": "it holds none of the question's words",
        "concepts": "concepts in common: {concepts}",
        "ranks": "number {lexical} by words, number {dense} by meaning",
        "face": "nearest in meaning: {face}",
    },
    "es": {
        "words": "palabras de la pregunta que contiene: {words}",
        "no_words": "no contiene ninguna palabra de la pregunta",
        "concepts": "conceptos comunes: {concepts}",
        "ranks": "n.º {lexical} por las palabras, n.º {dense} por el sentido",
        "face": "lo más cercano por el sentido: {face}",
    },
}
_FACES = {
    "fr": {"text": "le texte", "translation": "la traduction", "gist": "le résumé", "concepts": "les notions", "words": "les mots courants", "question": "une question type", "situation": "une situation type"},
    "en": {"text": "the text", "translation": "the translation", "gist": "the gist", "concepts": "the concepts", "words": "the everyday words", "question": "a typical question", "situation": "a typical situation"},
    "es": {"text": "el texto", "translation": "la traducción", "gist": "el resumen", "concepts": "los conceptos", "words": "las palabras corrientes", "question": "una pregunta típica", "situation": "una situación típica"},
}  # fmt: skip


def explain(hit: Hit, lang: str, thesaurus: Mapping[str, Concept]) -> str:
    """Why a provision was found, in `lang` (fr, en, es), as clauses joined by semicolons.

    It names words, concepts and places in the two rankings; a cosine says nothing to a reader and is left out.
    """
    said, evidence = _SAID[lang], hit.evidence
    clauses = [said["words"].format(words=", ".join(evidence.matched)) if evidence.matched else said["no_words"]]
    if names := [thesaurus[concept].pref[lang] for concept in evidence.concepts if concept in thesaurus]:
        clauses.append(said["concepts"].format(concepts=", ".join(names)))
    clauses.append(said["ranks"].format(lexical=evidence.lexical_rank, dense=evidence.dense_rank))
    if hit.faces:
        clauses.append(said["face"].format(face=_FACES[lang][hit.faces[0].face]))
    return "; ".join(clauses)
