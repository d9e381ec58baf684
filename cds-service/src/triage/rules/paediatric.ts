import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import {
  all,
  any,
  atLeast,
  beyond,
  from,
  has,
  hasWith,
  history,
  not,
  under,
  vital,
  when,
} from '../trigger.ts';

/** Infants and children. */
export const PAEDIATRIC_RULES: readonly Rule[] = [
  critical('child-flaccid-or-blue', 'Floppy, blue, grey or unresponsive child', {
    // Limp between bouts of pain or after a fit is high; limp with colour, breath or waking gone is critical.
    when: all(
      under(16),
      any(
        has('unresponsive', 'not-breathing'),
        all(has('will-not-wake'), any(when('fever'), has('mottled-skin', 'ashen', 'lethargic', 'floppy'))),
        all(
          has('floppy'),
          any(
            has(
              'cyanosis',
              'ashen',
              'mottled-skin',
              'weak-cry',
              'grunting',
              'respiratory-distress',
              'severe-shortness-of-breath',
              'apnoea-episode',
              'slow-breathing',
              'drowning',
            ),
            all(under(0.25), when('fever')),
            when('failing-now'),
          ),
        ),
        all(
          has('cyanosis'),
          not(has('playful', 'well-appearing', 'symptoms-resolved', 'normal-vital-signs')),
        ),
        all(
          has('mottled-skin', 'ashen'),
          any(
            all(has('ashen'), when('fever')),
            has('lethargic', 'grunting', 'weak-cry'),
            when('failing-now'),
            all(has('ashen'), has('poor-feeding')),
          ),
        ),
        all(
          has('pallor'),
          has('lethargic', 'weak-cry', 'grunting'),
          any(when('fever'), has('grunting', 'weak-cry', 'poor-feeding')),
        ),
      ),
    ),
    source: SOURCES.esi,
    fires: [
      '3 month old floppy and grey',
      'baby turned blue and limp',
      '2 year old will not wake up, mottled, fever',
    ],
    spares: [
      '3 month old feeding and smiling',
      'hands blue after swimming, warm now, 6 year old',
      '2 year old asleep after a long day, wakes easily',
    ],
  }),
  high('infant-brief-event', 'Brief event in an infant: blue, limp or breathless', {
    when: all(
      under(1.5),
      has('brief-unexplained-event', 'apnoea-episode', 'turned-blue-episode', 'choking-episode-resolved'),
    ),
    source: SOURCES.esi,
    fires: [
      '2 month old stopped breathing for ten seconds, fine now',
      '4 month old went limp and blue for a minute',
      'baby had an apnoea spell, 6 weeks old',
    ],
    spares: ['2 month old spits up after feeds', '4 month old hiccups', '6 week old snores when asleep'],
  }),
  high('floppy-child', 'Child gone limp', {
    when: all(under(12), has('floppy')),
    escalate: true,
    source: SOURCES.feverChild,
    fires: [
      '2 year old floppy after a fit',
      '1 year old pale and floppy between screams',
      '4 year old gone floppy',
    ],
    spares: ['2 year old limping after a fall', '6 year old wants a floppy hat', '3 year old full of energy'],
  }),
  critical('infant-fever-toxic', 'Young infant with fever or low temperature and looking ill', {
    when: all(
      under(0.25),
      any(when('fever'), vital('temperature', { below: 36 }), has('hypothermia')),
      any(
        has(
          'floppy',
          'grunting',
          'mottled-skin',
          'weak-cry',
          'seizure',
          'apnoea-episode',
          'respiratory-distress',
        ),
        all(has('lethargic', 'toxic-appearing'), any(has('poor-feeding'), beyond('heart-rate-danger'))),
        all(beyond('heart-rate-extreme'), has('lethargic', 'drowsy', 'poor-feeding', 'pallor')),
        when('failing-now'),
      ),
    ),
    source: SOURCES.feverInfant,
    fires: [
      '3 week old fever 38.5, floppy and not feeding',
      '6 week old temp 35.6, mottled',
      '2 month old fever, grunting',
    ],
    spares: ['3 week old feeding well, temp 37', '6 week old runny nose, no fever', '2 month old cradle cap'],
  }),
  high('child-fever-danger', 'Feverish child with a danger sign', {
    when: all(
      under(12),
      when('fever-or-rigors'),
      any(
        has(
          'lethargic',
          'drowsy',
          'pallor',
          'mottled-skin',
          'inconsolable',
          'no-wet-nappies',
          'dehydration',
          'respiratory-distress',
          'retractions',
          'grunting',
          'weak-cry',
          'bulging-fontanelle',
          'neck-stiffness',
          'seizure',
          'not-moving-limb',
          'unable-to-bear-weight',
          'toxic-appearing',
          'looks-ill',
          'hot-swollen-joint',
          'fast-breathing',
        ),
        all(has('poor-feeding'), under(1)),
        when('altered-mental-state'),
        when('non-blanching-rash'),
        history('congenital-heart-disease', 'shunt'),
        when('immunosuppressed'),
        beyond('heart-rate-extreme'),
        beyond('respiratory-rate-extreme'),
        vital('spo2', { below: 94 }),
        vital('capillary-refill', { atLeast: 3 }),
        all(history('not-immunised'), vital('temperature', { atLeast: 39.5 }), under(3)),
      ),
    ),
    source: SOURCES.feverChild,
    ask: {
      when: all(under(5), when('fever')),
      about: ['lethargic', 'playful', 'alert-interactive', 'poor-feeding', 'wet-nappies-normal'],
      text: 'Is the child easy to wake, drinking, passing urine and of normal colour? Any rash that does not fade?',
      reason: 'Colour, activity, breathing and fluids tell serious illness in a feverish child.',
    },
    fires: [
      '18 month old fever, very sleepy and pale',
      '4 year old fever, limping and will not walk',
      '9 month old fever, no wet nappy for 12 hours',
    ],
    spares: [
      '18 month old fever, playing and drinking',
      '4 year old fever with a cold, alert',
      '9 month old fever after vaccination, feeding well',
    ],
  }),
  critical('child-sepsis-shock', 'Feverish child with poor circulation', {
    when: all(
      under(16),
      when('fever-or-rigors'),
      any(
        when('failing-now'),
        all(
          has('mottled-skin', 'cold-limb', 'ashen', 'cold-clammy'),
          has('lethargic', 'drowsy', 'confusion', 'floppy'),
        ),
        vital('capillary-refill', { atLeast: 4 }),
      ),
    ),
    source: SOURCES.sepsisChild,
    fires: [
      '5 year old fever, BP 68/40',
      '2 year old fever, mottled and drowsy',
      '7 year old fever, cap refill 5 seconds',
    ],
    spares: [
      '5 year old fever, BP 100/60',
      '2 year old fever, pink and playing',
      '7 year old fever, cap refill 1 second',
    ],
  }),
  high('infant-feeding-lethargy', 'Infant who feeds poorly, is hard to rouse or cries without end', {
    when: all(
      under(1),
      any(
        hasWith(['lethargic', 'weak-cry', 'floppy', 'bulging-fontanelle', 'sunken-fontanelle'], {}),
        all(has('inconsolable'), any(under(0.5), when('fever'), has('vomiting'))),
        all(
          has('poor-feeding', 'not-eating-drinking'),
          any(
            under(0.25),
            has(
              'no-wet-nappies',
              'fewer-wet-nappies',
              'vomiting',
              'respiratory-distress',
              'sweating',
              'fast-breathing',
            ),
          ),
        ),
        has('no-wet-nappies'),
        hasWith('infantile-spasms', {}),
      ),
    ),
    source: SOURCES.infant,
    fires: [
      '5 week old not feeding since last night',
      '8 month old lethargic',
      '3 month old cries without stopping for hours, cannot be consoled',
    ],
    spares: [
      '5 week old feeds well, cradle cap',
      '8 month old cranky with teething, drinking',
      '3 month old cries in the evening, settles',
    ],
  }),
  high('infant-bilious-vomiting', 'Green vomit in an infant', {
    when: all(
      under(2),
      any(
        has('bilious-vomiting'),
        all(has('projectile-vomiting'), under(0.3)),
        all(has('vomiting'), has('abdominal-distension')),
        has('pyloric-stenosis'),
      ),
    ),
    source: SOURCES.intussusception,
    fires: [
      '5 day old vomiting green',
      '4 week old projectile vomiting after each feed',
      '10 month old green vomit and swollen belly',
    ],
    spares: [
      '5 week old spits up milk',
      '10 month old vomited once, playing',
      '4 year old vomiting yellow after many times',
    ],
  }),
  high('newborn-bilious', 'Green vomit in a newborn', {
    when: all(under(0.12), has('bilious-vomiting')),
    escalate: true,
    source: SOURCES.intussusception,
    fires: ['5 day old vomiting green', '2 week old bilious vomiting', '10 day old bright green vomit'],
    spares: ['5 day old spits up milk', '2 week old posseting', '8 month old vomiting, clear'],
  }),
  high('intussusception', 'Drawing up legs with pallor, or stool like redcurrant jelly', {
    when: all(
      under(6),
      any(
        has('redcurrant-stool', 'intussusception'),
        all(
          has('drawing-up-legs', 'inconsolable', 'colicky-pain'),
          has('vomiting', 'pallor', 'lethargic', 'gi-bleeding', 'bloody-diarrhoea'),
        ),
      ),
    ),
    source: SOURCES.intussusception,
    fires: [
      '9 month old draws up legs and goes pale, vomiting',
      'stool like red jelly, 1 year old',
      '14 month old screaming spells, vomiting, legs drawn up',
    ],
    spares: [
      '6 week old colic in the evening, feeding well',
      '9 month old teething',
      '1 year old constipated, playing',
    ],
  }),
  critical('intussusception-shock', 'Possible bowel telescoping with lethargy', {
    // Limp and pale between the pains is the picture itself; staying so, or vital signs, make it shock.
    when: all(
      under(6),
      has('redcurrant-stool', 'intussusception'),
      any(has('lethargic', 'ashen', 'mottled-skin'), beyond('heart-rate-extreme'), beyond('systolic-low')),
    ),
    source: SOURCES.intussusception,
    fires: [
      'red jelly stool, lethargic and pale, 8 month old',
      '1 year old redcurrant stool, lethargic',
      '10 month old jelly stool, HR 205',
    ],
    spares: [
      '8 month old red stool after beetroot, happy',
      '1 year old hard stool',
      '10 month old HR 120, playing',
    ],
  }),
  high('bruise-non-mobile', 'Bruise in a baby who does not move about, or a history that does not fit', {
    when: any(
      has('bruise-non-mobile-infant', 'child-abuse', 'inconsistent-history'),
      all(under(0.5), has('contusion', 'fracture', 'head-injury', 'burn')),
      all(under(1), has('fracture')),
    ),
    source: SOURCES.safeguarding,
    fires: [
      '3 month old with a bruise on the cheek',
      'mother suspects the child was hit',
      '4 month old swollen thigh fracture, no known fall',
    ],
    spares: [
      '2 year old bruised shins from running',
      '3 month old birthmark',
      '5 year old bruise after football',
    ],
  }),
  high('head-injury-small-child', 'Head injury in a small child with a danger sign', {
    when: all(
      under(2),
      has('head-injury', 'scalp-haematoma'),
      any(
        under(0.25),
        has(
          'boggy-scalp',
          'loss-of-consciousness',
          'vomiting',
          'drowsy',
          'not-acting-right',
          'irritable-child',
          'seizure',
          'fall-from-height',
          'dangerous-mechanism',
          'inconsolable',
          'scalp-haematoma',
        ),
        when('altered-mental-state'),
      ),
    ),
    source: SOURCES.pecarn,
    fires: [
      '9 month old fell off the bed, boggy lump on the side of the head',
      '6 week old dropped on the head',
      '15 month old head injury, vomiting and sleepy',
    ],
    spares: [
      '18 month old bumped forehead, cried at once, playing',
      '20 month old small graze on the nose',
      '9 month old rolled on a carpet, no injury',
    ],
  }),
  high('kawasaki', 'Fever of five days or more with signs of inflammation in a child', {
    when: all(
      under(9),
      any(
        has('kawasaki'),
        all(
          any(has('fever-over-5-days'), hasWith('fever', { lastingHours: 110 })),
          atLeast(
            2,
            has('rash'),
            has('red-eye', 'conjunctivitis'),
            has('swollen-glands', 'neck-swelling'),
            has('chapped-lips', 'mouth-symptom', 'tongue-symptom', 'redness'),
            has('hand-swelling', 'foot-swelling', 'skin-peeling'),
          ),
        ),
      ),
    ),
    source: SOURCES.kawasaki,
    fires: [
      '3 year old fever six days, red eyes and rash',
      'fever for a week, cracked lips, swollen hands, rash, 4 year old',
      'possible Kawasaki, 2 year old',
    ],
    spares: [
      '3 year old fever one day, rash',
      '4 year old red eyes with a cold',
      'eczema, no fever, 2 year old',
    ],
  }),
  high('limping-child-fever', 'Child who will not walk with fever or hip pain', {
    when: all(
      under(16),
      has(
        'limping-child',
        'refuses-to-bear-weight-child',
        'unable-to-walk',
        'hip-pain',
        'hot-swollen-joint',
        'septic-joint',
        'unable-to-move-joint',
      ),
      any(when('fever'), has('septic-joint', 'looks-ill'), all(has('hot-swollen-joint'))),
    ),
    source: SOURCES.limpingChild,
    fires: [
      '5 year old fever and will not put weight on the leg',
      '3 year old limping with fever 38.9',
      '12 year old hot swollen knee and fever',
    ],
    spares: [
      '5 year old limps after a tumble, no fever',
      '3 year old growing pains at night',
      '12 year old ankle sprain',
    ],
  }),
  high('hip-slip', 'Hip or knee pain with a limp in an adolescent who cannot bear weight', {
    when: all(
      from(9),
      under(16),
      has('hip-pain', 'groin-pain'),
      has('unable-to-bear-weight', 'unable-to-walk'),
    ),
    source: SOURCES.limpingChild,
    fires: [
      '13 year old hip pain, cannot walk on it',
      '12 year old groin pain, unable to bear weight',
      '14 year old sudden hip pain, cannot stand',
    ],
    spares: [
      '13 year old hip sore after football, walking',
      '12 year old knee graze',
      '14 year old back pain',
    ],
  }),
  high('newborn-jaundice-or-navel', 'Newborn with jaundice and poor feeding, or an infected navel', {
    when: all(
      under(0.17),
      any(
        all(
          has('jaundice', 'newborn-jaundice'),
          any(
            under(0.004),
            has('poor-feeding', 'lethargic', 'pale-stool', 'dark-urine', 'fewer-wet-nappies'),
          ),
        ),
        has('umbilical-infection'),
      ),
    ),
    source: SOURCES.infant,
    fires: [
      '6 day old yellow and not feeding well',
      '10 day old jaundice, very sleepy',
      '8 day old navel red, smelly and oozing pus',
    ],
    spares: ['6 day old slightly yellow, feeding well', '10 day old cord stump dry', '3 week old spits up'],
  }),
  high('child-poison', 'Child who swallowed a medicine or chemical', {
    when: all(
      under(12),
      has('swallowed-medicine-child', 'poisoning', 'unknown-ingestion', 'caustic-ingestion', 'overdose'),
      not(has('non-toxic-ingestion')),
    ),
    source: SOURCES.poisoning,
    fires: [
      '2 year old ate grandmother’s tablets',
      '3 year old drank drain cleaner',
      '18 month old swallowed some pills',
    ],
    spares: [
      '2 year old licked a crayon',
      '3 year old spat out medicine',
      '4 year old takes antibiotics as ordered',
    ],
  }),
  high('child-testicle', 'Testicular pain in a boy', {
    when: all(
      under(18),
      has('testicular-pain', 'testicular-swelling', 'testicular-torsion'),
      not(has('normal-testis')),
    ),
    source: SOURCES.scrotum,
    fires: [
      '13 year old boy sudden testicle pain',
      '9 year old boy swollen scrotum',
      '15 year old testicular pain and vomiting',
    ],
    spares: [
      '13 year old groin strain',
      '9 year old itchy scrotum',
      '15 year old no testicular pain, stomach bug',
    ],
  }),
  high('diabetes-new-child', 'Child with thirst, passing much urine and vomiting or weight loss', {
    when: all(
      under(18),
      any(
        all(
          has('excessive-thirst', 'polyuria'),
          has(
            'vomiting',
            'weight-loss',
            'fast-breathing',
            'deep-breathing',
            'abdominal-pain',
            'lethargic',
            'fatigue',
            'drowsy',
          ),
        ),
        has('fruity-breath'),
        all(has('polyuria'), has('excessive-thirst')),
      ),
    ),
    source: SOURCES.diabetes,
    fires: [
      '9 year old drinking and peeing all the time, losing weight',
      '6 year old thirsty, vomiting, breathing fast',
      '12 year old breath smells of fruit',
    ],
    spares: [
      '9 year old thirsty on a hot day',
      '6 year old bedwetting for years',
      '12 year old eats a lot of fruit',
    ],
  }),
];
