package main

// bilingual is a text in the instrument's two languages.
type bilingual struct{ da, en string }

// question is one row of the instrument's survey sheet. The wording is ours;
// what is asked, of whom and in which order is the study's (appendix 1).
type question struct {
	form       string // XLSForm type, the list left out
	list       string // choice list, for select_one and select_multiple
	name       string
	label      bilingual
	hint       bilingual
	required   bool
	relevant   string
	constraint string
	message    bilingual
	repeat     string // repeat_count
	export     string // column in the export; a prefix on a begin_repeat
	kind       string // id or coded
}

// percentRule and onlyRule are constraints used more than once.
const (
	percentRule = ". >= 0 and . <= 100"
	onlyRule    = "not(selected(., 'none') and count-selected(.) > 1) and not(selected(., 'dont_know') and count-selected(.) > 1)"
)

var (
	percentMessage = bilingual{"Skriv en procent fra 0 til 100.", "Give a percentage from 0 to 100."}
	onlyMessage    = bilingual{"Nej og Ved ikke kan ikke vælges sammen med andre svar.", "No and Don't know cannot be chosen with other answers."}
	countMessage   = bilingual{"Skriv et antal på 0 eller derover.", "Give a number of 0 or more."}
)

// partOne is the jobcentre's organisation of its work, asked once.
var partOne = []question{
	{form: "text", name: "jobcentre", export: "jobcenter", kind: "id", required: true,
		label: bilingual{"Jobcenter", "Jobcentre"}},
	{form: "begin_group", name: "organisation",
		label: bilingual{"Organisering af fastholdelsesindsatsen", "How retention work is organised"}},
	{form: "select_one", list: "yes_no", name: "has_consultants", export: "fk", required: true,
		label: bilingual{"Er der ansat fastholdelseskonsulenter i jobcentret?", "Does the jobcentre employ retention consultants?"},
		hint:  bilingual{"Konsulenter, der kommer ud på arbejdspladserne for at forebygge sygefravær og hjælpe medarbejdere med at blive i deres job.", "Consultants who visit workplaces to prevent sick leave and help employees stay in their jobs."}},
	{form: "integer", name: "consultants", export: "fk_antal",
		label:    bilingual{"Hvor mange fastholdelseskonsulenter er der?", "How many retention consultants are there?"},
		relevant: "${has_consultants} = 'yes'", constraint: ". >= 0 and . <= 50",
		message: bilingual{"Skriv et antal fra 0 til 50.", "Give a number from 0 to 50."}},
	{form: "select_one", list: "yes_no", name: "caseworkers_reach_out", export: "sbh", required: true,
		label: bilingual{"Tager sagsbehandlere på sygedagpengeområdet også ud på arbejdspladserne for at forebygge og fastholde?", "Do sick-pay caseworkers also visit workplaces to prevent absence and retain employees?"}},
	{form: "decimal", name: "caseworkers_percent", export: "sbh_pct",
		label:    bilingual{"Hvor stor en del af sagsbehandlerne gør det?", "What share of the caseworkers do so?"},
		hint:     bilingual{"Et skøn i procent.", "An estimate in per cent."},
		relevant: "${caseworkers_reach_out} = 'yes'", constraint: percentRule, message: percentMessage},
	{form: "decimal", name: "early_percent", export: "tidlig_pct",
		label:      bilingual{"I hvor stor en del af sygedagpengesagerne i 2015 er arbejdspladsen blevet inddraget tidligt?", "In what share of the sick-pay cases of 2015 was the workplace involved early?"},
		hint:       bilingual{"Et skøn i procent. Tidligt er før ottende uge efter første sygedag; de helt korte sager regnes ikke med.", "An estimate in per cent. Early is before the eighth week after the first day of absence; very short cases do not count."},
		constraint: percentRule, message: percentMessage},
	{form: "select_one", list: "yes_no", name: "early_contact", export: "kontakt", required: true,
		label: bilingual{"Findes der en fast fremgangsmåde, som sikrer tidlig kontakt til både den sygemeldte og arbejdspladsen?", "Is there a set procedure that ensures early contact with both the person on sick leave and the workplace?"},
		hint:  bilingual{"Tidlig kontakt er kontakt før ottende uge efter første sygedag.", "Early contact is contact before the eighth week after the first day of absence."}},
	{form: "select_one", list: "contact_when", name: "contact_when", export: "kontakt_hvornaar",
		label:    bilingual{"Hvornår bliver der taget kontakt?", "When is contact made?"},
		relevant: "${early_contact} = 'yes'"},
	{form: "text", name: "contact_text", export: "kontakt_tekst",
		label:    bilingual{"Beskriv fremgangsmåden kort", "Describe the procedure briefly"},
		relevant: "${early_contact} = 'yes'"},
	{form: "end_group"},
}

