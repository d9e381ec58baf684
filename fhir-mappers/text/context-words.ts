/**
 * Words that say whose and when a finding is, as plain words. Sources: the classes of the NegEx and ConText
 * algorithms (Chapman 2001, Harkema 2009), written anew and widened by telephone and telegram style.
 */

/** Negates what follows; `list` reaches through commas and "and", `near` only a few words. */
export const NEGATIONS: Readonly<Record<string, 'list' | 'plain' | 'near'>> = {
  no: 'plain',
  denies: 'list',
  denied: 'list',
  denying: 'list',
  deny: 'list',
  denis: 'list',
  'negative for': 'list',
  'neg for': 'list',
  'negative ros for': 'list',
  'no evidence of': 'list',
  'no signs of': 'list',
  'no sign of': 'list',
  'no symptoms of': 'list',
  'no complaints of': 'list',
  'no complaint of': 'list',
  'no c/o': 'list',
  'no s/s': 'list',
  'no reports of': 'list',
  'no report of': 'list',
  'free of': 'list',
  'absence of': 'list',
  without: 'plain',
  'w/o': 'plain',
  wo: 'plain',
  neither: 'list',
  nor: 'plain',
  never: 'near',
  'never had': 'near',
  none: 'near',
  zero: 'near',
  nil: 'near',
  non: 'near',
  'does not have': 'list',
  'do not have': 'list',
  'did not have': 'list',
  'doesnt have': 'list',
  'dont have': 'list',
  'didnt have': 'list',
  'not had': 'list',
  'hasnt had': 'list',
  'havent had': 'list',
  'not have': 'list',
  'not having': 'list',
  'isnt having': 'list',
  'not complaining of': 'list',
  'not reporting': 'list',
  'not endorse': 'list',
  'doesnt endorse': 'list',
  not: 'near',
  isnt: 'near',
  arent: 'near',
  wasnt: 'near',
  werent: 'near',
  dont: 'near',
  doesnt: 'near',
  didnt: 'near',
  hasnt: 'near',
  havent: 'near',
  hadnt: 'near',
  aint: 'near',
  absent: 'near',
  'ruled out for': 'plain',
  'rules out': 'plain',
};

/** A negation followed by one of these stems (within two words) negates that, not the symptom after it. */
export const NOT_A_NEGATION: ReadonlySet<string> = new Set(
  (
    'relief reliev improvement improv change chang better help resolut resolv stop eas easing work control subsid let ' +
    'respons respond touch only just sure certain clear known know doubt wonder warn reason idea clue matter explan ' +
    'differenc effect luck deny den denies denied cur settl quit abat diminish lessen reduc benefit because due ' +
    'go get always necessarily entir same like unlik mind want understand tell say think believ remember recall care ' +
    'stopping fix fixed touching calm sleep wait until yet seen evaluat evaluated see help trigger obvious apparent ' +
    'tolerat bear stand take handl handle cope'
  ).split(' '),
);

/** Stems of the above that count only right after a negation word of the kind "not", never after "no". */
export const ONLY_AFTER_NOT: ReadonlySet<string> = new Set(
  'go get see seen sleep take want say think like same stand bear yet wait tell'.split(' '),
);

/** Ends the reach of a negation or of a history, once something was reached. */
export const TERMINATORS: ReadonlySet<string> = new Set(
  (
    'but however except although though yet because due secondary since started start starting began begin beginning ' +
    'presents presented presenting present complains complaining complained c/o reports reported reporting states stated stating ' +
    'endorses endorsed admits admitted has have had having is are was who which that where when while then now today ' +
    'tonight yesterday until after before arrives arrived came comes brought with w/ developed develops noticed notes noted ' +
    'says said feels felt feeling woke gets got getting worse worsening became becoming becomes increasing increased causing ' +
    'caused causes continues continued does can cannot cant unable positive + also found seen here he she they i it pt patient ' +
    'his her my our their still just only if so therefore hence thus even although concerned worried instead aside apart other'
  ).split(' '),
);

/** Between the negation and its first finding these end the reach at once. */
export const HARD_TERMINATORS: ReadonlySet<string> = new Set(
  (
    'but however except although though because due secondary presents presented presenting complains complaining ' +
    'c/o reports states endorses admits which when while then until developed came comes brought caused causing despite ' +
    'worsening started began woke so therefore positive + who'
  ).split(' '),
);

/** May stand between the members of a list without ending it. */
export const LIST_NEUTRAL: ReadonlySet<string> = new Set(
  'any other recent new associated significant further no nor or and current active prior known acute obvious visible overt frank gross recent additional the a an of in to signs sign symptoms symptom episodes episode change changes either'.split(
    ' ',
  ),
);

