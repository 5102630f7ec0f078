package study

// startText is what a starter study says, in one language.
type startText struct {
	top, notice, designs, cases, disclosure, bands, left string // in study.yaml

	respondents, caseWord, casesWord, noTables string

	bandTo, bandFrom, andMore, other                                                string
	leftID, leftText, leftEmpty, leftOne, leftDate, leftWeight, leftKey, leftFailed string

	lookLanguage, lookAsked, lookNotice, lookDesign, lookWeights, lookCPR, lookRoster, lookNoRoster string
	lookBands, lookLeft, lookMapping, lookInstrument, lookNoInstrument, lookReport, lookPlatform    string
}

var startWords = map[string]startText{
	"da": {
		top:    "Udkast lavet ud fra %s med stikprove new. Alt heri er til at rette.\nKør stikprove check på mappen, når noget er rettet.",
		notice: "Udkast. Det er ikke angivet endnu, hvordan deltagerne er udvalgt: de er læst som en simpel tilfældig stikprøve af en stor population. Spørgsmål og tabeller er udledt af eksporten, og ingen har set dem efter.",
		designs: "Sig her, hvordan deltagerne er udvalgt. Uden nogen nøgle læses de som en simpel tilfældig\n" +
			"stikprøve af en stor population.\n" +
			"Svarede alle, der skulle:      census: true\n" +
			"Kendes populationens størrelse: eligible: 1200\n" +
			"Blev de trukket i grupper:     strata: VARIABEL eller psu: VARIABEL\n" +
			"Har de vægte:                  weights: VARIABEL",
		cases:      "Sager fra samme deltager ligner hinanden; de regnes som en klynge.",
		disclosure: "Tal under dette vises ikke.",
		bands:      "Intervallerne er skåret efter svarene; vælg dem, faget bruger.",
		left:       "Ikke i nogen tabel:",

		respondents: "besvarelser", caseWord: "sag", casesWord: "sager", noTables: "Ingen af spørgsmålene kan tabelleres, som de er.",

		bandTo: "%d eller derunder", bandFrom: "%d eller derover", andMore: " m.m.", other: "Andet",
		leftID: "kendetegner deltageren", leftText: "åbent spørgsmål, følsomt", leftEmpty: "ingen svar", leftOne: "kun én svarmulighed kendes",
		leftDate: "dato inden for ét år eller over mange", leftWeight: "ligner en vægt", leftKey: "ligner et nummer eller et sted", leftFailed: "kunne ikke tabelleres: %s",

		lookLanguage:     "sproget er gættet af eksportens ord",
		lookAsked:        "titlen er filens navn",
		lookNotice:       "rapporten indleder med at designet ikke er angivet; ret det, når det er",
		lookDesign:       "afgør, hvordan deltagerne er udvalgt; indtil da en simpel tilfældig stikprøve",
		lookWeights:      "%s ligner vægte: weights: %s, hvis de er det",
		lookCPR:          "der er CPR-numre i svarene; de maskeres overalt. Eksporten under data er som den var",
		lookRoster:       "%d blokke med ens spørgsmål (%s) er læst som sager",
		lookNoRoster:     "%d blokke ligner sager, men kunne ikke læses sådan; de er spørgsmål hver for sig",
		lookBands:        "%d talspørgsmål er delt i intervaller efter svarene",
		lookLeft:         "spørgsmål, der ikke står i nogen tabel: %d",
		lookMapping:      "%d gæt om filen ligger fast her; stikprove read siger dem",
		lookInstrument:   "spørgeskemaet er udledt af svarene: spring, grænser og svar, ingen valgte, mangler",
		lookNoInstrument: "spørgeskemaet er udledt, men filen læses efter mapping.yaml alene, da filen ikke læses sådan efter det: %s",
		lookReport:       "teksten er et udkast; tallene slås op",
		lookPlatform:     "læst som %s",
	},
	"en": {
		top:    "Drafted from %s by stikprove new. All of it is yours to change.\nRun stikprove check on the folder when something is changed.",
		notice: "Draft. How the respondents were chosen is not stated yet: they are read as a simple random sample of a large population. Questions and tables are told from the export, and nobody has looked them over.",
		designs: "Say here how the respondents were chosen. Without any key they are read as a simple random\n" +
			"sample of a large population.\n" +
			"Everybody answered who should:   census: true\n" +
			"The population's size is known:  eligible: 1200\n" +
			"They were drawn in groups:       strata: VARIABLE or psu: VARIABLE\n" +
			"They have weights:               weights: VARIABLE",
		cases:      "Cases of one respondent are alike; they count as a cluster.",
		disclosure: "Counts below this are not shown.",
		bands:      "The intervals are cut by the answers; choose those of the field.",
		left:       "Not in any table:",

		respondents: "respondents", caseWord: "case", casesWord: "cases", noTables: "None of the questions can be tabulated as they are.",

		bandTo: "%d or less", bandFrom: "%d or more", andMore: " and more", other: "Other",
		leftID: "tells who the respondent is", leftText: "open question, sensitive", leftEmpty: "no answers", leftOne: "one option only is known",
		leftDate: "dates within one year or over many", leftWeight: "looks like a weight", leftKey: "looks like a number or a place", leftFailed: "could not be tabulated: %s",

		lookLanguage:     "the language is guessed from the export's words",
		lookAsked:        "the title is the file's name",
		lookNotice:       "the report begins by saying that the design is not stated; change it when it is",
		lookDesign:       "decide how the respondents were chosen; until then a simple random sample",
		lookWeights:      "%s look like weights: weights: %s, if they are",
		lookCPR:          "there are CPR numbers in the answers; they are masked everywhere. The export under data is as it was",
		lookRoster:       "%d blocks of the same questions (%s) are read as cases",
		lookNoRoster:     "%d blocks look like cases and could not be read so; they are questions one by one",
		lookBands:        "%d questions with numbers are cut into intervals by the answers",
		lookLeft:         "questions that stand in no table: %d",
		lookMapping:      "%d guesses about the file are settled here; stikprove read says them",
		lookInstrument:   "the questionnaire is told from the answers: routing, limits and options nobody chose are not in it",
		lookNoInstrument: "the questionnaire is drafted, but the file is read by mapping.yaml alone, as it does not read so by the questionnaire: %s",
		lookReport:       "the text is a draft; its numbers are looked up",
		lookPlatform:     "read as %s",
	},
}
