import { z } from 'zod';

const styleSchema = z.object({
  color_highlight: z.string().optional(),
  dim_border_radius: z.string().optional(),
});

/** What of an EHR's style is taken over: never a colour that means urgency, never one that cannot be read. */
export interface SmartStyle {
  readonly highlight?: string;
  readonly radius?: string;
}

/** Least contrast of text on its ground (WCAG 2 AA). */
const LEAST = 4.5;
const GROUNDS = ['#ffffff', '#f8f9fa'];

/**
 * Reads the JSON behind `smart_style_url` (SM-28). Values are checked, not trusted: a colour must be six hex
 * digits and readable on our grounds, a radius a few pixels. Anything else is left out.
 */
export function readSmartStyle(json: unknown): SmartStyle {
  const parsed = styleSchema.safeParse(json);
  if (!parsed.success) return {};
  const { color_highlight: highlight, dim_border_radius: radius } = parsed.data;
  return {
    ...(highlight && isReadable(highlight) ? { highlight } : {}),
    ...(radius && /^(\d|1\d|20)px$/.test(radius) ? { radius } : {}),
  };
}

function isReadable(colour: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(colour) && GROUNDS.every((ground) => contrast(colour, ground) >= LEAST);
}

/** Contrast of two `#rrggbb` colours, 1 to 21 (WCAG 2). */
export function contrast(a: string, b: string): number {
  const [dark, light] = [luminance(a), luminance(b)].toSorted((x, y) => x - y) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour: string): number {
  const [r, g, b] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.03928 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
