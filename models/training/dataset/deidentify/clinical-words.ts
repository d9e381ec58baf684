const words = (block: string): ReadonlySet<string> =>
  new Set(block.split(/\s+/).filter((word) => word !== ''));

/**
 * Endings of medical words and of international drug names.
 *
 * Only those that names of people seldom have; a name that ends so ("Marlatt-Rosis") is found by its context alone.
 */
export const MEDICAL_ENDINGS =
  /(?:itis|osis|oses|emia|aemia|uria|ectomy|otomy|ostomy|plasty|scopy|algia|opathy|pathic|plegia|paresis|phagia|phasia|pnoea|pnea|rrhoea|rrhea|rrhage|sclerosis|stenosis|trophy|megaly|oedema|edema|genic|cardia|ology|ologist|iatric|iatry|graphy|(?:cardio|angio|mammo|sono|veno|arthro)gram|(?:rc|n|uc|ph|li|gi|ng)oma|cyte|cytes|philia|penia|mycin|cillin|cycline|floxacin|prazole|conazole|azole|olol|pril|sartan|statin|dipine|parin|xaban|gliptin|flozin|glutide|triptan|setron|zepam|azolam|barbital|[a-z]{4}caine|oxetine|triptyline|apine|idone|zumab|ximab|tinib|clovir|navir|fovir|thiazide|semide|terol|asone|isone|olone|profen|coxib|codone|morphone|iform|culum|ectasia|ectasis|plasia|tension|tensive|ition|ation|ction|ssion|ically|oids|atic|otic|ical|ular)$/;

