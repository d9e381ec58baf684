import { type Condition, lines } from '../condition.ts';

/** Visits for a paper, a prescription, a check or a small service. */
export const PAPERWORK: readonly Condition[] = [
  {
    id: 'repeat-prescription',
    system: 'administrative',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [18, 80],
    lay: lines(`
      {I} {need} a repeat of {my} blood pressure tablets, feeling fine
      {I} {am} nearly out of {my} eczema cream and {want} a new prescription
      {I} left {my} cholesterol tablets at home and {need} a few until Friday, no symptoms
      {I} {want} {my} hay fever spray renewed
      {I} {need} a refill of {my} thyroid medicine, nothing wrong
      {I} {have} come for {my} usual repeat prescription
    `),
    nurse: lines(`
      Rx refill request, no complaints
      repeat meds (levothyroxine), asymptomatic
      requests repeat of emollient, well
      out of statin, wants script
    `),
    physician: lines(`
      a request for a repeat prescription without complaints
      a routine refill of thyroid medication
      a request to renew an eczema cream, well
      a medication refill, asymptomatic
    `),
    terse: lines(`
      repeat prescription
      medication refill
      needs refill, well
      Rx renewal
    `),
    diagnosis: [],
  },
  {
    id: 'sick-note',
    system: 'administrative',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [18, 62],
    lay: lines(`
      {I} {need} a sick note for work, the cold is gone
      {I} {need} a form signed for school, {I} {am} well
      {I} {want} a fitness certificate for a half marathon
      {my} employer wants a letter saying {I} can go back, {I} {feel} good
      {I} {need} paperwork for {my} driving licence
      {I} {have} an insurance form to be filled in
    `),
    nurse: lines(`
      requests work note, asymptomatic
      needs sports physical form
      return to work letter, well
      paperwork only
    `),
    physician: lines(`
      a request for a work certificate
      a sports medical form, no complaints
      a return-to-work letter after a resolved cold
      an administrative request only
    `),
    terse: lines(`
      work note
      sick note
      form signing
      sports physical
    `),
    diagnosis: [],
  },
  {
    id: 'stitches-out',
    system: 'administrative',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [5, 75],
    lay: lines(`
      {I} {have} come to have {my} stitches taken out, the wound has healed nicely
      {my} stitches are due out, no redness
      {I} {need} the dressing on {my} healed cut changed
      {I} {was} told to have the staples removed today, all dry
      {I} {need} a wound check, it looks clean
      {my} clips can come out, the skin has closed
    `),
    nurse: lines(`
      ROS day 7, wound clean/dry
      suture removal, healed
      staple removal, no infection
      wound check + dressing, clean
    `),
    physician: lines(`
      suture removal from a healed wound
      a wound check, clean and dry
      staple removal without signs of infection
      a planned dressing change of a healed wound
    `),
    terse: lines(`
      suture removal
      stitches out
      wound check
      dressing change
    `),
    absent: ['fever', 'redness', 'pus'],
    diagnosis: [],
  },
  {
    id: 'vaccine-and-tests',
    system: 'administrative',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [5, 80],
    lay: lines(`
      {I} {want} a flu jab
      {I} {need} {my} travel vaccinations
      {I} would like {my} test results from last week
      {I} {need} a tetanus booster, no wound
      {I} {want} {my} vaccination booklet checked, feel fine
      {I} {have} come for {my} routine check up
    `),
    nurse: lines(`
      requests flu vaccine
      travel imms
      here for lab results, well
      routine check, no complaints
    `),
    physician: lines(`
      a request for an influenza vaccination
      a visit for routine test results
      travel vaccinations, well
      a routine check without complaints
    `),
    terse: lines(`
      flu jab
      test results
      travel vaccines
      routine check
    `),
    diagnosis: [],
  },
  {
    id: 'small-chronic-questions',
    system: 'administrative',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [18, 75],
    onset: 'months',
    lay: lines(`
      {I} {have} a wart on {my} finger and {want} it frozen
      {I} {have} dandruff and an itchy scalp
      {my} feet smell and sweat a lot
      {I} {have} hard skin and a corn on {my} toe
      {I} {want} to stop smoking and {need} help
      {I} {have} a mole {I} would like looked at, it hasn't changed
    `),
    nurse: lines(`
      wart finger, cosmetic
      corn R toe, well
      wants smoking cessation advice
      unchanged mole check
    `),
    physician: lines(`
      a wart on the finger
      a request for smoking cessation support
      a corn on the toe
      an unchanged mole for review
    `),
    terse: lines(`
      wart on finger
      corn on toe
      mole check
      stop smoking advice
    `),
    absent: ['bleeding', 'fever', 'pain'],
    diagnosis: [],
  },
  {
    id: 'bruise-old-knock',
    system: 'administrative',
    facts: { resources: 0 },
    basis: 'ESI v5 C: no resource',
    ages: [8, 50],
    onset: 'days',
    lay: lines(`
      {I} {have} a bruise on {my} thigh from a football, just sore
      {I} stubbed {my} little toe, bruised but walking fine
      {I} grazed {my} knee, cleaned it, want a plaster
      {I} {have} a blister on {my} heel from new shoes
      {I} {have} a splinter in {my} finger
      {I} {have} stiff neck muscles after painting the ceiling, no fever, moving it ok
    `),
    nurse: lines(`
      thigh contusion, walking
      stubbed toe, bruised, no deformity
      abrasion knee, clean
      splinter finger
    `),
    physician: lines(`
      a simple thigh contusion
      a grazed knee
      a stubbed toe, walking normally
      a splinter in the finger
    `),
    terse: lines(`
      bruised thigh
      grazed knee
      stubbed toe
      splinter finger
    `),
    absent: ['fever', 'numbness', 'deformity'],
    vitals: { pain: [1, 4] },
    diagnosis: [],
  },
];
