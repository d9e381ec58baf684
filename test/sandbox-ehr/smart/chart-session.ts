import type { Request, Response } from 'express';
import type { Database } from '../fhir/database.ts';

const COOKIE = 'ehr_session';
const SHIFT_SECONDS = 12 * 3600;

/** Who sits at the chart: a random cookie that names a Practitioner. Shared by the chart and the login page. */
export interface ChartSessions {
  practitionerOf(request: Request): string | undefined;
  signIn(response: Response, practitioner: string): void;
}

export function createChartSessions(db: Database, now: () => Date): ChartSessions {
  const seconds = () => Math.floor(now().getTime() / 1000);
  return {
    practitionerOf(request) {
      const id = cookieOf(request);
      if (id === undefined) return undefined;
      const row = db.get<{ payload: string }>(
        "SELECT payload FROM authorization_state WHERE model = 'ChartSession' AND id = ? AND expires > ?",
        id,
        seconds(),
      );
      return row && (JSON.parse(row.payload) as { practitioner: string }).practitioner;
    },
    signIn(response, practitioner) {
      const id = crypto.randomUUID();
      db.run(
        "INSERT INTO authorization_state (model, id, payload, expires) VALUES ('ChartSession', ?, ?, ?)",
        id,
        JSON.stringify({ practitioner }),
        seconds() + SHIFT_SECONDS,
      );
      response.cookie(COOKIE, id, {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
        maxAge: SHIFT_SECONDS * 1000,
      });
      // Another nurse at the same screen: the authorization server's session of the one before ends here.
      for (const name of ['_session', '_session.sig']) response.clearCookie(name, { path: '/' });
    },
  };
}

function cookieOf(request: Request): string | undefined {
  for (const part of (request.get('cookie') ?? '').split(';')) {
    const [name, value] = part.trim().split('=');
    if (name === COOKIE) return value;
  }
  return undefined;
}
