import { FILLERS, plainWord, stemOf } from './normal-form.ts';

/** Alternatives that many phrases share; `{name}` in a phrase stands for `(a|b|c)`. */
export const MACROS: Readonly<Record<string, string>> = {
  cant: 'cannot|not|difficulty|trouble|hard time',
  belly: 'belly|stomach|tummy|abdomen|abd|gut',
  breathing: 'breath|breathing',
  baby: 'baby|infant|newborn|child|toddler|son|daughter|boy|girl|kid|neonate',
  poop: 'stool|poop|bowel movement|bm|feces|faeces|diarrhea|shit|motion|nappy|diaper',
  pee: 'pee|urinate|urine|water|wee',
  barf: 'vomit|throw up|puke|barf|spit up|emesis|sick',
  swallowed: 'swallow|ingest|drink|eat|took|ate|drank|consumed|put in mouth',
  hit: 'hit|bump|bang|struck|smack|strike|knock|whack|crack|cracked|smash',
  much: 'lot|lots|large amount|copious|profuse|heavy|massive|ton|excessive|severe',
  weird: 'weird|strange|odd|funny|off|different|bizarre|unusual',
  lost: 'lost|loss|lose|losing|no|absent|without|cannot control|not control|unable to control',
  kill: 'kill|hurt|harm|shoot|stab|murder|attack',
  end: 'end|kill|take|finish',
  spreads:
    'radiates|radiating|radiation|radiates into|radiating into|radiates down|radiating down|radiates up|radiating up|radiates through|radiating through|radiates around|radiating around|spreads|spreads into|spreading|spreading into|spreads up|spreading up|spreads down|spreading down|spreads through|shoots|shoots into|shoots down|shoots up|shoots through|travels|travels into|travels down|travels up|travels through|traveling|travelling|extends|extending|extends into|goes into|going into|goes down|going down|goes up into|goes through|going through|going up into|goes up|going up|moves into|moving into|runs down|running down|runs into|shooting up',
  overdose: 'overdose on|overdosed on|overdose of|overdose with|od on|od',
  dozens:
    '8|10|12|14|15|16|18|20|22|24|25|26|28|30|32|35|36|40|45|48|50|56|60|64|70|80|90|96|100|ten|twelve|fifteen|sixteen|twenty|thirty|forty|fifty|sixty|hundred|too many',
  manypills:
    'handful of pills|handful of tablets|handfuls of pills|bunch of pills|bunch of tablets|lot of pills|lots of pills|lots of tablets|lot of tablets|load of pills|load of tablets|loads of tablets|loads of pills|bottle of pills|bottle of tablets|bottle of medication|box of tablets|packet of tablets|pack of tablets|strip of tablets|whole bottle|whole box|whole packet|entire bottle|full bottle|all my pills|all my tablets|all pills|all tablets|all of my medication|all my medication|all my meds|multiple pills|several pills|multiple tablets|many pills|many tablets',
  apap: 'paracetamol|acetaminophen|tylenol|apap|panadol|tylenols|co codamol|cocodamol|paracetamols',
  antidep:
    'amitriptyline|nortriptyline|imipramine|clomipramine|dosulepin|doxepin|tricyclic|tricyclics|tca|antidepressant|antidepressants|citalopram|venlafaxine|bupropion|wellbutrin|effexor|sertraline|zoloft|fluoxetine|prozac|trazodone|elavil|lexapro|escitalopram|quetiapine|seroquel|lithium|olanzapine|mirtazapine|paroxetine|duloxetine',
  opiate:
    'heroin|fentanyl|opioid|opioids|opiate|opiates|morphine|oxycodone|oxycontin|percocet|percocets|methadone|codeine|hydrocodone|vicodin|norco|tramadol|narcotic|narcotics|dilaudid|suboxone|painkillers|pain pills|pain killers',
  chestword: 'chest|breastbone|sternum|ribcage|rib cage|breast bone',
  facewords: 'face|lips|lip|tongue|round the mouth|around the mouth|fingernails|nail beds',
  facedroop: 'face|mouth|smile|cheek|lip|corner of mouth|side of face',
  benzo:
    'benzo|benzos|benzodiazepine|benzodiazepines|xanax|alprazolam|diazepam|valium|lorazepam|ativan|clonazepam|klonopin|temazepam|zopiclone|zolpidem|ambien|sleeping pills|sleeping tablets|sedatives|sleep aid|diphenhydramine|benadryl|gabapentin|pregabalin|phenobarbital|hydroxyzine|unisom',
  cardiacdrug:
    'beta blocker|beta blockers|propranolol|metoprolol|atenolol|bisoprolol|carvedilol|amlodipine|diltiazem|verapamil|nifedipine|calcium channel blocker|calcium channel blockers|digoxin|clonidine|blood pressure pills|blood pressure tablets|blood pressure medicine|blood pressure medication|heart pills|heart tablets|heart medicine|heart medication|lisinopril|glipizide|glyburide|gliclazide|metformin|colchicine|chloroquine|hydroxychloroquine|flecainide|theophylline',
};

