import type { Assessment } from '#fhir-mappers/assessment.ts';
import { type FhirServer, fhirServer } from '../api/fhir.ts';
import { openService, type Service } from '../api/service.ts';
import { type Chart, loadChart } from '../chart/load-chart.ts';
import type { Draft } from '../review/draft.ts';
import { type AppConfig, readConfig } from '../smart/config.ts';
import { connect, type SmartConnection } from '../smart/fhir-client.ts';
import type { Identity } from '../smart/id-token.ts';
import { type LaunchContext, readLaunchContext } from '../smart/launch-context.ts';
import { Problem } from '../smart/problem.ts';
import { type WriteAbility, writeAbility } from '../smart/write-ability.ts';
import { applySmartStyle } from '../theme/apply-smart-style.ts';
import { findProposal, type Notice } from './find-proposal.ts';
import { identify } from './identify.ts';

/** Everything that one nurse has in hand for one patient after a launch. */
export interface Workplace {
  readonly config: AppConfig;
  readonly connection: SmartConnection;
  readonly context: LaunchContext;
  readonly practitioner: { readonly reference: string; readonly display: string };
  readonly service: Service;
  readonly server: FhirServer;
  readonly ability: WriteAbility;
  readonly chart: Chart;
  readonly assessment: Assessment;
  /** What the nurse should know about how the proposal was found. */
  readonly notice: Notice | undefined;
  /** A review to begin with, when what was signed is corrected. */
  readonly seed?: Draft;
}

/** A returned launch with a proven nurse, before any patient. */
export interface Entry {
  readonly config: AppConfig;
  readonly connection: SmartConnection;
  readonly identity: Identity;
}

/**
 * Who came from which EHR. The order is a rule: the list of EHRs first, identity before any clinical data.
 *
 * @throws Problem with the code of what stopped it.
 */
export async function enter(): Promise<Entry> {
  const config = await readConfig();
  const connection = await connect();
  if (!config.issuers.some(({ iss }) => iss.replace(/\/+$/, '') === connection.serverUrl)) {
    connection.forget();
    throw new Problem('foreign-issuer');
  }
  if (!connection.isDesk) readLaunchContext(connection.tokenResponse);
  return { config, connection, identity: await identify(connection) };
}

/** Which patient and visit are opened, where the launch itself names none. */
export interface Chosen {
  readonly patient: string;
  readonly encounter: string;
}

interface Options {
  readonly ignoreHandle?: boolean;
  readonly chosen?: Chosen;
}

/**
 * From a proven nurse to a workplace: for whom, with which proposal, what may be written; all side by side.
 *
 * @throws Problem with the code of what stopped it.
 */
export async function openWorkplace(
  entry: Entry,
  { ignoreHandle, chosen }: Options = {},
): Promise<Workplace> {
  const { config, connection, identity } = entry;
  const context = readLaunchContext({ ...connection.tokenResponse, ...chosen });
  // Never waited for: looks come after the patient.
  void applySmartStyle(connection.tokenResponse.smart_style_url, connection.serverUrl);
  const server = fhirServer(connection);
  // The record needs no session of ours: it is read while that is opened.
  const record = Promise.all([loadChart(server, context), server.capabilities()]);
  const service = await openService(async () => ({
    iss: connection.serverUrl,
    idToken: connection.idToken ?? '',
    accessToken: connection.accessToken() ?? '',
    nonce: connection.nonce,
    patient: context.patient,
    encounter: context.encounter,
  }));
  const [[chart, statement], proposal] = await Promise.all([
    record,
    findProposal(service, context, ignoreHandle),
  ]);
  const { practitioner } = service.session;
  return {
    config,
    connection,
    context,
    practitioner: {
      reference: practitioner.reference,
      display: practitioner.display ?? identity.name ?? practitioner.reference,
    },
    service,
    server,
    ability: writeAbility(statement, context.granted),
    chart,
    ...proposal,
  };
}
