import { existsSync } from 'node:fs';
import { join } from 'node:path';
import express, { Router } from 'express';
import helmet from 'helmet';
import { ServiceError } from '#fhir-mappers/service-error.ts';
import { originsOf } from '../auth/registry.ts';
import type { AppDeps } from './deps.ts';
import { onlyMethods } from './only-methods.ts';

/** What the app asks of an EHR unless the registry says otherwise (SM-18). */
const DEFAULT_SCOPE = [
  'launch openid fhirUser online_access',
  'patient/Patient.r patient/Encounter.rs patient/Condition.rs patient/MedicationStatement.rs',
  'patient/MedicationRequest.rs patient/AllergyIntolerance.rs patient/Observation.rs',
  'patient/QuestionnaireResponse.rs patient/ClinicalImpression.crus patient/Task.crus',
  // The note that takes the place of an impression where the record keeps none (SM-44).
  'patient/DocumentReference.cr patient/Provenance.crs user/Practitioner.r',
].join(' ');

const YEAR_SECONDS = 31_536_000;

/** The launch URL that an EHR registers. */
export function launchUrlOf(publicUrl: string): string {
  return `${publicUrl}/app/launch.html`;
}

/** The nurse's app as static files, with its configuration. Shown in frames of registered EHRs only (SM-46). */
export function appRoutes({ config, registry, version }: AppDeps): Router {
  const router = Router();
  router.all('/config.json', onlyMethods('GET'));
  router.get('/config.json', (_request, response) => {
    const { clients, firstImpression } = registry.current();
    response.set('Cache-Control', 'no-store').json({
      issuers: clients.flatMap(({ smart }) =>
        smart ? [{ iss: smart.iss, clientId: smart.clientId, scope: smart.scope ?? DEFAULT_SCOPE }] : [],
      ),
      launchUrl: launchUrlOf(config.publicUrl),
      version,
      firstImpression,
    });
  });
  router.use((request, response, next) => {
    const origins = [...originsOf(registry.current().clients)];
    appHeaders(origins)(request, response, next);
  });
  router.use(
    express.static(config.appFolder, {
      index: 'index.html',
      redirect: true,
      setHeaders(response, path) {
        // Names of assets hold a hash of their content; pages do not.
        const isAsset = path.startsWith(join(config.appFolder, 'assets'));
        response.setHeader(
          'Cache-Control',
          isAsset ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
        );
      },
    }),
  );
  router.use(() => {
    const detail = existsSync(config.appFolder) ? undefined : 'The app is not built.';
    throw new ServiceError('not-found', { detail });
  });
  return router;
}

/** Headers of the app's pages: scripts of our own only, data from registered EHRs only. */
function appHeaders(origins: readonly string[]) {
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        // Mantine sets styles on elements.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", ...origins],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'", ...origins],
        frameAncestors: ["'self'", ...origins],
      },
    },
    // Framing is ruled by `frame-ancestors`; the older header knows no list.
    frameguard: false,
    crossOriginOpenerPolicy: false,
    crossOriginEmbedderPolicy: false,
    crossOriginResourcePolicy: { policy: 'same-origin' },
  });
}
