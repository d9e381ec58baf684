import { describe, expect, it } from 'vitest';
import { CATALOGUE } from '#cds-service/triage/catalogue.ts';
import { CIRCUMSTANCES } from '#cds-service/triage/circumstances.ts';
import { readNarrative } from '#fhir-mappers/text/read-narrative.ts';
import { conceptIds, isA, lexicon, lookUpConcept } from '#terminology/lexicon/lexicon.ts';
import { parsePhrases } from '#terminology/lexicon/parse-concepts.ts';
import { expandPhrase, GAP, stemsOfPhrase } from '#terminology/lexicon/phrase-notation.ts';
import { PHRASE_TABLES } from '#terminology/lexicon/phrases/phrases.ts';

/** Every value of a key that names concepts, wherever it stands in a trigger. */
function conceptsIn(trigger: unknown, found: Set<string> = new Set()): Set<string> {
  if (Array.isArray(trigger)) for (const one of trigger) conceptsIn(one, found);
  else if (typeof trigger === 'object' && trigger !== null)
    for (const [key, value] of Object.entries(trigger)) {
      if (['finding', 'history', 'denied', 'except'].includes(key) && Array.isArray(value))
        for (const id of value as string[]) found.add(id);
      else conceptsIn(value, found);
    }
  return found;
}

/** Stems that any sentence may hold: alone they tell nothing. */
const EVERYDAY = new Set(
  (
    'go get com put tak hav do giv mak say tell want need like feel look see know think day hour week year month time now ' +
    'then thing bit all some one two who wher what when her him out up down off over back way good well bad new old man ' +
    'woman people child home hous work car door bed chair night morn today name end start keep still just'
  ).split(' '),
);

describe('the lexicon', () => {
  it('has only concepts whose broader concepts exist', () => {
    const lost = [...lexicon().concepts.values()].flatMap(({ id, broader }) =>
      broader.filter((parent) => lookUpConcept(parent) === undefined).map((parent) => `${id} -> ${parent}`),
    );
    expect(lost).toEqual([]);
  });

  it('has no circle in what is broader', () => {
    const circles = conceptIds().filter((id) =>
      (lookUpConcept(id)?.broader ?? []).some((parent) => parent !== id && isA(parent, id)),
    );
    expect(circles).toEqual([]);
  });

  it('has every concept that a rule or a circumstance asks for', () => {
    const asked = new Set<string>();
    for (const { when, question } of CATALOGUE) {
      conceptsIn(when, asked);
      if (question !== undefined) conceptsIn(question.when, asked);
    }
    for (const { trigger } of Object.values(CIRCUMSTANCES)) conceptsIn(trigger, asked);
    expect([...asked].filter((id) => lookUpConcept(id) === undefined)).toEqual([]);
  });

  it('gives wordings only to concepts that exist', () => {
    const ids = PHRASE_TABLES.flatMap(parsePhrases).map(({ id }) => id);
    expect(ids.filter((id) => lookUpConcept(id) === undefined)).toEqual([]);
  });

  it('has no saying of common words only', () => {
    const sayings = PHRASE_TABLES.flatMap(parsePhrases).flatMap(({ id, phrases }) =>
      phrases.filter((phrase) => phrase.includes('~')).map((phrase) => ({ id, parts: phrase.split('~') })),
    );
    expect(sayings.length).toBeGreaterThan(200);
    // One part may be a common word; a saying whose every part can be one would hear it everywhere.
    const isCommon = (part: string) =>
      expandPhrase(part.trim()).some((phrase) => {
        const stems = stemsOfPhrase(phrase).filter((stem) => stem !== GAP);
        return stems.length > 0 && stems.every((stem) => EVERYDAY.has(stem));
      });
    const loose = sayings
      .filter(({ parts }) => parts.every(isCommon))
      .map(({ id, parts }) => `${id}: ${parts.join('~')}`);
    expect(loose).toEqual([]);
  });
});

