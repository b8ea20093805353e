"""The words by which an overview or a listing is asked for, and what the texts' parts and actors are called."""

from __future__ import annotations

# Patterns are held against the whole of a folded request (lower case, no accents, polite words off); `@0` stands for a reference.
NAMED_TEXTS = {"conclusion": "conclusions-2021", "resoluti": "resolution-2021", "resoluci": "resolution-2021"}

POLITE_BEFORE = (
    r"(?:(?:s'il (?:te|vous) plait|svp|please|por favor|bonjour|hello|hi|hola|ok)[, ]+|"
    r"(?:peux-tu|pouvez-vous|pourrais-tu|pourriez-vous|tu peux|can you|could you|would you|puedes?|podrias?|podria)(?: please)? (?:me |nous )?|"
    r"(?:je (?:voudrais|veux|souhaite(?:rais)?)|j'aimerais|il me faut|i(?:'d| would) like|i (?:want|need)|quisiera|quiero|necesito)(?: avoir| voir| savoir| to (?:have|see|know)| ver| tener| saber)? |"
    r"(?:(?:donne|montre|fai|di|cite)[rstez]*(?:-moi|-nous)?|(?:give|show|tell) (?:me|us)|(?:da|di|muestra|haz|de|muestre|haga)(?:me|nos)) )"
)
POLITE_AFTER = r"(?:[, ]+(?:s'il (?:te|vous) plait|svp|merci|please|for me|thanks|thank you|por favor|gracias))"

_ART = {
    "fr": r"(?:les |la |le |l'|ces |ce |cette |du |des |de la |de ce |de cette |de ces |au |aux |a la |de |d')?",
    "en": r"(?:(?:the |these |this |its )?(?:ilo |ilo's |ilc |2021 )*)",
    "es": r"(?:las |los |la |el |estas |estos |esta |este |del |de las |de los |de la |de |al |a la )?",
}
# What is summarised or counted: a text by its name, or a reference.
SCOPE = {
    "fr": rf"(?P<scope>{_ART['fr']}(?:conclusions|resolution|textes?|documents?|@\d+)(?: (?:et|de|du|des|de la) @\d+| de 2021| de la (?:cit|conference(?: internationale du travail)?)| de l'oit| sur la protection sociale|,? (?:des|de ces) conclusions| de la resolution)*)",
    "en": rf"(?P<scope>{_ART['en']}(?:conclusions|resolution|texts?|documents?|@\d+)(?: (?:and|of) @\d+| (?:of|from) 2021| (?:of|by) the (?:ilc|ilo|conference|international labour conference)| on social protection| of the (?:conclusions|resolution|text))*)",
    "es": rf"(?P<scope>{_ART['es']}(?:conclusiones|resolucion|textos?|documentos?|@\d+)(?: (?:y|de) @\d+| de 2021| de la (?:cit|conferencia(?: internacional del trabajo)?)| de la oit| sobre (?:la )?proteccion social| de las conclusiones| de la resolucion)*)",
}
SECTION = {
    "fr": r"(?:de |dans )?(?:la |le )?(?:partie|section|chapitre|rubrique|intertitre) (?:sur|relati\w+ a|consacree? a|concernant|intitulee?) (?P<topic>.+)",
    "en": r"(?:the )?(?:part|section|chapter|heading) (?:on|about|called|entitled|dealing with|concerning) (?P<topic>.+)",
    "es": r"(?:de )?(?:la |el )?(?:parte|seccion|capitulo|epigrafe) (?:sobre|relativ[ao] a|dedicad[ao] a|titulad[ao]) (?P<topic>.+)",
}

