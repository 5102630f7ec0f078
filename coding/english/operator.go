package english

import "stikprove/coding/language"

// operators lists the words and phrases of every sense, as they are written.
// Their order is of no consequence; no phrase stands under two senses.
var operators = []language.Phrases{
	{Sense: language.And, Phrases: `and, or, plus, as well as, also, along with, together with, in addition, in addition to, besides, combined with, in combination with, and/or, and also, on top of that`},
	{Sense: language.But, Phrases: `but, however, yet, although, though, on the other hand, otherwise, except, apart from, nothing but, other than, whereas`},
	{Sense: language.In, Phrases: `in, on, of, at, about, around, for, under, over, behind, between, regarding, concerning, re, in both, in the, on the, of the, at the`},
	{Sense: language.With, Phrases: `with, including, among others, such as, e g, for example, which gives, giving, causing, which causes, leading to, resulting in, accompanied by, followed by, in the form of, with resulting`},
	{Sense: language.Cause, Phrases: `because, because of, due to, owing to, on account of, as a result of, caused by, cause, the cause is, brought on by, secondary to, in connection with, thanks to, down to, the reason is, reason`},
	{Sense: language.After, Phrases: `after, following, post`},
	{Sense: language.Copula, Phrases: `is, are, was, were, be, being, been, has been, have been, become, becomes, became, which is, which are, that is, that are`},
	{Sense: language.Begins, Phrases: `has, have, get, gets, got, suffers, suffers from, suffer from, struggles with, struggling with, diagnosed with, goes, can, wants, want, must, should, will, would, experiences, feels, uses, needs, need`},
	{Sense: language.Negation, Phrases: `no, not, none, without, never, neither, nor, nothing, denies, absence of, not a question of, no sign of, no signs of, no longer, never had, not had, has not, have not, does not have, do not have, did not have, hasn't, haven't, don't have, doesn't have, didn't have, isn't, aren't, wasn't, weren't, not due to, not because of, free of, free from, rules out, not any, no kind of`},
	{Sense: language.Denied, Phrases: `ruled out, is ruled out, was ruled out, has been ruled out, excluded, is not the case, is not the reason, was not the reason, is not a problem, isn't a problem, is no problem, not a problem, no problem, is not an issue, not an issue, negative`},
	{Sense: language.Vain, Phrases: `effect, improvement, change, only, just, alone, merely, solely, luck, success, further, known cause, prospect, sufficient`},
	{Sense: language.Cannot, Phrases: `lift, carry, walk, stand, sit, bend, hold, sleep, tolerate, manage, cope, able to, able, perform, drive`},
	{Sense: language.History, Phrases: `previously, previous, earlier, formerly, former, had, has had, have had, used to have, history of, past history of, in the past, once had, recovered from, cured of, as a child, used to be`},
	{Sense: language.Past, Phrases: `in remission, is over, was over, is gone, has gone, resolved, is resolved, has been resolved, solved, healed, is healed, years ago, is cured, cured, no longer active, no longer a problem, now fine, has passed, did not return, has not returned, no recurrence, fully recovered`},
	{Sense: language.Now, Phrases: `now, currently, at present, presently, at the moment, today, still, these days, current, recently`},
	{Sense: language.Suspicion, Phrases: `suspected, suspicion of, suspicion, possible, possibly, perhaps, maybe, probable, probably, presumably, presumed, under investigation for, being investigated for, being examined for, query, might be, may be, could be, signs of, sign of, looks like, likely, seems to be`},
	{Sense: language.Suspect, Phrases: `is suspected, are suspected, under investigation, being investigated, awaiting investigation, not yet clear`},
	{Sense: language.Sequela, Phrases: `late effects, late effect, late effects of, side effects, side effect, side effects of, after-effects, after-effects of, aftermath of, consequences of, complications, complication, complications of, sequelae, sequela`},
	{Sense: language.Focus, Phrases: `the main reason, the main reason is, main reason, mainly, mostly about, it is only, the reason given is, this concerns`},
	{Sense: language.Person, Phrases: `mother, father, son, daughter, wife, husband, spouse, partner, sister, brother, parents, colleague, colleagues, mother's, father's, son's, daughter's, wife's, husband's, in the family, relative, relatives, family member`},
	{Sense: language.Workplace, Phrases: `works, works as, works at, works in, works with, employed, employed as, employed at, employed in, job as, trained as, by profession`},
}
