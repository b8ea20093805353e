"""Reads a bare number that its sentence makes a reference: "le 13 a été cité", "what does 17 say"."""

from __future__ import annotations

from corpus.citation import Citation
from corpus.reference_positions import PositionReader
from corpus.reference_tokens import Token, number_of

# No text of ours has as many paragraphs; a larger number is an amount.
_MOST = 40
# In the singular no noun can follow the number, so that it is a paragraph or a day of a month.
_THE = ("le", "el")
_OF_THE = ("du", "del", "of", "of the", "au", "al", "the")
_ASKING_WORDS = {
    "fr": "dit disait prevoit demande contient signifie enonce impose recommande exige montre montrer ouvre ouvrir "
    "ouvrez affiche afficher affichez lis lire lisez voir cite citer citez moi donner texte contenu teneur libelle",
    "en": "does show open see read display quote me text wording copy content",
    "es": "dice decia preve pide contiene significa enuncia impone recomienda exige muestra mostrar muestrame "
    "muestreme ensena ensenar ensename enseneme abre abrir abreme ver leer lee leeme texto contenido redaccion",
}
_SAYING_WORDS = {
    "fr": "dit prevoit demande contient parle traite concerne porte enonce impose recommande exige mentionne vise",
    "en": "says say mean means require requires ask asks call calls cover covers mention mentions provide provides",
    "es": "ha dice preve pide contiene habla trata menciona establece dispone exige impone recomienda significa",
}
# What may go on after a number that was asked for; "el 17 de junio" and "le 13 juin" do not.
_GOING_ON_WORDS = {
    "fr": "sur aux concernant exactement stp svp s'il merci",
    "en": "about on please pls exactly concerning",
    "es": "sobre acerca exactamente respecto porfa",
}
_ASKING, _SAYING, _GOING_ON = (
    frozenset(word for words in table.values() for word in words.split())
    for table in (_ASKING_WORDS, _SAYING_WORDS, _GOING_ON_WORDS)
)
_SIGNS = ("end", "comma", "close", "dot", "and")


class MentionReader(PositionReader):
    """Adds numbers without a mark of their own."""

    def mention(self) -> list[Citation] | None:
        """ "le 13 i", "qué pide el 17 a los Estados", "a copy of 20 c"."""
        if self.whole or self.peek() != "number" or self.at == 0:
            return None
        before, earlier = self.spelling(-1), self.spelling(-2)
        asked = before in _ASKING or (before in (*_THE, *_OF_THE) and earlier in _ASKING)
        token = self.tokens[self.at]
        if not (asked or before in _THE) or token.text.endswith("er") or number_of(token) > _MOST:
            return None
        self.at += 1
        letters = self.letters(certain=False, marked=True)
        if letters:
            if self.peek() in ("number", "word_number"):
                return None  # "le 4 x 4", "le 13 h 30"
            return self.owned([Citation(self.instrument, (token.text, letter)) for letter in letters])
        if self._says() or (asked and self._ends()):
            return self.owned([Citation(self.instrument, (token.text,))])
        return None

    def _says(self) -> bool:
        """Whether the number does something: "le 13 prévoit", "le 13 a été cité"."""
        return self.spelling(0) in _SAYING or (self.spelling(0) == "a" and self._plain(1))

    def _plain(self, ahead: int) -> bool:
        """Whether a word stands there that is no number; "le 13 a 15 ans" would be another thing."""
        place = self.at + ahead
        return place < len(self.tokens) and self.tokens[place].kind == "word"

    def _ends(self) -> bool:
        """Whether what was asked for is complete here: the end, a sign, "sur ...", "a los Estados"."""
        token: Token | None = self.tokens[self.at] if self.at < len(self.tokens) else None
        if token is None or token.kind in _SIGNS or token.text in _GOING_ON:
            return True
        if token.kind == "of":  # "el 13 de las conclusiones" is read on as its owner
            return self.peek(1) in ("conclusions", "resolution", "recommendation", "convention")
        return (token.text in ("a", "por") and self.spelling(1) in ("los", "las", "la", "favor")) or not token.text[
            0
        ].isalnum()
