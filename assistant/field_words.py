"""The vocabulary of work and social protection, wider than the texts': it tells a neighbouring question from a foreign one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from corpus import fold
from index import analyse

_WORDS = {
    "fr": """
    travail travailler travailleur salarié salaire employeur employé emploi entreprise embauche licenciement licencier démission préavis
    indemnité contrat syndicat syndical délégué grève convention négociation collective télétravail congé maternité paternité retraite
    pension pensionné invalidité chômage chômeur accident maladie professionnel assurance assuré cotisation prestation allocation caisse
    sécurité sociale protection mutuelle santé soins hôpital infirmier handicap pauvreté inégalité migrant domestique informel inspection
    inspecteur OIT BIT recommandation ratification norme harcèlement discrimination égalité rémunération horaire apprentissage stage
    formation indépendant autoentrepreneur enfants famille veuve survivant orphelin revenu impôt fiscal budget aide bénéficiaire allocataire livreur plateforme
    """,
    "en": """
    work worker employer employee employment job labour labor wage salary pay payroll company firm hire hiring dismissal dismissed sacked fired
    resignation notice severance contract union shop steward strike bargaining telework leave maternity paternity retirement pension pensioner
    disability unemployment unemployed injury sickness occupational insurance insured contribution benefit allowance fund social security
    protection welfare health care hospital nurse poverty inequality migrant domestic informal inspection inspector ILO convention
    recommendation ratification standard harassment discrimination equality remuneration hours apprenticeship training child family widow
    survivor orphan income tax fiscal budget aid beneficiary claimant rider gig platform recruitment freelancer freelance
    """,
    "es": """
    trabajo trabajar trabajador salario sueldo empleador empleado empleo empresa contratación despido despedir renuncia preaviso indemnización
    contrato sindicato sindical delegado huelga convenio negociación colectiva teletrabajo licencia permiso maternidad paternidad jubilación
    jubilarse pensión pensionista invalidez desempleo desempleado accidente enfermedad profesional seguro asegurado cotización prestación subsidio
    caja seguridad social protección mutua salud hospital enfermero discapacidad pobreza desigualdad migrante doméstico informal inspección
    inspector OIT recomendación ratificación norma acoso discriminación igualdad remuneración horario aprendizaje formación niños familia viuda
    sobreviviente huérfano ingreso impuesto fiscal presupuesto ayuda beneficiario repartidor plataforma patrono tripulación renta autónomo
    """,
}
# Matters of labour law next door to social protection. Where no text holds such a word, none answers the question.
_NEXT_DOOR = {
    "fr": """
    licenciement licencié démission préavis grève gréviste harcèlement télétravail vacances prud'hommes tribunal confidentialité amiante
    pointage essai mutation sanction uniforme
    """,
    "en": """
    dismissal dismissed sacked resignation severance strike striker harassment telework overtime holidays tribunal privacy confidentiality asbestos
    probation timesheet uniform
    """,
    "es": """
    despido despedido renuncia preaviso huelga huelguista acoso teletrabajo vacaciones tribunal confidencialidad amianto finiquito sanción
    uniforme tripulación
    """,
}
# The same in several words, folded; no text holds any of these (tests/test_assistant_field_words.py).
_NEXT_DOOR_PHRASES = {
    "fr": "travail de nuit|heures supplementaires|salaire minimum|revenu universel|revenu de base|intelligence artificielle|conges payes|"
    "periode d'essai|duree du travail|travail force",
    "en": "night work|minimum wage|basic income(?! security)|artificial intelligence|annual leave|working hours|forced labou?r|working time",
    "es": "trabajo nocturno|horas extra(?:ordinarias)?|salario minimo|renta basica|ingreso basico|inteligencia artificial|vacaciones pagadas|"
    "periodo de prueba|jornada laboral|trabajo forzoso",
}


@cache
def _next_door(lang: str) -> frozenset[str]:
    return frozenset(term.term for term in analyse(_NEXT_DOOR[lang], lang))


def names_matter_next_door(question: str, unknown_terms: Iterable[str], lang: str) -> bool:
    """Whether a question names a matter of labour law next door, by a term that no text holds or by a phrase."""
    phrase = re.search(rf"\b(?:{_NEXT_DOOR_PHRASES[lang]})\b", fold(question))
    return bool(phrase) or bool(_next_door(lang).intersection(unknown_terms))


@cache
def _terms(lang: str) -> frozenset[str]:
    return frozenset(term.term for term in analyse(_WORDS[lang], lang))


def of_the_field(question: str, lang: str) -> bool:
    """Whether a question in `lang` (fr, en, es) holds a word of work or social protection, in whatever form."""
    return any(term.term in _terms(lang) for term in analyse(question, lang))
