import { stemOf } from '#terminology/lexicon/normal-form.ts';

/**
 * Words that a note may use without a source: grammar, and the frame in which facts are told.
 *
 * Nothing clinical stands here, nothing that judges, comforts, hurries or plans: such a word must come from a cited fact.
 * A sentence with any other word is dropped, so this list is what a model may add of its own.
 */
const FRAME = `
a an the this that these those there here it its he she they him her his hers their them we us our you your i me my
and or but with without of for in on at by to from as into about between than then also both each any some all more
most other another such so if when while which who whom whose what where how why because since
is are was were be been being am has have had having do does did done can could may might will would should must shall
not no nor none never neither yes
one two three four five six seven eight nine ten
first second third once again still now today currently
patient person child woman man girl boy adult infant baby year month week day hour minute old aged age
report reports reported say says said tell tells told telling describe describes described mention mentions mentioned
present presents presented presenting come comes came complain complains complaint complaints known
record recorded records recording chart list lists listed show shows shown showing note noted notes read
history problem problems condition conditions medicine medicines medication medications take takes taken taking
allergy allergies allergic include includes including included
measure measured measures measurement measurements value values reading readings range normal outside above below
rate level number numbers result results vital sign signs observation observations
deny denies denied possible possibly likely perhaps
proposed proposal priority reason reasons rule protocol speaks less urgency
ask asks asked question questions please thank thanks nurse care look looks looking see seen check checks checked
physician doctor clinician team staff
situation background assessment recommendation summary next step steps
past family earlier previous previously
term unit per
feel feels felt feeling want wants need needs know
begin began begun start started long
further
get gets getting`;

const words: ReadonlySet<string> = new Set(
  FRAME.split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => [word, stemOf(word)]),
);

/** True when a note may use this word of its own accord. */
export function isFrameWord(plain: string, stem: string): boolean {
  return words.has(plain) || words.has(stem);
}
