"""The page's own words, in the three languages."""

from __future__ import annotations

_WORDS: dict[str, dict[str, str]] = {
    "ask_tab": {"fr": "Poser une question", "en": "Ask", "es": "Preguntar"},
    "lookup_tab": {"fr": "Consulter", "en": "Look up", "es": "Consultar"},
    "conversation": {"fr": "Conversation", "en": "Conversation", "es": "Conversación"},
    "ask_label": {"fr": "Votre question", "en": "Your question", "es": "Su pregunta"},
    "ask_placeholder": {
        "fr": "Une question en français, anglais ou espagnol, ou une référence : 13 i)",
        "en": "A question in English, French or Spanish, or a reference: 13(i)",
        "es": "Una pregunta en español, francés o inglés, o una referencia: 13 i)",
    },
    "send": {"fr": "Demander", "en": "Ask", "es": "Preguntar"},
    "lookup_label": {"fr": "Disposition", "en": "Provision", "es": "Disposición"},
    "lookup_placeholder": {
        "fr": "13 i), § 5, partie II, résolution 3 a)",
        "en": "13(i), para. 5, part II, resolution 3(a)",
        "es": "13 i), párr. 5, parte II, resolución 3 a)",
    },
    "open": {"fr": "Ouvrir", "en": "Open", "es": "Abrir"},
    "source_empty": {
        "fr": "Cliquez sur une référence de la réponse : la disposition citée s'affiche ici, avec le texte officiel.",
        "en": "Click a citation in an answer: the provision opens here, with the official text.",
        "es": "Haga clic en una referencia de la respuesta: la disposición citada se abre aquí, con el texto oficial.",
    },
    "lookup_empty": {
        "fr": "Tapez une référence et validez : le texte s'ouvre ici.",
        "en": "Type a reference and press Enter: the text opens here.",
        "es": "Escriba una referencia y pulse Intro: el texto se abre aquí.",
    },
    "previous": {"fr": "Précédent :", "en": "Previous:", "es": "Anterior:"},
    "next": {"fr": "Suivant :", "en": "Next:", "es": "Siguiente:"},
    "neighbours": {"fr": "Dispositions voisines", "en": "Neighbouring provisions", "es": "Disposiciones contiguas"},
    "actors": {"fr": "Appelés à agir", "en": "Called on to act", "es": "Llamados a actuar"},
    "force": {"fr": "Portée juridique", "en": "Legal force", "es": "Alcance jurídico"},
    "cites": {"fr": "Renvoie à", "en": "Refers to", "es": "Remite a"},
    "address": {"fr": "Adresse de cette disposition", "en": "Address of this provision", "es": "Dirección de esta disposición"},
    "official_page": {"fr": "Page de la session, OIT", "en": "Page of the session, ILO", "es": "Página de la reunión, OIT"},
    "other_languages": {"fr": "Autres langues", "en": "Other languages", "es": "Otros idiomas"},
    "items": {"fr": "Sous ce titre", "en": "Under this heading", "es": "Bajo este epígrafe"},
    "not_available": {
        "fr": "L'index ne peut pas répondre pour le moment : {reason}",
        "en": "The index cannot answer at the moment: {reason}",
        "es": "El índice no puede responder por el momento: {reason}",
    },
    "record": {
        "fr": "Texte soumis pour adoption le 18 juin 2021 et adopté le 19 juin 2021 ; non collationné avec le texte publié ensuite.",
        "en": "Text submitted for adoption on 18 June 2021 and adopted on 19 June 2021; not collated with the text published afterwards.",
        "es": "Texto sometido a adopción el 18 de junio de 2021 y adoptado el 19 de junio de 2021; no cotejado con el texto publicado después.",
    },
    "notice": {
        "fr": "Ce site n'est pas un service de l'OIT et ne donne pas de conseil juridique. Il cite un texte de 2021 : les échéances "
        "qu'il mentionne sont passées. Les traductions, points et résumés ne sont pas officiels et aucune personne ne les a encore approuvés.",
        "en": "This is not an ILO service and not legal advice. It cites a text of 2021: the deadlines it mentions have passed. Translations, "
        "points and summaries are unofficial, and no person has approved them yet.",
        "es": "Este sitio no es un servicio de la OIT ni ofrece asesoramiento jurídico. Cita un texto de 2021: los plazos que menciona ya han "
        "pasado. Las traducciones, los puntos y los resúmenes no son oficiales y ninguna persona los ha aprobado todavía.",
    },
    "subtitle": {
        "fr": "La protection sociale dans les conclusions de 2021 de la Conférence internationale du Travail : chaque réponse cite son paragraphe.",
        "en": "Social protection in the 2021 conclusions of the International Labour Conference: every answer cites its paragraph.",
        "es": "La protección social en las conclusiones de 2021 de la Conferencia Internacional del Trabajo: cada respuesta cita su párrafo.",
    },
    "actor_Members": {"fr": "les Membres", "en": "Members", "es": "los Miembros"},
    "actor_Governments": {"fr": "les gouvernements", "en": "governments", "es": "los gobiernos"},
    "actor_State": {"fr": "l'État", "en": "the State", "es": "el Estado"},
    "actor_ILO": {"fr": "l'OIT", "en": "the ILO", "es": "la OIT"},
    "actor_Office": {"fr": "le Bureau", "en": "the Office", "es": "la Oficina"},
    "actor_Director-General": {"fr": "le Directeur général", "en": "the Director-General", "es": "el Director General"},
    "actor_Governing Body": {
        "fr": "le Conseil d'administration", "en": "the Governing Body", "es": "el Consejo de Administración",
    },
    "actor_Conference": {"fr": "la Conférence", "en": "the Conference", "es": "la Conferencia"},
    "actor_International community": {
        "fr": "la communauté internationale", "en": "the international community", "es": "la comunidad internacional",
    },
    "lang_fr": {"fr": "français", "en": "French", "es": "francés"},
    "lang_en": {"fr": "anglais", "en": "English", "es": "inglés"},
    "lang_es": {"fr": "espagnol", "en": "Spanish", "es": "español"},
}  # fmt: skip
_STATIC = (
    "ask_tab", "lookup_tab", "conversation", "ask_label", "ask_placeholder", "send", "lookup_label", "lookup_placeholder",
    "open", "notice", "subtitle", "record",
)  # fmt: skip


def word(name: str, lang: str, **values: str) -> str:
    """One of the page's words in `lang` (fr, en, es), its blanks filled."""
    return _WORDS[name][lang].format(**values)


def static_words(lang: str) -> dict[str, str]:
    """The words that stand on the page before anything is asked, by name; the browser chooses the language."""
    return {name: _WORDS[name][lang] for name in _STATIC}


def preferred_language(accept_language: str) -> str:
    """The first of fr, en, es in a browser's Accept-Language header, English where it names none."""
    for entry in accept_language.lower().split(","):
        code = entry.split(";")[0].strip()[:2]
        if code in ("fr", "en", "es"):
            return code
    return "en"
