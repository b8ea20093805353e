"""Makes the question that is meant out of a new question and the turn before it, or says that it stands alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant import following_words as told
from assistant.following_words import WORDS, FollowingWords
from assistant.reply import BAD_REFERENCE, HELP, INVALID, NOT_IN_CORPUS, OUT_OF_SCOPE, Reply
from corpus import DEFAULT_INSTRUMENT, Citation, Corpus, find_references, fold, parse_reference
from index import analyse

_NOTHING_SAID = frozenset({NOT_IN_CORPUS, OUT_OF_SCOPE, BAD_REFERENCE, INVALID, HELP})
# Content words up to which a question leans on the one before: with an opening or pointing word, with the start of a
# sentence that is none, with neither.
_FEW, _THREE, _TWO = 5, 3, 2
_PHRASE_WORDS = 8
_SHOWN = 4
# A chain of details keeps what it is about and the last two of them.
_SENTENCES = 4
_SENTENCE = re.compile(r"(?<=[?!.]) +(?=[¿¡A-ZÀ-Ý])")
_SIGNS = " ?!.,;:¿¡…"

Knows = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Meant:
    """The question that is meant, in words or as references, and the language that it was asked in."""

    text: str
    lang: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    """Whom or what a follow-up is about ("the Office"), the preposition before it, and the kinds it can replace."""

    text: str
    preposition: str
    kinds: tuple[str, ...]


def follow_up(typed: str, history: Sequence[Reply], corpus: Corpus, knows: Knows) -> Meant | None:
    """The question meant by `typed` after `history` (the last reply last), or None where it stands alone.

    Nothing is carried over from a turn that was refused or was no question. `knows(word, lang)` says whether a
    language's texts hold a word.
    """
    last = history[-1] if history else None
    plain = typed.strip(_SIGNS)
    folded = fold(plain)
    if last is None or last.outcome in _NOTHING_SAID or not last.understood or not folded:
        return None
    lang = told.everyday_language(folded, last.lang)
    words = WORDS[lang]
    if re.match(words.other_subject, folded):
        return None
    if named := _provisions(folded, words, last, corpus):
        return Meant(_spelt(named, lang, last), lang)
    if find_references(typed) or parse_reference(typed) or lang != last.lang:
        return None  # words of two languages do not search well together
    base = last.understood
    # Letters such as "½" fold to more than one: then the folded text has to do.
    phrase = _phrase(plain if len(plain) == len(folded) else folded, folded, words)
    if phrase:
        # Whoever the texts do not know is asked about in vain: it must not be answered with what was said of others.
        if not phrase.kinds and not all(knows(term.word, lang) for term in analyse(phrase.text, lang)):
            return None
        if replaced := _replaced(base, phrase, words):
            return Meant(replaced, lang)
    # A text that was looked up can be shown again for "why?" or "what does that mean?", no more.
    whole = bool(parse_reference(base)) and not re.search(words.pointing, folded)
    if not phrase and _only(words.why, folded, words):
        return Meant(_asked_why(base, typed, plain, words), lang)
    if not whole and (phrase or _leans(typed, folded, words, lang, knows)):
        return Meant(_joined(base, typed), lang)
    return None


def _only(cue: str, folded: str, words: FollowingWords) -> bool:
    """Whether a question says what `cue` says and nothing more."""
    rest, found = re.subn(rf"\b(?:{cue})\b", " ", folded, count=1)
    return bool(found) and set(re.findall(r"[^\W_]+", rest)) <= set(words.filler.split())


def _provisions(folded: str, words: FollowingWords, last: Reply, corpus: Corpus) -> tuple[Citation, ...]:
    """The provisions that a question points at from those shown last: the next, the one before, or where it says so."""
    shown = parse_reference(last.understood, _instrument(last)) or tuple(
        citation for found in find_references(last.understood, _instrument(last)) for citation in found.citations
    )
    shown = shown or tuple(entry.id for entry in last.citations)
    shown = tuple(dict.fromkeys(citation for citation in shown if citation in corpus))[:_SHOWN]
    if not shown:
        return ()
    # After a range comes what follows its end; what was found for a question has its order by importance.
    ranged = bool(parse_reference(last.understood, _instrument(last)))
    for cue, step in ((words.forward, 1), (words.back, -1)):
        if _only(cue, folded, words):
            anchor = shown[-1] if ranged and step > 0 else shown[0]
            if anchor.parent in corpus and re.search(r"\bpar(?:agraph|rafo)", folded):
                anchor = anchor.parent or anchor
            return (_beside(anchor, step, corpus),)
    foreign = words is not WORDS[last.lang] and _only(words.why, folded, words)
    return shown if foreign or _only(words.where, folded, words) else ()


def _instrument(last: Reply) -> str:
    return last.citations[0].id.instrument if last.citations else DEFAULT_INSTRUMENT


def _beside(anchor: Citation, step: int, corpus: Corpus) -> Citation:
    """The next (1) or previous (-1) unit of the same rank or above; beyond the last the number that does not exist."""
    unit = corpus.get(anchor)
    if not unit.is_provision:
        kin = [id for id in corpus.provisions if id.instrument == anchor.instrument and id.path[:1] == anchor.path[:1]]
        place = kin.index(anchor) + step
        return kin[place] if 0 <= place < len(kin) else anchor
    beside = unit.next if step > 0 else unit.previous
    while beside and unit.block == "paragraph" and corpus.get(beside).block == "item":
        beside = corpus.get(beside).next if step > 0 else corpus.get(beside).previous
    if beside:
        return beside
    number = anchor.path[-1]
    after = str(int(number) + step) if number.isdigit() else chr(ord(number[0]) + step)
    return Citation(anchor.instrument, (*anchor.path[:-1], after))


def _spelt(named: Sequence[Citation], lang: str, last: Reply) -> str:
    """References as people read them where they read back as the same, else as ids."""
    labels = "; ".join(citation.label(lang) for citation in named)
    return labels if parse_reference(labels, _instrument(last)) == tuple(named) else " ".join(map(str, named))


def _phrase(plain: str, folded: str, words: FollowingWords) -> _Phrase | None:
    """The noun phrase that "And X?", "What about X?", "The same for X" or a bare group or actor asks about."""
    start = re.match(f"(?P<opener>(?:{words.opener}) ?)?(?P<same>{words.same})? ?(?P<to>{words.prepositions})?", folded)
    tail = re.search(f"(?:{words.tail})*$", folded)
    if start is None or tail is None or start.end() >= tail.start():
        return None
    text, to = plain[start.end() : tail.start()].strip(" ,"), start["to"] or ""
    inner, quid = fold(text), re.match(r"quid|qu'en", to)
    named = {
        kind: re.match(rf"(?:{words.articles})?(?:{_pattern(kind, words)})\b", inner)
        for kind in ("actors", "groups", "instruments")
    }
    kinds = tuple(kind for kind, found in named.items() if found)
    bare = any(found and found.end() == len(inner) for found in named.values())
    if not (start["opener"] is not None or start["same"] or quid or bare):
        return None
    noun = kinds or to or re.match(words.articles, inner)
    if not noun or len(text.split()) > _PHRASE_WORDS or re.search(rf"^(?:{words.asking})\b|\bquel|\bcuant", inner):
        return None
    if quid:  # "quid des femmes": what was "de" and an article
        text = re.sub(r"^des ", "les ", re.sub(r"^du ", "le ", re.sub(r"^d['’]", "", text)))
    return _Phrase(text, to.strip(), kinds)


def _pattern(kind: str, words: FollowingWords) -> str:
    return {"actors": words.actors, "groups": words.groups, "instruments": told.INSTRUMENTS}[kind]


def _replaced(base: str, phrase: _Phrase, words: FollowingWords) -> str:
    """The question before with a group, an actor or an instrument put in the place of its own, or "" without one.

    What was asked after that, in a sentence of its own, is left out.
    """
    if len(fold(base)) != len(base):
        return ""
    kinds = phrase.kinds or ("groups",)
    if phrase.preposition and "groups" in kinds:
        kinds = ("groups", *(kind for kind in kinds if kind != "groups"))
    for kind in kinds:
        mentions = list(_mentions(base, kind, words))
        if not mentions:
            continue
        to = f"{phrase.preposition} "
        found = next((m for m in mentions if to.strip() and m.string[: m.start()].endswith(to)), mentions[0])
        before, after = base[: found.start()], _SENTENCE.split(base[found.end() :])[0]
        if kind == "actors" and not told.contracted(found["article"], ""):
            before, after = _agreeing(before, after, found[0], fold(phrase.text), words)
        text = told.contracted(found["article"], phrase.text)
        return _capital(f"{before}{text}{after}")
    return ""


def _mentions(base: str, kind: str, words: FollowingWords) -> Iterator[re.Match[str]]:
    one, article = _pattern(kind, words), words.articles
    more = rf"(?:(?:,| ?{told.JOINED}) (?:{article})?(?:{one})\b)*"
    return re.finditer(rf"\b(?P<article>(?:{article})?)(?:{one})\b{more}", fold(base))


def _agreeing(before: str, after: str, old: str, new: str, words: FollowingWords) -> tuple[str, str]:
    """The words around an actor with the verb next to it in the number of the new one."""
    was, will = (bool(re.match(words.plural, actor)) for actor in (old, new))
    if was == will or re.search(told.GOVERNED, fold(before)):
        return before, after
    for plural, singular in words.numbers:
        source, target = (plural, singular) if was else (singular, plural)
        before = re.sub(rf"\b{source}\b(?=(?: [^\W_]+){{0,2}} $)", target, before, flags=re.IGNORECASE)
        if not re.search(told.HELPING, before):  # "What should governments do": their own verb stays as it is
            after = re.sub(rf"^( )?{source}\b", rf"\1{target}", after)
    if was:
        after = re.sub(r"^( [^\W_]+-(?:t-)?(?:il|elle))s\b", r"\1", after)
    return _capital(before), after


def _capital(text: str) -> str:
    first = 1 if text.startswith("¿") else 0
    return text[:first] + text[first : first + 1].upper() + text[first + 1 :]


def _leans(typed: str, folded: str, words: FollowingWords, lang: str, knows: Knows) -> bool:
    """Whether a question is none without the one before: a detail of it, or words that point at it."""
    content = analyse(folded, lang)
    known = [term for term in content if knows(term.word, lang)]
    marked = bool(re.match(words.opener, folded) or re.search(words.pointing, folded))
    marked |= len(content) <= _THREE and bool(re.match(words.leaning, folded))
    if len(content) > _FEW or 2 * len(known) < len(content) or re.search(told.DEFINING, folded):
        return False
    if marked:
        return True
    asks = bool(re.search(rf"\b(?:{words.asking})\b", folded))
    about = any(re.search(rf"\b(?:{pattern})\b", folded) for pattern in (words.groups, words.actors))
    few = 0 < len(known) == len(content) <= (1 if asks else _TWO)
    return few and not about and typed.rstrip().endswith("?")


def _asked_why(base: str, typed: str, plain: str, words: FollowingWords) -> str:
    """ "Why?" or "How?" put before a question that is asked with a verb, else behind it."""
    bare = base.lstrip("¿ ")
    one = len(_SENTENCE.split(base)) == 1 and base.endswith("?")
    if not one or not re.fullmatch(words.why, fold(plain)) or re.match(rf"(?:{words.asking})\b", fold(bare)):
        return _joined(base, typed)
    lower = bare if re.match(r"[^\W\d_a-zà-ÿ]{2}", bare) else bare[:1].lower() + bare[1:]
    return f"{base[: len(base) - len(bare)]}{plain[:1].upper()}{plain[1:]} {lower}"


def _joined(base: str, typed: str) -> str:
    """The question before and what is asked now, one after the other."""
    sentences = _SENTENCE.split(base)
    kept = base if len(sentences) < _SENTENCES else " ".join((sentences[0], *sentences[-1:]))
    return f"{kept}{'' if kept.endswith(('?', '.', '!')) else '.'} {_capital(typed.strip())}"