/** After a list member these keep it bare. */
export const BARE_TAIL: ReadonlySet<string> = new Set(
  'and or nor noted reported today currently either present symptoms symptom at this n/v as per otherwise'.split(
    ' ',
  ),
);

/** Said after a finding, these negate it: "chest pain - none". */
export const POST_NEGATIONS: ReadonlySet<string> = new Set(
  'no none neg negative denied denies absent nil not nope never deny'.split(' '),
);

/** Said after a finding within a few words, these negate it: "fracture was ruled out". */
export const POST_PHRASES: readonly (readonly string[])[] = [
  ['ruled', 'out'],
  ['not', 'present'],
  ['not', 'noted'],
  ['not', 'seen'],
  ['not', 'reported'],
  ['not', 'observed'],
  ['not', 'appreciated'],
  ['was', 'negative'],
  ['is', 'negative'],
  ['are', 'negative'],
  ['were', 'negative'],
  ['are', 'absent'],
  ['were', 'absent'],
  ['are', 'normal'],
  ['is', 'absent'],
  ['is', 'denied'],
  ['are', 'denied'],
  ['was', 'denied'],
];

/** Makes what follows unsure. Counts as present; the card says so. */
export const UNCERTAIN: readonly string[] = [
  'possible',
  'possibly',
  'probable',
  'probably',
  'suspected',
  'suspect',
  'suspects',
  'r/o',
  'rule out',
  'ruling out',
  'query',
  'questionable',
  'likely',
  'maybe',
  'perhaps',
  'might have',
  'might be',
  'may have',
  'may be',
  'could be',
  'could have',
  'thinks',
  'think',
  'thought',
  'appears to',
  'seems to',
  'not sure if',
  'unsure if',
  'not sure whether',
  'not certain',
  'dont know if',
  'unclear if',
  'unclear whether',
  'cannot rule out',
  'consider',
  'vs',
  'versus',
  'concern for',
  'concerning for',
  'concerned for',
  'suspicious for',
  'suspicion of',
  'suggestive of',
  'consistent with',
  'evaluate for',
  'eval for',
  'evaluation for',
  'assess for',
  'presumed',
  'apparent',
  'differential',
  'not sure',
  'unsure',
  'wondering if',
  'wonders if',
  'wants to know if',
  'believes',
  'looks like',
  'afraid he is',
  'scared',
];

/** Worry about a disease that is not there: hypothetical for a diagnosis, a finding for a symptom. */
export const WORRIES: readonly string[] = [
  'worried about',
  'worries about',
  'worried it',
  'worried that',
  'worried for',
  'concerned about',
  'concerned that',
  'concerned it',
  'afraid of',
  'fear of',
  'fears',
  'fearful of',
  'scared of',
  'anxious about',
  'wants to be checked for',
  'risk of',
  'at risk for',
  'risk for',
  'nervous about',
  'paranoid about',
  'research on',
  'read about',
  'heard about',
  'asking about',
  'question about',
  'questions about',
  'educated about',
  'education on',
  'educated on',
  'info on',
  'information on',
  'information about',
  'screening for',
  'screen for',
  'prevention of',
  'prevent',
  'avoid',
  'prophylaxis for',
  'vaccine for',
  'vaccination for',
  'test for',
  'tested for',
  'testing for',
  ...cross(
    ['worried', 'worry', 'anxious', 'concerned', 'concern', 'scared', 'asks', 'asking', 'query', 'queries'],
    ['re'],
  ),
  ...cross(
    [
      'mum',
      'mom',
      'mother',
      'dad',
      'father',
      'sister',
      'brother',
      'wife',
      'husband',
      'friend',
      'mate',
      'buddy',
      'neighbour',
      'neighbor',
      'nan',
      'gran',
      'granny',
      'aunt',
      'partner',
      'girlfriend',
      'boyfriend',
      'everyone',
      'law',
    ],
    ['read', 'googled', 'reckons it s', 'thinks it s', 'swears it s', 'keeps saying it s', 'convinced it s'],
  ),
  'everyone says',
  'everyone knows',
  'sheet about',
  'letter about',
  'posts about',
  'video about',
  'terrified of',
  'terrified it',
  'petrified of',
  'frightened of',
  'whether this could be',
  'whether it could be',
  'if this could be',
  'is it',
  'is it going',
  'is this',
  'is that',
  'could it be',
  'could this be',
  'could that be',
  'can it be',
  'can this be',
  'could go',
  'might go',
  'can go',
  'will go',
  'could turn',
  'might turn',
  'turn into',
  'turns into',
  'turning into',
  'scared it is',
  'scared it s',
  'frightened it s',
  'afraid it s',
  'fear it is',
  'fear it s',
  'worried she is',
  'worried he is',
  'worried baby',
  'terrified that',
  'terrified he',
  'terrified she',
  'about to have',
  'nearly had',
  'almost had',
  'panicking re',
  'panicking about',
  'panicky about',
  'convinced that',
  'convinced he',
  'convinced she',
  'me convinced it s',
  'got me convinced',
  'fears it',
  'thought i was having',
  'thought he was having',
  'thought she was having',
  'thought it was',
  'have i ever had',
  'have you ever had',
  'has he ever had',
  'has she ever had',
  'ever had a',
  'teething causes',
  'say it causes',
  'says it causes',
];

