/** Text sealed with AES-256-GCM, as it may lie in local storage. */
export interface Sealed {
  readonly iv: string;
  readonly data: string;
}

/** Imports a 32-byte key, base64url. Undefined when it is not one. */
export async function importKey(encoded: string): Promise<CryptoKey | undefined> {
  const bytes = fromBase64url(encoded);
  if (bytes?.length !== 32) return undefined;
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

/** Seals a text for one name: a copy under another name does not open. */
export async function seal(key: CryptoKey, name: string, text: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(name);
  const data = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData },
    key,
    new TextEncoder().encode(text),
  );
  return { iv: toBase64url(iv), data: toBase64url(new Uint8Array(data)) };
}

/** Opens a sealed text; undefined when the key, the name or the bytes are wrong. */
export async function unseal(key: CryptoKey, name: string, sealed: Sealed): Promise<string | undefined> {
  const iv = fromBase64url(sealed.iv);
  const data = fromBase64url(sealed.data);
  if (!iv || !data) return undefined;
  const additionalData = new TextEncoder().encode(name);
  const opened = await crypto.subtle
    .decrypt({ name: 'AES-GCM', iv, additionalData }, key, data)
    .catch(() => undefined);
  return opened && new TextDecoder().decode(opened);
}

function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (char) =>
      char.charCodeAt(0),
    );
  } catch {
    return undefined;
  }
}
