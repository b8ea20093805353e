"""Words that carry no subject in a question or a provision, by language, without accents."""

from __future__ import annotations

_FRENCH = """
a ai aie aient ait alors apres as au aucun aucune aujourd aupres aura aurait auraient aussi autant autre autres aux avait avaient
avec avez avoir avons ayant bien c ca car ce ceci cela celle celles celui cependant ces cet cette ceux chaque chez ci combien comme
comment d dans de deja depuis des desormais deux dire disent dit dois doit doivent donc dont du devrait devraient devons elle elles en
encore entre es est et etaient etait etant etc ete etes etre eu eux existe faire fait faites faut font hors hui il ils j je jusqu l la
laquelle le lequel les lesquelles lesquels leur leurs lors lorsqu lorsque lui m ma mais me meme memes mes mien moi moins mon n ne ni
nos notre nous on ont ou par parce parmi pas pendant peu peut peuvent peux plus plusieurs plutot pour pourquoi pourrait pourraient
prevoit prevoient prevu prevue puis puisqu puisque qu quand que quel quelle quelles quels quelqu quelque quelques qui quoi s sa sans se
selon sera serait seraient seront ses si sien soi soit son sont sous sur t ta tant te tel telle telles tels tes toi ton tous tout toute
toutes tres tu un une uns va vers veut veulent voici voila vont vos votre vous vu y afin ainsi
"""
_ENGLISH = """
a about above after again against all also although am an and another any anyone anything are as asked at be because been before being
below between both but by can cannot could d did do does doing done down during each either else ever every few for from further get gets
given had has have having he her here hers him his how however i if in into is it its itself ll m may me might more most must my no nor
not of off on once one only onto or other others our ours out over own per please rather re s same say says said shall she should since so
some such t tell than that the their theirs them then there these they this those though through to too under until up upon us ve very via
was we were what whatever when where whether which while who whom whose why will with within without would yet you your yours
"""
_SPANISH = """
a ademas al algo algun alguna algunas alguno algunos alli ambos ante antes aquel aquella aquellas aquellos aqui asi aun aunque bajo bien
cada casi como con contra cual cuales cualquier cuando cuanta cuantas cuanto cuantos de deben debe deberia deberian debia del desde dice
dicen donde dos durante e el ella ellas ellos en entonces entre era eran es esa esas ese eso esos esta estaba estado estan estar estas este
esto estos existe fue fueron ha haber habia hace hacen hacer hacia han hasta hay hemos he incluso ir la las le les lo los mas me mediante
menos mi mis mismo misma mismos mismas mucho muchos muy nada ni ningun ninguna no nos nosotros nuestra nuestras nuestro nuestros o os otra
otras otro otros para pero poco por porque pues puede pueden que quien quienes se sea sean segun ser si sido sin sino sobre solo son su sus
suya suyo tal tales tambien tampoco tan tanto te tener tenga tengan tenia ti tiene tienen toda todas todo todos tras tu tus un una unas uno
unos usted va van y ya yo
"""
STOP_WORDS = {
    "fr": frozenset(_FRENCH.split()),
    "en": frozenset(_ENGLISH.split()),
    "es": frozenset(_SPANISH.split()),
}
