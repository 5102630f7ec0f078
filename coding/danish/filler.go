package danish

// fillers are common words that name no condition. They are listed so that
// they are not taken for mistyped terms and do not count as something unread.
const fillers = `
at den det de der som han hun vi jeg du man sig sin sit sine hans hendes deres min mit mine dens dets
en et ene anden andet andre alle alt al begge nogle nogen noget hver hvert flere mange få lidt meget mere mest mindre
her hvor hvornår hvis hvad hvem hvilken hvilke så da når mens indtil inden før end til ud ind op ned hen hjem
skulle ville kunne måtte bør burde gør gøre gjort lave laver tage tager taget give giver komme kommer kom
sagt siger se ser set haft hedder kaldet såkaldt kaldes dvs altså jf nr ca cirka fleste
stor store stort lille små god gode godt dårligt ny nye nyt gammel gamle lang lange langt kort høj høje lav lave
multipel multiple multipelt kronisk kroniske akut akutte svær svære svært let lette mild milde moderat alvorlig alvorlige alvorligt voldsom voldsomme
vedvarende langvarig langvarige tilbagevendende periodisk periodevis periodiske jævnlig jævnlige hyppig hyppige hyppigt
daglig daglige dagligt ofte sommetider nogle gange altid konstant konstante varig varige livslang
begyndende tiltagende fremskreden fremskredne svingende stabil ustabil generel generelle generelt diverse forskellige flere andre øvrige blandet
højre venstre hø ve dex sin bilateral bilateralt bilat dobbeltsidig dobbeltsidige ensidig dobbelt øvre nedre indre ydre sides side siden
tendens tendenser risiko følsom primær primært sekundær sekundært specielt især hovedsageligt hovedsagelig overvejende delvis delvist
type grad stadie stadium gr st nos uspec uspecificeret udtalt udtalte
medarbejderen personen vedkommende pt
kvinde mand år året årets årig årige måned måneder uge uger dag dage time timer gang gange tid tiden periode perioder årene
arbejde arbejdet arbejdsplads arbejdspladsen arbejdsgiver virksomhed virksomheden ordning ordningen
konstateret opstået fået udviklet lider ramt fundet påvist oplyst nævnt ifølge
egen afd
meget ret ganske helt total totalt samtidig samt form forskellig tit igen fortsat forsat stadig
hvilket hvilken derfor således dermed derved deraf grundlag hensyn forhold tilstand tilstande situation
ønske ønsker venter afventer kræver krævende påvirker påvirket påvirkning nedsat nedsatte funktion funktionsevne hverdag hverdagen
problematisk relateret mv mm osv etc div bla bl a o s v m v dels både
første anden tredje to tre fire fem en gang stk mindst højst
the a an and with has my is was due very severe pain
hele lange kunne vores jeres imod mod ad hos uden for inden henover gennem igennem
juli juni maj april marts august september oktober november december januar februar
uheldig uheldige pludselig forværring forværret forværres perioden anfald anfaldsvis forløb forløbet
nedsættelse ophør opstart start startet slut afsluttet indgået lavet
udsat udsætte udsættes været værre bedre værst bedst hårdt hård sat sætter mellem virke virker hjælp hjælpe hjælper holdt holder bliver blevet tænke tænker måde måden møder mødt
besvarelse svar svare svarer angivelse angivet automatisk konklusion kontakt kontakter fortolkning finder finde hinder hindre
handel handler handle heden glemmer glemme hjørne bane vender vende vejer veje resten rest afstand andel løsning løse
læse læses præg præget mønster prikke kende hente vente ventet tale taler melder melde regner regne lærer træk vare varer
fast faste tung tungere større mindst ringe del dele delt lettere frisk raske alder alderen aldrende kan kom går gik gået stået stod står sidder sad ligger lå
sidste seneste nyere yngre ældre voksen voksne unge børn familie livet liv
kender kendt ukendt kendte usikker lettere sværere meste delvise
skidt dårligere værste bedring forværres forværrer driller drillet døjer døje lidt mærke mærket mærkes føler føles følt oplever opleve oplevet
bruger brugt bruges behandler behandlet følges fulgt følger op indkaldt indkaldes henvist henvises henvisning planlagt planlægges planlægge
løbende justering justeres justere regulering reguleres reguleret indstilles indstillet indstilling tilpasning tilpasses
praktiserende
forår foråret sommer sommeren efterår efteråret vinter vinteren påske påsken jul julen ferie ferien januar weekend weekenden uge ugen ugentlig ugentlige ugentligt
månedlig månedlige månedligt årlig årlige årligt årevis nat natten natlig natlige nætter morgen morgenen formiddag eftermiddag aften aftenen døgn døgnet
kvartal halvår halvårlig hvert tredje fjerde femte sjette syvende ottende niende tiende syv seks otte ni ti tyve tredive halv halvdelen dobbelte
barnealder barndom barndommen ungdom ungdommen fødsel fødslen fleksibel fleksible fleksibelt deltid fuldtid nedsat arbejdstid
arbejdsdag arbejdsdage arbejdsdagen arbejdsgiveren arbejdsopgaver opgaver opgave
forlængelse forlænges uændret ændringer ændring første gang ansøgning ansøger ansøgers ansøges søger søges forventes forvente forventet påregnes påregne
belastning belastninger løft løfter løftet bøje bøjer vride vrider dreje strække strækker rejse rejser knæle sidde stå gå gående siddende stillesiddende stående trapper
maskine maskinen truck computer skærm skærmen lager lageret butik butikken kontor kontoret køkken køkkenet kantine værksted vuggestue børnehave storrumskontor fabrik
murer tømrer tømreren elektriker maler smed frisør chauffør buschauffør lastbilchauffør kok tjener postbud gartner landmand slagter mekaniker rengøring rengøringsassistent sosu portør
lagermand pædagogmedhjælper dagplejer dagplejemor servicemedarbejder kassemedarbejder buschaufføren sælgeren håndværkeren fisker pedel vagt politibetjent soldat skolelærer
samlebånd vibrationer vibrerende værktøj kulde kuldegrader varme støj støjen støv lys lyset lyd lyde mørke mørket vejret vejrskifte
hævet hævede røde rød rødt varm varme kold kolde dårligst værst lammende borende stikkende brændende dunkende skarp skarpe vedholdende natlige udtalte invaliderende
opsøgt opsøger opdaget opdages konstateres stillet stille bekræftet erkendt påviser viser vist prøver prøve prøven
forløbet efterfølgende forinden undervejs siden indtil hidtil foreløbig foreløbigt midlertidig midlertidigt permanent permanente
startede begyndte begyndt begynder opstod opstår ramte rammer rammes faldt falder fald slog slået skred gled væltede kørt påkørt kørte
klarer klare overskue overskuer koncentrere huske glemt finder finde ord ordene overkommer magter magte hvile hviler hviledage sover sovet vågner vågne
øvelser øvelse
tåle tåler spise spiser spist drikke drikker mad maden kost kosten diæt vægt vægten vejer tabt taber kilo kg
blive bleven bliv forblive fortsætte fortsætter fortsættes stoppe stopper stoppet holde hold holdes mulighed muligheder muligt brug behov behovet nødvendigt nødvendig
grad graden grader trin niveau samlet samlede hovedsagelig oftest typisk typiske normalt normal normale almindelig almindelige tydelig tydelige tydeligt
fået får fik give giver givet gav sende sendt modtager modtaget modtagne oplysninger oplyser oplyste oplyse ifølge angiver angivet beskriver beskrevet beskrives nævner
egen egne eget selv selve hende ham dem os dig mig jer derhjemme hjemme ude inde oppe nede frem tilbage bort væk rundt forbi efterhånden allerede endnu aldrig
grundet hvoraf hvorfor hvorefter hvorved hvortil hvorpå heraf herfor herved hermed derfra derpå dertil deriblandt desværre heldigvis vist nok nærmest næsten særlig særligt
cirka omkring lige præcis lidt mere mindre end udover foruden ellers enten måske sikkert formodentlig angiveligt uvist
menneske mennesker person personer personlig kollegaer medarbejders mandlig kvindelig mandligt kvindeligt midaldrende årig
tung tungt hårdt hårde let lette svært svære umuligt umulig besværligt besværlig ubehageligt generende skiftende varierende svinger svingende
ofte sjældent sjælden sjældne jævnligt dagligdag dagligdagen hverdagen indimellem ind imellem tider perioder periode perioden
plejer pleje plejes følge fulgte gennemgået gennemgår gennemføre gennemført igennem undergår undergået
årsagen årsager grunden grund skyld skylden sammenhæng forbindelse udvikling udvikler udvikles udviklede resultat resulteret
sine cum et
svag svage svagt slem slemt slemme kraftig kraftige nylig nylige nyopdaget nyopstået nykonstateret velkendt kendt udredt færdigudredt
passer passe bekymret bekymringer ked glad sur træls irriterende humør humøret socialt social sociale økonomi økonomisk
undersøgt undersøgte orden rask raske generet generes ramt skyldes fejler fejlet fejl noteret oprettelsen oprettet registreret forespurgt spurgt
almen alment lokal lokale lokaliseret lokaliserede udbredt udbredte abnorm abnormt abnorme generaliseret generaliserede perifer perifere
udfylde udfyldt udfyldes noteres notere oplysning oplysningerne felt feltet rubrik skema skemaet blanket blanketten erklæring erklæringen
fremgå fremgår sket sker sidst sige fortælle kategori kategorien art øget øges lukket lukkes vurderer vurderes henvises oplyst have haves samme bilag bilaget akter akterne
`
