import { createHash } from 'node:crypto';

/** What happened, to which assessment, by whom. Holds references and codes, never text about a patient. */
export interface AuditEntry {
  /** ISO instant. */
  readonly at: string;
  readonly event:
    | 'client-refused'
    | 'data-inconsistent'
    | 'session-opened'
    | 'session-refused'
    | 'signed'
    | 'sign-refused'
    | 'below-floor'
    | 'written'
    | 'drafted';
  /** Registered client, `Practitioner/..` reference or undefined where nobody was authenticated. */
  readonly actor?: string;
  readonly assessment?: string;
  readonly code?: string;
}

export interface AuditRow extends AuditEntry {
  readonly sequence: number;
  readonly previous: string;
  readonly hash: string;
}

/** `brokenAt` is the first row whose hash, order or predecessor does not hold. */
export type AuditFinding =
  | { readonly intact: true; readonly rows: number; readonly head: string }
  | { readonly intact: false; readonly brokenAt: number };

/** What the first row names as its predecessor. */
export const CHAIN_START = '0'.repeat(64);

/**
 * Hash of a row: SHA-256 over its number, its predecessor's hash and its content, in a fixed order.
 *
 * Whoever changes, removes or reorders a row must recompute all that follow; the last hash, noted elsewhere, shows it.
 */
export function hashAuditRow(sequence: number, previous: string, entry: AuditEntry): string {
  const content = [
    sequence,
    previous,
    entry.at,
    entry.event,
    entry.actor ?? null,
    entry.assessment ?? null,
    entry.code ?? null,
  ];
  return createHash('sha256').update(JSON.stringify(content)).digest('hex');
}

/** Follows rows in order and says where the chain breaks, if it does. */
export function followChain(rows: Iterable<AuditRow>): AuditFinding {
  let head = CHAIN_START;
  let count = 0;
  for (const row of rows) {
    const expected = count + 1;
    const holds =
      row.sequence === expected && row.previous === head && row.hash === hashAuditRow(expected, head, row);
    if (!holds) return { intact: false, brokenAt: expected };
    head = row.hash;
    count = expected;
  }
  return { intact: true, rows: count, head };
}

/** Rows of a database as rows of the chain: what is null there is absent here. */
export function* auditRows(rows: Iterable<unknown>): Iterable<AuditRow> {
  for (const row of rows) {
    const { sequence, actor, assessment, code, ...rest } = row as AuditRow & Record<string, null>;
    yield {
      ...rest,
      sequence: Number(sequence),
      ...(actor === null ? {} : { actor }),
      ...(assessment === null ? {} : { assessment }),
      ...(code === null ? {} : { code }),
    };
  }
}