# --- overview: {what} is SCOPE or SECTION ----------------------------------------------------------------
OVERVIEW_OF_WHAT = {
    "fr": (
        r"(?:de quoi (?:parle(?:nt)?|traite(?:nt)?|est-il question dans|s'agit-il dans|est[- ]il question)|sur quoi porte(?:nt)?|que (?:contien(?:nen)?t|disent|renferment?|couvrent?)|qu'est-ce qu'il y a dans|qu'est-ce que contien(?:nen)?t|que (?:trouve-t-on|peut-on lire) dans|qu'y a-t-il dans|que dit) {what}",
        r"{what} (?:parlent|parle|traitent|traite|portent|porte) (?:de|sur) quoi",
        r"(?:resume[rz]?|synthetise[rz]?|presente[rz]?)(?:-moi|-nous)? {what}",
        r"(?:(?:le|la|un|une|l') ?)?(?:bref |court |petit |breve )?(?:resume|synthese|apercu|vue d'ensemble|plan|sommaire|structure|table des matieres|grandes lignes|contenu|ossature) (?:de |d')?{what}",
        r"(?:quel(?:le)?s? (?:est|sont) )?(?:le |la |les )?(?:plan|sommaire|structure|table des matieres|grandes lignes|contenu|objet|ossature) (?:de |d')?{what}",
        r"quel(?:le)?s sont les (?:grand[es]*|principa(?:ux|les)|differente?s)? ?(?:themes|sujets|thematiques|points|axes|chapitres|parties|intertitres|questions|idees)(?: (?:abordee?s|traitee?s|couverte?s) (?:par|dans))? {what}",
        r"quels (?:themes|sujets|thematiques) (?:abordent|traitent|couvrent) {what}",
        r"comment (?:sont|est) (?:structuree?s?|organisee?s?|composee?s?|construite?s?) {what}",
        r"comment {what} (?:sont|est)(?:-elles?|-il)? (?:structuree?s?|organisee?s?|composee?s?|construite?s?)",
    ),
    "en": (
        r"what(?:'s| is| are| s)? {what} (?:all )?about",
        r"what(?:'s| is) (?:there )?in {what}",
        r"what (?:do|does) {what} (?:say|contain|cover|deal with|talk about|address|include|discuss)",
        r"(?:a |an |the )?(?:short |brief |quick |full )?(?:summary|overview|outline|synopsis|structure|table of contents|contents|plan|gist) (?:of|for) {what}",
        r"(?:summari[sz]e|outline|sum up|recap) {what}",
        r"what(?:'s| is| are) the (?:structure|content|contents|gist|outline|plan|table of contents) of {what}",
        r"what are the (?:main |key |major |principal |different |various )?(?:themes|topics|subjects|points|headings|parts|sections|chapters|issues|ideas)(?: (?:covered|dealt with|addressed|treated|discussed))? (?:of|in|by) {what}",
        r"(?:what|which) (?:themes|topics|subjects|issues) (?:do|does) {what} (?:cover|address|deal with|discuss|treat)",
        r"how (?:is|are) {what} (?:structured|organi[sz]ed|divided|laid out|built)",
    ),
    "es": (
        r"(?:de que (?:tratan?|hablan?|van?)|sobre que (?:tratan?|versan?)|que (?:contienen?|abarcan?|incluyen?|dicen|dice)|que hay en|que se dice en) {what}",
        r"(?:resum[ea]|resumir|sintetiza|sintetizar|presenta)(?:me|nos)? {what}",
        r"(?:(?:el|la|un|una) )?(?:breve )?(?:resumen|sintesis|panorama|vision general|vision de conjunto|esquema|indice|estructura|tabla de contenidos?|contenido) {what}",
        r"cual(?:es)? (?:es|son) (?:el |la |los |las )(?:contenido|estructura|indice|esquema|lineas generales) {what}",
        r"cuales son l[oa]s (?:grandes |principales |distint[oa]s )?(?:temas|asuntos|puntos|ejes|capitulos|partes|epigrafes|cuestiones|ideas)(?: principales)?(?: (?:que (?:se )?(?:tratan|abordan) (?:en )?|tratad[oa]s (?:en|por) |abordad[oa]s (?:en|por) ))? ?{what}",
        r"que temas (?:tratan?|abordan?|cubren?) {what}",
        r"como (?:estan?|se) (?:estructurad[oa]s?|organizad[oa]s?|dividen?|organizan?|estructuran?) {what}",
    ),
}  # fmt: skip
# Asked without a name: the whole is meant.
OVERVIEW_OF_ALL = {
    "fr": r"(?:le |la |un |une |les )?(?:sommaire|table des matieres|vue d'ensemble|apercu general|plan du texte|grandes lignes|grands themes|principaux themes)|quels sont les (?:grands|principaux) (?:themes|sujets|axes|points)(?: abordes| traites)?|quels (?:themes|sujets) sont (?:abordes|traites)",
    "en": r"(?:the |an )?(?:table of contents|general overview|overview|main themes|main topics|key themes)|what are the (?:main|key|major) (?:themes|topics|subjects|headings|points)(?: covered| addressed)?|(?:what|which) (?:themes|topics|subjects) are (?:covered|addressed|dealt with)",
    "es": r"(?:el |la |un |una )?(?:indice|tabla de contenidos?|vision general|vision de conjunto|panorama general|grandes temas|temas principales)|cuales son los (?:grandes temas|principales temas|temas principales|principales puntos|puntos principales)|que temas se (?:tratan|abordan)",
}
_UNITS = {
    "fr": r"(?:numero(?:te)?s? )?(?:paragraphes?|alineas?|dispositions?|articles?|parties|sections|intertitres|titres|points|lettres|sous-paragraphes|passages?|clauses?)",
    "en": r"(?:numbered |lettered )?(?:paragraphs?|sub-?paragraphs?|items?|provisions?|articles?|parts|sections?|headings|points|letters|passages?|clauses?)",
    "es": r"(?:parrafos?|apartados?|disposiciones|disposicion|articulos?|partes|secciones|epigrafes|puntos|letras|incisos|pasajes?|clausulas?)",
}
_HAVE = {
    "fr": r"(?:y a-t-il|il y a|(?:compte|contien|comporte|comprend|comprenn|comprenne|ont|a|possede|contienne)(?:nt|t)?(?:-t)?(?:-elles?|-ils?)?)",
    "en": r"(?:are there|is there|do|does|has|have|are)",
    "es": r"(?:hay|tienen?|contienen?|comprenden?|incluyen?|constan?)",
}
COUNT = {
    "fr": (
        rf"combien (?:de |d'){_UNITS['fr']}(?: {_HAVE['fr']})?(?: dans| a| au| en tout dans)? {SCOPE['fr']}(?: {_HAVE['fr']})?",
        rf"{SCOPE['fr']} {_HAVE['fr']} combien (?:de |d'){_UNITS['fr']}",
        rf"(?:quel est )?(?:le )?nombre (?:de |d'){_UNITS['fr']} (?:dans )?{SCOPE['fr']}",
        rf"(?:combien (?:de |d')|il y a combien (?:de |d')){_UNITS['fr']}(?: y a-t-il| il y a)?(?: en tout)?",
    ),
    "en": (
        rf"how many {_UNITS['en']} {_HAVE['en']}(?: in)? {SCOPE['en']}(?: (?:have|contain|comprise|include|has|got))?",
        rf"how many {_UNITS['en']} (?:in|of|make up) {SCOPE['en']}",
        rf"(?:what is the )?number of {_UNITS['en']} (?:in|of) {SCOPE['en']}",
        rf"how many {_UNITS['en']} are there(?: in all| in total)?",
    ),
    "es": (
        rf"cuant[oa]s {_UNITS['es']} {_HAVE['es']}(?: en)? {SCOPE['es']}",
        rf"{SCOPE['es']} {_HAVE['es']} cuant[oa]s {_UNITS['es']}",
        rf"(?:cual es )?(?:el )?numero de {_UNITS['es']} (?:en )?{SCOPE['es']}",
        rf"cuant[oa]s {_UNITS['es']} hay(?: en total)?",
    ),
}

