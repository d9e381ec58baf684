/**
 * Ingredients: name | classes | RxNorm ingredient code and its provenance | other names and brands.
 *
 * Names are RxNorm's. Provenance of a code: `seen` = in published FHIR data with this display, `agreed` = two or
 * more independent public sources agree, `memory` = unverified, used only to confirm a name that was read.
 * Brands are those met most in the United States and the United Kingdom; they carry no code.
 */
export const INGREDIENTS = `
warfarin | vitamin-k-antagonist | 11289 agreed | coumadin; jantoven; marevan; warf
acenocoumarol | vitamin-k-antagonist | | sinthrome
apixaban | doac | 1364430 agreed | eliquis
rivaroxaban | doac | 1114195 agreed | xarelto
dabigatran | doac | 1037042 memory | pradaxa; dabigatran etexilate
edoxaban | doac | 1599538 memory | savaysa; lixiana
enoxaparin | heparin | 67108 memory | lovenox; clexane; inhixa
dalteparin | heparin | | fragmin
tinzaparin | heparin | | innohep
heparin | heparin | |
fondaparinux | heparin | | arixtra
aspirin | antiplatelet salicylate cox1-inhibitor | 1191 seen | acetylsalicylic acid; asa; ecotrin; bayer aspirin; disprin; nu-seals
clopidogrel | p2y12-inhibitor | 32968 agreed | plavix
ticagrelor | p2y12-inhibitor | 1116632 agreed | brilinta; brilique
prasugrel | p2y12-inhibitor | | effient; efient
dipyridamole | antiplatelet | | persantine; aggrenox
cilostazol | antiplatelet | | pletal
ibuprofen | nsaid | 5640 seen | advil; motrin; nurofen; brufen; calprofen
naproxen | nsaid | 7258 agreed | aleve; naprosyn; anaprox; naproxen sodium
diclofenac | nsaid | 3355 agreed | voltaren; voltarol; cataflam; cambia
ketorolac | nsaid | | toradol
indomethacin | nsaid | | indocin; indometacin
meloxicam | nsaid | | mobic
celecoxib | cox2-inhibitor | | celebrex
etoricoxib | cox2-inhibitor | | arcoxia
piroxicam | nsaid | | feldene
etodolac | nsaid | | lodine
nabumetone | nsaid | | relafen
ketoprofen | nsaid | | oruvail
mefenamic acid | nsaid | | ponstan; ponstel
oxaprozin | nsaid | | daypro
sulindac | nsaid | | clinoril
acetaminophen | paracetamol-class | 161 agreed | paracetamol; tylenol; panadol; calpol; apap; ofirmev
codeine | opioid | 2670 agreed | codeine phosphate
dihydrocodeine | opioid | | df118
hydrocodone | opioid | | vicodin; norco; lortab; hysingla
oxycodone | opioid | 7804 agreed | oxycontin; roxicodone; percocet; oxynorm; endocet
morphine | opioid | 7052 agreed | ms contin; oramorph; sevredol; zomorph
hydromorphone | opioid | | dilaudid
fentanyl | opioid serotonergic | | duragesic; actiq; sublimaze
tramadol | opioid serotonergic | 10689 agreed | ultram; zydol; zamadol; ultracet
tapentadol | opioid serotonergic | | nucynta; palexia
methadone | opioid qt-prolonging | 6813 memory | dolophine; methadose; physeptone
buprenorphine | opioid | | suboxone; subutex; butrans; temgesic; sublocade
meperidine | opioid serotonergic | | demerol; pethidine
naloxone | opioid-antagonist | | narcan; nyxoid
naltrexone | opioid-antagonist | | vivitrol; revia
nitroglycerin | nitrate | 4917 agreed | glyceryl trinitrate; gtn; nitrostat; nitrolingual; nitro-dur; glycerol trinitrate
isosorbide mononitrate | nitrate | | imdur; ismn; monomil
isosorbide dinitrate | nitrate | | isordil; bidil
nicorandil | nitrate | | ikorel
sildenafil | pde5-inhibitor | 136411 agreed | viagra; revatio
tadalafil | pde5-inhibitor | 358263 agreed | cialis; adcirca
vardenafil | pde5-inhibitor | 306674 memory | levitra; staxyn
avanafil | pde5-inhibitor | | stendra; spedra
lisinopril | ace-inhibitor | 29046 seen | prinivil; zestril; zestoretic
enalapril | ace-inhibitor | 3827 memory | vasotec; innovace
ramipril | ace-inhibitor | 35296 memory | altace; tritace
captopril | ace-inhibitor | 1998 memory | capoten
benazepril | ace-inhibitor | | lotensin; lotrel
perindopril | ace-inhibitor | | coversyl; aceon
quinapril | ace-inhibitor | | accupril; accupro
fosinopril | ace-inhibitor | | monopril
trandolapril | ace-inhibitor | | mavik
losartan | arb | 52175 agreed | cozaar; hyzaar
valsartan | arb | | diovan
candesartan | arb | | atacand; amias
irbesartan | arb | | avapro; aprovel
olmesartan | arb | | benicar; olmetec
telmisartan | arb | | micardis
azilsartan | arb | | edarbi
sacubitril | neprilysin-inhibitor | | entresto
spironolactone | potassium-sparing | 9997 agreed | aldactone
eplerenone | potassium-sparing | | inspra
amiloride | potassium-sparing | | midamor
triamterene | potassium-sparing | | dyazide; maxzide; dyrenium
finerenone | potassium-sparing | | kerendia
potassium chloride | potassium-supplement | | k-dur; klor-con; slow-k; sando-k; kay-cee-l
potassium citrate | potassium-supplement | | urocit-k
furosemide | loop-diuretic | 4603 agreed | lasix; frusemide
bumetanide | loop-diuretic | | bumex; burinex
torsemide | loop-diuretic | | demadex; torasemide
hydrochlorothiazide | thiazide | | hctz; microzide
chlorthalidone | thiazide | | chlortalidone; thalitone; hygroton
indapamide | thiazide | | natrilix; lozol
bendroflumethiazide | thiazide | | bendrofluazide; aprinox
metolazone | thiazide | | zaroxolyn
digoxin | cardiac-glycoside | 3407 agreed | lanoxin
amiodarone | antiarrhythmic qt-prolonging warfarin-enhancer digoxin-enhancer | 703 agreed | cordarone; pacerone
sotalol | antiarrhythmic beta-blocker qt-prolonging | | betapace; sotacor
dronedarone | antiarrhythmic qt-prolonging | | multaq
flecainide | antiarrhythmic | | tambocor
propafenone | antiarrhythmic | | rythmol; arythmol
dofetilide | antiarrhythmic qt-prolonging | | tikosyn
metoprolol | beta-blocker | 6918 agreed | lopressor; toprol; toprol-xl; betaloc
atenolol | beta-blocker | 1202 memory | tenormin; tenoretic
bisoprolol | beta-blocker | | zebeta; cardicor; emcor; concor
carvedilol | beta-blocker | | coreg
propranolol | beta-blocker | 8787 memory | inderal
nebivolol | beta-blocker | | bystolic; nebilet
labetalol | beta-blocker | | trandate; normodyne
nadolol | beta-blocker | | corgard
timolol | beta-blocker | | timoptic; timoptol
amlodipine | calcium-channel-blocker | 17767 agreed | norvasc; istin; caduet; exforge
nifedipine | calcium-channel-blocker | | procardia; adalat
felodipine | calcium-channel-blocker | | plendil
diltiazem | calcium-channel-blocker rate-limiting-ccb | | cardizem; tiazac; tildiem; adizem
verapamil | calcium-channel-blocker rate-limiting-ccb digoxin-enhancer | 11170 agreed | calan; isoptin; verelan; securon
doxazosin | alpha-blocker | | cardura
prazosin | alpha-blocker | | minipress; hypovase
tamsulosin | alpha-blocker | | flomax; flomaxtra
clonidine | central-antihypertensive | | catapres; kapvay
hydralazine | vasodilator | | apresoline
methyldopa | central-antihypertensive | | aldomet
minoxidil | vasodilator | | loniten
simvastatin | statin cyp3a4-statin | 36567 agreed | zocor; vytorin
atorvastatin | statin cyp3a4-statin | 83367 agreed | lipitor
lovastatin | statin cyp3a4-statin | | mevacor
rosuvastatin | statin | | crestor
pravastatin | statin | | pravachol; lipostat
ezetimibe | lipid-lowering | | zetia; ezetrol
fenofibrate | lipid-lowering | | tricor; lipantil
gemfibrozil | lipid-lowering | | lopid
insulin | insulin | | humulin; novolin; humalog; novolog; novorapid; lantus; levemir; tresiba; toujeo; basaglar; apidra; fiasp; actrapid; insulatard; ryzodeg; insulin glargine; insulin lispro; insulin aspart; insulin detemir; insulin degludec; insulin regular; insulin isophane; nph insulin
metformin | biguanide | 6809 agreed | glucophage; fortamet; glumetza; janumet; jentadueto
glipizide | sulfonylurea | 4821 memory | glucotrol; minodiab
glyburide | sulfonylurea | 4815 memory | glibenclamide; diabeta; micronase; glynase
glimepiride | sulfonylurea | 25789 agreed | amaryl
gliclazide | sulfonylurea | | diamicron
repaglinide | meglitinide | | prandin; novonorm
empagliflozin | sglt2-inhibitor | 1545653 memory | jardiance; synjardy; glyxambi
dapagliflozin | sglt2-inhibitor | 1488564 memory | farxiga; forxiga; xigduo; qtern
canagliflozin | sglt2-inhibitor | 1373458 memory | invokana; invokamet
ertugliflozin | sglt2-inhibitor | | steglatro
sitagliptin | dpp4-inhibitor | | januvia
linagliptin | dpp4-inhibitor | | tradjenta; trajenta
semaglutide | glp1-agonist | | ozempic; wegovy; rybelsus
liraglutide | glp1-agonist | | victoza; saxenda
dulaglutide | glp1-agonist | | trulicity
tirzepatide | glp1-agonist | | mounjaro; zepbound
exenatide | glp1-agonist | | byetta; bydureon
pioglitazone | thiazolidinedione | | actos
prednisone | corticosteroid-systemic | 8640 memory | deltasone; rayos
prednisolone | corticosteroid-systemic | | orapred; millipred; deltacortril
dexamethasone | corticosteroid-systemic | | decadron
methylprednisolone | corticosteroid-systemic | | medrol; solu-medrol; depo-medrol
hydrocortisone | corticosteroid-systemic | | cortef; solu-cortef; plenadren; alkindi
fludrocortisone | corticosteroid-systemic | | florinef
budesonide | corticosteroid-inhaled | | pulmicort; entocort; uceris
fluticasone | corticosteroid-inhaled | | flovent; flonase; flixotide; flixonase
beclomethasone | corticosteroid-inhaled | | beclometasone; qvar; clenil
mometasone | corticosteroid-inhaled | | asmanex; nasonex
triamcinolone | corticosteroid-inhaled | | kenalog; nasacort
methotrexate | immunosuppressant antimetabolite | 6851 agreed | trexall; otrexup; rheumatrex; metoject
azathioprine | immunosuppressant | | imuran; azasan
mercaptopurine | immunosuppressant chemotherapy | | purinethol
mycophenolate | immunosuppressant | | cellcept; myfortic; mycophenolate mofetil
cyclosporine | immunosuppressant calcineurin-inhibitor | 3008 agreed | ciclosporin; neoral; sandimmune; gengraf
tacrolimus | immunosuppressant calcineurin-inhibitor | | prograf; advagraf; envarsus
sirolimus | immunosuppressant | | rapamune
everolimus | immunosuppressant | | zortress; certican; afinitor
leflunomide | immunosuppressant | | arava
hydroxychloroquine | antimalarial qt-prolonging | | plaquenil
sulfasalazine | aminosalicylate sulfonamide-nonantibiotic | | azulfidine; salazopyrin
mesalamine | aminosalicylate | | mesalazine; asacol; pentasa; lialda
adalimumab | biologic | | humira
etanercept | biologic | | enbrel
infliximab | biologic | | remicade; inflectra
rituximab | biologic chemotherapy | | rituxan; mabthera
tocilizumab | biologic | | actemra; roactemra
ustekinumab | biologic | | stelara
secukinumab | biologic | | cosentyx
golimumab | biologic | | simponi
certolizumab | biologic | | cimzia
abatacept | biologic | | orencia
vedolizumab | biologic | | entyvio
tofacitinib | immunosuppressant | | xeljanz
upadacitinib | immunosuppressant | | rinvoq
baricitinib | immunosuppressant | | olumiant
ocrelizumab | biologic | | ocrevus
natalizumab | biologic | | tysabri
cyclophosphamide | chemotherapy | | cytoxan
doxorubicin | chemotherapy | | adriamycin
docetaxel | chemotherapy | | taxotere
paclitaxel | chemotherapy | | taxol; abraxane
carboplatin | chemotherapy | | paraplatin
cisplatin | chemotherapy | | platinol
oxaliplatin | chemotherapy | | eloxatin
fluorouracil | chemotherapy | | 5-fu; adrucil
capecitabine | chemotherapy | | xeloda
gemcitabine | chemotherapy | | gemzar
irinotecan | chemotherapy | | camptosar
vincristine | chemotherapy | | oncovin
etoposide | chemotherapy | | vepesid
bleomycin | chemotherapy | |
cytarabine | chemotherapy | |
temozolomide | chemotherapy | | temodar; temodal
hydroxyurea | chemotherapy | | hydroxycarbamide; hydrea; droxia
lenalidomide | chemotherapy | | revlimid
bortezomib | chemotherapy | | velcade
pembrolizumab | checkpoint-inhibitor chemotherapy | | keytruda
nivolumab | checkpoint-inhibitor chemotherapy | | opdivo
trastuzumab | chemotherapy | | herceptin
imatinib | chemotherapy | | gleevec; glivec
tamoxifen | anti-oestrogen | | nolvadex; soltamox
letrozole | aromatase-inhibitor | | femara
anastrozole | aromatase-inhibitor | | arimidex
methimazole | antithyroid | 6835 memory | tapazole; thiamazole
carbimazole | antithyroid | | neo-mercazole
propylthiouracil | antithyroid | | ptu
levothyroxine | thyroid-hormone | 10582 agreed | synthroid; levoxyl; eltroxin; euthyrox; unithroid
liothyronine | thyroid-hormone | | cytomel
clozapine | antipsychotic agranulocytosis-risk | 2626 memory | clozaril; denzapine; zaponex
haloperidol | antipsychotic qt-prolonging | 5093 memory | haldol; serenace
olanzapine | antipsychotic | | zyprexa
quetiapine | antipsychotic qt-prolonging | | seroquel
risperidone | antipsychotic | | risperdal
aripiprazole | antipsychotic | | abilify
ziprasidone | antipsychotic qt-prolonging | | geodon
chlorpromazine | antipsychotic qt-prolonging | | thorazine; largactil
lurasidone | antipsychotic | | latuda
paliperidone | antipsychotic | | invega
lithium | lithium-salt | 6448 memory | lithobid; priadel; camcolit; lithium carbonate; eskalith
fluoxetine | ssri | 4493 agreed | prozac; sarafem
sertraline | ssri | 36437 agreed | zoloft; lustral
paroxetine | ssri | | paxil; seroxat
citalopram | ssri qt-prolonging | 2556 memory | celexa; cipramil
escitalopram | ssri qt-prolonging | | lexapro; cipralex
fluvoxamine | ssri | | luvox; faverin
venlafaxine | snri | | effexor; efexor
desvenlafaxine | snri | | pristiq
duloxetine | snri | 72625 agreed | cymbalta; yentreve
milnacipran | snri | | savella
bupropion | antidepressant | | wellbutrin; zyban
mirtazapine | antidepressant | | remeron; zispin
trazodone | antidepressant serotonergic | | desyrel; molipaxin
vortioxetine | antidepressant serotonergic | | trintellix; brintellix
amitriptyline | tricyclic | | elavil; endep
nortriptyline | tricyclic | | pamelor; aventyl
imipramine | tricyclic | | tofranil
clomipramine | tricyclic | | anafranil
doxepin | tricyclic | | sinequan; silenor
dosulepin | tricyclic | | dothiepin; prothiaden
phenelzine | maoi | 8123 memory | nardil
tranylcypromine | maoi | 10734 memory | parnate
selegiline | maoi | 9639 memory | emsam; eldepryl
isocarboxazid | maoi | | marplan
moclobemide | maoi | | manerix
rasagiline | maoi | | azilect
linezolid | maoi antibiotic | 190376 memory | zyvox; zyvoxam
methylene blue | maoi | | methylthioninium
sumatriptan | triptan serotonergic | | imitrex; imigran
rizatriptan | triptan serotonergic | | maxalt
buspirone | serotonergic | | buspar
dextromethorphan | serotonergic cough-medicine | | robitussin dm; delsym; mucinex dm
pseudoephedrine | sympathomimetic | | sudafed
phenylephrine | sympathomimetic | | sudafed pe
methylphenidate | stimulant sympathomimetic | | ritalin; concerta
amphetamine | stimulant sympathomimetic | | adderall; dextroamphetamine; vyvanse; lisdexamfetamine; elvanse
modafinil | stimulant | | provigil
diazepam | benzodiazepine | 3322 agreed | valium
lorazepam | benzodiazepine | | ativan
alprazolam | benzodiazepine | | xanax
clonazepam | benzodiazepine anticonvulsant | | klonopin; rivotril
temazepam | benzodiazepine | | restoril
midazolam | benzodiazepine | | versed; buccolam
chlordiazepoxide | benzodiazepine | | librium
zolpidem | sedative | | ambien; stilnoct
zopiclone | sedative | | zimovane
eszopiclone | sedative | | lunesta
gabapentin | gabapentinoid | | neurontin
pregabalin | gabapentinoid | | lyrica
phenobarbital | barbiturate anticonvulsant sjs-risk | | phenobarbitone; luminal
carbamazepine | anticonvulsant sjs-risk | 2002 agreed | tegretol; carbatrol
oxcarbazepine | anticonvulsant sjs-risk | | trileptal
phenytoin | anticonvulsant sjs-risk | | dilantin; epanutin
lamotrigine | anticonvulsant sjs-risk | | lamictal
valproate | anticonvulsant teratogen | 40254 memory | depakote; depakene; epilim; valproic acid; divalproex; sodium valproate
levetiracetam | anticonvulsant | | keppra
topiramate | anticonvulsant | | topamax
lacosamide | anticonvulsant | | vimpat
zonisamide | anticonvulsant sulfonamide-nonantibiotic | | zonegran
amoxicillin | penicillin amoxicillin-side-chain | 723 agreed | amoxil; amoxycillin; moxatag
ampicillin | penicillin amoxicillin-side-chain | | principen; unasyn
clavulanate | beta-lactamase-inhibitor | | augmentin; co-amoxiclav; clavulanic acid
penicillin v | penicillin | 7984 seen | phenoxymethylpenicillin; pen vk; penicillin v potassium; penicillin vk
penicillin g | penicillin | 7980 agreed | benzylpenicillin; bicillin; penicillin g benzathine
penicillin | penicillin | | penicillins; pcn
dicloxacillin | penicillin | |
flucloxacillin | penicillin | | floxapen
piperacillin | penicillin | | zosyn; tazocin
pivmecillinam | penicillin | | selexid
cephalexin | cephalosporin amoxicillin-side-chain | | cefalexin; keflex; ceporex
cefadroxil | cephalosporin amoxicillin-side-chain | | duricef
cefaclor | cephalosporin amoxicillin-side-chain | | ceclor; distaclor
cefazolin | cephalosporin | | ancef; kefzol
cefuroxime | cephalosporin | | ceftin; zinnat; zinacef
cefdinir | cephalosporin | 25037 seen | omnicef
cefixime | cephalosporin | | suprax
cefpodoxime | cephalosporin | | vantin
ceftriaxone | cephalosporin | 2193 agreed | rocephin
cefotaxime | cephalosporin | | claforan
ceftazidime | cephalosporin aztreonam-side-chain | | fortaz; fortum
cefepime | cephalosporin | | maxipime
aztreonam | monobactam aztreonam-side-chain | | azactam; cayston
meropenem | carbapenem | | merrem; meronem
imipenem | carbapenem | | primaxin
ertapenem | carbapenem | | invanz
azithromycin | macrolide | 18631 agreed | zithromax; z-pak; zmax
clarithromycin | macrolide cyp3a4-inhibitor warfarin-enhancer | 21212 agreed | biaxin; klaricid
erythromycin | macrolide cyp3a4-inhibitor warfarin-enhancer | 4053 agreed | ery-tab; erythrocin; erythroped
ciprofloxacin | fluoroquinolone warfarin-enhancer | 2551 agreed | cipro; ciproxin
levofloxacin | fluoroquinolone | | levaquin; tavanic
moxifloxacin | fluoroquinolone | | avelox
ofloxacin | fluoroquinolone | | floxin
doxycycline | tetracycline | | vibramycin; doryx; oracea
minocycline | tetracycline | | minocin
lymecycline | tetracycline | | tetralysal
tetracycline | tetracycline | |
sulfamethoxazole | sulfonamide-antibiotic warfarin-enhancer sjs-risk | 10831 seen | bactrim; septra; co-trimoxazole; cotrimoxazole; septrin; smx-tmp; tmp-smx; sulfa; sulfonamide; sulfonamides; sulfa drugs
trimethoprim | trimethoprim-class | | primsol; trimpex
sulfadiazine | sulfonamide-antibiotic sjs-risk | | silvadene
metronidazole | nitroimidazole warfarin-enhancer | | flagyl
nitrofurantoin | nitrofuran | | macrobid; macrodantin
fosfomycin | phosphonic-antibiotic | | monurol
clindamycin | lincosamide | | cleocin; dalacin
vancomycin | glycopeptide | | vancocin
gentamicin | aminoglycoside | | garamycin
rifampin | rifamycin | | rifampicin; rifadin
isoniazid | antituberculous | | nydrazid
fluconazole | azole cyp3a4-inhibitor warfarin-enhancer qt-prolonging | 4450 agreed | diflucan
itraconazole | azole cyp3a4-inhibitor | | sporanox
ketoconazole | azole cyp3a4-inhibitor | | nizoral
voriconazole | azole cyp3a4-inhibitor qt-prolonging | | vfend
terbinafine | antifungal | | lamisil
nystatin | antifungal | | mycostatin
acyclovir | antiviral | | aciclovir; zovirax
valacyclovir | antiviral | | valaciclovir; valtrex
oseltamivir | antiviral | | tamiflu
nirmatrelvir | antiviral cyp3a4-inhibitor | | paxlovid
ritonavir | antiretroviral cyp3a4-inhibitor | | norvir; kaletra
tenofovir | antiretroviral | | truvada; viread; descovy; biktarvy; prep
dolutegravir | antiretroviral | | tivicay; triumeq
allopurinol | xanthine-oxidase-inhibitor sjs-risk | 519 agreed | zyloprim; zyloric
febuxostat | xanthine-oxidase-inhibitor | | uloric; adenuric
colchicine | gout-medicine | | colcrys; mitigare
omeprazole | ppi | | prilosec; losec
esomeprazole | ppi | | nexium
lansoprazole | ppi | | prevacid; zoton
pantoprazole | ppi | | protonix; pantoloc
famotidine | h2-blocker | | pepcid
ondansetron | antiemetic qt-prolonging | | zofran
metoclopramide | antiemetic | | reglan; maxolon
prochlorperazine | antiemetic | | compazine; stemetil
promethazine | antihistamine antiemetic | | phenergan
loperamide | antidiarrhoeal | | imodium
polyethylene glycol | laxative | | miralax; movicol; laxido; macrogol
senna | laxative | | senokot
docusate | laxative | | colace
diphenhydramine | antihistamine | | benadryl; nytol
cetirizine | antihistamine | | zyrtec; zirtek
loratadine | antihistamine | | claritin; clarityn
fexofenadine | antihistamine | | allegra; telfast
hydroxyzine | antihistamine qt-prolonging | | atarax; vistaril
albuterol | beta-agonist | 435 agreed | salbutamol; ventolin; proair; proventil; salamol
levalbuterol | beta-agonist | | xopenex
salmeterol | beta-agonist | | serevent; advair; seretide
formoterol | beta-agonist | | symbicort; foradil; fostair; dulera
ipratropium | antimuscarinic-inhaled | | atrovent; combivent; duoneb
tiotropium | antimuscarinic-inhaled | | spiriva
umeclidinium | antimuscarinic-inhaled | | anoro; trelegy; incruse
montelukast | leukotriene-antagonist | | singulair
theophylline | xanthine | | theo-24; uniphyllin
epinephrine | adrenaline-autoinjector | 3992 memory | adrenaline; epipen; auvi-q; jext; emerade
ethinyl estradiol | combined-oestrogen | | ethinylestradiol; yaz; yasmin; ortho tri-cyclen; loestrin; seasonique; microgynon; marvelon; nuvaring; xulane; levora; sprintec; junel; mircette; natazia; rigevidon; cilest; apri; aviane; lo loestrin
estradiol | oestrogen-hrt | | oestradiol; estrace; climara; evorel; vivelle; premarin; conjugated estrogens
levonorgestrel | progestogen | | mirena; plan b; levonelle; kyleena
norethindrone | progestogen | | norethisterone; camila; errin; aygestin; noriday
drospirenone | progestogen | | slynd
medroxyprogesterone | progestogen | | provera; depo-provera; depo provera
etonogestrel | progestogen | | nexplanon; implanon
desogestrel | progestogen | | cerazette; cerelle
testosterone | androgen | | androgel; testim; nebido
finasteride | 5-alpha-reductase-inhibitor | | proscar; propecia
isotretinoin | retinoid teratogen | | accutane; roaccutane; claravis
acitretin | retinoid teratogen | | soriatane
oxybutynin | antimuscarinic | | ditropan
mirabegron | beta3-agonist | | myrbetriq; betmiga
donepezil | cholinesterase-inhibitor | | aricept
memantine | nmda-antagonist | | namenda; ebixa
levodopa | antiparkinson | | sinemet; madopar; carbidopa; co-careldopa
pramipexole | antiparkinson | | mirapex
ropinirole | antiparkinson | | requip
baclofen | muscle-relaxant | | lioresal
cyclobenzaprine | muscle-relaxant serotonergic | | flexeril
tizanidine | muscle-relaxant | | zanaflex
methocarbamol | muscle-relaxant | | robaxin
carisoprodol | muscle-relaxant sedative | | soma
alendronate | bisphosphonate | | fosamax; alendronic acid
denosumab | bone-biologic | | prolia; xgeva
zoledronic acid | bisphosphonate | | reclast; zometa
ferrous sulfate | iron | | ferrous sulphate; feosol; slow fe; ferrous fumarate; iron supplement
folic acid | vitamin | | folate
cholecalciferol | vitamin | | vitamin d; vitamin d3
cyanocobalamin | vitamin | | vitamin b12; hydroxocobalamin
calcium carbonate | antacid | | tums; caltrate; adcal
magnesium | mineral | | milk of magnesia; magnesium oxide
sevelamer | phosphate-binder | | renvela; renagel
epoetin | erythropoietin | | epogen; procrit; aranesp; darbepoetin
hydroxyprogesterone | progestogen | | makena
desmopressin | vasopressin-analogue | | ddavp
latanoprost | eye-pressure | | xalatan
brimonidine | eye-pressure | | alphagan
acetazolamide | carbonic-anhydrase-inhibitor sulfonamide-nonantibiotic | | diamox
lidocaine | local-anaesthetic | | lignocaine; xylocaine; lidoderm
nicotine | nicotine-replacement | | nicorette; nicoderm
varenicline | smoking-cessation | | chantix; champix
disulfiram | alcohol-deterrent | | antabuse
acamprosate | alcohol-deterrent | | campral
pyridostigmine | cholinesterase-inhibitor | | mestinon
interferon | immunomodulator | | avonex; rebif
iodinated contrast | contrast-medium | | contrast; iv contrast; contrast dye; iodine contrast
latex | latex | |
`;