/** What nobody would call a threat, in words that once were read as one. */
const BENIGN = `
The printer in room two is out of paper
The coffee machine is out of order
Birthday party invitation for my daughter
My sewing machine thread keeps snapping
What is the price of a blood pressure monitor
Cancel my subscription to the newsletter
How far is the train station
The car will not start and the website will not load
It has been going on for a week
My waters bottle leaks in the bag
We moved house last month and everything is upside down
The car is in the garage so we took the bus
Sorry, I am typing this on my phone
It is my day off today
My sister is getting married on Saturday
I take vitamin D and folic acid
The dentist cannot see me until Monday
I need a letter saying I can go back to work
My employer wants a form signed
I would like a repeat of my blood pressure tablets
Can I have my cholesterol done sometime
The leaflet says to watch out for bleeding
The leaflet says go to the emergency department if there are fits or vomiting
I read online about sepsis and wanted to ask
A nurse once told us what to look for with sepsis
The pharmacist said to call an ambulance if I ever get chest pain or can't breathe
I read on the leaflet about anaphylaxis
My grandad had a heart attack at 80
Her grandfather died of a stroke years ago
My uncle has epilepsy and my cousin has type 1 diabetes
FHx: grandfather MI at 80, aunt breast cancer
The man next door had a heart attack on Friday
I could murder a cup of tea
I am gasping for a cup of tea
Dying for a smoke, I want to give up
Sneezing my head off every morning
My feet are killing me in these shoes
I was scared to death by the film
The children are driving me mad
I laughed my head off
He is fit as a fiddle
She broke my heart
I am sick and tired of waiting
Who can I ask about travel jabs for Kenya and malaria tablets
Is there a yellow fever vaccine
I lost my prescription
I lost my keys and my temper
He lost his job
The bus driver was rude
She has a stabbing interest in politics
The blue inhaler settles it
The blue badge form needs a signature
I keep my blue tablets in a box
He came off his diet
I came out in support of the nurse
The tap is dripping blood red water in the old pipes
I gave blood last month
Blood donation went fine
I need a blood test form
Her blood group is A positive
We hang our washing outside
I hung up the phone
They jumped the queue
I jumped for joy
He shot a film about bees
She shot up in height this year
A shot in the dark
The gun laws changed
He took the tablets as prescribed
She takes all her tablets every day
He is taking all his bottles
The baby takes all of her feed
I took a photo of the form
I took two paracetamol for a cold
We ran out of milk
My prescription runs out on Friday
I run five miles a day
The watch shows the right time
My pulse is 65 at rest
He stopped smoking last year
I stopped at the shop
I want to stop my contraceptive pill
The room is cold in winter
I have a cold and a runny nose
She has cold hands in winter
Nobody answered the phone
She is not answering the phone to the bank
He did not recognise the song
I cannot find my glasses
I cannot remember my password
I do not know who to ask
She knows everybody in the village
My hand is a bit dry
My arm is in the picture
My leg day at the gym was hard
The heating is on and the boiler was serviced
We cook on a gas stove
The barbecue was nice
The fire alarm was tested today
There was smoke from the neighbour's garden
The garage engine was repaired
The dog is sick and went to the vet
Our cat collapsed and died of old age
The policeman was friendly
God is great, said the priest
The voice on the phone told me to come
The television is loud
Everybody at work has the same shirt
All of us went to the park
The kids are at school
I sat on the bridge and fished
I walked to the station
The train was late
She wrote a letter to her mother
He said goodbye to the children at school
I want to end my membership
I will finish it tomorrow
There is no point in going today
Is it worth getting the flu jab
He hit a six at cricket
The ball hit the post
A weight was lifted from my shoulders
I sit in the chair and read
My belt is too tight
The vice principal was there
The elephant at the zoo stood still
A whole bottle of water is on the table
I drink two cups of coffee
I had a pint with friends
My purple dress is new
Spots of paint on my shirt
The spots on the window do not come off
My tongue slipped and I said the wrong name
The curtain is closed
My neck tie is stiff
The lights are off
I lost half my money
One side of the house is painted
Her smile is lovely
The mouth of the river
Words fail me
He drank orange juice and felt good
The pain of losing at chess
The plane was delayed and I waited
Two winters ago we moved here
The flue of the chimney was swept
I am happy in my own world
My shirt is drenched from the rain
The shower is hot
My trousers are too big since the diet
I feel well and need a form
No complaints at all today
`
  .split('\n')
  .map((line) => line.trim())
  .filter((line) => line !== '');

describe('sentences of everyday life', () => {
  it('are many', () => {
    expect(BENIGN.length).toBeGreaterThanOrEqual(140);
  });

  it('hold no threat to life and no emergency of the mind', () => {
    const alarms = [
      'life-threat',
      'suicidal-ideation',
      'overdose',
      'stroke-sign',
      'seizure',
      'cardiovascular-emergency',
      'neuro-emergency',
      'crushing-chest-pain',
      'chest-pressure',
      'uncontrolled-bleeding',
      'severe-bleeding',
      'anaphylaxis',
      'cyanosis',
      'sepsis',
      'loss-of-consciousness',
      'carbon-monoxide',
      'hallucinations',
    ];
    const heard = BENIGN.flatMap((text) => {
      const { findings } = readNarrative(text, { asOf: '2026-03-01T10:00:00Z', origin: 'complaint' });
      const threats = findings.filter(
        ({ concept, state }) =>
          (state === 'present' || state === 'uncertain') && alarms.some((alarm) => isA(concept, alarm)),
      );
      return threats.length === 0 ? [] : [`${text}: ${threats.map(({ concept }) => concept).join(', ')}`];
    });
    expect(heard).toEqual([]);
  });
});
