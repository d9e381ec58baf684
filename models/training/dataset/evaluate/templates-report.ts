import type { IdentifierKind } from '../deidentify/kinds.ts';

const lines = (block: string): readonly string[] =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** Sentences with identifiers of the report half; only counted, never read error by error. */
export const REPORT_TEMPLATES: Readonly<Record<IdentifierKind, readonly string[]>> = {
  name: lines(`
    Booked in as <full>.
    Telephone advice given to <full>, the wife.
    <title> <full> would like a second opinion.
    Brother <first> took her temperature.
    Note for Dr <last>: please review tomorrow.
    Discussed on the phone with Dr <full>.
    Partner is <first>, who is in the waiting room.
    this is about <first>, my daughter, she is four
    My husband <full> will collect me.
    Entered by nurse <full>.
    Resident: <full>.
    Patient's sister <first> called twice.
    Last seen by <title> <last>.
    I am writing on behalf of <full>.
    <first> says the pain moves to the back.
    Friend <first> drove.
    Consent given by <full> (mother).
    Assistant: <first> <last>, LPN.
    Mr <last>'s dressing was changed.
    Staff nurse <first> took blood.
  `),
  place: lines(`
    Domiciled at <street>, <city>.
    On his way home from <city> he felt faint.
    Follow up at <hospital> next week.
    Student at <school>.
    Address: <street>, <city>, <state> <zip>.
    Has been living in <city> since childhood.
    Lives near <city>.
    Sent from <home>.
    Zip code <zip>.
    we live in <city> now
    Admitted to <hospital> overnight.
    Works in <city> as a driver.
  `),
  date: lines(`
    Birth date: <dob>.
    Started on <date> after a meal.
    First noticed <monthday>.
    MRI in <monthyear> clear.
    To be seen again on <date>.
    Age <oldage>, lives alone.
    <oldage> year old woman, short of breath.
    Bitten on <date>, tetanus given.
    Has had it since <monthday>.
    Operated on <date>.
    In <month> she was well.
    On the <nth> it got worse.
  `),
  phone: lines(`
    Reachable at <phone>.
    Phone number <phone>.
    Daughter on <phone>.
    Please telephone <phone>.
    call me on <phone>
  `),
  fax: lines(`
    Fax <phone>.
    Fax results to <phone>.
    Letter faxed: <phone>.
  `),
  email: lines(`
    Mail: <email>.
    Contact <email> for the forms.
    reach me at <email>
  `),
  ssn: lines(`
    SSN: <ssn>, verified.
    Her social security number is <ssn>.
    Social Security <ssn>.
  `),
  mrn: lines(`
    MRN is <mrn>.
    Chart number <mrn>.
    Medical record <mrn>.
    Patient no. <mrn>.
    NHS: <nhs>.
  `),
  'health-plan': lines(`
    Policy <plan>.
    Member ID is <plan>.
    Insurance number <plan>.
    Subscriber no. <plan>.
  `),
  account: lines(`
    Account: <account>.
    Billing account number <account>.
    Credit card <card>.
  `),
  licence: lines(`
    Driving license no. <licence>.
    License <licence>.
    DEA: <dea>.
    NPI no. <npi>.
  `),
  vehicle: lines(`
    License plate <plate>.
    Car registration number <plate>.
    VIN number <vin>.
  `),
  device: lines(`
    Pacemaker S/N <serial>.
    Serial number of the pump: <serial>.
    Device no. <serial>.
    Implant serial number <serial>.
  `),
  url: lines(`
    Website: <url>.
    He read on <url> about it.
    Video under <url>.
  `),
  ip: lines(`
    IP: <ip>.
    Connected from IP address <ip>.
    Session from <ip>.
  `),
  biometric: lines(`
    Fingerprint <bio>.
    Retina scan no. <bio>.
    Voice print id <bio>.
  `),
  photo: lines(`
    Photograph <photo>.
    Photo file <photo> of the face.
    Saved picture <photo>.
  `),
  other: lines(`
    Passport <passport>.
    Study number <code>.
    Badge <code>.
    Twitter <handle>.
    Case no. <code>.
  `),
};

/** Clinical sentences of the report half. */
export const REPORT_CLINICAL: readonly string[] = lines(`
  [Addison's crisis] two years ago, on [hydrocortisone] [20 mg].
  [Hodgkin's] treated in [2014].
  [Raynaud's phenomenon], cold hands.
  [Barlow test] and [Ortolani test] normal.
  Known [Gaucher disease].
  [Kawasaki syndrome] was thought of.
  [Sydenham's chorea] as a girl.
  [Meckel's diverticulum] removed.
  Allergic to [Keflex], takes [Zithromax] well.
  [Levemir] [18 units], [NovoRapid] with meals.
  [Klinefelter syndrome], on testosterone.
  [Pott's fracture] of the ankle.
  [Swan-Ganz catheter] not needed.
  [Holter monitor] last month.
  [BP 176/104], [HR 58], [RR 14], [sats 99%], [temp 36.4].
  [45-year-old] with [back pain] for [2 weeks].
  [8-month-old] with [poor feeding] since [last night].
  [Peak flow 320], [FiO2 28%].
  [Tylenol] [1 g] at [06:00] did not help.
  [Wernicke's encephalopathy] must be thought of.
  [Erb's palsy] from birth.
  [Hb 9.2], [INR 3.8], [CRP 112].
  [Legg-Calve-Perthes] on the left.
  [Mobitz] type 2 on the tracing.
  [Hartmann's solution] running.
`);
