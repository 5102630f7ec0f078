package danish

// Fillers are common words that name no condition. They are listed so that
// they are not taken for mistyped terms and do not count as something unread.
const Fillers = `
at den det de der som han hun vi jeg du man sig sin sit sine hans hendes deres min mit mine dens dets
en et ene anden andet andre alle alt al begge nogle nogen noget hver hvert flere mange få lidt meget mere mest mindre
her hvor hvornår hvis hvad hvem hvilken hvilke så da når mens indtil inden før end til ud ind op ned hen hjem
skulle ville kunne måtte bør burde gør gøre gjort lave laver tage tager taget give giver komme kommer kom
sagt siger se ser set haft hedder kaldet såkaldt kaldes dvs altså jf nr ca cirka fleste
stor store stort lille små god gode godt dårligt ny nye nyt gammel gamle lang lange langt kort høj høje lav lave
multipel multiple multipelt kronisk kroniske akut akutte svær svære svært let lette mild milde moderat alvorlig alvorlige alvorligt voldsom voldsomme
vedvarende langvarig langvarige tilbagevendende recidiverende periodisk periodevis periodiske jævnlig jævnlige hyppig hyppige hyppigt
daglig daglige dagligt ofte sommetider nogle gange altid konstant konstante varig varige livslang medfødt arvelig
begyndende tiltagende fremskreden fremskredne svingende stabil ustabil generel generelle generelt diverse forskellige flere andre øvrige blandet
højre venstre hø ve dex sin bilateral bilateralt bilat dobbeltsidig dobbeltsidige ensidig dobbelt øvre nedre indre ydre sides side siden
tendens tendenser risiko følsom primær primært sekundær sekundært specielt især hovedsageligt hovedsagelig overvejende delvis delvist
type grad stadie stadium gr st nos uspec uspecificeret udtalt udtalte
syg syge sygemeldt sygemelding fravær borger borgeren medarbejderen personen vedkommende pgl patient patienten pt klient
kvinde mand år året årets fravær fraværet årig årige måned måneder uge uger dag dage time timer gang gange tid tiden periode perioder årene
arbejde arbejdet arbejdsplads arbejdspladsen arbejdsgiver virksomhed virksomheden aftale aftalen paragraf ordning ordningen
diagnose diagnosen diagnoser diagnosticeret konstateret opstået fået udviklet lider ramt fundet påvist oplyst nævnt ifølge
læge lægen egen speciallæge hospital hospitalet sygehus sygehuset afd klinik journal kommune jobcenter sag sagen
meget ret ganske helt total totalt samtidig samt form forskellig tit igen fortsat forsat stadig
hvilket hvilken derfor således dermed derved deraf grundlag hensyn forhold tilstand tilstande situation
ønske ønsker venter afventer kræver krævende påvirker påvirket påvirkning nedsat nedsatte funktion funktionsevne hverdag hverdagen
problematisk relateret mv mm osv etc div bla bl a o s v m v dels både
første anden tredje to tre fire fem en gang stk mindst højst
the a an and with has my is was due very chronic severe pain
hele lange kunne vores jeres imod mod ad hos uden for inden henover gennem igennem
juli juni maj april marts august september oktober november december januar februar
uheldig uheldige pludselig forværring forværret forværres perioden anfald anfaldsvis forløb forløbet
skåne skånehensyn nedsættelse ophør opstart start startet slut afsluttet indgået lavet
udsat udsætte udsættes været værre bedre værst bedst hårdt hård sat sætter mellem virke virker hjælp hjælpe hjælper holdt holder bliver blevet tænke tænker måde måden møder mødt
besvarelse svar svare svarer angivelse angivet automatisk konklusion kontakt kontakter fortolkning finder finde hinder hindre
handel handler handle heden glemmer glemme hjørne bane vender vende vejer veje resten rest afstand andel løsning løse
læse læses præg præget mønster prikke kende hente vente ventet tale taler melder melde regner regne lærer træk vare varer
fast faste fravær tung tungere større mindst ringe del dele delt lettere frisk raske sund sundt alder alderen aldrende kan kom går gik gået stået stod står sidder sad ligger lå
sidste seneste nyere yngre ældre voksen voksne unge børn familie livet liv
kender kendt ukendt kendte usikker lettere sværere meste delvise
`
