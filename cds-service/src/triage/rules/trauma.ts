import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import { adult, all, any, beyond, from, has, hasWith, not, takes, under, vital, when } from '../trigger.ts';

/** Injuries, burns, bites, violence. */
export const TRAUMA_RULES: readonly Rule[] = [
  critical('penetrating-trunk', 'Penetrating injury of head, neck, chest, abdomen or groin', {
    when: any(
      has('penetrating-trunk-trauma', 'gunshot-wound'),
      all(
        has('stab-wound', 'impaled-object', 'penetrating-trauma'),
        any(
          has(
            'chest-injury',
            'abdominal-trauma',
            'neck-injury',
            'head-injury',
            'abdomen-wound',
            'neck-wound',
            'back-wound',
            'chest-pain',
            'abdominal-pain',
            'shortness-of-breath',
          ),
          hasWith(['stab-wound', 'impaled-object', 'penetrating-trauma'], {
            sites: [
              'chest',
              'abdomen',
              'neck',
              'head',
              'back',
              'groin',
              'face',
              'flank',
              'upper-abdomen',
              'lower-abdomen',
              'rib',
            ],
          }),
          when('poor-perfusion'),
        ),
      ),
    ),
    source: SOURCES.esi,
    fires: ['stabbed in the chest', 'gunshot wound to the abdomen', 'knife wound to the neck, bleeding'],
    spares: ['stepped on a nail', 'cut finger with a kitchen knife', 'shot years ago, old bullet aches'],
  }),
  critical('uncontrolled-bleeding', 'Bleeding that pressure does not stop', {
    when: any(
      // Blood that pressure holds is high, however it spurted.
      all(has('uncontrolled-bleeding', 'spurting-bleeding'), not(has('bleeding-controlled'))),
      all(
        any(
          hasWith('severe-bleeding', { except: ['vaginal-bleeding'] }),
          has('tourniquet-applied', 'dialysis-access-bleeding'),
        ),
        any(
          when('hypotensive'),
          vital('heart-rate', { atLeast: 120 }),
          has('pallor', 'syncope', 'shock', 'cold-clammy', 'drowsy'),
        ),
      ),
    ),
    source: SOURCES.trauma,
    fires: [
      'arm cut, blood spurting',
      'bleeding will not stop with pressure, soaked towels',
      'dialysis fistula bleeding, pale and faint',
    ],
    spares: ['cut finger, bleeding stopped', 'small nosebleed, stopped', 'no bleeding, bruise'],
  }),
  high('severe-bleeding', 'Heavy bleeding', {
    when: any(
      hasWith(['severe-bleeding'], { except: ['vaginal-bleeding'] }),
      has('tourniquet-applied', 'dialysis-access-bleeding'),
      hasWith('bleeding', { severity: 'severe', except: ['vaginal-bleeding', 'nosebleed'] }),
      all(
        has('post-op-bleeding', 'post-extraction-bleeding'),
        any(
          when('anticoagulated'),
          hasWith(['post-op-bleeding', 'post-extraction-bleeding'], { course: ['worsening'] }),
        ),
      ),
    ),
    source: SOURCES.trauma,
    fires: ['deep cut with heavy bleeding', 'AVF site bleeding', 'fistula bleeding after dialysis'],
    spares: ['small cut, bleeding controlled', 'gums bleed when brushing', 'no bleeding'],
  }),
  critical('major-trauma-unstable', 'Injury with unstable vital signs or reduced consciousness', {
    when: all(
      has('trauma', 'dangerous-mechanism', 'mvc', 'fall', 'assault', 'injury'),
      any(
        all(
          when('hypotensive'),
          any(
            has(
              'dangerous-mechanism',
              'abdominal-trauma',
              'chest-injury',
              'pelvic-injury',
              'multiple-injuries',
              'mvc',
            ),
            beyond('heart-rate-danger'),
          ),
        ),
        all(vital('gcs', { atMost: 12 })),
        all(has('unresponsive', 'responds-to-pain', 'obtunded')),
        has('flail-chest', 'shock'),
        all(
          has('dangerous-mechanism', 'mvc'),
          has('abdominal-distension', 'abdominal-trauma', 'chest-injury', 'pelvic-injury'),
          has('syncope', 'sudden-collapse', 'pallor', 'cold-clammy', 'ashen'),
        ),
        all(
          has('chest-injury', 'dangerous-mechanism', 'mvc'),
          any(vital('spo2', { below: 90 }), has('respiratory-distress', 'severe-respiratory-distress')),
        ),
      ),
    ),
    source: SOURCES.trauma,
    fires: ['car crash, BP 80/50 HR 136', 'fell off the roof, GCS 9', 'hit by a car, not responding'],
    spares: [
      'minor car bump, neck sore, BP 130/80',
      'fell off a bike, graze',
      'old crash, back pain for years',
    ],
  }),
  high('dangerous-mechanism', 'Dangerous mechanism of injury', {
    when: any(
      has(
        'high-speed-mvc',
        'ejected',
        'rollover',
        'fall-over-six-metres',
        'pedestrian-struck',
        'motorcycle-crash',
        'explosion',
        'death-in-crash',
        'entrapment',
        'lightning-strike',
        'high-voltage',
        'penetrating-trauma',
      ),
      all(
        has('crush-injury'),
        has('chest-injury', 'abdominal-trauma', 'pelvic-injury', 'blunt-chest-trauma', 'unable-to-walk'),
      ),
      all(
        has(
          'fall-from-height',
          'fall-from-horse',
          'handlebar-injury',
          'blunt-abdominal-trauma',
          'blunt-chest-trauma',
          'fall-down-stairs',
        ),
        any(
          hasWith(
            [
              'headache',
              'neck-pain',
              'back-pain',
              'abdominal-pain',
              'chest-pain',
              'shortness-of-breath',
              'pelvic-pain',
              'vomiting',
              'loss-of-consciousness',
              'head-injury',
              'spinal-injury',
              'unable-to-walk',
              'haematuria',
              'hip-pain',
            ],
            {},
          ),
          from(65),
          when('severe-pain'),
        ),
        not(
          all(
            under(16),
            has('no-loss-of-consciousness'),
            has('alert-oriented', 'alert-interactive', 'playful'),
          ),
        ),
      ),
      hasWith('fall-over-six-metres', {}),
    ),
    source: SOURCES.trauma,
    fires: [
      'thrown from a motorcycle',
      'car rolled over at high speed',
      'fell from a ladder three metres, back pain',
    ],
    spares: [
      'tripped on the kerb, sore wrist',
      'low speed car park bump, no pain',
      'fell off a chair, graze',
    ],
  }),
  high('head-injury-danger', 'Head injury with a danger sign', {
    when: all(
      has('head-injury', 'concussion', 'skull-fracture-sign', 'brain-bleed'),
      any(
        has(
          'loss-of-consciousness',
          'amnesia',
          'seizure',
          'persistent-vomiting',
          'repeated-vomiting-after-injury',
          'skull-fracture-sign',
          'confusion',
          'drowsy',
          'unequal-pupils',
          'severe-headache',
          'vision-change',
          'one-sided-weakness',
          'slurred-speech',
          'dangerous-mechanism',
          'brain-bleed',
          'post-ictal',
          'ataxia',
          'weakness-neurological',
          'altered-mental-state',
        ),
        all(
          from(65),
          any(
            has('loss-of-consciousness', 'vomiting', 'scalp-haematoma'),
            hasWith('headache', { notMild: true }),
            when('anticoagulated'),
            takes('p2y12-inhibitor', 'antiplatelet'),
          ),
        ),
        when('anticoagulated'),
        takes('p2y12-inhibitor'),
        when('altered-mental-state'),
        all(
          has('vomiting'),
          any(under(16), has('headache')),
          // Once sick after a bump, never out and bright: watched and advised (three times is the limit of NICE).
          not(all(has('no-loss-of-consciousness'), has('alert-oriented', 'alert-interactive', 'playful'))),
        ),
        hasWith('headache', { course: ['worsening'] }),
        has('bleeding-disorder', 'haemophilia', 'alcohol-intoxication'),
      ),
    ),
    source: SOURCES.headInjury,
    ask: {
      when: has('head-injury', 'facial-injury'),
      about: ['loss-of-consciousness', 'no-loss-of-consciousness', 'vomiting', 'anticoagulant'],
      text: 'Any loss of consciousness, gap in memory, repeated vomiting, or a blood thinner?',
      reason: 'These decide how soon the head must be looked at.',
    },
    fires: [
      'fell, hit head, knocked out for a minute',
      'head injury, vomited three times',
      '72F hit her head, on warfarin',
    ],
    spares: [
      'bumped head on a cupboard, no loss of consciousness, no vomiting',
      'scalp graze, 30M',
      'concussion last year, now a cold',
    ],
  }),
  critical('head-injury-severe', 'Head injury with deep drowsiness or signs of pressure on the brain', {
    when: all(
      has('head-injury', 'skull-fracture-sign', 'brain-bleed', 'fall', 'assault', 'mvc'),
      any(
        vital('gcs', { atMost: 12 }),
        all(
          has('unequal-pupils', 'fixed-pupils', 'ongoing-seizure', 'unresponsive', 'hard-to-wake'),
          has('head-injury', 'brain-bleed', 'skull-fracture-sign'),
        ),
        all(
          has('head-injury'),
          has('one-sided-weakness', 'drowsy', 'confusion'),
          has('seizure', 'unequal-pupils'),
        ),
      ),
    ),
    source: SOURCES.headInjury,
    fires: [
      'head injury, one pupil blown',
      'hit by a bat, GCS 8',
      'fell downstairs, head injury, drowsy, had a seizure',
    ],
    spares: [
      'head bump, GCS 15',
      'sleepy after a late night, no injury',
      'pupils unequal since birth, cough',
    ],
  }),
  high('spine-injury', 'Possible injury of the spine', {
    when: any(
      has('spinal-injury', 'diving-accident'),
      all(
        has('neck-injury', 'back-injury', 'neck-pain', 'fall', 'mvc', 'dangerous-mechanism'),
        has(
          'midline-neck-tenderness',
          'bilateral-leg-weakness',
          'arm-weakness',
          'leg-weakness',
          'leg-numbness',
          'hand-tingling',
          'paralysis',
          'limb-numbness',
          'loss-of-sensation',
        ),
        has('injury', 'fall', 'mvc', 'dangerous-mechanism', 'neck-injury', 'back-injury'),
      ),
      all(from(65), has('neck-pain', 'neck-injury'), has('fall', 'mvc')),
    ),
    source: SOURCES.cSpine,
    fires: [
      'dived into shallow water, neck pain, hands tingling',
      'car crash, pain in the midline of the neck, arms numb',
      '78F fell, neck pain',
    ],
    spares: [
      'stiff neck after sleeping badly',
      'whiplash last month, mild ache',
      'tingling fingers at night, no injury',
    ],
  }),
  high('chest-trunk-injury', 'Injury of chest, abdomen or pelvis with a danger sign', {
    when: all(
      has(
        'chest-injury',
        'blunt-chest-trauma',
        'abdominal-trauma',
        'blunt-abdominal-trauma',
        'pelvic-injury',
        'rib-fracture',
        'handlebar-injury',
        'seatbelt-sign',
        'back-injury',
      ),
      any(
        hasWith('shortness-of-breath', { notMild: true }),
        has(
          'abdominal-pain',
          'severe-abdominal-pain',
          'haematuria',
          'syncope',
          'seatbelt-sign',
          'haemoptysis',
          'vomiting',
          'pallor',
          'shoulder-tip-pain',
          'unable-to-walk',
        ),
        when('danger-zone'),
        when('severe-pain'),
        from(65),
      ),
    ),
    source: SOURCES.trauma,
    fires: [
      'kicked in the belly, abdominal pain and vomiting',
      'fell on his ribs, short of breath',
      'seat belt bruise and abdominal pain after crash',
    ],
    spares: [
      'bumped ribs on a door, mild ache, breathing fine, 30M',
      'no abdominal injury, wrist sprain',
      'old rib fracture, healed',
    ],
  }),
  high(
    'limb-circulation',
    'Limb injury with lost circulation or nerve function, open fracture or amputation',
    {
      when: any(
        has(
          'open-fracture',
          'amputation',
          'degloving',
          'compartment-syndrome',
          'high-pressure-injection',
          'flexor-sheath-infection',
        ),
        all(has('neurovascular-compromise'), not(has('acrocyanosis'))),
        all(
          has('fracture', 'dislocation', 'deformity', 'limb-injury', 'crush-injury', 'cast', 'tight-cast'),
          has(
            'cold-limb',
            'pale-limb',
            'pulseless-limb',
            'blue-limb',
            'limb-numbness',
            'loss-of-sensation',
            'tense-limb',
            'pain-on-passive-stretch',
            'pain-out-of-proportion',
            'weak-pulse',
            'foot-not-moving',
            'ankle-not-moving',
            'hand-numbness',
            'foot-numbness',
          ),
        ),
        all(
          hasWith('crush-injury', { except: ['finger-crush', 'toe-crush'] }),
          any(
            when('severe-pain'),
            has('limb-swelling', 'deformity', 'leg-pain', 'machinery-injury', 'entrapment', 'finger-crush'),
          ),
        ),
        all(has('dislocation'), has('knee-dislocation', 'hip-dislocation', 'elbow-dislocation')),
        all(
          has('tight-cast', 'cast'),
          any(
            when('severe-pain'),
            hasWith('pain', { course: ['worsening'] }),
            has(
              'limb-numbness',
              'blue-limb',
              'finger-numbness',
              'toe-numbness',
              'toe-tingling',
              'finger-tingling',
            ),
          ),
        ),
        has('finger-amputation'),
        all(
          has('deformity', 'fracture'),
          any(
            hasWith('leg-deformity', { except: ['toe-deformity', 'foot-deformity'] }),
            has('thigh-deformity', 'thigh-fracture', 'thigh-injury'),
          ),
        ),
      ),
      source: SOURCES.fracture,
      fires: [
        'broken leg with bone sticking out',
        'fell on arm, deformed, hand cold and numb',
        'finger cut off by a saw',
      ],
      spares: ['ankle sprain, walks, feeling normal', 'broken toe, warm', 'cast itches'],
    },
  ),
  critical('limb-loss-bleed', 'Amputation or crush of a limb with major bleeding', {
    when: all(
      has('amputation', 'crush-injury', 'degloving', 'open-fracture'),
      any(
        has(
          'arm-amputation',
          'leg-amputation',
          'hand-amputation',
          'foot-amputation',
          'severe-bleeding',
          'uncontrolled-bleeding',
          'shock',
          'tourniquet-applied',
          'entrapment',
        ),
        when('hypotensive'),
      ),
    ),
    source: SOURCES.trauma,
    fires: [
      'leg amputated by a train',
      'hand cut off in a machine, bleeding heavily',
      'arm crushed, BP 80/40',
    ],
    spares: ['fingertip nail torn', 'had a toe amputated years ago', 'old amputation, stump itchy'],
  }),
  high('hip-fracture', 'Possible hip fracture with deformity, severe pain or low pressure', {
    when: any(
      all(
        any(
          has('hip-fracture', 'hip-fracture-sign'),
          all(from(60), has('hip-pain', 'groin-pain', 'hip-injury', 'thigh-pain'), has('fall', 'injury')),
        ),
        any(
          has('deformity', 'sensory-symptom', 'cold-limb', 'confusion', 'pallor', 'head-injury', 'long-lie'),
          when('severe-pain'),
          when('hypotensive'),
        ),
      ),
    ),
    source: SOURCES.trauma,
    fires: [
      '82F fell, hip pain 9/10, cannot stand',
      'leg short and turned out after a fall, severe pain, 79M',
      '70F fell, hip deformed and painful',
    ],
    spares: [
      '82F hip arthritis for years, walking',
      '30M hip sore after running',
      'fell, wrist sore, walking, 70F',
    ],
  }),
  high('long-lie', 'Found on the floor after a long time', {
    when: any(has('long-lie'), all(has('found-down'), any(from(60), when('altered-mental-state')))),
    source: SOURCES.trauma,
    fires: [
      '81F found on the floor after a day',
      'lay on the bathroom floor all night, 75M',
      'found down, unknown time, 68F',
    ],
    spares: ['slipped, got up at once', 'found her phone down the sofa', 'lies down when dizzy'],
  }),
  high('elderly-fall-danger', 'Fall at 65 or older with a danger sign', {
    when: all(
      from(65),
      has('fall'),
      any(
        has(
          'head-injury',
          'confusion',
          'syncope',
          'severe-pain',
          'loss-of-consciousness',
          'long-lie',
          'back-pain',
          'chest-pain',
          'neck-pain',
          'shortness-of-breath',
        ),
        when('altered-mental-state'),
        all(when('anticoagulated'), has('injury', 'contusion', 'facial-injury')),
      ),
    ),
    source: SOURCES.trauma,
    fires: ['77F fell and hit her head', '80M fall, confused since', '69F fall after passing out'],
    spares: ['66M tripped, grazed knee', '80F no falls, ear wax', '70M worried about falling'],
  }),
  high('burn-serious', 'Serious burn', {
    when: any(
      has(
        'major-burn',
        'full-thickness-burn',
        'circumferential-burn',
        'chemical-burn',
        'electrical-burn',
        'airway-burn',
      ),
      all(
        has('facial-burn', 'hand-burn', 'foot-burn', 'perineum-burn', 'penis-burn', 'neck-burn'),
        has('partial-thickness-burn', 'blisters', 'facial-burn'),
        not(has('sunburn', 'minor-burn')),
      ),
      all(
        hasWith('partial-thickness-burn', {
          sites: ['face', 'hand', 'foot', 'neck', 'perineum', 'penis', 'groin', 'eye', 'lip'],
        }),
        not(has('sunburn', 'minor-burn')),
      ),
      all(
        under(5),
        hasWith('scald', {
          sites: ['face', 'head', 'neck', 'chest', 'abdomen', 'back', 'groin', 'hand', 'foot'],
        }),
      ),
      all(
        under(5),
        has('scald', 'partial-thickness-burn', 'burn'),
        has('blisters', 'partial-thickness-burn', 'skin-peeling'),
        not(has('minor-burn', 'sunburn')),
      ),
      all(
        has('burn'),
        not(has('minor-burn', 'sunburn', 'friction-burn')),
        any(
          under(1),
          when('severe-pain'),
          has('inconsistent-history'),
          all(has('burn'), hasWith('burn', { severity: 'severe' })),
        ),
      ),
    ),
    source: SOURCES.burns,
    fires: [
      'burn of the whole forearm all around',
      'acid splashed on the leg, chemical burn',
      'hot oil on the face with blisters',
    ],
    spares: [
      'touched the iron, red fingertip',
      'sunburn on shoulders',
      'small burn on the hand last week, healing',
    ],
  }),
  critical('burn-critical', 'Major burn or burn of the airway', {
    when: any(
      has('airway-burn'),
      all(
        has('major-burn'),
        any(
          when('hypotensive'),
          has('full-thickness-burn', 'smoke-inhalation', 'respiratory-distress'),
          when('altered-mental-state'),
          all(not(under(12)), not(has('psoriasis'))),
        ),
      ),
      all(
        has('facial-burn', 'burn'),
        has(
          'stridor',
          'hoarseness',
          'respiratory-distress',
          'shortness-of-breath',
          'smoke-inhalation',
          'wheeze',
        ),
        has('facial-burn', 'smoke-inhalation', 'stridor'),
      ),
    ),
    source: SOURCES.burns,
    fires: [
      'burns over half of the body',
      'face burnt in an explosion, hoarse',
      'house fire, burns and soot in the mouth',
    ],
    spares: ['burnt tongue on hot tea', 'sunburnt face', 'small scald on the foot'],
  }),
  high('electrocution', 'Electric shock or lightning', {
    when: any(
      has('high-voltage', 'lightning-strike'),
      all(
        has('electrocution'),
        has(
          'chest-pain',
          'palpitations',
          'heart-symptom',
          'syncope',
          'loss-of-consciousness',
          'burn',
          'confusion',
          'muscle-pain',
          'pregnant',
          'irregular-heartbeat',
          'limb-numbness',
        ),
      ),
    ),
    source: SOURCES.electrical,
    fires: ['struck by lightning', 'shock from a power line', 'electric shock, palpitations since'],
    spares: [
      'static shock from a car door',
      'touched a socket, tingle, fine now',
      'TENS machine for back pain',
    ],
  }),
  critical('hanging-strangulation', 'Hanging, or strangulation with signs', {
    when: any(
      has('hanging'),
      all(
        has('strangulation'),
        has(
          'respiratory-distress',
          'shortness-of-breath',
          'loss-of-consciousness',
          'stridor',
          'neck-swelling',
          'confusion',
          'one-sided-weakness',
        ),
      ),
    ),
    source: SOURCES.assault,
    fires: [
      'found hanging, cut down',
      'choked by her partner, neck swollen and short of breath',
      'strangled, passed out',
    ],
    spares: [
      'picture fell while hanging it, bruised toe',
      'sore throat, hoarse from a cold',
      'arm in a sling',
    ],
  }),
  high('strangulation', 'Strangulation', {
    when: has('strangulation'),
    source: SOURCES.assault,
    fires: [
      'partner put his hands around her neck last night',
      'strangled two days ago, neck sore',
      'was choked during a fight',
    ],
    spares: ['choked on water, fine', 'neck pain after sleeping badly', 'scarf too tight'],
  }),
  high('sexual-assault', 'Sexual assault', {
    when: has('sexual-assault'),
    source: SOURCES.assault,
    fires: ['raped last night', 'sexual assault', 'sexually assaulted by an acquaintance'],
    spares: [
      'asks for emergency contraception after consensual sex',
      'no assault, discharge',
      'counselling letter needed',
    ],
  }),
  high('domestic-violence', 'Violence at home with threat', {
    when: any(has('feels-unsafe', 'elder-abuse', 'child-abuse'), hasWith('domestic-violence', {})),
    source: SOURCES.violence,
    fires: [
      'hit by her husband, afraid to go home',
      'domestic violence, bruised arms',
      'carer hurts him, 84M',
    ],
    spares: ['argument at work, stressed', 'bruise from football', 'no violence, feels safe at home'],
  }),
  high('bite-danger', 'Bite of hand or face, deep, or with risk of rabies', {
    when: any(
      has('snake-bite', 'scorpion-sting'),
      has('bat-bite'),
      all(has('bat-exposure'), has('arm-bite', 'hand-bite', 'face-bite', 'neck-bite')),
      all(has('rabies-exposure', 'hand-bite', 'finger-bite'), has('deep-laceration')),
      // Vaccine and immunoglobulin are for today; a bite of the head, or a small child's, leaves the least time.
      all(
        has('rabies-exposure'),
        any(under(12), has('face-bite', 'neck-bite', 'head-injury', 'lip-bite', 'nose-bite', 'ear-bite')),
      ),
      all(
        has('animal-bite'),
        any(
          has(
            'joint-swelling',
            'red-streaks',
            'severe-bleeding',
            'tendon-injury',
            'rapidly-spreading-redness',
          ),
          has('face-bite', 'lip-bite', 'nose-bite', 'ear-bite', 'neck-bite', 'eyelid-bite'),
          all(
            has('hand-bite', 'finger-bite', 'hand-wound', 'hand-redness', 'hand-swelling', 'finger-swelling'),
            any(
              when('fever'),
              when('immunosuppressed'),
              when('severe-pain'),
              has('unable-to-move-joint', 'finger-not-moving', 'finger-numbness', 'wound-gaping', 'pus'),
            ),
          ),
          all(when('immunosuppressed')),
          all(when('fever'), has('wound-infection', 'redness', 'swelling')),
        ),
        not(has('normal-eye-movements')),
      ),
    ),
    source: SOURCES.bites,
    fires: [
      'dog bit her face, gaping wound',
      'cat bite on the hand, swollen, fever 38.6',
      '5 year old bitten by a stray dog abroad',
    ],
    spares: ['mosquito bites', 'puppy nip on the shin, skin not broken', 'bitten by a dog as a child'],
  }),
  high('needlestick', 'Needlestick or exposure to blood', {
    when: has('needlestick', 'blood-exposure'),
    source: SOURCES.exposure,
    fires: [
      'needle stick injury at work',
      'pricked by a used needle an hour ago',
      'blood splashed in the eye of a nurse',
    ],
    spares: ['blood test bruise', 'sewing needle prick at home', 'afraid of needles'],
  }),
  high('knee-tendon-bleeding', 'Deep cut with possible tendon, nerve or vessel injury', {
    when: all(
      has('laceration', 'deep-laceration', 'wound-gaping', 'stab-wound', 'tendon-injury'),
      any(
        has('tendon-injury', 'pulseless-limb', 'cold-limb', 'spurting-bleeding', 'severe-bleeding'),
        all(
          has('deep-laceration', 'tendon-injury'),
          has(
            'limb-numbness',
            'finger-numbness',
            'not-moving-limb',
            'hand-numbness',
            'loss-of-sensation',
            'finger-weakness',
          ),
        ),
        all(has('neck-laceration'), adult(0)),
        has('throat-laceration'),
      ),
    ),
    source: SOURCES.trauma,
    fires: [
      'deep cut of the wrist, cannot bend fingers, tendon cut',
      'laceration to the neck',
      'glass cut in forearm, hand cold',
    ],
    spares: ['small cut on the finger, moves well', 'paper cut', 'graze on the neck from a scarf'],
  }),
  high('self-harm-wound-child', 'Burn or wound with concern for abuse', {
    when: has('safeguarding-concern'),
    source: SOURCES.safeguarding,
    fires: [
      'story does not fit the injury, 2 year old',
      'bruises in the shape of a hand, child',
      'school worried about abuse',
    ],
    spares: [
      'grazed knees from the playground',
      'one bruise on the shin, 7 year old',
      'no concern for abuse',
    ],
  }),
];
