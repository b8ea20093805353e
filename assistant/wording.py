"""The assistant's own sentences, in the three languages it speaks."""

from __future__ import annotations

LANGUAGE_NAMES = {"fr": "français", "en": "English", "es": "español"}

_WORDS: dict[str, dict[str, str]] = {
    "statements": {
        "fr": "Ce que disent les textes :",
        "en": "What the texts say:",
        "es": "Lo que dicen los textos:",
    },
    "official_quote": {
        "fr": "texte officiel",
        "en": "official text, in French",
        "es": "texto oficial, en francés",
    },
    "official": {"fr": "texte officiel", "en": "official text", "es": "texto oficial"},
    "translation": {
        "fr": "traduction non officielle",
        "en": "unofficial translation",
        "es": "traducción no oficial",
    },
    "restatement": {
        "fr": "reformulation, texte officiel non installé",
        "en": "restatement, official wording not installed",
        "es": "reformulación, texto oficial no instalado",
    },
    "machine-drafted": {
        "fr": "rédigé par une machine, non relu",
        "en": "machine-drafted, not reviewed",
        "es": "redactado por una máquina, sin revisar",
    },
    "machine-cross-checked": {
        "fr": "relu par une seconde machine, non par une personne",
        "en": "cross-checked by a second machine reader, not by a person",
        "es": "cotejado por una segunda máquina, no por una persona",
    },
    "empty": {
        "fr": "Votre question ne contient aucun mot. Écrivez par exemple : « Comment financer la protection sociale ? » ou « 13 i) ».",
        "en": 'Your question contains no words. Write for instance: "How should social protection be financed?" or "13(i)".',
        "es": "Su pregunta no contiene ninguna palabra. Escriba por ejemplo: «¿Cómo financiar la protección social?» o «13 i)».",
    },
    "too_long": {
        "fr": "Votre question compte {count} caractères ; le maximum est de {limit}. Résumez-la en quelques phrases.",
        "en": "Your question has {count} characters; the limit is {limit}. Please put it in a few sentences.",
        "es": "Su pregunta tiene {count} caracteres; el máximo es {limit}. Resúmala en unas pocas frases.",
    },
    "unsupported": {
        "fr": "Je réponds aux questions posées en français, en anglais ou en espagnol.",
        "en": "I answer questions asked in English, French or Spanish.",
        "es": "Respondo a preguntas formuladas en español, francés o inglés.",
    },
    "not_in_corpus": {
        "fr": "**Les textes consultés ne répondent pas à cette question.** Ils traitent de la protection sociale, mais ne disent rien "
        "de précis sur ce point.",
        "en": "**The texts held here do not answer this question.** They deal with social protection, but say nothing specific on "
        "this point.",
        "es": "**Los textos consultados no responden a esta pregunta.** Tratan de la protección social, pero no dicen nada concreto "
        "sobre este punto.",
    },
    "fact_not_given": {
        "fr": "**Les textes consultés ne donnent pas cette information** (chiffre, date, nom, décompte, démarche ou résultat).",
        "en": "**The texts held here do not give this information** (a figure, date, name, count, procedure or result).",
        "es": "**Los textos consultados no dan esta información** (cifra, fecha, nombre, recuento, trámite o resultado).",
    },
    "out_of_scope": {
        "fr": "**Cette question sort du champ de cet assistant**, qui ne connaît que la résolution et les conclusions de 2021 de la "
        "Conférence internationale du Travail sur la protection sociale.",
        "en": "**This question is outside the field of this assistant**, which knows only the resolution and conclusions on social "
        "protection of the International Labour Conference in 2021.",
        "es": "**Esta pregunta queda fuera del ámbito de este asistente**, que solo conoce la resolución y las conclusiones de 2021 "
        "de la Conferencia Internacional del Trabajo sobre la protección social.",
    },
    "try": {"fr": "Essayez par exemple :", "en": "You could ask, for instance:", "es": "Puede preguntar, por ejemplo:"},
    "nearest": {
        "fr": "Dispositions voisines, qui ne répondent pas à la question :",
        "en": "Nearby provisions, which do not answer the question:",
        "es": "Disposiciones cercanas, que no responden a la pregunta:",
    },
    "alternatives": {"fr": "À consulter :", "en": "You may want:", "es": "Puede consultar:"},
    "help": {
        "fr": "Posez une question sur la protection sociale, en français, en anglais ou en espagnol : je réponds à partir de la résolution "
        "et des conclusions de 2021 de la Conférence internationale du Travail, en citant le paragraphe. Ou tapez une référence, par "
        "exemple « 13 i) », « § 5 » ou « partie II ». Si les textes ne répondent pas, je le dis.",
        "en": "Ask a question on social protection in English, French or Spanish: I answer from the resolution and conclusions of the "
        'International Labour Conference in 2021 and cite the paragraph. Or type a reference, such as "13(i)", "para. 5" or '
        '"part II". If the texts do not answer, I say so.',
        "es": "Haga una pregunta sobre la protección social en español, francés o inglés: respondo a partir de la resolución y las "
        "conclusiones de 2021 de la Conferencia Internacional del Trabajo y cito el párrafo. O escriba una referencia, por ejemplo "
        "«13 i)», «párr. 5» o «parte II». Si los textos no responden, lo digo.",
    },
    "understood_as": {
        "fr": "Question comprise ainsi : {question}",
        "en": "Understood as: {question}",
        "es": "Pregunta entendida así: {question}",
    },
    "read_as": {
        "fr": "Compris comme : {words}.",
        "en": "Read as: {words}.",
        "es": "Leído como: {words}.",
    },
    "partial": {
        "fr": "Réponse partielle : rien dans les textes ne correspond à « {words} ».",
        "en": "Partial answer: nothing in the texts corresponds to “{words}”.",
        "es": "Respuesta parcial: nada en los textos corresponde a «{words}».",
    },
    "clarify": {
        "fr": "Votre question peut se lire de deux façons. Laquelle ?",
        "en": "Your question can be read in two ways. Which one?",
        "es": "Su pregunta puede entenderse de dos maneras. ¿Cuál?",
    },
    "outcome_partial": {"fr": "Réponse partielle", "en": "Partial answer", "es": "Respuesta parcial"},
    "outcome_clarify": {"fr": "Question à préciser", "en": "Please clarify", "es": "Precise la pregunta"},
    "translated": {
        "fr": "",
        "en": "The points and translations are unofficial; the official text is French.",
        "es": "Los puntos y las traducciones no son oficiales; el texto oficial es el francés.",
    },
    "deadline_past": {
        "fr": "{label} : l'échéance indiquée ({date}) est passée ; les suites données ne figurent pas dans ces textes, voir {url}.",
        "en": "{label}: the date given ({date}) has passed; what followed is not in these texts, see {url}.",
        "es": "{label}: la fecha indicada ({date}) ya pasó; lo que siguió no figura en estos textos, véase {url}.",
    },
    "outcome_answered": {"fr": "Réponse sourcée", "en": "Sourced answer", "es": "Respuesta con fuentes"},
    "outcome_overview": {"fr": "Vue d'ensemble", "en": "Overview", "es": "Visión de conjunto"},
    "outcome_listing": {"fr": "Liste complète", "en": "Complete listing", "es": "Lista completa"},
    "outcome_not_in_corpus": {
        "fr": "Absent des textes",
        "en": "Not in the texts",
        "es": "No figura en los textos",
    },
    "outcome_out_of_scope": {"fr": "Hors du champ", "en": "Out of scope", "es": "Fuera del ámbito"},
    "outcome_bad_reference": {
        "fr": "Référence inexistante",
        "en": "No such reference",
        "es": "Referencia inexistente",
    },
    "outcome_invalid": {"fr": "Question illisible", "en": "Unreadable question", "es": "Pregunta ilegible"},
    "outcome_help": {"fr": "Aide", "en": "Help", "es": "Ayuda"},
}
EXAMPLES = {
    "fr": (
        "Qui doit veiller à la cohérence des politiques au sein du système multilatéral ?",
        "Comment protéger les travailleurs migrants qui changent de pays ?",
        "13 i)",
    ),
    "en": (
        "Who should ensure policy coherence within the multilateral system?",
        "How should social protection be financed?",
        "13(i)",
    ),
    "es": (
        "¿Quién debería velar por la coherencia de las políticas en el sistema multilateral?",
        "¿Qué se recomienda para las personas con discapacidad?",
        "13 i)",
    ),
}


def say(name: str, lang: str, **values: object) -> str:
    """One of our own sentences in `lang` (fr, en, es), its blanks filled; raises KeyError for an unknown name."""
    return _WORDS[name][lang].format(**values)


def quoted(text: str, lang: str) -> str:
    """`text` between the quotation marks of `lang`; only official text may be given."""
    return {"fr": f"« {text} »", "en": f"“{text}”", "es": f"«{text}»"}[lang]
