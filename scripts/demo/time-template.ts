/** Times in demo data: `{{now}}`, `{{now-2h}}`, `{{now+5m}}`, `{{now-3d}}` stand for instants around the moment of the run. */

const TEMPLATE = /\{\{\s*now\s*(?:([+-])\s*(\d+)\s*([smhd]))?\s*\}\}/g;

const MILLISECONDS: Readonly<Record<string, number>> = {s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000};

/** @param now milliseconds since 1970. @returns the text with ISO 8601 instants in place of the templates */
export function fillTimes(text: string, now: number): string {
  return text.replaceAll(TEMPLATE, (_template, sign?: string, amount?: string, unit?: string) => {
    const offset = Number(amount ?? 0) * (MILLISECONDS[unit ?? ''] ?? 0);
    return new Date(sign === '-' ? now - offset : now + offset).toISOString();
  });
}

/** Fills the templates in every text of a JSON value. */
export function fillTimesIn(value: unknown, now: number): unknown {
  if (typeof value === 'string') return fillTimes(value, now);
  if (Array.isArray(value)) return value.map((element: unknown) => fillTimesIn(element, now));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, fillTimesIn(element, now)]));
}
