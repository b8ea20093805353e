"""The source panel: one provision as HTML, everything escaped, text kinds side by side."""

from __future__ import annotations

from html import escape

from assistant.web.wording import word
from assistant.wording import say
from corpus import OFFICIAL, BadReferenceError, Citation, Corpus, Provision, Text, shown_text


def empty_html(name: str, lang: str) -> str:
    """What the panel says before anything is opened."""
    return f'<p class="empty" lang="{lang}">{escape(word(name, lang))}</p>'


def error_html(error: BadReferenceError, lang: str) -> str:
    """A reference that names nothing: the true bounds, and what might have been meant."""
    links = "".join(f"<li>{_link(other, lang)}</li>" for other in error.alternatives)
    more = f"<ul>{links}</ul>" if links else ""
    return f'<div class="error" role="alert" lang="{lang}"><p>{escape(error.messages[lang])}</p>{more}</div>'


def provision_html(corpus: Corpus, provision: Provision, lang: str) -> str:
    """One block with its heading trail, lead-in, texts, legal force and neighbours, its labels in `lang`."""
    instrument = corpus.instrument(provision.id)
    trail = [instrument.title[lang], *(shown_text(corpus.get(above), lang) for above in provision.heading)]
    parts = [
        f'<article tabindex="-1" lang="{lang}" data-id="{provision.id}">',
        '<p class="trail">' + " › ".join(escape(step) for step in trail) + "</p>",
        f"<h2>{escape(provision.id.label(lang))}</h2>",
        '<div class="kinds">',
        *(_text_html(corpus, provision, text, lang) for text in _texts_for(provision, lang)),
        "</div>",
        _other_languages_html(corpus, provision, lang),
        _children_html(corpus, provision, lang),
        _facts_html(corpus, provision, lang),
        _neighbours_html(provision, lang),
        "</article>",
    ]
    return "".join(parts)


def several_html(corpus: Corpus, provisions: list[Provision], lang: str) -> str:
    """Several blocks, one under the other."""
    return "".join(provision_html(corpus, provision, lang) for provision in provisions)


def _texts_for(provision: Provision, lang: str) -> list[Text]:
    """The official text, and beside it what there is in the reader's language."""
    official, own = provision.official(), provision.text(lang)
    return [text for text in dict.fromkeys((official, own)) if text is not None]


def _other_languages_html(corpus: Corpus, provision: Provision, lang: str) -> str:
    """The texts in the remaining languages, folded away."""
    shown = _texts_for(provision, lang)
    rest = [text for text in provision.texts if text not in shown]
    if not rest:
        return ""
    sections = "".join(_text_html(corpus, provision, text, lang) for text in rest)
    title = escape(word("other_languages", lang))
    return f'<details><summary>{title}</summary><div class="kinds">{sections}</div></details>'


def _text_html(corpus: Corpus, provision: Provision, text: Text, lang: str) -> str:
    kind = f"{say(text.kind, lang)}, {word(f'lang_{text.lang}', lang)}"
    review = f' <span class="review">{escape(say(text.review, lang))}</span>' if text.review in _BELOW_APPROVED else ""
    lead = corpus.chapeau(provision.id, text.lang)
    before = f'<p class="lead">{escape(lead)}</p>' if lead else ""
    marker = f"<b>{escape(provision.marker)}</b> " if provision.marker else ""
    own = "official" if text.kind == OFFICIAL else "unofficial"
    body = f"{before}<p>{marker}{escape(text.text)}</p>"
    return f'<section class="{own}" lang="{text.lang}"><h3 lang="{lang}">{escape(kind)}{review}</h3>{body}</section>'


_BELOW_APPROVED = ("machine-drafted", "machine-cross-checked")


def _children_html(corpus: Corpus, provision: Provision, lang: str) -> str:
    if not provision.children:
        return ""
    rows = []
    for child in provision.children:
        editorial = corpus.get(child).editorial
        rows.append(f"<li>{_link(child, lang)} {escape(editorial.point[lang]) if editorial else ''}</li>")
    return f"<h3>{escape(word('items', lang))}</h3><ul>{''.join(rows)}</ul>"


def _facts_html(corpus: Corpus, provision: Provision, lang: str) -> str:
    instrument = corpus.instrument(provision.id)
    facts = [(word("force", lang), escape(instrument.force[lang]))]
    if provision.editorial and provision.editorial.actors:
        actors = ", ".join(word(f"actor_{actor}", lang) for actor in provision.editorial.actors)
        facts.append((word("actors", lang), escape(actors)))
    if provision.cites:
        facts.append((word("cites", lang), ", ".join(_named(corpus, other, lang) for other in provision.cites)))
    address = f"/?p={provision.id}"
    facts.append((word("address", lang), f'<a href="{address}"><code>{address}</code></a>'))
    url = escape(instrument.url[lang], quote=True)
    link = f'<a href="{url}" target="_blank" rel="noopener noreferrer">{escape(word("official_page", lang))}</a>'
    facts.append((escape(instrument.source), f"{link}. {escape(word('record', lang))}"))
    return "<dl>" + "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in facts) + "</dl>"


def _named(corpus: Corpus, other: Citation, lang: str) -> str:
    title = escape(corpus.instrument(other).title[lang])
    return f"{title} ({escape(other.label(lang))})" if other.path else title


def _neighbours_html(provision: Provision, lang: str) -> str:
    links = [
        f"<span>{escape(word(name, lang))} {_link(other, lang)}</span>"
        for name, other in (("previous", provision.previous), ("next", provision.next))
        if other
    ]
    title = escape(word("neighbours", lang))
    return f'<nav aria-label="{title}">{" ".join(links)}</nav>' if links else ""


def _link(citation: Citation, lang: str) -> str:
    return f'<a href="#src-{citation}">{escape(citation.label(lang))}</a>'