# --- listing by actor ------------------------------------------------------------------------------------
# The actors of the editorial layer that each name stands for; the texts' Members are States, so "countries" are all three.
_STATES = ("Members", "State", "Governments")
ACTORS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (r"directeur general(?: du bit)?|director-general|director general(?: de la oit)?", ("Director-General",)),
    (r"conseil d'administration|governing body|consejo de administracion", ("Governing Body",)),
    (r"communaute internationale|international community|comunidad internacional", ("International community",)),
    (r"bureau(?: international du travail)?|bit|office|international labour office|oficina(?: internacional del trabajo)?", ("Office",)),
    (r"oit|ilo|organisation(?: internationale du travail)?|organization|organizacion(?: internacional del trabajo)?|international labour organi[sz]ation", ("ILO",)),
    (r"etats membres|membres|members|member states|miembros|estados miembros", ("Members",)),
    (r"gouvernements?|governments?|gobiernos?|etats?|states?|estados?|pays|countries|paises", _STATES),
)  # fmt: skip
ACTOR_NAMES: dict[tuple[str, ...], dict[str, str]] = {
    ("Director-General",): {"fr": "le Directeur général", "en": "the Director-General", "es": "al Director General"},
    ("Governing Body",): {"fr": "le Conseil d'administration", "en": "the Governing Body", "es": "al Consejo de Administración"},
    ("International community",): {"fr": "la communauté internationale", "en": "the international community", "es": "a la comunidad internacional"},
    ("Office",): {"fr": "le Bureau", "en": "the Office", "es": "a la Oficina"},
    ("ILO",): {"fr": "l'OIT", "en": "the ILO", "es": "a la OIT"},
    ("Members",): {"fr": "les Membres", "en": "Members", "es": "a los Miembros"},
    _STATES: {"fr": "les États (Membres, gouvernements, État)", "en": "States (Members, governments, the State)", "es": "a los Estados (Miembros, gobiernos, Estado)"},
}  # fmt: skip
# The Office is the ILO's secretariat: who lists the one may want the other.
RELATED: dict[tuple[str, ...], dict[str, str]] = {
    ("ILO",): {"fr": "Tout ce que le Bureau doit faire", "en": "Everything that the Office should do", "es": "Todo lo que debe hacer la Oficina"},
    ("Office",): {"fr": "Tout ce que l'OIT doit faire", "en": "Everything that the ILO should do", "es": "Todo lo que debe hacer la OIT"},
}  # fmt: skip
_WHO = {
    lang: rf"(?:{articles})?(?P<actor>{'|'.join(names for names, _ in ACTORS)})"
    for lang, articles in (
        ("fr", "les |le |la |l'|aux |au |a la |a l'|des |du |de la |de l'"),
        ("en", "the |all "),
        ("es", "las |los |la |el |a las |a los |a la |al |de las |de los |de la |del "),
    )
}
_IN = {
    "fr": rf"(?: (?:dans|selon|d'apres|sous|en|de|a) ?{SCOPE['fr']})?",
    "en": rf"(?: (?:in|under|according to|of|from|within) {SCOPE['en']})?",
    "es": rf"(?: (?:en|segun|bajo|de) ?{SCOPE['es']})?",
}
_MUST = {
    "fr": r"(?:doi(?:t|vent)|devrai(?:t|ent)|est (?:appelee?|invitee?|chargee?|tenue?) (?:a|de)|sont (?:appeles|invites|charges|tenus) (?:a|de))",
    "en": r"(?:should|must|ought to|has to|have to|needs to|need to|(?:is|are) (?:asked|called on|called upon|expected|supposed|meant|invited|required|requested) to)",
    "es": r"(?:debe(?:n|ria|rian)?|tienen? que|ha de|han de|esta(?:n)? llamad[oa]s? a)",
}
_TASKS = {
    "fr": r"(?:obligations|taches|missions|mesures|actions|responsabilites|engagements|recommandations|dispositions|paragraphes)",
    "en": r"(?:obligations|tasks|duties|measures|actions|responsibilities|commitments|recommendations|provisions|paragraphs)",
    "es": r"(?:obligaciones|tareas|misiones|medidas|acciones|responsabilidades|compromisos|recomendaciones|disposiciones|parrafos)",
}
_LISTED = {
    "fr": r"(?:(?:la )?liste (?:complete )?(?:de |des )|liste[rz]? |enumere[rz]? |recense[rz]? )",
    "en": r"(?:(?:a |the )?(?:complete |full )?list of |list |enumerate )",
    "es": r"(?:(?:la |una )?lista (?:completa )?(?:de )?|enumera[r]? |listar )",
}
BY_ACTOR = {
    "fr": (
        rf"(?:{_LISTED['fr']})?tout ce (?:que|qu') ?(?:{_MUST['fr']} faire {_WHO['fr']}|{_WHO['fr'].replace('actor', 'actor2')} {_MUST['fr']} (?:faire|accomplir)?){_IN['fr']}",
        rf"{_LISTED['fr']}ce que (?:{_MUST['fr']} faire {_WHO['fr']}|{_WHO['fr'].replace('actor', 'actor2')} {_MUST['fr']} faire){_IN['fr']}",
        rf"(?:{_LISTED['fr']})?tout ce (?:qui est|qu'on|que l'on|que le texte|que les conclusions|que la conference) (?:demande(?:nt)?|attendu?|recommande(?:nt)?) {_WHO['fr']}{_IN['fr']}",
        rf"(?:quelles sont )?(?:{_LISTED['fr']})?toutes les {_TASKS['fr']} (?:qui s'adressent |adresse[es]+ |que doi(?:t|vent) prendre |qui concernent |qui incombent )?{_WHO['fr']}{_IN['fr']}",
        rf"(?:quels|quelles) {_TASKS['fr']} (?:s'adressent|appellent|visent|incombent) {_WHO['fr']}(?: a agir)?{_IN['fr']}",
    ),
    "en": (
        rf"(?:{_LISTED['en']})?(?:everything|all)(?: of)?(?: that| what| which)? {_WHO['en']} {_MUST['en']} do{_IN['en']}",
        rf"{_LISTED['en']}(?:all )?(?:what|the things|the measures|things|measures)(?: that)? {_WHO['en']} {_MUST['en']} (?:do|take){_IN['en']}",
        rf"(?:{_LISTED['en']})?(?:everything|all)(?: that)?(?: is| are)? (?:asked|expected|required|requested|demanded) (?:of|from) {_WHO['en']}{_IN['en']}",
        rf"(?:what are )?(?:{_LISTED['en']})?all (?:of )?(?:the )?{_TASKS['en']} (?:of|for|addressed to|that concern|concerning|that call on|calling on) {_WHO['en']}{_IN['en']}",
        rf"(?:which|what) {_TASKS['en']} (?:call on|call upon|are addressed to|address) {_WHO['en']}(?: to act)?{_IN['en']}",
    ),
    "es": (
        rf"(?:{_LISTED['es']})?todo lo que (?:{_MUST['es']} hacer {_WHO['es']}|{_WHO['es'].replace('actor', 'actor2')} {_MUST['es']} hacer){_IN['es']}",
        rf"{_LISTED['es']}lo que (?:{_MUST['es']} hacer {_WHO['es']}|{_WHO['es'].replace('actor', 'actor2')} {_MUST['es']} hacer){_IN['es']}",
        rf"(?:{_LISTED['es']})?todo lo que se (?:pide|espera|exige|recomienda|le pide) {_WHO['es']}{_IN['es']}",
        rf"(?:cuales son )?(?:{_LISTED['es']})?tod[oa]s l[oa]s {_TASKS['es']} (?:que se dirigen |dirigid[oa]s |que debe[n]? (?:tomar|adoptar) |que conciernen |que incumben )?{_WHO['es']}{_IN['es']}",
        rf"que {_TASKS['es']} (?:se dirigen|llaman|incumben|interpelan) {_WHO['es']}(?: a actuar)?{_IN['es']}",
    ),
}  # fmt: skip

