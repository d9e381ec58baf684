import type { IdentifierKind } from '../deidentify/kinds.ts';

const lines = (block: string): readonly string[] =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Sentences with identifiers of the report half; only counted, never read error by error. */
export const REPORT_TEMPLATES: Readonly<Record<IdentifierKind, readonly string[]>> = {
  name: lines(`
    Walk-in, gives name as <full>.
    <full> attended with a friend this evening.
    Collateral from the wife, <first>, who found the tablets.
    Had a call from <title> <last> about the wound.
    Under Dr <last> at the heart clinic.
    Patient <full> transferred to the chair unaided.
    Daughter-in-law <first> <last> helps with shopping.
    Carer reports that <first> slept badly.
    hello my name is <full>, i have a sore throat
    it is for my son <first>, he has a rash
    Note written by <full>, MD.
    Chaperone: <full>.
    <lastfirst>, arrived by taxi.
    Mrs. <last> says the cough is worse.
    Supervised by Prof. <last>.
    Grandson <first> translates for her.
    Asked to ring <first> (next door) when ready.
    <first> and <first> both had the same meal.
    Dear Dr <last>, thank you for this referral.
    Reviewed by <initial> <last>, NP.
    Her teacher, <title> <last>, sent her home.
    The dog of <full> bit him.
  `),
  place: lines(`
    Current residence: <street>, <city>, <state> <zip>.
    Came straight from work in <city>.
    Scan was done at <hospital> in spring.
    Fell off a bike on the road to <city>.
    Stays with friends at <street>.
    Moved here from <city> two years ago.
    Pupil of <school>.
    Postcode <zip>.
    i am on holiday here, i live in <city>
    Brought from <home> by ambulance.
    Next clinic is at <hospital>.
    Family lives in <city>, <state>.
    Home visit requested to <street>, <city>.
    Was treated in <city> before.
  `),
  date: lines(`
    Date of birth <dob>.
    Fell on <date>, seen the same day.
    Cast removed <monthday>.
    Last smear <monthyear>.
    Recall due <date>.
    She is <oldage> years old and frail.
    A <oldage>-year-old lady with a cough.
    Gentleman of <oldage> years, found confused.
    Injection given on <monthday>.
    Symptoms since <date>, on and off.
    Has felt like this since <month>.
    Delivered by section on <date>.
    Pain free until <monthday>, then sudden.
    Appointment on the <nth> was missed.
    The headaches started around <holiday>.
  `),
  phone: lines(`
    Tel. <phone>.
    He can be called on <phone>.
    Number for the son: <phone>.
    Ring back: <phone>.
    Next of kin phone <phone>.
    Work phone is <phone>.
    you can get me on <phone>
  `),
  fax: lines(`
    Fax no: <phone>.
    Please fax the letter to <phone>.
    Pharmacy fax <phone>.
    ECG faxed on to <phone>.
  `),
  email: lines(`
    Prefers email: <email>.
    Sent the form to <email>.
    write me at <email>
    E-mail of the daughter <email>.
  `),
  ssn: lines(`
    SSN <ssn> on the form.
    Social security no. <ssn>.
    Her SSN is <ssn>.
    Insurance desk noted SSN <ssn>.
  `),
  mrn: lines(`
    MRN #<mrn>.
    Record number: <mrn>.
    Hospital number <mrn>.
    Old notes under MRN <mrn>.
    Wristband shows patient ID <mrn>.
    NHS No. <nhs>.
  `),
  'health-plan': lines(`
    Policy no. <plan>.
    Insurance ID <plan>.
    Member number <plan>.
    Medicare ID: <plan>.
    Beneficiary <plan>, plan active.
  `),
  account: lines(`
    Acct <account>.
    Account no. <account> is overdue.
    Invoice to account <account>.
    Card number <card>.
  `),
  licence: lines(`
    Driver licence <licence>.
    License number: <licence>.
    DEA no. <dea>.
    NPI number <npi>.
    Certificate no. <licence>.
  `),
  vehicle: lines(`
    Plate number <plate>.
    Registration <plate>, red van.
    VIN: <vin>.
    Knocked down by a car, reg <plate>.
  `),
  device: lines(`
    Pacemaker serial <serial>.
    Device serial number: <serial>.
    Pump, S/N <serial>.
    Implant serial no. <serial>.
    Sensor with device id <serial>.
  `),
  url: lines(`
    Found us through <url>.
    Photos are on <url>.
    Her page <url> tells the story.
  `),
  ip: lines(`
    Online visit, IP <ip>.
    Last login from <ip>.
    Router address <ip>.
  `),
  biometric: lines(`
    Fingerprint number <bio>.
    Voiceprint id <bio>.
    Iris template <bio>.
    Finger print ref <bio>.
  `),
  photo: lines(`
    Face photo <photo>.
    Image <photo> added to the record.
    Picture of the face: <photo>.
  `),
  other: lines(`
    Passport number <passport>.
    Trial participant <code>.
    Employee number <code>.
    Instagram <handle>.
    Police case <code>.
    Sample number <code>.
  `),
};

/** Clinical sentences of the report half. */
export const REPORT_CLINICAL: readonly string[] = lines(`
  Background of [Graves' disease] and [Gilbert's syndrome].
  [Crohn's] flare, on [Humira].
  [Conn's syndrome] with low potassium.
  [Sheehan syndrome] after her second birth.
  [Peyronie's disease], under urology.
  Takes [Xarelto], [Lipitor] and [Synthroid].
  [Lantus] [20 units] at night, [Metformin] [1 g] twice.
  [Perthes disease] of the hip.
  [Scheuermann's disease], back pain.
  [Ramsay Hunt syndrome] on the right.
  [Phalen's test] positive, [Tinel's sign] positive.
  [Lachman test] normal, [McMurray] negative.
  [Rovsing's sign] and rebound present.
  [Dix-Hallpike] provokes vertigo.
  [Apgar 9] at birth.
  [Mallory-Weiss tear] last year.
  [Boerhaave syndrome] excluded by scan.
  [Takotsubo] in the past.
  [Brugada syndrome], has a defibrillator.
  [Lambert-Eaton syndrome] suspected.
  [Creutzfeldt-Jakob disease] in an uncle.
  [Osler's nodes] absent, no murmur.
  [Ludwig's angina] considered, floor of mouth soft.
  [Quincke's oedema] after nuts.
  [Fournier's gangrene] not present.
  [De Quervain's tenosynovitis] of the thumb.
  [Still's disease], on steroids.
  [Cheyne-Stokes breathing] at night.
  Obs [BP 88/52], [HR 131], [RR 30], [SpO2 89%], [T 39.4].
  [72-year-old] with [palpitations] for [4 hours].
  [3-year-old] with [barking cough] since [yesterday].
  Pain [9/10], [morphine] [5 mg] given by crew.
  [Potassium 6.2], [lactate 4.1], [WBC 18.2].
  [Ibuprofen] [400 mg] helps, [paracetamol] does not.
  Two [Ventolin] puffs, then [Atrovent].
  [Zyrtec] for hay fever, [EpiPen] at hand.
  [NEWS 7], [GCS 13], pupils [4 mm].
  Vomited [x5] since [02:15].
  Operated in [2009] for [Hirschsprung disease].
  [L5-S1] disc, [S1] root.
  Stings by [Africanised] bees are not known here.
  [Lassa fever] and [Marburg virus] excluded.
`);
