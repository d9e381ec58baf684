/**
 * Body sites: id | display | parent | group | words, `;` between wordings.
 *
 * The group decides which attributes a site may be joined with (`attributes.ts`).
 */
export const SITES = `
left | left | | side | left; lt; left sided; left side; l side; l sided; lhs
right | right | | side | right; rt; right sided; right side; r side; r sided; rhs
both | both sides | | side | both; bilateral; bilat; b/l; both side; bl; each; bilaterally
head | head | | head | head; cranial; skull; noggin
scalp | scalp | head | head | scalp
face | face | head | head | face; facial; side of face
forehead | forehead | face | head | forehead; brow
temple | temple | head | head | temple; temporal
cheek | cheek | face | head | cheek; cheekbone; zygoma
chin | chin | face | head | chin
jaw | jaw | face | head | jaw; mandible; jawbone
eye | eye | face | eye | eye; ocular; eyeball; orbit; orbital; cornea; corneal
eyelid | eyelid | eye | eye | eyelid; eye lid; lid; upper lid; lower lid
eyebrow | eyebrow | face | head | eyebrow; eye brow
ear | ear | head | ear | ear; ear canal; earlobe; auricle; pinna; ear lobe
nose | nose | face | nose | nose; nasal; nostril
sinus | sinus | face | nose | sinus; sinuses
mouth | mouth | face | mouth | mouth; oral; palate; roof of mouth
lip | lip | mouth | mouth | lip; upper lip; lower lip
tongue | tongue | mouth | mouth | tongue
tooth | tooth | mouth | tooth | tooth; teeth; dental; molar; wisdom tooth
gum | gum | mouth | mouth | gum; gums
throat | throat | neck | throat | throat; pharynx; tonsil; tonsils; oropharynx
neck | neck | | trunk | neck; cervical; c spine; nape
shoulder | shoulder | arm | limb | shoulder; shldr; shoulder blade; scapula; rotator cuff; shoulder joint
collarbone | collarbone | shoulder | limb | collarbone; clavicle; collar bone; clavicular
armpit | armpit | arm | limb | armpit; axilla; axillary; underarm
arm | arm | limb | limb | arm; upper arm; humerus; upper extremity; ue; bicep; tricep; upper limb; rue; lue
elbow | elbow | arm | limb | elbow
forearm | forearm | arm | limb | forearm; lower arm; fore arm; radius; ulna
wrist | wrist | arm | limb | wrist; distal radius
hand | hand | arm | limb | hand; palm; knuckle; metacarpal
finger | finger | hand | limb | finger; digit; index finger; middle finger; ring finger; pinky; little finger; pinkie; fingertip; finger tip; pointer finger
thumb | thumb | finger | limb | thumb
nail | nail | | nail | fingernail; toenail; toe nail; finger nail; nail bed
limb | limb | | limb | limb; extremity; extremities
chest | chest | | trunk | chest; thorax; thoracic; sternum; sternal; substernal; retrosternal; precordial; precordium; breastbone; ribcage; rib cage
chest-wall | chest wall | chest | trunk | chest wall
rib | rib | chest | trunk | rib; ribs; costal
breast | breast | chest | breast | breast; boob; mammary
nipple | nipple | breast | breast | nipple
heart | heart | chest | trunk | heart
lung | lung | chest | trunk | lung; lungs
back | back | | trunk | back; dorsal; mid back; middle back; spine; spinal
upper-back | upper back | back | trunk | upper back; thoracic spine; t spine; between shoulder blades
lower-back | lower back | back | trunk | lower back; low back; lumbar; lumbosacral; l spine; small of back; lumber
coccyx | tailbone | back | trunk | tailbone; coccyx; coccygeal; sacrum; sacral
flank | flank | abdomen | trunk | flank; loin; side; cva; costovertebral angle
kidney | kidney | flank | trunk | kidney; renal; kidneys
abdomen | abdomen | | trunk | abdomen; abdominal; abd; abdo; belly; stomach; tummy; gut; tum; abdoman; abdomin; stomache; intestine
epigastrium | upper middle abdomen | upper-abdomen | trunk | epigastric; epigastrium; upper middle tummy; upper middle belly; upper middle abdomen; upper middle stomach; middle upper abdomen; upper central abdomen; top of tummy; pit of stomach; epigastic
upper-abdomen | upper abdomen | abdomen | trunk | upper abdomen; upper abdominal; upper abd; upper stomach; upper belly; hypochondrium; hypochondrial; under rib
lower-abdomen | lower abdomen | abdomen | trunk | lower abdomen; lower abdominal; lower abd; lower belly; lower stomach; suprapubic; hypogastric; lower tummy; bikini line
ruq | right upper abdomen | upper-abdomen | trunk | ruq; right upper quadrant; rt upper quadrant; right upper abdomen; right upper abdominal; right upper belly; right upper stomach
luq | left upper abdomen | upper-abdomen | trunk | luq; left upper quadrant; left upper abdomen; left upper abdominal; left upper belly; left upper stomach
rlq | right lower abdomen | lower-abdomen | trunk | rlq; low down on the right; low on the right; right low down; right bottom corner; bottom right corner; right lower quadrant; rt lower quadrant; right lower abdomen; right lower abdominal; right lower belly; right iliac fossa; rif; right lower stomach; lower right abdomen; lower right belly; lower right stomach; mcburney; lower right side of belly; lower right side of stomach; lower right quadrant
llq | left lower abdomen | lower-abdomen | trunk | llq; low down on the left; low on the left; left low down; left bottom corner; left lower quadrant; left lower abdomen; left lower abdominal; left lower belly; left iliac fossa; lif; left lower stomach; lower left abdomen; lower left belly; lower left stomach; lower left quadrant
periumbilical | around the navel | abdomen | trunk | periumbilical; periumbilical area; umbilical; umbilicus; navel; belly button; bellybutton; around navel; around belly button
liver | liver | upper-abdomen | trunk | liver; gallbladder; hepatic; biliary; biliary tract; gall bladder
pelvis | pelvis | | trunk | pelvis; pelvic; uterus; uterine; ovary; ovarian
groin | groin | | limb | groin; inguinal; crotch
bladder | bladder | pelvis | genital | bladder
urethra | urethra | | genital | urethra; urethral
penis | penis | | genital | penis; penile; foreskin; glans; willy
testicle | testicle or scrotum | | genital | testicle; testicular; testes; testis; scrotum; scrotal; ball sack; ballsack; nutsack; private parts
vagina | vagina | | genital | vagina; vaginal
vulva | vulva | | genital | vulva; vulvar; labia; labial; vulval; clitoris; bartholin gland
perineum | perineum | | genital | perineum; perineal
rectum | rectum or anus | | genital | rectum; rectal; anus; anal; bottom; anorectal; perianal; anal rectal; back passage
prostate | prostate | | genital | prostate; prostatic
buttock | buttock | leg | limb | buttock; gluteal; butt; buttocks; butt cheek; glute; gluteus; backside
hip | hip | leg | limb | hip; hip joint
thigh | thigh | leg | limb | thigh; femur; hamstring; quad; quadriceps; upper leg; femoral
leg | leg | limb | limb | leg; lower extremity; le; lower limb; rle; lle; lower extremities
knee | knee | leg | limb | knee; kneecap; patella; knee joint; popliteal; behind knee
calf | calf | leg | limb | calf; calves; back of leg; lower leg; gastrocnemius
shin | shin | leg | limb | shin; tibia; fibula; tib fib
ankle | ankle | leg | limb | ankle; malleolus
heel | heel | foot | limb | heel; achilles
foot | foot | leg | limb | foot; feet; sole; metatarsal; arch of foot; instep
toe | toe | foot | limb | toe; big toe; great toe; hallux; little toe
joint | joint | | limb | joint; joints
muscle | muscle | | limb | muscle; muscular; muscles
bone | bone | | limb | bone; bones
skin | skin | | skin | skin
gland | gland | | skin | gland; glands; lymph node; lymph; lymph gland; lymph nodes
body-side | one side of the body | | limb | side of body; half of body; one side of body
whole-body | whole body | | limb | whole body; all over; entire body; all over body; generalized; generalised; all of body
surgical-site | operation site | | limb | incision; surgical site; incision site; operation site; surgical wound; stitch; stitches; suture; sutures; port site; iv site
`;
