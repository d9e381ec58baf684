/**
 * What may be wrong with a site: id | generic concept | groups of sites | adjective for display | words.
 *
 * `<site>-<id>` is a concept for each site of the groups; its broader concepts are the generic one and the
 * same attribute of the parent site. Words are joined with a site in any usual order ("pain in the left arm",
 * "arm hurts", "pain, arm"). `head` etc. are groups of `sites.ts`; `*` is every group except `side`.
 */
export const ATTRIBUTES = `
pain | pain | * | pain | pain; ache; burning; stinging; aching; hurt; sore; soreness; tender; tenderness; discomfort; painful; achy; throbbing; throb; painfull; pian; pians; killing me; sharp pain; burning pain; pn; cramping pain; stabbing; shooting pain; pinching; agony; uncomfortable; tenderness to palpation; ttp; ouchie; owie; boo boo; gripping; colic; twinge; sudden stab; stab of pain; stabs of pain; sharp stab; sharp stabs; jab of pain; excruciating; bothering; gyp; gip; jip; giving grief; giving bother; playing up; killing
swelling | swelling | * | swelling | swelling; swollen; swell; edema; oedema; puffy; puffiness; swole; swelled up; blew up; enlarged; ballooned; edematous; oedematous; inflammation; inflamed; sweling; swellin
injury | injury | * | injury | injury; injured; trauma; hurt playing; hit; banged; smashed; slammed; struck; jammed; twisted; rolled; wrenched; inj; bumped; blow to; whacked; landed on; tweaked; got hurt; stubbed; squashed; pulled; injure; strained; shut in; caught in
laceration | laceration | * | laceration | laceration; lac; lacs; lacerated; cut; gash; gashed; sliced; slice; cut open; split open; slit; nick; nicked; lacration; laceration wound; tore open; ripped open; cut self; cuts; ripped
puncture-wound | puncture-wound | * | puncture wound | puncture; puncture wound; punctured; poked; pierced; jabbed
wound | wound | * | wound | wound; open wound; open sore; gaping wound
abrasion | abrasion | * | graze | abrasion; scrape; scraped; graze; grazed; road rash; skinned; scratch; scratched; abrasions
bruise | contusion | * | bruise | bruise; bruising; bruised; contusion; ecchymosis; black and blue; hematoma; haematoma; ecchymoses; ecchymotic; contused; goose egg
burn | burn | * | burn | burn; burned; burnt; scald; scalded; burns
numbness | sensory-symptom | * | numbness | numbness; numb; loss of feeling; cannot feel; not feel; no feeling; sensation loss; hypoesthesia; hypesthesia; dead feeling; decreased sensation; loss of sensation; no sensation; lost feeling; sensory loss; cant feel; insensate; went dead; paresthesia; paraesthesia; paresthesias; sensory decreased; sensation decreased; anesthesia
tingling | sensory-symptom | * | tingling | tingling; tingle; tingly; pins and needles; pins needles; asleep; went to sleep; falling asleep; prickling; abnormal sensation
weakness | weakness-neurological | limb head trunk | weakness | weakness; weak; heavy; heaviness; gave out; giving out; gives out; giving way; gave way; gives way; feels dead; limp; dropping things; motor weakness; no strength; loss of strength; lost strength; decreased strength; paresis; monoparesis; paraparesis; hemiparesis; lost power; loss of power; no power; buckled; went limp; buckling
not-moving | not-moving-limb | limb head eye mouth trunk | not moving | cannot move; not moving; unable to move; cannot lift; cannot raise; cannot use; not using; will not move; will not use; stopped working; not working; cannot bend; cannot straighten; limited movement; limitation of movement; decreased range of motion; limited range of motion; not work; decreased rom; limited rom; cannot extend; cannot flex; refuses to move; wont move; wont use; cannot move his; difficulty moving; hard to move; trouble moving; cannot grip; locked; locked up
bleeding | bleeding | * | bleeding | bleeding; bleed; bled; hemorrhage; haemorrhage; hemorrhaging; blood from; blood coming from; blood out of; blood gushing from; bleeding from; oozing blood; blood pouring from
rash | rash | * | rash | rash; rashes; eruption; breaking out; bumps; hives; spots; red spots; broke out; welts; dermatitis; pimples; breakout; blotches; exanthem
itching | itching | * | itching | itching; itch; itchy; itchiness; pruritus; pruritic; itches; itchyness
redness | redness | * | redness | redness; red; erythema; erythematous; reddened; warm and red; inflamed and red; reddish
warmth | redness | * | warmth | warm to touch; hot to touch; warmth
lump | lump | * | lump | lump; mass; bump; growth; cyst; nodule; knot; tumor; tumour; lumps; polyp; lesion; bumps and lumps; growths; node; nodes
stiffness | stiffness | * | stiffness | stiff; stiffness; tight; tightness; tight muscles; frozen; limited motion; contracture; contractures
cramps | cramps | * | cramps | cramp; cramps; cramping; spasm; spasms; charley horse; charlie horse; knots; seizing up; spazzing
fracture | fracture | limb head trunk nose tooth | fracture | fracture; fractured; fx; broken; broke; break; frx; avulsion fracture; frature; cracked; snapped
dislocation | dislocation | limb head | dislocation | dislocation; dislocated; out of place; popped out; out of socket; out of joint; subluxation; subluxed; slipped out
deformity | deformity | limb head trunk nose | deformity | deformity; deformed; crooked; bent wrong way; misshapen; looks bent; angulated; bent; bent funny; bent backwards
sprain | sprain | limb trunk | sprain | sprain; sprained; strain; strained; pulled muscle; torn ligament; torn; pulled; spraining; rolled over on; twisted my; turned
infection | skin-infection | limb head trunk skin genital breast nail | infection | infection; infected; infected wound; cellulitis; oozing; festering; infxn; pus; infction; draining pus; weeping
abscess | abscess | * | abscess | abscess; boil; absess; abcess; furuncle; carbuncle; pus pocket; boils; pilonidal; whitlow
ulcer | skin-ulcer | limb head trunk skin genital mouth breast | sore | ulcer; ulceration; sores; open sore; sore spot; ulcers; canker
blisters | blisters | * | blisters | blister; blisters; blistering; vesicles; bullae; blistered
discharge | discharge | eye ear nose genital breast skin surgical trunk limb | discharge | discharge; drainage; draining; leaking; oozing; pus coming out of; leakage; fluid coming out of; weeping; crusty; seepage; goop; goopy; gunk
foreign-body | foreign-body | * | foreign body | foreign body; fb; foreign object; something in; something stuck in; stuck in; splinter in; glass in; object in; lodged in; stuck up; shoved up; bead in; embedded in; put up
coldness | cold-limb | limb | coldness | cold; cool to touch; cool; ice cold; freezing; icy
discolouration | skin-discolouration | limb head mouth skin nail breast eye | discolouration | discoloration; discolouration; discolored; discoloured; abnormal color; abnormal colour; changed color; turning colors; dusky
blueness | blue-limb | limb | blue colour | blue; purple; bluish; purplish; turned blue; turning blue; turning purple; turned purple; cyanotic
paleness | pale-limb | limb | pale colour | pale; white; pallor; no color; blanched; bloodless
blackness | black-toe | limb nail | black colour | black; blackened; gangrene; gangrenous; necrotic; turning black; turned black; necrosis
crush | crush-injury | limb | crush injury | crush; crushed; mangled; run over; ran over; crush injury; caught in machine
amputation | amputation | limb ear nose mouth genital | amputation | amputation; amputated; cut off; severed; tore off; chopped off; ripped off; torn off; sliced off; bitten off; avulsed; avulsion
bite | bite-or-sting | * | bite | bite; bitten; bit; stung; sting; bites; stings
twitching | muscle-twitching | limb head eye | twitching | twitching; twitch; jerking; twitches; shaking; jerks; trembling; trembles; tremor; fasciculations
dryness | dry-skin | skin mouth eye genital | dryness | dryness; dry; scaly; peeling; flaky; cracked; roughness; flaking; scaliness
fullness | symptom | ear trunk nose throat head | fullness | fullness; full; plugged; clogged; pressure; blocked; congested; congestion; stuffy; popping; stuffed up; stuffiness; plugged up; clogged up; bloated; tight
symptom | symptom | * | symptom | symptom; symptoms; problem; problems; issue; issues; trouble; complaint; complaints; concern; concerns; funny; weird; disorder; bothering; sx; condition; malfunction; disease; diseases; feels off; not right; irritation; irritated; discomforts; deformities; abnormality; trouble with; swelling inflammation
`;