// partTwo is asked once for each of the three cases.
var partTwo = []question{
	{form: "begin_repeat", name: "case", repeat: "3", export: "s{i}_",
		label: bilingual{"Sag", "Case"}},
	{form: "select_one", list: "yes_no", name: "sick_pay_case", export: "sdp", required: true,
		label: bilingual{"Blev aftalen til, mens der kørte en sygedagpengesag?", "Was the agreement made while a sick-pay case was running?"}},
	{form: "date", name: "first_made", export: "foerste", required: true,
		label: bilingual{"Hvornår blev den første § 56-aftale i sagen indgået?", "When was the first § 56 agreement in the case made?"}},
	{form: "select_multiple", list: "measures", name: "measures", export: "tiltag_{code}", required: true,
		label:      bilingual{"Hvilke andre fastholdelsestiltag har været på tale eller sat i gang ved siden af aftalen?", "Which other retention measures were considered or begun beside the agreement?"},
		constraint: onlyRule, message: onlyMessage},
	{form: "text", name: "measures_other", export: "tiltag_6_tekst",
		label:    bilingual{"Hvilke andre fastholdelsestiltag?", "Which other retention measures?"},
		relevant: "selected(${measures}, 'other')"},
	{form: "select_multiple", list: "changes", name: "changes", export: "aendring_{code}", required: true,
		label:      bilingual{"Hvilke ændringer i arbejdsforholdene har været på tale eller sat i gang ved siden af aftalen?", "Which changes at work were considered or made beside the agreement?"},
		constraint: onlyRule, message: onlyMessage},
	{form: "text", name: "changes_other", export: "aendring_10_tekst",
		label:    bilingual{"Hvilke andre ændringer?", "Which other changes?"},
		relevant: "selected(${changes}, 'other')"},
	{form: "integer", name: "refunds", export: "refusion", required: true,
		label:      bilingual{"Hvor mange gange har arbejdsgiveren bedt om refusion, siden aftalen blev indgået?", "How many times has the employer asked for a refund since the agreement was made?"},
		hint:       bilingual{"Ydelseskontoret kan oplyse antallet, hvis det ikke står i sagen.", "The benefits office can tell if the file does not."},
		constraint: ". >= 0", message: countMessage},
	{form: "select_one", list: "yes_no", name: "refund_pattern", export: "moenster", required: true,
		label: bilingual{"Falder anmodningerne om refusion i et fast mønster?", "Do the refund requests follow a fixed pattern?"},
		hint:  bilingual{"For eksempel den samme ugedag hver gang.", "For example the same weekday each time."}},
	{form: "text", name: "refund_pattern_text", export: "moenster_tekst",
		label:    bilingual{"Beskriv mønstret kort", "Describe the pattern briefly"},
		relevant: "${refund_pattern} = 'yes'"},
	{form: "select_one", list: "yes_no", name: "flexjob", export: "fleksjob", required: true,
		label: bilingual{"Har medarbejderen eller arbejdsgiveren på noget tidspunkt rejst spørgsmålet om fleksjob?", "Has the employee or the employer at any time raised the question of a flexjob?"}},
	{form: "text", name: "flexjob_text", export: "fleksjob_tekst",
		label:    bilingual{"Hvem rejste det, og hvordan?", "Who raised it, and how?"},
		relevant: "${flexjob} = 'yes'"},
	{form: "select_one", list: "firm_size", name: "firm_size", export: "stoerrelse", required: true,
		label: bilingual{"Omtrent hvor mange ansatte har virksomheden?", "About how many employees does the firm have?"}},
	{form: "select_one", list: "industry", name: "industry", export: "branche", required: true,
		label: bilingual{"Hvilken branche hører virksomheden til?", "Which industry does the firm belong to?"}},
	{form: "text", name: "job_title", export: "stilling", required: true,
		label: bilingual{"Hvad er medarbejderens stilling?", "What is the employee's job title?"}},
	{form: "text", name: "work_kind", export: "arbejde", required: true,
		label: bilingual{"Hvad består arbejdet i?", "What does the work consist of?"}},
	{form: "text", name: "condition_text", export: "lidelse", kind: "coded", required: true,
		label: bilingual{"Hvilken lidelse er aftalen indgået for?", "For which condition was the agreement made?"}},
	{form: "end_repeat"},
}
