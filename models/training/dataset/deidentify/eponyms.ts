/**
 * Names of people and places that stand in charts for a disease, sign, score or thing.
 *
 * Of those in `PLAIN_EPONYMS` a word alone is clinical unless something says that a person is meant ("Mrs Addison").
 * Those in `SURNAME_EPONYMS` are frequent surnames: clinical only before a clinical noun, as "Crohn's" is, or with
 * "positive" and "negative". Written from general medical knowledge; a list of words, no guideline behind it.
 */
export const PLAIN_EPONYMS: ReadonlySet<string> = new Set(
  `achilles addison alport alzheimer anderson-fabry apgar arnold-chiari asherman asperger babinski bartholin bartter bazett
  behcet behcets bence berger bosniak bowen boerhaave braxton breslow broca brodie brudzinski brugada budd-chiari buerger burkitt caesarean
  charcot charcots chagas chiari child-pugh chvostek colles cooley coombs cori coxsackie crohn crohns creutzfeldt creutzfeldt-jakob
  cushing cushings dercum doppler dressler dupuytren ebola ebstein ehlers ehlers-danlos eisenmenger epley epstein-barr
  erb eustachian ewing fabry fallot fallopian fanconi felty finkelstein fitz-hugh fontan fournier frey friedreich
  froment gaucher gehrig gerstmann gilbert glasgow gleason gleasons goodpasture goodpastures gower guillain guillain-barre
  guyon hallpike dix-hallpike hashimoto hashimotos heberden heimlich heinz helicobacter henoch henoch-schonlein herpes hickman hirschsprung
  hodgkin hodgkins holter homans horner horners huntington huntingtons jacksonian janeway jaundice kaposi kaposis kartagener kawasaki kawasakis kegel
  kernig kiesselbach killip klebsiella klinefelter koplik korsakoff kussmaul lachman lassa legionnaire legionnaires lhermitte
  lesch-nyhan listeria ludwig lund lyme mallory mallory-weiss mantoux marfan marfans marburg mcburney mcmurray meckel
  meniere menieres monro mobitz moebius monteggia munchausen nikolsky norwalk osgood osgood-schlatter osler paget pagets parkinson parkinsons
  parkinsonian patau perthes peutz-jeghers peyronie peyronies phalen pickwickian pott potts prader-willi prinzmetal purkinje quincke ramsay
  raynaud raynauds reiter reye rhesus rinne romberg rorschach rovsing salmonella schatzki scheuermann schilling schonlein
  sever sheehan shigella sjogren sjogrens snellen stargardt stevens-johnson sturge-weber sydenham takayasu takotsubo tinel tietze
  tourette tourettes trendelenburg trousseau tzanck valsalva vincent virchow volkmann waldenstrom wada wallenberg weber-christian
  wegener wegeners wenckebach wernicke wernickes wernicke-korsakoff whipple whipples wilms wolff-parkinson-white yersinia zenker zika zollinger-ellison
  mckenzie kocher cullen quervain angina hartmann ringer ringers foley kehr blumberg psoas obturator cheyne adams-stokes stokes-adams
  bouchard ortolani barlow galeazzi bennett jefferson maisonneuve lisfranc jones hangman chance segond bankart
  hill-sachs mohs bristol ottawa canadian manchester rockall blatchford glasgow-blatchford ranson maddrey waterlow braden barthel wells geneva
  centor mcisaac fagerstrom edinburgh hamilton beck framingham duke jones vancouver rivermead rotterdam newcastle bankhart rhinne
  ballard tanner fitzpatrick mallampati cormack seldinger kirschner steri ishihara amsler salter harris salter-harris gustilo`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Eponyms that are frequent surnames, given names or places. */
export const SURNAME_EPONYMS: ReadonlySet<string> = new Set(
  `baker barlow barrett barretts beck bell bells bennett bowen bristol canadian chance child cooley cooper cullen down downs duke
  edwards erb ewing foley geneva gilbert graves grey hamilton hangman harris hartmann hill homan hunt huntington jackson
  jefferson jones kehr lou ludwig lund mckenzie manchester moro mohs monro morton murphy murphys newcastle osler ottawa ramsay
  ringer romberg salter sever sheehan smith sterling still stills tanner taylor turner vancouver vincent wells
  weber wilson wilsons wood woods addison anderson austin burton cabot carney castleman cotton craig dennis ellis gardner
  gordon hoffman hoffmann hunter hutchinson jordan kennedy lambert lynch martin may monroe moore morgan parks potter
  riley roth russell sanders shaw simmonds thomas thompson todd todds ward warren watson webb west whitmore young`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Eponyms of several words, in lower case without apostrophes. */
export const LONG_EPONYMS: readonly string[] = [
  'lou gehrig',
  'lou gehrigs',
  'grey turner',
  'gray turner',
  'braxton hicks',
  'ramsay hunt',
  'bence jones',
  'wolff parkinson white',
  'guillain barre',
  'stevens johnson',
  'ehlers danlos',
  'osgood schlatter',
  'henoch schonlein',
  'epstein barr',
  'mallory weiss',
  'creutzfeldt jakob',
  'charcot marie tooth',
  'legg calve perthes',
  'christmas disease',
  'swan ganz',
  'jackson pratt',
  'cheyne stokes',
  'stokes adams',
  'fitz hugh curtis',
  'lambert eaton',
  'prader willi',
  'adam stokes',
  'bland white garland',
  'budd chiari',
  'child pugh',
  'dix hallpike',
  'von willebrand',
  'von hippel lindau',
  'von recklinghausen',
  'de quervain',
  'de quervains',
  'gilles de la tourette',
  'st johns wort',
  'st anthonys fire',
  'st vitus dance',
  'rocky mountain spotted fever',
  'west nile',
  'marie tooth',
  'ringers lactate',
  'glasgow coma scale',
  'glasgow coma score',
  'bristol stool',
  'ottawa ankle',
  'manchester triage',
  'canadian ct head',
  'vincents angina',
  'ludwigs angina',
  'down syndrome',
  'downs syndrome',
];

/** Nouns that make the capital word before them an eponym: "Kienbock disease", "positive Hoover sign". */
export const EPONYM_NOUNS: ReadonlySet<string> = new Set(
  `disease diseases syndrome syndromes palsy sign signs phenomenon fracture fractures cyst cysts oesophagus esophagus
  thyroiditis lymphoma sarcoma carcinoma tumour tumor chorea ataxia dementia encephalopathy psychosis contracture gangrene
  hernia diverticulum tear tears node nodes nodule nodules spots triad tetrad pentad tetralogy crisis nephropathy neuralgia
  neuroma amputation deformity scale score criteria classification manoeuvre maneuver reflex test position thyroid
  anomaly malformation aneurysm arteritis vasculitis purpura dystrophy myopathy neuropathy oedema edema fever paralysis
  angina catheter tube drain bandage splint collar respiration breathing respirations gait facies ulcer hepatitis virus
  reaction stain chart lactate solution duct gland glands tendon canal tube tubes lens muscle nerve bodies plaque ring
  esophagitis colitis lymphadenitis abscess pouch procedure repair operation incision staging stage grade criterion
  rule rules stain lines ankle method resection monitor ultrasound lamp light parkinsonism exophthalmos rash flare`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