/** In a phrase, up to three other words of the same clause: `bring .. up .. blood`. Never a negation. */
export const GAP = '..';

/** Writes out `(a|b)`, `[optional]` and `{macro}`: every plain phrase that a notation stands for. */
export function expandPhrase(notation: string): string[] {
  const text = notation.replace(/\{(\w+)\}/g, (_, name: string) => {
    const macro = MACROS[name];
    if (macro === undefined) throw new TypeError(`phrase ${notation}: macro ${name}`);
    return `(${macro})`;
  });
  let phrases = [''];
  for (const part of text.split(/(\([^()]*\)|\[[^[\]]*\])/)) {
    const options = part.startsWith('(')
      ? part.slice(1, -1).split('|')
      : part.startsWith('[')
        ? ['', ...part.slice(1, -1).split('|')]
        : [part];
    phrases = phrases.flatMap((head) => options.map((option) => head + option));
  }
  return phrases;
}

const NEGATIVES = new Map(
  [
    'cannot: cant cannot couldnt unable incapable',
    'not: not dont doesnt didnt isnt arent wasnt werent hasnt havent hadnt aint wont wouldnt refuse refuses refused refusing',
  ].flatMap((line) => {
    const [to = '', from = ''] = line.split(':');
    return from
      .trim()
      .split(' ')
      .map((word) => [word, to] as const);
  }),
);

const plains = new Map<string, string>();
const stemsOfPlain = new Map<string, string>();

/** The lexicon says the same words a hundred thousand times: each is brought to its form once. */
function once(known: Map<string, string>, word: string, form: (word: string) => string): string {
  let result = known.get(word);
  if (result === undefined) {
    result = form(word);
    known.set(word, result);
  }
  return result;
}
const plainOf = (word: string) => once(plains, word, plainWord);
const stemOnce = (word: string) => once(stemsOfPlain, word, stemOf);

/**
 * The stems that a phrase is matched by: fillers are dropped, negations have one form each
 * (`can't`, `unable to`, `could not` are `cannot`; `won't`, `doesn't`, `refuses to`, `no longer` are `not`).
 */
export function stemsOfPhrase(phrase: string): string[] {
  const words = phrase
    .split(/[\s\-,]+/)
    .filter((word) => word !== '')
    .map(plainOf);
  const stems: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    const canonical = canonicalNegative(words, at);
    if (canonical !== undefined) {
      stems.push(canonical.stem);
      at += canonical.length - 1;
    } else if (!FILLERS.has(word)) stems.push(stemOnce(word));
  }
  return stems;
}

/** The negative word that starts at `at` in one form, with how many words it takes. */
export function canonicalNegative(
  words: readonly string[],
  at: number,
): { readonly stem: 'cannot' | 'not'; readonly length: number } | undefined {
  const word = words[at];
  const next = words[at + 1];
  if ((word === 'can' || word === 'could') && next === 'not') return { stem: 'cannot', length: 2 };
  if (word === 'not' && (next === 'able' || next === 'capable')) return { stem: 'cannot', length: 2 };
  if (word === 'not' && next === 'been' && words[at + 2] === 'able') return { stem: 'cannot', length: 3 };
  if (
    (word === 'isnt' || word === 'wasnt' || word === 'arent' || word === 'hasnt' || word === 'havent') &&
    (next === 'able' || (next === 'been' && words[at + 2] === 'able'))
  )
    return { stem: 'cannot', length: next === 'able' ? 2 : 3 };
  if (word === 'no' && next === 'longer') return { stem: 'not', length: 2 };
  const stem = word === undefined ? undefined : NEGATIVES.get(word);
  return stem === undefined ? undefined : { stem: stem as 'cannot' | 'not', length: 1 };
}
