/** Base64 of the UTF-8 bytes of a text. Works in Node and in browsers. */
export function base64Of(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}
