import type { Database } from '../fhir/database.ts';

/** What an app is told about the chart that it was opened from. */
export interface LaunchContext {
  readonly patient?: string;
  readonly encounter?: string;
  readonly appContext?: string;
  /** False only where the frame around the app shows the patient's name itself. */
  readonly needPatientBanner?: boolean;
}

export interface Launch extends LaunchContext {
  /** Id of the Practitioner at whose screen the launch began. */
  readonly practitioner: string;
}

const LAUNCH_MINUTES = 10;

/** Remembers launches until the app redeems them, and the context that each grant was given. */
export interface Launches {
  open(launch: Launch): string;
  find(id: string): Launch | undefined;
  bind(grantId: string, context: LaunchContext): void;
  contextOf(grantId: string): LaunchContext | undefined;
}

export function createLaunches(db: Database, now: () => Date): Launches {
  const put = (model: string, id: string, payload: object, expires: number | null) =>
    db.run(
      'INSERT OR REPLACE INTO authorization_state (model, id, payload, expires) VALUES (?, ?, ?, ?)',
      model,
      id,
      JSON.stringify(payload),
      expires,
    );
  const get = <T>(model: string, id: string): T | undefined => {
    const row = db.get<{ payload: string }>(
      'SELECT payload FROM authorization_state WHERE model = ? AND id = ? AND (expires IS NULL OR expires > ?)',
      model,
      id,
      Math.floor(now().getTime() / 1000),
    );
    return row && (JSON.parse(row.payload) as T);
  };
  return {
    open(launch) {
      const id = crypto.randomUUID();
      put('Launch', id, launch, Math.floor(now().getTime() / 1000) + LAUNCH_MINUTES * 60);
      return id;
    },
    find: (id) => get<Launch>('Launch', id),
    bind: (grantId, context) => put('LaunchContext', grantId, context, null),
    contextOf: (grantId) => get<LaunchContext>('LaunchContext', grantId),
  };
}
