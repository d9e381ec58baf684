import { send } from '../api/request.ts';
import { readSmartStyle } from './smart-style.ts';

/**
 * Takes over the EHR's highlight colour and roundness, in the light scheme only.
 *
 * @param url - From the token response. Only an address of the EHR's own origin is asked; a failure changes nothing.
 */
export async function applySmartStyle(url: unknown, serverUrl: string): Promise<void> {
  if (typeof url !== 'string' || !URL.canParse(url, serverUrl)) return;
  const address = new URL(url, serverUrl);
  if (address.origin !== new URL(serverUrl).origin) return;
  const answer = await send(address.href).catch(() => undefined);
  const { highlight, radius } = readSmartStyle(answer?.body);
  const rules = [
    highlight && `--interactive:${highlight};--mantine-primary-color-filled:${highlight};`,
    radius && `--mantine-radius-md:${radius};--mantine-radius-default:${radius};`,
  ].filter(Boolean);
  if (rules.length === 0) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root[data-mantine-color-scheme="light"]{${rules.join('')}}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
