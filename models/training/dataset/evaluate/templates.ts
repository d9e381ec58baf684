import type { IdentifierKind } from '../deidentify/kinds.ts';

/** Sentences that plant identifiers; `<slot>` is filled by `plants.ts`. */
type Sentences = readonly string[];

const lines = (block: string): readonly string[] =>
  block
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** By the kind that a sentence is about; some hold a second identifier. The tune half: it may be read error by error. */
export const TUNE_TEMPLATES: Readonly<Record<IdentifierKind, Sentences>> = {
  name: lines(`
      Patient name: <full>.
      <title> <last> presents today with worsening symptoms.
      Seen by Dr. <last> in clinic, who advised rest.
      Accompanied by daughter <first>.
      Spoke with <full> (husband) by phone, he agrees with the plan.
      <full> is a pleasant patient who was last seen here a while ago.
      Her neighbor <full> found her on the floor.
      Discussed with <full>, NP, who will follow up.
      My name is <full> and I have been feeling dizzy.
      my wife <first> says I snore a lot.
      <first> reports that the pain is worse at night.
      Next of kin: <full> (son).
      Attending: <lastfirst>.
      Signed: <initial> <last>, MD
      Pt <last> was brought in by <first>.
      She lives with her brother <first> and his wife <first>.
      <first> <last>'s mother called to ask about results.
      Handover from nurse <first> at shift change.
      Please cc Dr <full> on all results.
      Mother, <full>, gives the history.
      Referred by Dr. <initial> <last>.
      Patient prefers to be called <first>.
      Name <full>, here for review.
      History obtained from the patient's aunt, <full>.
      <title> <full> was assisted into the examination room.
      Per <first>, the pills were changed at the last visit.
      Case reviewed with Dr <last> who agrees.
      Emergency contact is <full> (partner).
      I'm <full>, I called earlier about my foot.
      Her son <first> drove her to the clinic.
      <last>, <first>: walked in unaided, looks pale.
      Electronically signed by <full>, RN
      Caregiver <first> <last> states he has not eaten since yesterday.
      PCP <last> will be informed of the result.
      The patient's roommate <first> called the ambulance.
      Thank you for seeing <full>, who has been troubled by headaches.
      Triage nurse <last> noted a weak pulse.
      this is <first>, my dad <first> has been throwing up all night.
      Interpreter <full> present throughout.
      <first> denies any allergies but <first>, his sister, recalls hives after a tablet.
      Consultant: Prof <last>.
      We reassured Ms <last> and her husband <first>.
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
      Lives at <street>, <city>, <state> <zip>.
      Patient is originally from <city>.
      Transferred from <hospital> for further care.
      Home address: <street>.
      Works at a warehouse in <city>.
      She recently moved to <city> from <city>.
      ZIP <zip>.
      Attends <school>.
      Was seen at <hospital> last week with the same complaint.
      my daughter lives in <city> and cannot come.
      Resident of <home>.
      Ambulance picked the patient up at <street>.
      Born in <city>.
      Resides in <city>, <state>.
      Post code <postcode>.
      He was camping near <city> when the bite happened.
      Address on file: <street>, <city> <state> <zip>.
      Just got back from a trip to <city>.
      Discharged from <hospital> two weeks ago.
      Collapsed outside a shop in <city>.
      Commutes from <city> every day by train.
      Grew up in <city>, now lives alone.
      Employed at <school> as a teacher.
      Found at home, <street>, by the paramedics.
      Sent over by <hospital> because of the abnormal tracing.
      i live in <city> with my two kids.
      Lives in <home> since the fall.
      Mailing address <street>, <city>.
      Postal code <zip>.
      Visiting family near <city>, has no local doctor.
      The accident happened on the way to <city>.
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
      DOB: <dob>.
      Last seen on <date>.
      Symptoms started on <date> after lunch.
      Surgery was performed <monthday>.
      Colonoscopy in <monthyear> was normal.
      LMP <short>.
      Patient is <oldage> years old.
      <oldage>-year-old with shortness of breath.
      Admitted <date>, discharged <date>.
      Next appointment: <date> at 10:30.
      Has been unwell since <monthday>.
      Vaccinated in <month>.
      <oldage>F from home, confused since this morning.
      Turned <oldage> last week.
      Fell on the <nth> and has limped since.
      The rash came back on <holiday>.
      Born <dob>.
      Onset of pain <date>.
      She had a hip replacement on <monthday>.
      Echo from <monthyear> showed mild impairment.
      Review booked for <date>.
      Patient, aged <oldage>, walks with a frame.
      Pleasant <oldage> y/o who fell in the bathroom.
      Date of service <date>.
      Blood taken on <date> and again on <date>.
      The cough began in <month> and never went away.
      Since <monthday> she cannot lie flat.
      Mother is <oldage> years of age and well.
      Stitches came out on the <nth>.
      Drank heavily at <holiday>.
      Discharged home <short> with tablets.
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
      Phone: <phone>.
      Call back at <phone> with results.
      Cell <phone>, leaves voicemail ok.
      Can be reached on <phone> after 5 pm.
      Daughter's number is <phone>.
      Contact tel <phone>.
      Pager <phone>.
      text me on <phone> please
      Telephone number <phone>.
      Mobile: <phone> (preferred).
      Please ring <phone> before visiting.
      Pharmacy phone <phone>.
      Left a message at <phone>.
      His landline is <phone>.
      my number is <phone> if you need me
      Contact: <phone> (work).
    Tel. <phone>.
    He can be called on <phone>.
    Number for the son: <phone>.
    Ring back: <phone>.
    Next of kin phone <phone>.
    Work phone is <phone>.
    you can get me on <phone>
    `),
  fax: lines(`
      Fax: <phone>.
      Results to be faxed to <phone>.
      Fax number <phone> for records.
      Please send by fax at <phone>.
      Records faxed to <phone> today.
      Referral sent via fax <phone>.
      Office fax no. <phone>.
      Fax the tracing to <phone>.
    Fax no: <phone>.
    Please fax the letter to <phone>.
    Pharmacy fax <phone>.
    ECG faxed on to <phone>.
    `),
  email: lines(`
      Email: <email>.
      Send the leaflet to <email>.
      you can write to me at <email>
      Portal account under <email>, password reset needed.
      E-mail address <email>.
      Please mail results to <email> as agreed.
      Contact by <email> only.
      my email is <email>
    Prefers email: <email>.
    Sent the form to <email>.
    write me at <email>
    E-mail of the daughter <email>.
    `),
  ssn: lines(`
      SSN: <ssn>.
      Social security number <ssn>.
      SSN on the card reads <ssn>.
      Identity checked, SS# <ssn>.
      Soc. Sec. No. <ssn>.
      social is <ssn> if you need it
      Verified by SSN <ssn>.
      Patient gave her social security as <ssn>.
    SSN <ssn> on the form.
    Social security no. <ssn>.
    Her SSN is <ssn>.
    Insurance desk noted SSN <ssn>.
    `),
  mrn: lines(`
      MRN: <mrn>.
      Medical record number <mrn>.
      Chart # <mrn>.
      Hospital no. <mrn>, file requested.
      Pt ID <mrn>.
      NHS number <nhs>.
      MRN <mrn> confirmed at the desk.
      Record no <mrn> pulled from the archive.
      Med rec #<mrn>.
      Patient identifier: <mrn>.
      Labels printed for <mrn>.
      NHS no <nhs>.
    MRN #<mrn>.
    Record number: <mrn>.
    Hospital number <mrn>.
    Old notes under MRN <mrn>.
    Wristband shows patient ID <mrn>.
    NHS No. <nhs>.
    `),
  'health-plan': lines(`
      Insurance: policy number <plan>.
      Member ID <plan>.
      Medicare number <plan>.
      Health plan beneficiary no. <plan>.
      Group # <plan>.
      Subscriber ID: <plan>.
      Covered under policy <plan>.
      Medicaid ID <plan> is active.
      Plan member number <plan>.
      Insured, card number <plan>.
    Policy no. <plan>.
    Insurance ID <plan>.
    Member number <plan>.
    Medicare ID: <plan>.
    Beneficiary <plan>, plan active.
    `),
  account: lines(`
      Account number <account>.
      Billing acct <account>.
      Paid by card <card>.
      Guarantor account: <account>.
      Acct # <account> sent to billing.
      Visit account <account>.
      Credit card on file <card>.
      Bank account no. <account> for the refund.
    Acct <account>.
    Account no. <account> is overdue.
    Invoice to account <account>.
    Card number <card>.
    `),
  licence: lines(`
      Driver's license <licence>.
      License no. <licence> checked at the desk.
      DEA <dea>.
      NPI <npi>.
      Nursing certificate number <licence>.
      Driving licence number <licence>.
      ID shown: DL <licence>.
      Prescriber DEA number <dea>.
      Provider NPI: <npi>.
      Pilot license <licence> suspended after the seizure.
    Driver licence <licence>.
    License number: <licence>.
    DEA no. <dea>.
    NPI number <npi>.
    Certificate no. <licence>.
    `),
  vehicle: lines(`
      Car plate <plate>.
      VIN <vin>.
      Vehicle registration <plate>, parked in the ambulance bay.
      License plate number <plate>.
      Hit by a van, plate <plate>.
      The vehicle's VIN is <vin>.
      Number plate <plate> given to the police.
      Reg. <plate>, blue hatchback.
    Plate number <plate>.
    Registration <plate>, red van.
    VIN: <vin>.
    Knocked down by a car, reg <plate>.
    `),
  device: lines(`
      Pacemaker serial number <serial>.
      Insulin pump S/N <serial>.
      Implant lot <serial>.
      Device ID <serial> interrogated.
      ICD serial no. <serial>.
      Pacemaker, serial <serial>, last checked a while ago.
      Glucose monitor SN: <serial>.
      Hip implant lot number <serial>.
      Loop recorder, device number <serial>.
      Hearing aid serial no <serial>.
    Pacemaker serial <serial>.
    Device serial number: <serial>.
    Pump, S/N <serial>.
    Implant serial no. <serial>.
    Sensor with device id <serial>.
    `),
  url: lines(`
      See <url> for pictures.
      Her blog is at <url>.
      Downloaded from <url>.
      Uploaded a video to <url>.
      website <url> lists his company.
      Profile: <url>.
    Found us through <url>.
    Photos are on <url>.
    Her page <url> tells the story.
    `),
  ip: lines(`
      Video visit from IP <ip>.
      IP address <ip>.
      Logged in from <ip>.
      Portal message sent from <ip>.
      Telehealth session, client IP: <ip>.
      Device connected at <ip>.
    Online visit, IP <ip>.
    Last login from <ip>.
    Router address <ip>.
    `),
  biometric: lines(`
      Fingerprint ID <bio>.
      Retinal scan template <bio> on file.
      Voice print <bio> enrolled.
      Fingerprint record <bio> matched.
      Iris scan id <bio>.
      Palm print template no. <bio>.
      Biometric id <bio> verified at check-in.
    Fingerprint number <bio>.
    Voiceprint id <bio>.
    Iris template <bio>.
    Finger print ref <bio>.
    `),
  photo: lines(`
      Photo of face saved as <photo>.
      Image file <photo>.
      See attached photograph <photo>.
      Wound and face pictured in <photo>.
      Portrait <photo> uploaded.
      Picture <photo> shows the swelling around the eye.
    Face photo <photo>.
    Image <photo> added to the record.
    Picture of the face: <photo>.
    `),
  other: lines(`
      Passport <passport>.
      Study ID <code>.
      Employee badge <code>.
      Twitter handle <handle>.
      Police report no. <code>.
      Specimen <code> sent.
      Passport no. <passport> copied.
      Enrolled in the trial as subject <code>.
      Staff id <code>.
      On Instagram as <handle>.
      Case number <code> with the police.
      Accession number <code>.
    Passport number <passport>.
    Trial participant <code>.
    Employee number <code>.
    Instagram <handle>.
    Police case <code>.
    Sample number <code>.
    `),
};

