package english

// fillers are common words that name nothing coded. They are listed so that they
// are not taken for mistyped terms and do not count as something unread.
const fillers = `
a an the this that these those there here it its itself he him his she her hers they them their theirs we us our ours you your yours i me my mine one ones who whom whose which what when where why how
to from by as into onto upon through during within against toward towards across along until till before than then so if while whether too very quite rather really just even ever almost nearly about enough
do does did doing done make makes made making take takes took taken taking give gives gave given put puts come comes came coming go going gone went let lets say says said tell tells told see sees saw seen know knows knew known think thinks thought
had having could might may shall should would cannot can't won't wouldn't couldn't shouldn't didn't doesn't don't t s ll re ve d m
all any some each every both either other others another such same more most much many few fewer less least lot lots several various different certain general generally particular particularly especially mostly usually often sometimes always rarely seldom again once twice
big small large little long short high low new old good bad better best worse worst great own main mainly whole full part parts kind kinds sort type types
year years month months week weeks day days hour hours time times daily weekly monthly yearly early late later soon ago
first second third last next two three four five six seven eight nine ten half
people person persons someone somebody anyone anybody everyone everybody nobody noone thing things something anything everything way ways case cases
well also only still already yet up down out off away back etc eg ie vs ok yes na n
answer answers other none given don't know hard difficult say stated unknown unsure sure
`

// everyday are more words that name nothing coded: what people do, where, when
// and how. An answer of nothing but these may tell of something without its name.
const everyday = `
work works worked working worker workers job jobs employee employees employer employers staff company companies business businesses firm firms office shop customers customer manager managers colleague colleagues team
find finds found finding look looks looked looking seek seeks ask asks asked want wants wanted need needs needed try tries tried trying keep keeps kept hold holds bring brings brought start starts started stop stops stopped end ends ended begin begins began
live lives lived living move moves moved moving stay stays stayed leave leaves left send sends sent call calls called apply applies applied offer offers offered pay pays paid buy buys bought
home house place places area areas town towns city cities country local nearby region regions road roads street car cars train trains
money cost costs price prices expensive cheap
young older younger men women man woman child children family families school schools course courses
spring summer autumn winter season seasons monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december
easy hard heavy light busy quiet fast slow strong weak clear unclear simple common rare
`
