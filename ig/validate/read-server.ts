import { ASSESSMENT_SYSTEM } from '#fhir-mappers/write-back/input.ts';
import { wrong } from './finding.ts';
import { MAX_BYTES } from './read-files.ts';
import { type Input, readText } from './read-text.ts';

/** What we write, found by our identifiers; Provenance by what it speaks of, because not every server finds tags. */
const SEARCHES = [
  `ClinicalImpression?identifier=${ASSESSMENT_SYSTEM}|&_revinclude=Provenance:target`,
  `DocumentReference?identifier=${ASSESSMENT_SYSTEM}|&_revinclude=Provenance:target`,
  `Task?identifier=${ASSESSMENT_SYSTEM}|`,
];

const TIMEOUT_MS = 30_000;
const MAX_PAGES = 1000;

interface Page {
  readonly entry?: readonly { readonly resource?: { readonly resourceType: string; readonly id?: string } }[];
  readonly link?: readonly { readonly relation: string; readonly url: string }[];
}

/**
 * Everything of ours on a FHIR server, page by page; with a resource's own URL, that resource.
 *
 * Follows pages at the same origin only, so that the token goes nowhere else.
 */
export async function* readServer(given: string, token?: string): AsyncGenerator<Input> {
  const base = given.replace(/\/$/, '');
  if (/\/[A-Z][A-Za-z]+\/[A-Za-z0-9\-.]{1,64}$/.test(base)) {
    yield await get(base, token);
    return;
  }
  const metadata = await get(`${base}/metadata`, token);
  if ('refused' in metadata) {
    yield metadata;
    return;
  }
  const seen = new Set<string>();
  for (const search of SEARCHES) {
    for await (const input of pages(`${base}/${search}`, { origin: new URL(base).origin, token })) {
      if (!seen.has(input.name)) yield input;
      seen.add(input.name);
    }
  }
}

async function* pages(
  first: string,
  { origin, token }: { readonly origin: string; readonly token: string | undefined },
): AsyncGenerator<Input> {
  let next: string | undefined = first;
  for (let count = 0; next !== undefined && count < MAX_PAGES; count += 1) {
    const page: Input = await get(next, token);
    if ('refused' in page) {
      yield page;
      return;
    }
    const { entry = [], link = [] } = page.resource as Page;
    for (const { resource } of entry) {
      if (resource) yield { name: `${resource.resourceType}/${resource.id ?? '?'}`, resource };
    }
    const following: string | undefined = link.find(({ relation }) => relation === 'next')?.url;
    const url: URL | undefined = following === undefined ? undefined : new URL(following, next);
    next = url?.origin === origin ? url.href : undefined;
  }
}

async function get(url: string, token: string | undefined): Promise<Input> {
  const name = url.split('?')[0] ?? url;
  try {
    const response = await fetch(url, {
      headers: {
        accept: 'application/fhir+json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      },
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (!response.ok) {
      return { name, refused: wrong('unreachable', '', `the server answered ${response.status}`) };
    }
    const text = await response.text();
    if (text.length > MAX_BYTES)
      return { name, refused: wrong('too-large', '', 'the answer is above 50 MiB') };
    return readText(name, text);
  } catch {
    return { name, refused: wrong('unreachable', '', 'the server cannot be reached') };
  }
}