# --- listing by instrument or word -----------------------------------------------------------------------
# `WORD` are verbs of wording: where nothing is found, that is the answer. `SUBJECT` asks for a subject: then it is searched.
_NAMED_IN = {
    "fr": rf"(?: (?:de|dans|sous)? ?{SCOPE['fr']})?",
    "en": rf"(?: (?:of|in|under) {SCOPE['en']})?",
    "es": rf"(?: (?:de|en)? ?{SCOPE['es']})?",
}
_ALL = {
    "fr": rf"(?:(?:quels|quelles|quel|quelle)(?: sont les)? {_UNITS['fr']}|combien (?:de |d'){_UNITS['fr']}|{_LISTED['fr']}?(?:(?:tous|toutes) )?les {_UNITS['fr']}|{_LISTED['fr']}{_UNITS['fr']}|(?:tous|toutes) les {_UNITS['fr']}|dans (?:quels|quelles) {_UNITS['fr']})",
    "en": rf"(?:(?:which|what|how many)(?: are the)?(?: of the)? {_UNITS['en']}|{_LISTED['en']}(?:me )?(?:all |every |of )?(?:the )?{_UNITS['en']}|(?:find |all |every |find all )(?:the )?{_UNITS['en']}|in which {_UNITS['en']})",
    "es": rf"(?:(?:que|cuales son l[oa]s|cuant[oa]s) {_UNITS['es']}|{_LISTED['es']}(?:tod[oa]s )?(?:l[oa]s )?{_UNITS['es']}|tod[oa]s l[oa]s {_UNITS['es']}|en que {_UNITS['es']})",
}
_MENTION = {
    "fr": r"(?:(?:qui |est |sont )?(?:mentionn|cit|evoqu|nomm)(?:e|ent|es|ee|ees|ant)|(?:qui )?(?:se )?refer(?:e|ent) (?:a|au|aux)|(?:qui )?(?:fait|font) (?:reference|mention|allusion) (?:a|au|aux|de|du|des)|(?:qui )?renvoient (?:a|au|aux)|(?:qui )?(?:contien(?:nen)?t|emploient|utilisent|comportent)|ou (?:figure|apparait|est mentionnee?|est citee?)|figure|apparait)",
    "en": r"(?:(?:that |which )?(?:mention|cite|name|reference|contain|use)(?:s|es)?|(?:that |which )?(?:refer|refers) to|(?:mentioning|citing|naming|containing|referring to|referencing)|(?:that |which )?make(?:s)? (?:a )?reference to|where)",
    "es": r"(?:(?:que )?(?:mencion|cit|nombr)(?:a|an)|(?:que )?se refieren? al?|(?:que )?hacen? (?:referencia|mencion|alusion) al?|(?:que )?remiten al?|(?:que )?(?:contienen?|emplean?|utilizan?)|donde (?:figura|aparece|se menciona)|se (?:menciona|cita)n?|figuran?|aparecen?)",
}
_ABOUT = {
    "fr": r"(?:sur|concernant|relati(?:fs|ves) (?:a|au|aux)|qui (?:traitent|parlent) (?:de|du|des|d')|qui (?:concernent|portent sur|abordent)|(?:traitent|parlent) (?:de|du|des|d')|(?:concernent|portent sur|abordent)|consacrees? a|au sujet de)",
    "en": r"(?:on|about|concerning|relating to|regarding|dealing with|(?:that |which )?(?:deal with|talk about|speak of|concern|address|cover|discuss|are about))",
    "es": r"(?:sobre|relativ[oa]s al?|acerca de|que (?:tratan|hablan) (?:del?|sobre)|que (?:abordan|conciernen a)|(?:tratan|hablan) (?:del?|sobre)|(?:abordan|versan sobre)|referentes a|dedicad[oa]s a)",
}
_SPEAK_OF = {"fr": r"(?:le mot |le terme |l'expression |les mots )?", "en": r"(?:the (?:word|term|phrase|words|expression) )?", "es": r"(?:la palabra |el termino |la expresion |las palabras )?"}  # fmt: skip
WORD = {
    "fr": (
        rf"{_ALL['fr']}{_NAMED_IN['fr']} {_MENTION['fr']} {_SPEAK_OF['fr']}(?P<term>.+)",
        rf"{_LISTED['fr']}?(?:toutes )?(?:les |des )?(?:mentions|occurrences|references) (?:de|du|des|a|au|aux|d') ?{_SPEAK_OF['fr']}(?P<term>.+)",
        r"(?:ou|a quels endroits|dans quels paragraphes|dans quelles dispositions) (?:est|sont)(?:-il|-elle|-ils|-elles)? (?:mentionne|cite|evoque|nomme)e?s? (?P<term>.+)",
        r"(?:ou|a quels endroits|dans quels paragraphes|dans quelles dispositions) (?P<term>.+) (?:est|sont)-(?:il|elle|ils|elles) (?:mentionne|cite|evoque|nomme)e?s?",
    ),
    "en": (
        rf"{_ALL['en']}{_NAMED_IN['en']} {_MENTION['en']} {_SPEAK_OF['en']}(?P<term>.+?)(?: (?:is|are) (?:mentioned|cited|named|used))?",
        rf"{_LISTED['en']}?(?:all |every |find all |all the )(?:mentions?|occurrences?|references?) (?:of|to) {_SPEAK_OF['en']}(?P<term>.+)",
        r"(?:where|in which (?:paragraphs|provisions)) (?:is|are) (?P<term>.+) (?:mentioned|cited|named|referred to|referenced)",
    ),
    "es": (
        rf"{_ALL['es']}{_NAMED_IN['es']} {_MENTION['es']} {_SPEAK_OF['es']}(?P<term>.+)",
        rf"{_LISTED['es']}?(?:todas las |las )(?:menciones|apariciones|referencias) (?:de|del|a|al|de la|a la) {_SPEAK_OF['es']}(?P<term>.+)",
        r"(?:donde|en que (?:parrafos|disposiciones)) se (?:menciona|cita|nombra|hace referencia a)n? (?P<term>.+)",
    ),
}  # fmt: skip
_MANY = {
    "fr": rf"(?:(?:quels|quelles)(?: sont les)? {_UNITS['fr']}|{_LISTED['fr']}(?:(?:tous|toutes) )?(?:les )?{_UNITS['fr']}|(?:tous|toutes) les {_UNITS['fr']}|combien (?:de |d'){_UNITS['fr']})",
    "en": _ALL["en"],
    "es": _ALL["es"],
}
SUBJECT = {
    lang: (rf"{_MANY[lang]}{_NAMED_IN[lang]} {_ABOUT[lang]}(?: |(?<='))(?P<term>.+)",) for lang in ("fr", "en", "es")
}
TERM_IN = {
    "fr": rf"(?P<term>.+?) (?:dans|de|a|en)? ?{SCOPE['fr']}",
    "en": rf"(?P<term>.+?) (?:in|of|within|under) {SCOPE['en']}",
    "es": rf"(?P<term>.+?) (?:en|de) ?{SCOPE['es']}",
}

