import type { WeaviateClient } from 'weaviate-ts-client';
import { z } from 'zod';
import { type WeaviateConnection, WeaviateError } from './connection.ts';
import { isPassageCollection, LIBRARY_COLLECTIONS, passageCollection } from './schema.ts';

/** An object as the client takes it. */
export interface WrittenObject {
  readonly class: string;
  readonly id: string;
  readonly tenant?: string;
  readonly vector?: readonly number[];
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Everything that a load writes. Each call throws `WeaviateError` and may be repeated. */
export interface Collections {
  /** Makes the collections and tenants that are not there yet. */
  prepare(collection: string, tenants: readonly string[]): Promise<void>;
  /** Hash of every object of a tenant, by its id. */
  hashesOf(collection: string, tenant: string): Promise<ReadonlyMap<string, string>>;
  /** Writes objects; one with the same id is replaced. Throws when a single one was refused. */
  write(objects: readonly WrittenObject[]): Promise<void>;
  remove(collection: string, tenant: string, ids: readonly string[]): Promise<void>;
  /** Removes tenants that are not wanted any more, and the libraries of other embedders. */
  removeOthers(collection: string, tenants: readonly string[]): Promise<void>;
}

type Ask = <T>(command: (client: WeaviateClient) => Promise<T>) => Promise<T>;

const STEP_MS = 60_000;
const PAGE = 1_000;
const REMOVED_AT_ONCE = 500;

/** The writing half of our use of Weaviate; nothing here is on the path of a hook call. */
export function openCollections(connection: WeaviateConnection): Collections {
  const ask: Ask = (command) => connection.ask(command, AbortSignal.timeout(STEP_MS));

  async function existing(): Promise<readonly string[]> {
    const { classes = [] } = await ask((client) => client.schema.getter().do());
    return classes.flatMap((one) => (one.class === undefined ? [] : [one.class]));
  }

  async function tenantsOf(collection: string): Promise<readonly string[]> {
    const tenants = await ask((client) => client.schema.tenantsGetter(collection).do());
    return tenants.flatMap(({ name }) => (name === undefined ? [] : [name]));
  }

  return {
    prepare: async (collection, tenants) => {
      const there = await existing();
      for (const definition of [...LIBRARY_COLLECTIONS, passageCollection(collection)]) {
        const name = (definition as { class: string }).class;
        if (!there.includes(name))
          await ask((client) => client.schema.classCreator().withClass(definition).do());
      }
      const known = await tenantsOf(collection);
      const missing = tenants.filter((name) => !known.includes(name)).map((name) => ({ name }));
      if (missing.length > 0) await ask((client) => client.schema.tenantsCreator(collection, missing).do());
    },
    hashesOf: async (collection, tenant) => {
      const hashes = new Map<string, string>();
      let after = '';
      do {
        const page = await readPage(ask, { collection, tenant, after });
        for (const { id, hash } of page) hashes.set(id, hash);
        after = page.length < PAGE ? '' : page.at(-1)!.id;
      } while (after !== '');
      return hashes;
    },
    write: async (objects) => {
      // The client's types want mutable objects.
      const batch = objects.map((one) => ({ ...one, vector: one.vector && [...one.vector] }));
      const results = await ask((client) =>
        client.batch
          .objectsBatcher()
          .withObjects(...batch)
          .do(),
      );
      // A batch is answered 200 whatever became of its objects.
      const refused = results.filter(({ result }) => result?.status !== 'SUCCESS').length;
      if (refused > 0 || results.length !== objects.length) {
        throw new WeaviateError(
          'refused',
          `Weaviate refused ${refused} of ${objects.length} objects of a batch`,
        );
      }
    },
    remove: async (collection, tenant, ids) => {
      for (let at = 0; at < ids.length; at += REMOVED_AT_ONCE) {
        const valueTextArray = ids.slice(at, at + REMOVED_AT_ONCE);
        await ask((client) =>
          client.batch
            .objectsBatchDeleter()
            .withClassName(collection)
            .withTenant(tenant)
            .withWhere({ path: ['id'], operator: 'ContainsAny', valueTextArray })
            .do(),
        );
      }
    },
    removeOthers: async (collection, tenants) => {
      const gone = (await tenantsOf(collection)).filter((name) => !tenants.includes(name));
      if (gone.length > 0) await ask((client) => client.schema.tenantsDeleter(collection, gone).do());
      for (const name of (await existing()).filter((one) => isPassageCollection(one) && one !== collection)) {
        await ask((client) => client.schema.classDeleter().withClassName(name).do());
      }
    },
  };
}

const pageSchema = z.array(z.object({ hash: z.string(), _additional: z.object({ id: z.string() }) }));

async function readPage(
  ask: Ask,
  {
    collection,
    tenant,
    after,
  }: { readonly collection: string; readonly tenant: string; readonly after: string },
): Promise<readonly { readonly id: string; readonly hash: string }[]> {
  const query = `{Get{${collection}(tenant:${JSON.stringify(tenant)},limit:${PAGE},after:${JSON.stringify(after)}){hash _additional{id}}}}`;
  const answer = await ask((client) => client.graphql.raw().withQuery(query).do());
  const page = pageSchema.safeParse(
    (answer as { data?: { Get?: Record<string, unknown> } }).data?.Get?.[collection],
  );
  if (!page.success) throw new WeaviateError('wrong-shape');
  return page.data.map(({ hash, _additional: { id } }) => ({ id, hash }));
}
