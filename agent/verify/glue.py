"""Words a sentence may use without a fact behind them: grammar, and talk about watching rather than about plot."""

from __future__ import annotations

_TEXT = """
a about above across after again against ago all almost along already also although always am among an and another any
anyone anything are around as at away back be because been before behind being below beside best better between beyond
big bit both but by can cannot come comes could did different do does doing done down each either else enough even ever
every everyone everything far few find finds first follow follows for from full further get gets give gives go goes
going good got had happen happens has have having he her here hers herself him himself his how i if in inside instead
into is it its itself just keep keeps kind last least less let lets like little long lot made main make makes making
many may maybe me might mind more most much must my near never new next no nor not nothing now of off often old on once
one only onto or other others our out outside over own part perhaps place put puts quite rather really right same say
says second see seems set she should side since small so some someone something sometimes soon start starts still such
take takes tell tells than that the their them themselves then there these they thing things third this those though
through time times to together too toward towards try turn turns two under until up upon us use very want wants was way
we well were what when where whether which while who whole whom whose why will with within without would yes yet you
your yours here's it's that's there's you'll you're let's

film films movie movies series show shows documentary miniseries season seasons episode episodes story stories tale
tales drama comedy thriller title titles pick picks choice recommendation watch watching viewer viewers audience screen
cinema evening night tonight mood feel feels feeling tone theme themes plot world life lives character characters
people person man woman men women center centre centers centres focus focuses explore explores exploring deal deals
dealing involve involves feature features featuring tell telling told unfold unfolds revolve revolves combine combines
mix mixes blend blends bring brings offer offers deliver delivers start begin begins beginning
great wonderful excellent lovely beautiful gripping compelling engaging captivating fascinating interesting intriguing
unique memorable unforgettable perfect ideal enjoyable entertaining clever smart thoughtful rich vivid strong powerful
moving touching deeply truly simply certainly especially particularly worth love loved enjoy enjoyed enjoying hope
recommend suggest suggests fits fit suits suit similar similarly close closer closest share shares shared keep kept
created directed written starring stars star cast director creator
lighter darker funnier scarier tenser calmer stranger faster slower shorter longer older newer warmer gentler clearly
slightly shade must-see must need needs look looks looking looking know knows known
"""

GLUE: frozenset[str] = frozenset(_TEXT.split())