/** Sentences without an identifier. Words in [brackets] must survive. */
export const TUNE_CLINICAL: Sentences = lines(`
    History of [Addison's disease] and [Crohn's disease].
    Taking [warfarin] [5 mg] daily and [Lasix] [40 mg].
    [BP 142/88], [HR 96], [RR 18], [SpO2 97%], [T 37.2].
    [Bell's palsy] on the left, resolved.
    [Parkinson's disease], on [levodopa].
    Positive [Homans sign], calf swollen.
    Negative [Murphy's sign], abdomen soft.
    [67-year-old] with [chest pain] for [3 days].
    Pain [7/10], worse on breathing.
    Denies [Lyme] exposure.
    Past history: [Hodgkin lymphoma], [Graves' disease].
    [Glasgow Coma Scale 15], pupils equal.
    [Colles fracture] of the right wrist.
    Brother has [Lou Gehrig's disease].
    Uses [Ventolin] inhaler [2 puffs] as needed.
    [Wells score 3], D-dimer sent.
    [Down syndrome], known [Eisenmenger] physiology.
    [Tourette syndrome] and [Asperger's].
    [Baker's cyst] behind the knee.
    [Hashimoto's thyroiditis] on [levothyroxine] [75 mcg].
    Allergic to [Augmentin] and [Bactrim].
    Possible [Guillain-Barre syndrome].
    Blood glucose [14.2 mmol/L], [HbA1c 8.1%].
    Platelets [250000], WBC [11.5].
    [Raynaud's] in both hands, worse in winter.
    In [2015] had a stroke.
    Woke at [03:30] with sweating.
    [Foley] catheter draining clear urine.
    Numbness from [L4/5] to the big toe.
    [Kawasaki disease] as a child.
    On [Eliquis], no falls.
    [Barrett's oesophagus] under surveillance.
    [Wolff-Parkinson-White syndrome] ablated.
    [Stevens-Johnson syndrome] after [Lamictal].
    Known [Cushing's syndrome] after long steroids.
    [Wilson's disease] with liver involvement.
    [Alzheimer's] dementia, lives with family.
    [Meniere's disease], vertigo today.
    [Sjogren syndrome], dry eyes.
    [Paget's disease] of bone.
    [Huntington's chorea] in the family.
    Takes [Coumadin] [2.5 mg], [Zocor] [20 mg] and [Prozac].
    [Brudzinski] and [Kernig] negative, neck supple.
    [McBurney's point] tenderness with guarding.
    [Babinski] downgoing, [Romberg] normal.
    [Dupuytren's contracture] of the ring finger.
    [Achilles] tendon is intact.
    [Osgood-Schlatter disease] of the left knee.
    [Braxton Hicks] contractions only.
    [Marfan syndrome], aortic root followed.
    [Ehlers-Danlos], joints dislocate.
    [Legionnaires' disease] excluded.
    [Burkitt lymphoma] in remission.
    [Vincent's angina], gums bleed.
    [Epstein-Barr virus] positive.
    [Zika], [Ebola] and [Coxsackie] not suspected.
    Vital signs: [BP 98/60], [pulse 124], [RR 26], [temp 38.9], [sats 91%] on air.
    [54-year-old] man, [chest tightness] since [2 hours].
    Pain score [8/10], vomited [x3].
    [Humira] every two weeks for [Behcet's disease].
    [Xanax] [0.5 mg] at night, [Zoloft] [50 mg].
    Last [INR 2.4], [creatinine 1.1], [troponin 12].
    [Von Willebrand disease], bleeds easily.
    [Charcot-Marie-Tooth disease], weak ankles.
    [Tietze syndrome] suspected, wall tender.
    [Korsakoff syndrome] after years of drinking.
    [Horner's syndrome] on the right.
    Fluids: [Ringer's lactate] [1 L] given.
    [Kussmaul breathing], smells of ketones.
    Has had [Bartholin's cyst] drained in [2018].
    [Trendelenburg] gait on walking.
    [Synthroid] [100 mcg], [Advair] twice a day.
    [Kaposi sarcoma] lesions on the leg.
    Woke at [05:45], took [Advil] [400 mg].
    [Kienbock's disease] of the wrist.
    Weakness at [C5-C6], reflexes brisk.
    [Whipple procedure] in [2012].
    Capillary refill [2 seconds], [GCS 14].
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