# --- instruments that the texts name ---------------------------------------------------------------------
NUMBERED = r"(?:\b(?P<kind>c|r|conventions?|convenios?|recommendations?|recommandations?|recomendaci(?:on|ones)) ?(?:\(?(?:nos?\.?|n°s?|nums?\.?|numero|number) ?)?)(?P<number>\d{3})\b"
AND_NUMBER = r"(?:,| et| and| y| ou| or| o) (?:nos?\.? ?|n° ?|num\.? ?|the |la |l')?[cr]?(?P<number>\d{3})\b"
INSTRUMENTS = {
    "CD2019": r"centenary declaration|declaration du centenaire|declaracion del centenario",
    "SJD2008": r"social justice declaration|declaration (?:de l'oit |of the ilo )?(?:sur la|on) (?:justice sociale|social justice)|declaracion (?:de la oit )?sobre (?:la )?justicia social",
    "SDG": r"\bsdgs?\b|\bodd\b|\bods\b|sustainable development goals?|objectifs? de developpement durable|objetivos? de desarrollo sostenible",
    "R202": r"floors recommendation|recommandation sur les socles|recomendacion sobre los pisos",
    "C102": r"minimum standards\)? convention|convention (?:concernant la securite sociale|sur la norme minimum)|convenio sobre la (?:seguridad social|norma minima)",
    "C189": r"domestic workers convention|convention sur les travaill[\w ]+ domestiques|convenio sobre l[ao]s trabajador[\w ]+ domestic[oa]s",
    "R204": r"formal economy recommendation|recommandation sur la transition|recomendacion sobre la transicion",
}
ARTICLES = r"^(?:(?:les|la|le|des|du|de|un|une|au|aux|a|the|an|any|los|las|el|al|del|unos|unas) |l'|d')+"
