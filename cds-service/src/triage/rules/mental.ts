import { critical, high, type Rule } from '../catalogue-rule.ts';
import { SOURCES } from '../sources.ts';
import { all, any, denied, has, hasWith, history, not, when } from '../trigger.ts';

/** Danger to self or others. */
export const MENTAL_RULES: readonly Rule[] = [
  high('suicidal', 'Suicidal thoughts, plan or attempt', {
    when: any(
      hasWith(['suicidal-ideation', 'self-harm-thoughts'], {
        evenChronic: true,
        except: ['passive-suicidal-ideation'],
      }),
      // A wish to be dead without plan or intent, said so, is not yet an emergency.
      all(
        hasWith('passive-suicidal-ideation', { evenChronic: true }),
        any(
          has(
            'suicidal-plan',
            'suicidal-intent',
            'suicidal-means',
            'self-harm',
            'overdose',
            'hopelessness',
            'alcohol-intoxication',
            'psychosis-symptom',
          ),
          history('past-suicide-attempt'),
          { words: { atMost: 8 } },
        ),
      ),
      has('suicide-attempt'),
      all(
        has('self-harm'),
        any(
          has(
            'depression',
            'hopelessness',
            'severe-bleeding',
            'deep-laceration',
            'alcohol-intoxication',
            'overdose',
          ),
          not(any(has('no-distress'), denied('suicidal-ideation', 'suicidal-intent', 'suicidal-plan'))),
        ),
      ),
    ),
    source: SOURCES.suicide,
    ask: {
      when: has('depression', 'anxiety', 'hopelessness', 'psychiatric-evaluation', 'self-harm'),
      about: ['suicidal-ideation'],
      text: 'Are there thoughts of ending life, a plan, or the means for it?',
      reason: 'Asking does no harm; a yes means not leaving the person alone.',
    },
    fires: ['wants to kill himself', 'thoughts of ending her life for a week', 'cut her wrists tonight'],
    spares: [
      'sad after a break-up, no thoughts of suicide',
      'sister took her life years ago, he has a cough',
      'denies suicidal thoughts, needs refill of sertraline',
    ],
  }),
  critical('suicide-attempt-unstable', 'Suicide attempt with instability', {
    when: all(
      has('suicide-attempt', 'hanging', 'intentional-overdose'),
      any(
        when('depressed-consciousness'),
        when('hypotensive'),
        has(
          'uncontrolled-bleeding',
          'hanging',
          'shock',
          'seizure',
          'slow-breathing',
          'respiratory-distress',
          'severe-bleeding',
          'unconscious',
        ),
      ),
    ),
    source: SOURCES.suicide,
    fires: [
      'tried to hang himself, drowsy',
      'took all her pills, cannot be woken',
      'cut both wrists, bleeding heavily',
    ],
    spares: [
      'suicide attempt five years ago, stable now',
      'thoughts only, calm, alert',
      'scratch on the forearm, no intent',
    ],
  }),
  high('homicidal-violent', 'Thoughts of killing others, or violent behaviour', {
    when: has('homicidal-ideation', 'violent-behaviour', 'combative'),
    source: SOURCES.psychiatric,
    fires: [
      'says he will kill his neighbour',
      'violent, threw chairs in the waiting room',
      'combative, brought by police',
    ],
    spares: ['angry about the wait, calm now', 'no thoughts of harming anyone', 'was in a fight, sore hand'],
  }),
  high('acute-psychosis', 'Acute psychosis or mania', {
    when: any(
      has('command-hallucinations', 'catatonia', 'postpartum-psychosis'),
      hasWith(['delusions', 'paranoia', 'hallucinations', 'mania'], { notMild: true }),
      all(
        has('agitation'),
        not(has('irritable-child')),
        any(
          has('hallucinations', 'delusions', 'off-psychiatric-medicine', 'mania', 'drug-use'),
          hasWith('agitation', { severity: 'severe' }),
        ),
      ),
    ),
    source: SOURCES.psychiatric,
    fires: [
      'hears voices telling him to hurt himself',
      'paranoid, thinks the food is poisoned',
      'manic, no sleep for five days',
    ],
    spares: [
      'schizophrenia, stable, needs injection',
      'hears ringing in the ears',
      'voices unchanged for years, calm',
    ],
  }),
  high('eating-disorder-danger', 'Eating disorder with physical danger signs', {
    when: all(
      has('eating-disorder'),
      has(
        'syncope',
        'slow-heart-rate',
        'weakness',
        'chest-pain',
        'hypothermia',
        'palpitations',
        'hypokalaemia',
      ),
    ),
    source: SOURCES.psychiatric,
    fires: ['anorexia, fainted today', 'eating disorder, pulse 38 and weak', 'bulimia with palpitations'],
    spares: ['eating disorder, counselling visit', 'picky eater, 5 year old', 'lost appetite with a cold'],
  }),
];
