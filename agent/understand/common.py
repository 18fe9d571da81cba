"""Words that carry no wish of their own, and words too ordinary to name a title by themselves."""

from __future__ import annotations

from matinee.agent.understand.patterns import word_set

FUNCTION = word_set(
    """
    a an the this that these those some any each every all both either neither none no not nor unlike and or but
    if then so as at by for from in into of off on onto out over per to too up upon with within without minus under
    above below down through about around after before again against between during than while because since
    until till via i im ive id ill me my mine myself you youre youve youd your yours yourself he hes him his she
    shes her hers it its itself we were weve wed us our ours they theyre theyve them their theirs who whos whom
    whose which what whats when whens where wheres why whys how hows there theres here heres one ones am is are
    was be been being isnt arent wasnt werent aint do does did done doing dont doesnt didnt have has had having
    havent hasnt hadnt can could cant couldnt will would wont wouldnt shall should shouldnt may might must s t d
    ll m re ve ok okay yes yeah yep yup nope nah oh ah um uh hmm hm well just only also even still yet ever
    never always often sometimes maybe perhaps please pls thanks thank cheers now today tonight really very
    quite rather pretty fairly much many more most less least lot lots bit little few several enough such own
    same other others another else instead though although however anyway actually basically
    """
)
"""Grammar words."""

CHAT = word_set(
    """
    want wants wanted wanna need needs needed looking look find found search seeking seek give gimme show get
    got gets getting recommend recommends recommended recommending recommendation recommendations recs rec reco
    suggest suggests suggested suggestion suggestions propose pick picks choose choice choices option options
    idea ideas advise advice watch watching watched watchable see seen seeing saw view know knows think thinking
    thought say said tell told mean meant let lets go going gonna come coming make makes made put try trying
    tried help please hi hello hey dear sir buddy mate man dude guys folks everyone anybody anyone somebody
    someone thing things something anything nothing everything stuff kind kinds sort sorts type types style
    styled vibe vibes vein spirit flavour flavor feel feeling feels felt mood evening night tonight weekend
    afternoon morning day days rainy week friday saturday sunday home time times like likes liked love loves
    loved loving enjoy enjoys enjoyed enjoying prefer preferably favourite favorite favourites favorites hate
    hated good great nice best better decent fine cool awesome amazing excellent worth worthy top perfect lovely
    fantastic wonderful super film films movie movies flick flicks picture pictures cinema series shows tv
    television telly title titles programme program programs programmes watchlist similar meets meet crossed
    cross between mixed mix close alike resemble resembles reminds remind comparable along lines way ways right
    left full half part set takes place based story stories plot about featuring features feature featured
    starring stars star directed director directors involve involves involving including include includes
    contain contains lately recently currently already again first second third last next previous ill ive sure
    halfway midway certain certainly possible possibly probably bored boring idk dunno whatever really honestly
    literally totally completely bit wife husband girlfriend boyfriend partner friend friends mum mom dad parents sister
    brother daughter son kid kids child children family grandma grandpa grandmother grandfather niece nephew
    roommate flatmate date year years old age minute minutes min mins hour hours hrs season seasons episode
    episodes youd were im sounds sounding sound keep until till lol haha hehe wow omg btw fyi asap quick quickly
    usually definitely obviously exactly helping helped interested interesting course check heard came soon fav
    favs finding anytime taste tastes youll theyll theyd wouldve couldve fan fans forgot forget surprise random
    thats tho sth smth plz rn u ur r hmmm uhm yea early late name names people one two three four five six seven
    eight nine ten question ask asking wonder wondering appreciate forward hoping hope hopefully wish available
    streaming stream netflix prime hulu hbo amazon apple platform add added adding suit suitable appropriate
    proper properly especially mostly mainly particularly ideally
    """
)
"""Words of talk about watching; they say nothing about which title."""

ORDINARY = word_set(
    """
    air alien aliens alone angel angels army arrival baby back bad ball band bank bear beast beauty bed beef
    beginners big bird birds black blood blow blue boat body bodyguard bond bone book boss box boy boys brave
    bread breathless bridge bright brother brothers brain burn burning bus camp candy capital captain car cars
    carol casino cat cats change chaos charade chance chef chicken child children chocolate christmas circle
    city clean clerks close clue coach cold color colour colours community contact control cop count court crash
    crazy creep crime crossroads cube cure dark darkness daughter day days dead deadline death deep delicious
    detective detention devil diamond dirty dogs dog doll door double doubt dragon dream dreams drive driver
    duel dust dying earth east easy eat edge elephant elite empire end enemy enough erased escape evil exam
    exile exit eye eyes face faces fall fallout fame family fan fargo father fear fight fire first fish flight
    flow fly flesh follow food foundation forest four freak freaks freedom fresh friend friends frozen full fun
    future game games gang garden ghost ghosts giant gift girl girls giver glass glory go god gods gold gone
    good grace gravity grease great green ground group guest gun hair half halloween hand happiness happy head
    heart heat heaven heavy hell help her hero heroes hidden high hit holiday holidays home honey hope horse hot
    hotel hour house hunger hunt hunter husband ice identity idiots ill images imagine in inside into it job
    joker journey joy judge jump jungle key kick kids kill killer killing kin king kingdom kiss knife lake lamb
    land last late law leave left leaving legend letter liar lie lies life light lights line lion little live
    lives lobster local lone long look loop lost love lover lovers luck luther mad magic maid man mask master
    matador match men mercy merry mirror misery miss mission mom mommy money monster monsters moon moonlight
    morning mother mouse moving murder music naked name nature network new news next nice night nights nine
    nobody noise normal north nothing now object ocean old once open orphan other others outlaw outside page
    pain panic paper paradise parasite parents party passage past paths patient peace people perfect persona
    phone phoenix piano pieces pig pink pirates place planet play player playtime pluto poetry point police pool
    power precious predator prey pride prince princess prison prisoners private promise proof puzzle quartet
    queen quick quiet race rain raising rams rat raw ready real rebel red reset rest revenge rich ride right
    ring ripper rise rising river road robot rock roma room roots rose run rush safe salt sanctuary saw school
    scream sea search secret secrets seven sex shadow shadows shame sharp shine ship shock shot sick side
    sideways sign signal signs silence silent silo silver simple sing single sinners sister sisters skin sky
    sleep slow small smile smoke snatch snow society soldier solo song sorcerer sorry soul sound south space
    speed spider spiral split sport spotlight spring spy stage star stars station stay still stone storm story
    strange stranger strangers street strike student style success suits summer sun sunrise sunset superman surf
    survivor sweet swing tabu talk tall taste taxi teacher teeth temple ten tender thief thieves thing think
    tide time together tomorrow tonight touch tower town toy toys trap trapped travelers traveller train trick
    trip trouble true trust truth twelve twilight twins twist two ugly uncle under undercover underground
    unforgiven union unit unnatural up us utopia vacation velvet victoria victory view vikings village visit
    visitor voice waiting walk wall war warrior water wave wedding week weekend weird west whale white wife wild
    wind window wings winter witch witness wolf woman women wonder world worst wrong yes yesterday you young
    your youth zero zombie zone vampire vampires robots dinosaurs
    """
)
"""Everyday words that are also names of films and series. A catalogue's own loglines add to them."""

PRONOUNS = word_set(
    "it her him us you me them they we he she i m up go if no z x q once them one two three four five six seven eight "
    "nine ten that this those these yes so on in out off down over all most both none lets now here there what who"
)
"""Words so common that only a capital after "like", a year, a kind or quotation marks make them a title."""