/** Abbreviations and words of charts that the lexicon may lack; lower case. */
export const CLINICAL_WORDS = words(`
  abd abg ac ace acs adhd adl adls aed af afib aka aki als alt ama ams anc ap apap aps ards arb arf asa asap asd ast avpu awol
  b12 bb bbb bd bid biba bibems bipap bka bm bmi bmp bnp bp bph bpm brbpr bsl bun bx c1 c2 c3 c4 c5 c6 c7 ca cabg cad cap cbc cc ccu cdiff cf chf
  cholecystectomy ckd cld cll cmp cn cna cns co co2 copd covid cp cpap cpr crp crt csf ct cta ctpa cva cvs cxr dc dka dkas dm dnr dob doe dvt dx
  ecg echo ecmo ecoli ed eeg egd ekg emg emr ems ent eos er ercp esr esrd etoh exam f fb fbc fev fh fhx ffp flu fobt fsh ft fu fx g6pd gad
  gbs gca gcs gerd gfr gi gib gina gnr gord gp gtn gu gyn gyne hb hba1c hbv hcg hct hcv hdl hdu heent hep hepb hf hfpef hfref hgb hiv hpi hpv hr hrt hs hsp hsv
  htn hus hx iad ibd ibs ic icd icp icu id iddm ie ig ii iii ili im imi inr iop iq it itp itu iud iugr iui iv ivdu ivf ivp jvd jvp kub la lad lbbb lbp
  ldl lft lfts lif lle llq lmp loc lp lpn lrti lue luq lv lvef lvf lvh ma mal mar mca mcv mdd meds mi mls mm mmr mmse mr mra mrcp mri mrsa ms msu mva mvc mvr
  n nad nb nbm ng ngt nhl nicu niddm nka nkda nkma no nok npo nsaid nsaids nsr nstemi nt ntg nvd o2 oa obgyn obs od odynophagia oe ofi om ooh or orif osa
  otc pa pac pcn pco pcos pcp pcr pcv pda pe pefr peg perrl perrla pet pft ph phq pid pih pls pm pmh pmhx pmr pna pnd po poc poct pod pop pos postop ppi ppm pr preop prn
  prom psa pt pta pth ptsd ptt pts ptx pud pus pv pvc pvd px qds qid qt qtc ra raa rbbb rbc rcc rds rfa rif rle rlq rn rnas roi rom ros rosc rr rrt rsi rsv rta rti rtc rue ruq rv
  rx s1 s2 sah sats sbo sbp sccm scd sdh sem sfa sh shx si sle sl slr sob sobe sobar sochx sol spo2 ssri ssris stat std stds stemi sti subq svt sx sxs sy t1dm t2dm tah tavr tb tbi tbsa
  td tds te tee temp tft tfts tga tgf tia tid tka tkr tlc tm tmj tnf tob tpa tpn trop tsh ttp tts tte turp tx u ua uc udt ue uip ul uo uop uri us uss ustd
  uti utis utd uv vbac vbg vf vit vka vp vq vre vs vsd vss vt vte vwd vzv wbc wcc wnl woc wnwd wob wpw x-ray xr xray xrays yo yof yom yr yrs
  abdo appy bibp chole cirrhotic contraception crepitus debrided diaphoretic dispo doa dyspneic edc edd endo erythematous euvolemic febrile fibro foley frank
  gastro gluteal gravida haem heme hemi hepatic hyst icteric inguinal intubated labs lap lucid lytes maculopapular malaise melena micturition mets myo nape
  nares nausea nebs neuro nocturia normotensive obese onc ophtho ortho ostomy para palp palps pedal periorbital peritonitic phlegm pleuritic pneumo popliteal
  postictal postpartum prandial preterm primip prodrome prodromal proximal psych purulent resp resus retro retrosternal rigors rehab scrotal sensate septic
  serosanguinous spec sputum sternal stent subcut suprapubic syncopal tachy tachycardic tachypneic tele tele tender tibial toradol trach trauma triage tympanic
  vag vasc ventricular vertex vitals vomitus volar widespread zoster gait glucometer hemodialysis dialysis pacemaker defibrillator nebuliser nebulizer inhaler spacer
  epipen pfizer moderna astrazeneca novavax comirnaty gardasil shingrix prevnar zostavax fluzone sabin salk calmette hidradenitis covid19 sars cov influenza parvovirus
  h1n1 rotavirus norovirus adenovirus enterovirus hantavirus monkeypox mpox escherichia coli clostridium difficile staphylococcus streptococcus pseudomonas candida
  aspergillus giardia toxoplasma plasmodium falciparum vivax borrelia treponema neisseria chlamydia trichomonas gardnerella legionella mycoplasma haemophilus
  bordetella pertussis varicella rubella rubeola mumps measles malaria dengue cholera typhoid tetanus diphtheria anthrax
  novolog humalog lantus levemir tresiba toujeo basaglar humulin novolin ozempic wegovy mounjaro trulicity victoza jardiance farxiga januvia invokana metformin
  lipitor crestor zocor norvasc diovan cozaar lasix coreg toprol tenormin plavix eliquis xarelto pradaxa coumadin lovenox zoloft prozac lexapro celexa paxil
  wellbutrin effexor cymbalta pristiq remeron trazodone seroquel abilify zyprexa risperdal geodon latuda clozaril lamictal depakote keppra dilantin tegretol
  topamax neurontin lyrica xanax ativan klonopin valium ambien lunesta adderall ritalin vyvanse concerta strattera tylenol advil motrin aleve celebrex vicodin
  norco percocet oxycontin roxicodone dilaudid ultram suboxone subutex methadone narcan synthroid levoxyl armour cytomel nexium prilosec protonix pepcid zantac
  reglan zofran phenergan compazine imodium miralax colace senna dulcolax benadryl claritin zyrtec allegra singulair flonase nasonex advair symbicort
  spiriva combivent ventolin proair proventil pulmicort qvar flovent breo anoro trelegy zithromax augmentin keflex bactrim cipro levaquin flagyl macrobid
  diflucan valtrex zovirax tamiflu paxlovid humira enbrel remicade stelara otezla plaquenil methotrexate imuran cellcept prograf prednisone medrol decadron
  premarin estrace depo provera mirena kyleena nexplanon nuvaring yaz yasmin ortho tri sprintec lupron zoladex arimidex tamoxifen femara herceptin keytruda
  opdivo rituxan gleevec avastin viagra cialis levitra flomax proscar avodart cardura detrol ditropan myrbetriq fosamax boniva prolia forteo evista
  nicorette chantix antabuse campral vivitrol botox juvederm biktarvy truvada descovy genvoya triumeq prezista norvir calpol nurofen panadol gaviscon
  ventolin seretide piriton cocodamol codydramol oramorph zapain sudocrem fybogel laxido movicol buscopan voltarol canesten daktarin bonjela
  tegaderm dermabond steri-strip steri-strips iphone android uber google zoom facetime medicare medicaid nhs va hipaa fda cdc who
  caucasian hispanic latino latina african asian native american english spanish french german mandarin cantonese arabic portuguese polish urdu
  punjabi bengali gujarati hindi tamil somali amharic swahili creole haitian vietnamese tagalog korean japanese russian ukrainian turkish farsi dari
  pashto hmong navajo jewish muslim christian catholic jehovah jehovahs witness buddhist hindu sikh mormon amish
  mcg mg ml kg mmol mol umol nmol meq iu mmhg bpm mmhg cmh2o kpa dl lbs lb oz cm mm hrs hr mins min wks wk yrs yr mths mos iu d-dimer dimer t-wave
  ablated cannulated catheterised catheterized extubated sutured debrided ambulating ambulatory afebrile
  rt lt yest tatt bno foosh ext prev imms soboe mbc grommets grommet emollient emollients neonate neonates exudate exudates bullae bulla targetoid cyanosed
  peripherally apnoeas apneas venepuncture unresponsiveness fluctuant migraineur tremulousness outstretched glargine systolic diastolic
  dont doesnt didnt isnt wasnt arent werent havent hasnt hadnt couldnt wouldnt shouldnt wont cant ive im youre hes shes theyre theres thats whats its ill id lets
  don't doesn't didn't isn't wasn't aren't weren't haven't hasn't hadn't couldn't wouldn't shouldn't won't can't i've i'm i'll i'd he's she's it's that's there's what's they're we're you're who's they've we've you've
  mrn mrns nhi chi uhid voiceprint fingerprint acct tel pupil wristband instagram facebook twitter router login login-name helpdesk taxi
  handover fax faxed zip ssn npi dea vin dl mri voicemail login url website blog plate registration hatchback badge downloaded uploaded telehealth e-mail email postcode
  rapid urgent emergent assessment plan subjective objective impression recommendation situation background chief complaint
  occupational physio physiotherapy radiology cardiology neurology oncology urology nephrology psychiatry paediatrics pediatrics orthopaedics orthopedics
  hepatology gastroenterology haematology hematology endocrinology rheumatology dermatology pulmonology geriatrics obstetrics gynaecology gynecology
  ambulance paramedic paramedics emt emts receptionist pharmacist midwife doula hospice telehealth
  mum mom dad gran grandad nan auntie uncle aunt mommy daddy granny grandma grandpa mam papa
  ok okay tv suv atv bbq diy usa uk us eu gmt utc am pm etc ie eg vs wrt approx btw fyi tbc tbd asap
`);

/** Given names that the library's list lacks; common in English-speaking clinics. Words of English among them need context. */
export const FIRST_NAMES_TOO = words(`
  aaliyah aoife ciara niamh siobhan sinead oisin eoin caoimhe tadhg rhys ffion carys angharad sian gethin iolo euan ewan hamish isla iona
  ravi priya anjali rohan neha arjun pooja sanjay rajesh sunita deepak lakshmi ngozi chidi emeka adaeze amina fatou kwame kofi abena ama
  nguyen thuy linh minh duc hoang xin wei ling jun yuki haruto sakura hiroshi kenji soo-jin min-jun ji-woo
  mateo santiago ximena lupe guadalupe jose jesus joaquin itzel xochitl javier alejandro esperanza
  oleksandr olena svitlana dmytro yulia kateryna piotr krzysztof agnieszka katarzyna malgorzata zbigniew
  aylin emre elif burak zeynep mehmet fatma ayse abdi hodan ifrah faisal yusuf bilal zainab khadija
  lars bjorn ingrid astrid sven nils jorgen soren freya siv
`);
