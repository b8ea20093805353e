"""How a question that leans on the one before is put, by language: openers, pointing words, groups, actors."""

from __future__ import annotations

import re
from dataclasses import dataclass

# All patterns meet folded text: lower case, no accents, straight apostrophes.


@dataclass(frozen=True, slots=True)
class FollowingWords:
    """One language's words, as patterns for folded text, except the two lists of words `filler` and `common`.

    `opener`: what a follow-up starts with; `same`: "the same for"; `prepositions`; `tail`: what says nothing at the end;
    `leaning`: a start that is no sentence by itself; `pointing`: words without a referent; `asking`: interrogatives.
    `why`, `where`, `forward`, `back`: each makes a follow-up where nothing but `filler` stands beside it. `common`:
    words that tell the language. `numbers`: verbs beside an actor, plural and singular; `plural`: how a plural starts.
    """

    opener: str
    same: str
    prepositions: str
    tail: str
    leaning: str
    other_subject: str
    articles: str
    groups: str
    actors: str
    asking: str
    pointing: str
    why: str
    where: str
    forward: str
    back: str
    filler: str
    common: str
    numbers: tuple[tuple[str, str], ...]
    plural: str


WORDS = {
    "fr": FollowingWords(
        opener=r"(?:et alors|et sinon|et|mais|ou alors)(?= )|(?=(?:qu'en est-il|quid) )",
        same=r"(?:(?:la )?meme (?:chose|question)|idem|pareil)(?= )",
        prepositions=r"(?:qu'en est-il|quid) (?:pour |de(?= la | l')|(?=du |des |d'))|en ce qui concerne |quant a |pour |avec |chez |dans le cas de ",
        tail=r",? ?(?:de (?:son|leur) cote|(?:(?:il|elle)s? )?(?:fait|font|doit faire|doivent faire) quoi|la-dessus|la-dedans|dans tout (?:ca|cela)|dans ce cas|a ce sujet|"
        r"alors|aussi|egalement|au juste|s'il vous plait|svp|precisement)",
        leaning=r"(?:(?:pendant|depuis|jusqu'a|pour|dans|avec|de|a|sur|par|sous|contre|chez) (?:des |les )?(?:\w+ ){0,2}?(?:quel|combien|quoi|qui|quand|lequel)|combien\b|lesquel|laquelle|lequel|"
        r"par exemple|c'est-a-dire|y compris|.*\b(?:compris|inclus)e?s?$)",
        other_subject=r"sinon\b|autre (?:chose|sujet|question)|changeons de sujet|passons a|rien a voir|dans un autre registre|(?:j'ai )?une autre question|au fait\b",
        articles=r"les |des |aux |le |la |l'|du |au |de la |de l'|un |une |ces |leurs |d'",
        groups=r"(?:travailleu\w+|personnes|gens|populations|salarie\w*|employe\w*|emplois?) (?:migrant\w*|domestiques?|agricoles?|rura\w+|informel\w*|independant\w*|precaires?|non declare\w*|"
        r"au noir|agees?|handicapee?s|en situation de handicap|a (?:mi-temps|temps partiel)|de l'economie informelle|temporaires?|des plateformes(?: numeriques)?|du soin)|"
        r"femmes?|meres?|peres?|jeunes?|enfants?|enfance|seniors?|retraites|handicapes|migrants?|migrantes?|immigres|refugies|employes de maison|ruraux|informels|"
        r"independants|auto-?entrepreneurs|interimaires|saisonniers|chomeurs|salarie\w*|pauvres|familles?|parents|precaires|infirmier\w*|soignants|aides?-soignant\w*|livreurs|"
        r"artisans|agriculteurs|paysans|fonctionnaires|etudiants|apprentis|stagiaires|orphelins|veuves|hommes|travailleu\w+",
        actors=r"etats? membres?|etats?|gouvernements?|pouvoirs publics|autorites|membres|pays|bureau(?: international du travail)?|bit|oit|organisation(?: internationale du travail)?|"
        r"employeurs?|patronat|patrons|entreprises|syndicats?|travailleurs|partenaires sociaux|mandants|directeur general|conseil d'administration|conference|"
        r"banque mondiale|fmi|fonds monetaire(?: international)?|institutions financieres(?: internationales)?|nations unies|onu",
        asking=r"qui|que|quoi|quel(?:le)?s?|comment|pourquoi|combien|quand|ou|lequel|laquelle|lesquel(?:le)?s",
        pointing=r"(?<!que )\b(?:ca|cela|ceci|dedans|dessus|celui-(?:ci|la)|ceux-(?:ci|la)|celles?-(?:ci|la))\b|^(?:il|elle|ils|elles) ",
        why=r"pourquoi|comment|pour quelles? raisons?|raisons?|motifs?|de quelle (?:maniere|facon)",
        where=r"ou|a quel endroit|sources?|(?:dans |a )?quels? (?:paragraphe|alinea|passage|article|point)s?|references?|quelle page",
        forward=r"suivante?s?|prochaine?|apres",
        back=r"precedente?s?|avant",
        filler="et le la l les un une de du d a au aux c ca cela ceci est ce cet cette dans texte document conclusions resolution ecrit dit dis dire dit t il elle ils on lit quel quelle quels quelles "
        "precisement exactement juste lettre point alinea paragraphe article disposition celui celle passe passer passons va aller montre montrez moi voir donne donnez s vous plait svp "
        "merci qui vient que pour quoi se trouve trouver peux peut puis je avez exact exacte cite tire tires provient d'ou ici la",
        common="et le la les des du aux pour quoi quel quelle quels quelles qui que est ce dans pourquoi comment ou il elle ils avec sur une un suivant suivante precedent precedente apres avant cela ca",
        numbers=(("doivent", "doit"), ("devraient", "devrait"), ("peuvent", "peut"), ("font", "fait"), ("sont", "est"), ("ont", "a")),
        plural=r"(?:les|des|aux|ces|leurs) ",
    ),
    "en": FollowingWords(
        opener=r"(?:and what about|and how about|what about|how about|and|but|or)(?= )",
        same=r"(?:(?:the )?same(?: thing| question| again)?|ditto|likewise)(?= )",
        prepositions=r"in the case of |when it comes to |as for |for |with |to |about |among |of ",
        tail=r",? ?(?:on (?:this|that|it)|in (?:this|that|all this)|about (?:this|that|it)|there|then|too|as well|for (?:its|their) part|please|exactly|specifically|(?:has|have|is|are) to do|"
        r"(?:does|do|should do) what)",
        leaning=r"(?:(?:for|in|with|of|to|from|by|under|at|on|since|until|against) (?:the |what )?(?:which|what|how|whom|when)|how (?:many|often|long|much|so)\b|such as|for example|which ones?\b|any\b|"
        r"like what|including|.*\bincluded$)",
        other_subject=r"different (?:subject|topic|question)|(?:let's|let us) (?:move on|change)|moving on|on another|another (?:question|subject|topic|thing)|something else|by the way|unrelated|"
        r"(?:new|other) (?:subject|topic|question)|change of subject",
        articles=r"the |a |an |our |their |these |those ",
        groups=r"(?:migrant|domestic|agricultural|farm|rural|informal|self-employed|platform|gig|care|temporary|part-time|seasonal|undeclared|older|young|old|disabled|poor|low-paid) (?:workers?|people|persons?|"
        r"women|staff|populations?)|(?:workers?|people|persons?|those|women) (?:with disabilities|in the informal economy|in rural areas|on low pay|on the move|with a disability)|"
        r"women|mothers|fathers|young people|youth|children|child|kids|elderly|pensioners|older people|the disabled|migrants?|immigrants|refugees|domestics|farmers|freelancers|freelance|self-employed|"
        r"unemployed|poor|families|parents|nurses|carers?|caregivers|riders|apprentices|trainees|students|widows|orphans|men|girls|boys|employees|workers",
        actors=r"member states?|states?|governments?|countries|members|authorities|(?:international labour )?office|ilo|organization|organisation|employers?|companies|firms|enterprises|businesses|"
        r"(?:trade )?unions?|workers|social partners|constituents|director-general|governing body|conference|world bank|imf|international monetary fund|"
        r"international financial institutions|united nations|un(?:'s (?:resident )?coordinators)?|resident coordinators",
        asking=r"who|whom|whose|what|which|how|why|when|where",
        pointing=r"\b(?:for|in|on|about|of|under|with|from|by|to) (?:it|this|that|these|those|them)\b(?! \w)|\b(?:its|theirs?)\b|^(?!(?:is|was|would) it \w+ (?:to|that|for) )(?:does|do|did|is|are|was|were|would|will|should|could|can|must|has|have) (?:it|they|he|she|these|those|this|that)\b|^(?:it|they|these|those|this|that) ",
        why=r"why|how|what for|for what reasons?|reasons?|in what way",
        where=r"where|sources?|(?:in )?which (?:paragraph|passage|article|provision|point|item)s?|what paragraph|references?|citation",
        forward=r"next|following|after",
        back=r"previous|preceding|before|prior",
        filler="and the a an one ones of in to on go is it its this that does do did say said says stated states written write text document conclusions resolution which what exactly precisely please "
        "letter item point paragraph para provision show me see give back just who i can you find come comes from for be was part article are the move now quote cited place "
        "so can s",
        common="and the a of for what which who is it in why how where about with to does do say next previous one before after that this from same they them please would will their its",
        numbers=(("are", "is"), ("do", "does"), ("have", "has"), ("were", "was")),
        plural=r"(?:the )?(?!office\b|ilo\b|world\b|imf\b|un\b|united\b|governing\b|director|conference|organi)\w*(?: \w+)*s\b",
    ),
    "es": FollowingWords(
        opener=r"(?:y que pasa con|y que hay de|que pasa con|que hay de|y|e|pero|o)(?= )",
        same=r"(?:(?:y )?lo mismo|(?:la )?misma (?:cosa|pregunta)|igual|idem)(?= )",
        prepositions=r"en el caso de |en cuanto a |para |con |a |de(?= |l )|respecto de |por ",
        tail=r",? ?(?:en eso|en esto|en ello|al respecto|sobre eso|por su parte|entonces|tambien|igualmente|que (?:hace|hacen|debe hacer|deben hacer)(?: en eso| al respecto)?|por favor|exactamente|"
        r"concretamente)",
        leaning=r"(?:(?:de|para|por|en|con|a|desde|hasta|sobre|contra|durante) (?:los |las |el |la )?(?:que|cual\w*|cuant\w+|cuando|quien\w*|donde)|cuant\w+\b|cuales?\b|por ejemplo|es decir|entran?\b|incluyen?\b|.*\bincluid\w+$)",
        other_subject=r"cambi(?:ando|emos|o) de tema|otra (?:cosa|pregunta|cuestion)|otro tema|pasemos a|por cierto|hablemos de otra|nada que ver|aparte de eso",
        articles=r"los |las |el |la |del |al |un |una |unos |unas |estos |sus ",
        groups=r"(?:trabajador\w+|personas|gente|poblacion\w*|emplead\w+|mujeres) (?:migrantes?|domestic\w+|del hogar|agricolas?|del campo|rurales?|informales|independientes|autonom\w+|precari\w+|no declarad\w+|"
        r"mayores|con discapacidad|en negro|a tiempo parcial|temporales|de la economia informal|de plataformas?(?: digitales)?|del cuidado|de edad)|"
        r"mujer(?:es)?|madres?|padres?|jovenes|juventud|ninos|ninas|infancia|menores|ancianos|mayores|jubilados|pensionistas|discapacitados|migrantes?|inmigrantes?|refugiados|"
        r"empleadas? (?:de hogar|domesticas?)|autonomos|independientes|informales|desempleados|parados|asalariados|pobres|familias?|enfermer\w+|cuidador\w+|repartidores|campesinos|agricultores|"
        r"aprendices|estudiantes|viudas|huerfanos|hombres|trabajador\w+",
        actors=r"estados? miembros?|estados?|gobiernos?|autoridades|poderes publicos|miembros|paises|oficina(?: internacional del trabajo)?|oit|organizacion(?: internacional del trabajo)?|"
        r"empleadores?|empresarios|empresas|patronal|sindicatos?|trabajadores|interlocutores sociales|mandantes|director general|consejo de administracion|conferencia|"
        r"banco mundial|fmi|fondo monetario(?: internacional)?|instituciones financieras(?: internacionales)?|naciones unidas|onu",
        asking=r"quien(?:es)?|que|cual(?:es)?|como|cuando|donde|cuant[oa]s?",
        pointing=r"\b(?:eso|esto|ello|aquello|esos|esas)\b|\b(?:en|de|con|para|por|a) (?:ellos|ellas|el)\b(?! \w)",
        why=r"por que|como|por cual\w* razon\w*|razon|razones|motivos?|de que (?:manera|modo|forma)",
        where=r"donde|fuentes?|(?:en )?que (?:parrafo|apartado|pasaje|articulo|punto|parte|lugar|pagina)s?|(?:en )?cual parrafo|referencias?",
        forward=r"siguientes?|proxim[oa]|despues|posterior",
        back=r"anterior(?:es)?|previ[oa]|antes|precedente",
        filler="y el la los las lo un una de del a al en es eso esto ello esta texto documento conclusiones resolucion escrito dice dicen decir que cual exactamente precisamente concretamente letra punto "
        "apartado parrafo articulo disposicion pasa pasar pasemos ve ir muestra muestrame muestreme ver dame por favor gracias viene se encuentra puedo puede para sale cita son",
        common="y el la los las de del para por que quien cual cuales como donde cuando cuanto cuantos en eso esto con siguiente anterior una un lo se es dice entra ya se",
        numbers=(("deben", "debe"), ("deberian", "deberia"), ("tienen", "tiene"), ("pueden", "puede"), ("hacen", "hace"), ("han", "ha")),
        plural=r"(?:los|las|sus|estos) ",
    ),
}  # fmt: skip
# An instrument by its number, in whatever language: "R204", "Convention No. 102", "el Convenio 189".
INSTRUMENTS = r"[cr]\d{3}|(?:convention|convenio|recomm[ae]ndation|recomendacion)s?,? (?:\(?(?:n° ?|no\.? ?|n\.? ?[oº°] ?|num\.? ?))?\d{3}\)?"
JOINED = r"(?:et|ou|and|or|y|o|e|as well as|ainsi que)"
# An English verb before its subject, after which the subject's other verb does not change.
HELPING = r"(?i)\b(?:should|must|can|could|will|would|shall|may|might|did|do|does) $"
# A preposition before an actor, which is then no subject: the verb before it is another's.
GOVERNED = r"\b(?:of|to|by|for|from|with|in|on|de|d'|a|par|pour|avec|sur|por|para|con|en|sobre) $"
# A question for the meaning of a word needs nothing from before.
DEFINING = (
    r"^(?:what (?:is|are) (?!it\b|that\b|this\b|they\b)|qu'est-ce que? |que (?:es|son) |c'est quoi |que signifi|definition|defin|what does .* mean|"
    r"que veut dire|que quiere decir)"
)
# The preposition that an article holds, and what a preposition and an article make.
_HELD_PREPOSITION = {
    **dict.fromkeys(("des ", "du ", "de la ", "de l'", "d'", "del "), "de"),
    **dict.fromkeys(("aux ", "au "), "à"),
    "al ": "a",
}
_CONTRACTIONS = {"de les ": "des ", "de le ": "du ", "à les ": "aux ", "à le ": "au ", "de el ": "del ", "a el ": "al "}


def contracted(article: str, text: str) -> str:
    """`text` with the preposition that the replaced article had in it: "des", "aux", "du", "del", "al"."""
    if article not in _HELD_PREPOSITION:
        return text
    joined = f"{_HELD_PREPOSITION[article]} {text}"
    apart = next((pair for pair in _CONTRACTIONS if joined.startswith(pair)), "")
    return _CONTRACTIONS[apart] + joined[len(apart) :] if apart else joined


def everyday_language(folded: str, before: str) -> str:
    """The language whose everyday words a short question holds most of, the one before where they do not tell."""
    typed = re.findall(r"[^\W\d_]+", folded)
    held = {lang: sum(word in words.common.split() for word in typed) for lang, words in WORDS.items()}
    return max(held, key=lambda lang: (held[lang], lang == before))
