package danish

// Sense is what a word of the language does to the conditions named around it.
type Sense uint8

// The senses.
const (
	Filler    Sense = iota // says nothing about a condition
	And                    // joins what stands on either side
	But                    // begins something new
	In                     // a place follows
	With                   // what follows goes with what precedes
	Cause                  // what follows is the cause of what precedes
	After                  // what precedes came after what follows
	Copula                 // what follows describes what precedes
	Begins                 // a verb that after "og" begins a new clause
	Negation               // what follows is denied
	Denied                 // what precedes is denied
	Vain                   // makes a negation before it deny itself only: "uden effekt"
	Cannot                 // with "ikke": says what one cannot do, denies no condition
	History                // what follows is past
	Past                   // what precedes is past
	Now                    // ends what is past
	Suspicion              // what follows is suspected
	Suspect                // what precedes is suspected
	Sequela                // late effects of what follows
	Focus                  // what follows is what the agreement concerns
	Person                 // what follows is somebody else's
	Workplace              // what follows is where or what one works
)

// Operators lists the words and phrases of every sense, as they are written.
// Their order is of no consequence; no phrase stands under two senses.
var Operators = []struct {
	Sense   Sense
	Phrases string // separated by commas
}{
	{Filler, `kræver fri, har fri, have fri, tage fri, tager fri, får fri, holde fri, holder fri, fri fra arbejde, fri fra arbejdet`},
	{And, `og, samt, plus, eller, såvel som, kombineret med, i kombination med, også, derudover, desuden, herudover, ligesom, and, och, ydermere, tillige, sammen med, og/eller, foruden, udover, oveni, oven i, dertil, hertil, såvel, og så, og oveni, på samme tid`},
	{But, `ikke andet end, ikke andet ud over, intet ud over, intet udover, ikke udover, intet andet end, bortset fra, men, dog, derimod, imidlertid, til gengæld, selvom`},
	{In, `i, på, af, fra, omkring, over, bag, mellem, om, vedr, vedrørende, ang, angående, for, under, in, of, i begge, i højre, i venstre, ned i, ud i, op i, oppe i, nede i, inde i, pa, til højre, til venstre, rundt om, bagpå, foran, indvendigt i`},
	{With, `med, ved, m, inkl, inklusiv, herunder, bl a, blandt andet, samtidig med, with, deriblandt, f eks, fx, feks, med deraf følgende, som giver, der giver, giver, som medfører, der medfører, medfører, har medført, medført, resulterende i, i form af, ifa, ledsaget af, fulgt af, præget af, symptomer i form af, kompliceret af, kompliceret med, som har givet, der har givet, har givet, hvilket giver, hvilket medfører, giver også`},
	{Cause, `pga, p g a, på grund af, grundet, som følge af, følge af, skyldes, skyldet, forårsaget af, på baggrund af, betinget af, udløst af, som led i, ifm, i forbindelse med, ifb, i fbm, fordi, årsag, årsagen er, sekundært til, sek til, i tilslutning til, foranlediget af, relateret til, due to, pgr, pg, udløses af, afledt af, som konsekvens af, i kølvandet på, på bagrund af, forårsages af, sfa, forvoldt af, der skyldes, som skyldes, opstået efter, på gr af, på gr a`},
	{After, `efter, post, oven på, ovenpå, eft, after, eftr, e`},
	{Copula, `er, var, bliver, blev, som er, der er, har været, være`},
	{Begins, `har, får, fik, lider, lider af, døjer, døjer med, kæmper med, havde, diagnosticeret med, diagnosticeret, går, kan, ønsker, venter, skal, må, vil, arbejdede, fået, oplever, plages af, plaget af, generes af, mærker, lidt af, døje med, kæmpet med, slås med, slider med, trækkes med, måtte, bruger, behandles for, følges for, opereres for, plages`},
	{Negation, `ikke, ingen, intet, uden, hverken, aldrig, ej, nægter, benægter, fravær af, ikke tale om, ikke tegn på, ikke nogen, ikke haft, aldrig haft, frikendt for, no, not, ikke fundet, ikke påvist, ikke længere, afkræfter, hverken tale om, der er ikke tale om, ikke lidt af, ikke noget med, intet med, udelukker, ikke symptomer på, ikke plaget af, ingen tegn på, uden tegn på, har ikke, lider ikke af, fejler ikke`},
	{Denied, `nej, afkræftet, er afkræftet, udelukket, er udelukket, blev afkræftet, kunne ikke påvises, kan udelukkes, negativ, ikke til stede, er udelukket ved, kunne udelukkes, har vist sig ikke at være, blev udelukket, er blevet afkræftet, er blevet udelukket, er ikke påvist, er ikke fundet, er frikendt`},
	{Vain, `bedring, effekt, virkning, udsigt, ændring, forbedring, fremgang, kun, bare, alene, blot, kendt årsag, held, helt rask, operationskrævende, tilstrækkelig, optimal, nærmere beskrevet, nærmere specificeret, specificeret, tilstrækkeligt, velbehandlet, velreguleret, reguleret, færdigudredt, afklaret, diagnosticeret endnu, stabil, stabilt, synderlig, arbejdsrelateret, arbejdsbetinget, arbejdsrelaterede, arbejdsbetingede, erhvervsbetinget`},
	{Cannot, `tåle, tåler, løfte, bære, gå, stå, sidde, bøje, holde, klare, sove, tale, arbejde, passe, bevæge, bruge, bruge sin, lave, udføre, overkomme, køre, rask, i stand til`},
	{History, `tidligere, tidl, har haft, haft, har tidligere haft, forhenværende, har før haft, som barn, som ung, rask efter, helbredt for, helbredt, kureret for, kom sig over, overstået, anamnese med, før i tiden, engang, hx, har været syg med, for år tilbage, for flere år tilbage, for mange år tilbage, for nogle år tilbage, var indlagt med, var indlagt for, blev indlagt med, var syg med, var ramt af, led af, i sin ungdom, som teenager, i barndommen, i ungdommen, tidligere i livet, i sin tid, kom sig efter, kommet sig efter, kommet sig over, tidligere været syg med, før i tiden haft, kendt med tidligere, kendt med tidl, sygehistorie med, forløb med tidligere`},
	{Past, `i remission, er overstået, er væk, er ovre, raskmeldt, er i ro, symptomfri, for år siden, er helet, er rask, fri, forsvundet, er forsvundet, er kureret, er helbredt, nu rask, er nu rask, rask nu, nu raskmeldt, færdigbehandlet, er færdigbehandlet, nu færdigbehandlet, er nu færdigbehandlet, fri for sygdom, sygdomsfri, ikke vendt tilbage, er ikke vendt tilbage, ikke kommet igen, er ikke kommet igen, ikke kommet tilbage, er ikke kommet tilbage, uden tilbagefald, intet tilbagefald, ingen tilbagefald, uden recidiv, ingen recidiv, intet recidiv, ikke recidiv, recidivfri, ingen tegn på recidiv, ingen tegn på tilbagefald, er gået over, gik over, lagt bag sig, kommet sig, har kommet sig, er sygdomsfri, er symptomfri, erklæret rask, er erklæret rask, erklæret kræftfri, meldt rask, er afsluttet, ikke længere aktiv`},
	{Now, `nu, aktuelt, p t, pt, for tiden, i dag, fortsat, stadig, stadigvæk, nuværende, for nylig, nyligt, i øjeblikket, nu med, herefter, sidenhen, nu primært`},
	{Suspicion, `mistanke om, mistanke, mistænkt, mistænkes, mulig, muligt, muligvis, formodet, formentlig, obs, obs for, evt, eventuel, eventuelt, måske, udredning, udredning af, udredning for, udredes, udredes for, under udredning, under udredning for, i udredning for, i udredning, udredningsforløb, sandsynlig, sandsynligvis, tegn på, undersøges for, undersøges, udr, tentativ, måske begyndende, ligner, mistænker, formodes, formoder, tror det er, spørgsmål om, tp, begyndende tegn på, verserende udredning for, verserende udredning, udredningen for, udredt for mulig, til udredning for, henvist til udredning for, henvist på mistanke om, henvist med mistanke om`},
	{Suspect, `mistænkes for, under mistanke, afventer udredning, er ved at blive udredt, ikke afklaret endnu`},
	{Sequela, `følger, følgerne, senfølger, senfølge, senfølgerne, følgevirkninger, følgevirkning, eftervirkninger, eftervirkning, bivirkninger, bivirkning, senvirkninger, senskader, senskade, mén, varige mén, varigt mén, men efter, senkomplikationer, komplikationer, komplikation, sequelae, sequela, sekvelae, sekvele, sekveler, følgetilstand, følgesygdom, følgesygdomme, følgeskader, status efter, st p, restgener, eftergener, efterveer, eftervéer, efterforløb, senfolger, late effects, side effects, følger af, følger efter, afledte gener, afledte følger, afledte gener af, gener som følge af, senfølger af, bivirkninger af, bivirkninger ved, seq, sequela efter, efterfølger, eftervirkninger af, komplikationer til, efterfølge, efterfølger af, følgeskade, følgeskade efter, følge efter, følgesymptomer, senvirkning, seq efter, sekveler efter, skader efter, skader som følge af, eftervirkninger efter, sendiagnoser`},
	{Focus, `aftalen vedrører, aftale vedrører, aftalen gælder, aftalen omhandler, aftalen drejer sig om, aftalen er indgået pga, aftalen er indgået på grund af, aftalen er pga, aftale pga, aftale vedr, aftalen er lavet pga, aftalen skyldes, aftalen angår, aftalen er grundet, paragraf 56 pga, 56 pga, 56 vedr, 56 aftale vedr, 56 aftale pga, 56 grundet, aftalen er kun, årsag til aftalen, årsagen til aftalen, aftalen søges, aftalen søges nu, aftale søges, aftale søges pga, der søges nu, søges pga, ansøges pga, ansøgningen gælder, ansøgningen vedrører, ansøgning vedr, ansøgning vedrører, ansøgningen skyldes, sagen drejer sig om, sagen vedrører, aktuel ansøgning, aktuel ansøgning vedr, aftalen bygger på, aftalen omfatter, det er kun, fraværet skyldes, fraværet er pga, sygefraværet skyldes, fravær skyldes, fravær pga, sygefravær pga`},
	{Person, `mor, moder, moren, far, fader, faren, søn, sønnen, datter, datteren, ægtefælle, ægtefællen, samlever, samleveren, kæreste, kollega, kolleger, bror, søster, hans kone, hendes mand, sin mand, sin kone, sit barn, sine børn, barnebarn, forældre, pårørende, pårørende til, svigermor, svigerfar, mands, kones, sønnens, datterens, mors, fars, ægtefælles, i familien, familiemedlem, hustru, hustruen, hustrus, konens, plejebarn, mormor, farmor, bedstemor, bedstefar, nevø, niece, samlevers, kærestes, børns, barnets, børn med, børn der har, hos børn, hos demente, demente, med demente, for demente, udviklingshæmmede, for psykisk syge, hos psykisk syge, med psykisk syge, kræftpatienter, hjertepatienter, diabetikere`},
	{Workplace, `arbejder, ansat, arbejder som, arbejder på, arbejder med, arbejder i, job, jobber, stilling som, uddannet, uddannet som, beskæftiget, beskæftiget som, afdeling, plejer, underviser i, arbejdssted, ansat på, ansat i, ansat som, medarbejder, ansættelse, ansættelse som, arbejdet som, sælger, forsker i, ansættes i, ansættes som, ansættes på, arbejdede som, er ansat, job som, arbejde som, stillingen som, af erhverv, erhverv, elev på, lærling, vikar på, vikar i, praktik i, praktik på, afløser på, afløser i, frivillig i, frivillig på`},
}
