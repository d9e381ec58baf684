import { type Request, type Response, Router, urlencoded } from 'express';
import type { Provider } from 'oidc-provider';
import { html } from '../chart/html.ts';
import { page } from '../chart/page.ts';
import { type Trouble, withoutDenied } from '../fhir/trouble.ts';
import type { ChartSessions } from './chart-session.ts';
import type { LaunchContext, Launches } from './launches.ts';
import { grantableScopes } from './scopes.ts';

export interface Choice {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
}

interface InteractionOptions {
  readonly provider: Provider;
  readonly fhirUrl: string;
  readonly sessions: ChartSessions;
  readonly launches: Launches;
  readonly trouble: Readonly<Trouble>;
  readonly practitioners: () => readonly Choice[];
  readonly patients: () => readonly Choice[];
}

/**
 * The pages between an app's authorization request and its code: who are you, and which patient.
 *
 * Whoever is signed in at the chart is not asked again, and consent is the clinic's, given once for its apps.
 */
export function interactionRouter(options: InteractionOptions): Router {
  const router = Router();
  router.get('/interaction/:uid', (request, response) => interact(request, response, options));
  router.post('/interaction/:uid', urlencoded({ extended: false }), (request, response) =>
    interact(request, response, options),
  );
  return router;
}

async function interact(request: Request, response: Response, options: InteractionOptions): Promise<void> {
  const { provider, sessions, launches } = options;
  const details = await provider.interactionDetails(request, response).catch(() => undefined);
  if (!details) {
    response
      .status(400)
      .send(
        page(
          'Sign-in expired',
          html`<main><h1>This sign-in has expired</h1><p>Go back to the chart and open the app again.</p></main>`,
        ),
      );
    return;
  }
  const { prompt, params, session } = details;
  const launch = typeof params.launch === 'string' ? launches.find(params.launch) : undefined;
  const answer = (request.body ?? {}) as { practitioner?: string; patient?: string; cancel?: string };
  if (answer.cancel !== undefined) {
    const result = { error: 'access_denied', error_description: 'The person did not continue' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    return;
  }
  if (prompt.name === 'login') {
    const atChart = sessions.practitionerOf(request);
    const isSame = atChart !== undefined && (!launch || launch.practitioner === atChart);
    const chosen = options.practitioners().find(({ id }) => id === answer.practitioner)?.id;
    if (chosen !== undefined) sessions.signIn(response, chosen);
    const accountId = chosen ?? (isSame ? atChart : undefined);
    if (accountId === undefined) {
      response.send(choicePage('Who is signing in?', 'practitioner', options.practitioners()));
      return;
    }
    await provider.interactionFinished(
      request,
      response,
      { login: { accountId } },
      { mergeWithLastSubmission: false },
    );
    return;
  }
  const requested = grantableScopes(String(params.scope ?? ''));
  const context = contextFor(requested, { launch, patient: answer.patient, patients: options.patients });
  if (context === undefined) {
    response.send(choicePage('Which patient?', 'patient', options.patients()));
    return;
  }
  const granted = withoutDenied(requested, options.trouble);
  const grant = new provider.Grant({
    accountId: session?.accountId ?? '',
    clientId: String(params.client_id),
  });
  grant.addOIDCScope(granted.join(' '));
  grant.addResourceScope(options.fhirUrl, granted.join(' '));
  const denied = requested.filter((scope) => !granted.includes(scope));
  if (denied.length > 0) grant.rejectResourceScope(options.fhirUrl, denied.join(' '));
  const grantId = await grant.save();
  launches.bind(grantId, context);
  await provider.interactionFinished(
    request,
    response,
    { consent: { grantId } },
    { mergeWithLastSubmission: true },
  );
}

/** The launch's own context; a chosen patient; none for an app that asks for none. Undefined: ask. */
function contextFor(
  scopes: readonly string[],
  {
    launch,
    patient,
    patients,
  }: { launch?: LaunchContext; patient?: string; patients: () => readonly Choice[] },
): LaunchContext | undefined {
  if (launch) {
    const { patient: id, encounter, appContext, needPatientBanner } = launch;
    return { patient: id, encounter, appContext, needPatientBanner };
  }
  const needsPatient = scopes.some((scope) => scope === 'launch/patient' || scope.startsWith('patient/'));
  if (!needsPatient) return {};
  const chosen = patients().find(({ id }) => id === patient);
  return chosen && { patient: chosen.id };
}

function choicePage(title: string, name: string, choices: readonly Choice[]): string {
  return page(
    title,
    html`<main class="narrow">
      <h1>${title}</h1>
      <form method="post" class="choices">
        ${choices.map(({ id, label, note }) => html`<button name="${name}" value="${id}" class="choice"><b>${label}</b> <span>${note}</span></button>`)}
        <button name="cancel" value="1" class="quiet">Cancel</button>
      </form>
    </main>`,
  );
}
