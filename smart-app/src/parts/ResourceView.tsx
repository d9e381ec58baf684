import type { Resource } from 'fhir/r4';
import classes from './ResourceView.module.css';

/** A resource as FHIR JSON, exactly as it is. */
export function ResourceView({ resource }: { resource: Resource }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable by keyboard
    <pre className={classes.json} tabIndex={0}>
      {JSON.stringify(resource, null, 2)}
    </pre>
  );
}
