import type { Assessment } from '#fhir-mappers/assessment.ts';
import { PRIORITIES } from '#terminology/priority.ts';
import { percent } from '../words/format.ts';
import { useWords } from '../words/WordsContext.tsx';
import classes from './HowMade.module.css';
import { PriorityMark } from './PriorityMark.tsx';

type Model = Extract<Assessment['model'], { state: 'present' }>;

/** How the proposal came about, the model's part of it, and its limits, in plain words. */
export function HowMade({ assessment }: { assessment: Assessment }) {
  const { say } = useWords();
  const { model, story, rules, versions } = assessment;
  return (
    <div className={classes.all}>
      <p>{say('how.order')}</p>
      {rules.length > 0 && (
        <>
          <h4 className={classes.title}>{say('how.rules')}</h4>
          <ul>
            {rules.map(({ id, title, floor, source }) => (
              <li key={id}>
                {title} (≥ {say(`priority.${floor}`)}). {say('source.rule', source)}
                {!source.verified && ` · ${say('source.unverified')}`}
              </li>
            ))}
          </ul>
        </>
      )}
      {story?.state === 'present' && <p>{say('how.story', { percent: percent(story.urgent) })}</p>}
      {story?.state === 'unavailable' && <p>{say('how.noStory', { why: story.code })}</p>}
      {model.state === 'unavailable' ? (
        <p>{say('how.noModel', { why: model.detail ?? model.code })}</p>
      ) : (
        <ModelPart model={model} />
      )}
      <h4 className={classes.title}>{say('how.versions')}</h4>
      <dl className={classes.versions}>
        {Object.entries(versions).map(([name, version]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{version}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function ModelPart({ model }: { model: Model }) {
  const { say } = useWords();
  const set = PRIORITIES.toReversed().filter((level) => model.set.includes(level));
  const list = set.map((level) => say(`priority.${level}`)).join(', ');
  return (
    <>
      <p>{say('how.model', model)}</p>
      {model.outOfDistribution && <p className={classes.warn}>{say('how.ood')}</p>}
      {list !== '' && <p>{say(set.length > 1 ? 'how.set' : 'how.setOne', { list })}</p>}
      <h4 className={classes.title}>{say('how.probabilities')}</h4>
      <ul className={classes.bars}>
        {PRIORITIES.toReversed().map((level) => (
          <li key={level} data-priority={level}>
            <PriorityMark priority={level} />
            <span className={classes.track} aria-hidden>
              <span
                className={classes.bar}
                style={{ width: `${(model.probabilities[level] ?? 0) * 100}%` }}
              />
            </span>
            <span className={classes.percent}>{percent(model.probabilities[level] ?? 0)}</span>
          </li>
        ))}
      </ul>
      {model.critical !== undefined && <p>{say('how.critical', { percent: percent(model.critical) })}</p>}
      {model.effects && model.effects.length > 0 && (
        <>
          <h4 className={classes.title}>{say('how.effects')}</h4>
          <ul>
            {model.effects.slice(0, 5).map(({ fact, change }) => (
              <li key={fact}>
                {fact}: {say(change > 0 ? 'how.raises' : 'how.lowers')}
              </li>
            ))}
          </ul>
        </>
      )}
      <p>{say('how.limits')}</p>
    </>
  );
}