/** What is feared for the future has not happened, whatever it is: "I fear he will choke". */
export const DREADS: readonly string[] = cross(
  ['fear', 'fears', 'worried', 'scared', 'afraid', 'terrified', 'frightened', 'paranoid', 'worry'],
  ['he', 'she', 'i', 'it', 'they', 'baby', 'that he', 'that she', 'that i'],
  ['will', 'would', 'll'],
);

/** Every sequence of one word of each list. */
function cross(...lists: readonly (readonly string[])[]): string[] {
  return lists.reduce<string[]>(
    (heads, list) => heads.flatMap((head) => list.map((word) => (head === '' ? word : `${head} ${word}`))),
    [''],
  );
}

/** What follows has not happened: advice and precautions. */
export const HYPOTHETICALS: readonly string[] = [
  'return if',
  ...cross(
    [
      'leaflet',
      'website',
      'internet',
      'google',
      'app',
      'article',
      'booklet',
      'instructions',
      'box',
      'poster',
      'packet',
      'online',
      'news',
      'tv',
    ],
    ['says', 'said', 'about', 'mentions', 'mentioned', 'lists', 'warns', 'warned', 'told'],
  ),
  ...cross(
    [
      'pharmacist',
      'chemist',
      'nurse',
      'doctor',
      'gp',
      'school',
      'consultant',
      'midwife',
      'physio',
      'dentist',
      'surgeon',
    ],
    [
      'said to',
      'says to',
      'told me to',
      'told us to',
      'told her to',
      'told him to',
      'advised to',
      'asked me to',
    ],
    ['call', 'ring', 'phone', 'come', 'go', 'return', 'look', 'watch', 'attend'],
  ),
  'read up on',
  'read on the leaflet about',
  'reading about',
  'read something about',
  'says go to',
  'said go to',
  'told to call if',
  'said to call if',
  'to call if',
  'to ring if',
  'to come back if',
  'to come in if',
  'go to a and e if',
  'ring if',
  'come in if',
  '999 if',
  '111 if',
  '911 if',
  'return for',
  'returns if',
  'return to ed if',
  'return to er if',
  'come back if',
  'come back for',
  'call if',
  'call back if',
  'call for',
  'go to the er if',
  'go to er if',
  'go to ed if',
  'in case of',
  'in the event of',
  'watch for',
  'watching for',
  'monitor for',
  'monitoring for',
  'look out for',
  'told to return if',
  'told to come if',
  'advised to return if',
  'advised to come if',
  'instructed to return if',
  'return precautions',
  'precautions for',
  'warning signs',
  'should you',
  'should she',
  'should he',
  'if you develop',
  'if it gets worse',
  'if i ever',
  'if i get',
  'if he ever',
  'if she ever',
  'if you ever',
  'what to look for',
  'watch out for',
  'if it worsens',
  'if this gets worse',
  'if things get worse',
  'if worse',
  'if worsening',
  'if she starts',
  'if he starts',
  'if she gets',
  'if he gets',
  'if she has',
  'if he has',
  'if there is any',
  'if any',
  'if symptoms',
  'if develops',
  'if she develops',
  'if he develops',
  'if you have',
  'if you get',
  'prn for',
  'as needed for',
  'seek care if',
  'seek help if',
  'if there is',
  'if any',
  'unless',
];

