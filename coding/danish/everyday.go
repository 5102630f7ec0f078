package danish

// everyday are more words that name no condition: what people do, where, when
// and how, in every form that is met. With fillers they leave unread only what
// may matter.
const everyday = `
havde vil skal kunnet villet skullet måttet turde tør gad gider orker orke orkede magtede
slå slår fungere fungerer fungerede skifte skifter skiftet skiftes lukke lukker åbne åben åbent åbner
sagde fortæller fortalte fortalt forklare forklarer forklaret mene mener mente synes syntes vide vidste vidst tro tror troede
vurdere vurderet vurdering skønne skønner skønnes anse anses anslå anslået afgøre afgjort afgørelse bestemme bestemt
ske skete hænde hændt foregå foregår foregik indtræffe indtræffer ophøre ophører ophørt varede varet vedvare vedvarer
kommende kommet køre kører kørsel cykle cykler cyklede cyklet løbe løber løb løbet svømme træne træner trænede trænet
trække trækker trak trukket skubbe skubber bære bærer bar båret række rækker ramle klatre klatrer kravle kravler hoppe hopper hoppet springe springer sprang sprunget
rive river rev revet vred vredet trådte træder snuble snublede snublet glide gledet tabte klemme klemte klemt knuse knust ødelægge ødelagt ødelagte ødelægger
gribe griber grebet røre rører rørte bevæge bevæger bevægelse bevægelser drejer drejet rette rettet lægge lagt lægger sætte satte rejste
skrive skriver skrev skrevet læser læste læst tegne male malede vaske vasker rydde rydder stiller hænge hænger hang
bo bor boede leve lever levede levet vokse vokser vokset opvokset født fødes gift skilt enlig flytte flyttet flytter rejst ankom ankommet
arbejder arbejdede virkede passede passet klarede klaret undgå undgår undgået undlade slippe slipper sluppet
behøve behøver fordre fordrer forudsætter forudsætning nødvendiggør gælde gælder gjaldt angå angår vedrøre vedrører omfatte omfatter indebærer medvirke bevirke bevirker
forsøge forsøger forsøgt forsøgte prøvet prøvede søge søgt søgte øve øver lykkes lykkedes mislykkedes mislykket
vise viste vises fremstå fremstår optræde optræder forekomme forekommer findes fandtes fremgik
meddele meddeler meddelt orientere orienteret informere informeret aftalt aftaltes drøfte drøftet snakke snakket snakkede samtale samtaler
spørge spørger kontakte kontaktet ringer ringet tilbyde tilbudt tilbydes foreslå foreslået anbefale anbefalet anbefales anbefaling råde rådet
hjemsendt hjemsendes udskrevet udskrives indskrevet visiteret viderehenvist afsluttes afslutte indledt indlede iværksat iværksætte påbegyndt påbegynde påbegynder igangsat igangværende genoptaget genoptage
forhindre forhindrer forhindret hindret begrænse begrænser begrænset begrænsede begrænsning begrænsninger hæmme hæmmer hæmmet mindske mindsker mindsket
øge øger øgede reducere reducerer reduceret reduceres formindske stige stiger stigende aftage aftager aftagende falde faldende svinge
vække vækker vækket vågnede vågnet sov hvilede ligget ligge lagde sove indsove
tålt tog tages gives fås
køb købe købt sælge solgt betale betalt tjene tjent
lære lærte lært undervise underviser studere studerer studerede læsning uddanne uddannelse uddannelsen skole skolen kursus kurser eksamen
glæde glæder gerne hellere helst elsker lide nyde nyder
håbe håber håbet frygte forventning forventninger ventetid venteliste ventelisten
fremadrettet fremover fremtid fremtiden fremtidig fremtidige snart senere tidligst senest forrige nyligt netop straks hurtigt hurtig hurtige langsomt langsom gradvist gradvis
pludseligt uventet uforudset uforudsigeligt uforudsigelig uregelmæssigt uregelmæssig uregelmæssige regelmæssigt regelmæssig regelmæssige tilfældigt
overalt allesteder ingensteder nogensteder hvorhen derhen derover derned derop udenfor udendørs indendørs indenfor ovenover nedenfor udefra indefra hidtidig hidtidige
ordentligt ordentlig tilstrækkelig rimelig rimeligt nogenlunde nemt nem nemme besvær besværet møje besværlige
fuldt fuld fulde halvt kvart tom tomt enkelt enkelte eneste sammen alene bare kun blot
værende tilstede stede tilgængelig mulige umulige sandsynlige klar klart uklart uklare
trods uanset alligevel dog jo vel mon skønt om medmindre såfremt ifald forudsat fordi eftersom idet
desuden yderligere endvidere ligeledes endeligt endelig sluttelig hertil udelukkende navnlig
pause pauser pausen ro roligt rolig rolige struktur strukturer ramme rammerne tempo tidspres krav kravene ansvar pres presset presser
rum rummet stue stuen sal gulv gulvet dør døren vindue vinduet trappe trappen stigen tag haven vej vejen gade gaden by byen
hus huset lejlighed etage elevator bad badet seng sengen stol stolen sofa bord bordet hjørnet kælder garage toilet toilettet
bil bilen bus bussen toget cykel cyklen motorcykel knallert taxa fly flyet båd skib skibet traktor traktoren lastbil varevogn palle paller pallen kasse kasser kassen sav saven kniv kniven hammer stillads stilladset
vand vandet isen sne sneen regn blæst vind frost tøj tøjet sko skoene handske handsker mask maske masken briller brille støttestrømper korset krykke krykker stok rollator
sæbe parfume parfumer kemikalier dampe røg røgen rygning ryger røget cigaretter mel melet træstøv maling lim
fodbold håndbold badminton tennis ridning ski skiferie sport sporten sportsskade fritid fritiden motion træning træningen styrketræning løbetur cykeltur gåtur gymnastik yoga
hverdage dagen dagene aftener morgenerne nætterne ugerne måneden månederne kvartalet timen timerne minutter minut øjeblik sekunder årstid årstiden årstider sommerferie sommerferien vinterferie juleferien mandag tirsdag onsdag torsdag fredag lørdag søndag
vinterhalvåret sommerhalvåret tiår teenageår teenageårene teenager pubertet puberteten skoletiden skolealder tyverne trediverne fyrrerne
erne tallet gangen gangene lejligheder omgang omgange
udsendelse udsendt udlandet krig krigen afghanistan irak kosovo balkan danmark dansk danske herlev skejby odense aalborg århus aarhus københavn kbh roskilde vejle esbjerg kolding randers horsens viborg gentofte glostrup hvidovre bispebjerg amager frederiksberg hillerød køge næstved slagelse holstebro herning ouh auh ruc
privatlæge afdelingen center centret centeret forsøgsbehandling
punkt punktet brev brevet mail dokument dokumenter papirer akt
besked beskeden tekst navn navne emne svaret spørgsmål spørgsmålet
region regionen styrelsen myndighed
kollegaen kollegaerne chef chefen leder lederen ledelse ledelsen mester mesteren formand kunde kunder kunderne elever eleverne børnehavebørn beboer beboere brugere gæster
kvindelige mandlige mænd kvinder drenge pige dreng herre dame far-til barn barnet børnene tvilling ven venner veninde nabo naboen ekskone eksmand
medarbejder medarbejderens ansatte ansattes ansøgeren lønmodtager lønmodtageren
egnet uegnet velegnet godkendt godkendes ansøgt afslag afslået klage udbetale udbetaling løn lønnen
arbejdsdygtig arbejdsfør uarbejdsdygtig
gentagne gentagen gentaget gentagende hyppigere sjældnere blusser blussen
plage plager plaget plages slider slidt slide sled belaster belaste belastes belastet belastende anstrenge anstrenger anstrengelse anstrengelser anstrengende overanstrenge provokeret provokeres
trist mærkbart mærkbar mærker påvirke påvirkede påvirkes forværre forværrende forværringer lindre lindrer lindret lindring dæmpe dæmper dæmpet
bøjes løftes drejes strækkes bevæges røres bæres
arve arvet ufarlig farlig farligt
skyldtes stammer stammede hidrører udløst udløse udløser fremkaldt fremkalder fremkaldes forårsage forårsager forårsagede forvolder bevirket
tilstødte tilstødt støde stødt stødte stødet kollision sammenstød påkørsel bagfra forfra sidelæns
vandt vinde tab tabet mistet mistede miste mister savne savner døde død dødsfald afgået
flaget flag sindet indsats indsatsen overblik overblikket fokus fokusere energi energien kræfter overskud overskuddet
kontroller kontrol kontrolbesøg kontroltid kontroltider kontrolleres kontrollere kontrolleret opfølgning opfølgende opfølgninger tjek tjekke tjekkes tjekket besøg besøge besøger toiletbesøg
fodterapeut jordemoder jordemoderen hjemmesygeplejerske
apparat apparatet apparater maskiner redskab redskaber skammel hævesænkebord
ekstra ekstraordinær ekstraordinært vedblivende overgang overgangen overgående forbigående forbigået evig evige evigt
virkeligt virkelig rigtig rigtigt rigtige forkert forkerte dårlige elendig elendigt forfærdelig forfærdeligt frygtelig frygteligt uudholdelig uudholdeligt ulidelig ulideligt
nødt nødsaget tvunget forpligtet påkrævet kræves krævede nødvendige afhængigt beror skyldig
opgive opgivet opgiver afbryde afbrudt afbryder ændre ændrer ændret ændrede ændres omplaceret omplacering omskolet omskoling opsagt opsigelse fyret fyring fratrådt ansættelsen ansættes genansat
overtid overarbejde natarbejde nattevagt nattevagter aftenvagt skiftehold skifteholdsarbejde vagter vagten weekendvagt akkord akkordarbejde tunge ensidigt ensidige monotont rengøringsarbejde montagearbejde fabriksarbejde kontorarbejde skærmarbejde betonarbejde byggeplads byggepladsen
`