/** What follows belongs to the past, unless it is a lasting condition. */
export const HISTORIES: readonly string[] = [
  'history of',
  'h/o',
  'hx of',
  'hx',
  'history',
  'pmh',
  'pmhx',
  'pmhx of',
  'pmh of',
  'pmhx significant for',
  'pmh significant for',
  'past medical history',
  'past medical history of',
  'medical history',
  'medical history of',
  'medical hx',
  'past history of',
  'past hx of',
  'past hx',
  'psh',
  'pshx',
  'surgical history',
  'past surgical history',
  'known case of',
  'k/c/o',
  'k/c',
  'history includes',
  'history significant for',
  'hx significant for',
  'hx includes',
  'previous',
  'previously',
  'prior',
  'remote',
  'prev',
  'previous history of',
  'prior history of',
  'personal history of',
  'used to have',
  'used to get',
  'has had',
  'in the past had',
  'similar to',
  'like when he had',
  'like when she had',
  'like when i had',
  'survivor of',
  'recovered from',
  'treated for',
  'last year had',
  'status post',
  's/p',
  'post',
  'past',
  'hospitalized for',
  'admitted for',
  'admission for',
  'follow up for',
  'follow up of',
  'f/u for',
];

/** History words after which a symptom is still of today: "s/p fall", "has had vomiting", "treated for". */
export const WEAK_HISTORIES: ReadonlySet<string> = new Set([
  's/p',
  'status post',
  'post',
  'has had',
  'treated for',
  'similar to',
  'follow up for',
  'follow up of',
  'f/u for',
  'hospitalized for',
  'admitted for',
  'admission for',
  'past',
  'recovered from',
  'history',
  'hx',
]);

/** Said after a finding, these put it into the past. */
export const POST_PAST: readonly (readonly string[])[] = [
  ['was', 'little'],
  ['was', 'small'],
  ['was', 'young'],
  ['was', 'younger'],
  ['was', 'a', 'child'],
  ['was', 'a', 'kid'],
  ['winters', 'ago'],
  ['summers', 'ago'],
  ['christmases', 'ago'],
  ['last', 'winter'],
  ['last', 'summer'],
  ['years', 'ago'],
  ['yrs', 'ago'],
  ['year', 'ago'],
  ['yr', 'ago'],
  ['as', 'a', 'child'],
  ['as', 'a', 'kid'],
  ['in', 'the', 'past'],
  ['last', 'year'],
  ['in', 'childhood'],
  ['in', 'his', 'youth'],
  ['as', 'an', 'infant'],
  ['as', 'a', 'baby'],
  ['as', 'a', 'teenager'],
  ['decades', 'ago'],
  ['at', 'birth'],
  ['a', 'long', 'time', 'ago'],
  ['in', 'high', 'school'],
  ['previously'],
];

/** Of one's own or an earlier generation: "father had an MI" is history; "son had a seizure" is a parent speaking. */
export const ELDERS = new Set(
  (
    'mother father mom dad mum mommy daddy parent parents brother brothers sister sisters sibling siblings uncle aunt cousin cousins ' +
    'grandmother grandfather grandma grandpa grandparent grandparents granddad grandad gran granny nan nana stepfather stepmother'
  ).split(' '),
);

/** Blood relatives: what they had is the family's history, unless one of them is the patient. */
export const FAMILY = new Set(
  (
    'mother father mom dad mum mommy daddy parent parents brother brothers sister sisters sibling siblings uncle aunt cousin cousins ' +
    'grandmother grandfather grandma grandpa grandparent grandparents granddad grandad gran granny nan nana son daughter twin nephew niece sis bro stepfather stepmother grandson granddaughter'
  ).split(' '),
);

/** Other people, whose illness is not the patient's. */
export const OTHERS = new Set(
  (
    'husband wife spouse partner boyfriend girlfriend friend friends roommate roommates coworker coworkers colleague neighbor neighbour ' +
    'neighbors classmate classmates teacher boss caregiver kids children everyone others someone somebody household contacts contact ' +
    'fiance fiancee babysitter fella bloke colleagues dog cat pet grandchild grandchildren coworker stepson stepdaughter passenger driver staff people mate mates bf gf workmate flatmate housemate childminder'
  ).split(' '),
);

/** After a relative these say that the relative speaks about the patient. */
export const SPEAKS = new Set(
  (
    'reports report reported states stated state says said tells told notes noted noticed describes described found called calls calling brought brings ' +
    'gave gives thinks thought believes feels worried concerned witnessed saw sees observed at present here denies denied requests asks ' +
    'wants wanted advised insists heard hears picked came carried drove drives speaking speaks translating confirms adds explains ' +
    'suspects endorses complains requesting and bedside reporting stating accompanied accompanies accompanying by caring states, tried performed started administered'
  ).split(' '),
);
