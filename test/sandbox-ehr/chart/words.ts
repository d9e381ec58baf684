import type { CodeableConcept, HumanName, Observation, Patient, Quantity } from 'fhir/r4';

/** `Lucía Fernández`; the id where no name is recorded. */
export function patientName({ name, id }: Patient): string {
  const [first] = (name ?? []) as HumanName[];
  const text = first?.text ?? [...(first?.given ?? []), first?.family ?? ''].join(' ').trim();
  return text || `Patient ${id}`;
}

/** `54 y`, `7 wk`, `9 mo`: the unit that fits the age. Empty when no birth date is known. */
export function ageText({ birthDate }: Patient, now: Date): string {
  if (!birthDate) return '';
  const days = Math.floor((now.getTime() - new Date(birthDate).getTime()) / 86_400_000);
  if (days < 90) return `${Math.max(0, Math.floor(days / 7))} wk`;
  if (days < 730) return `${Math.floor(days / 30.44)} mo`;
  return `${Math.floor(days / 365.25)} y`;
}

export function dateText(iso: string | undefined): string {
  if (!iso) return 'date unknown';
  const date = new Date(iso.length === 10 ? `${iso}T12:00:00` : iso);
  return date.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' });
}

export function clockText(iso: string | undefined): string {
  return iso ? new Date(iso).toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit' }) : '';
}

/** `12 min`, `3 h 5 min`, `4 d`, `5 y`. */
export function spanText(fromIso: string | undefined, now: Date): string {
  if (!fromIso) return '';
  const minutes = Math.max(0, Math.round((now.getTime() - new Date(fromIso).getTime()) / 60_000));
  if (minutes < 60) return `${minutes} min`;
  if (minutes < 24 * 60) return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
  const days = Math.floor(minutes / 1440);
  return days < 730 ? `${days} d` : `${Math.floor(days / 365.25)} y`;
}

export function conceptText(concept: CodeableConcept | undefined): string {
  return concept?.text ?? concept?.coding?.[0]?.display ?? concept?.coding?.[0]?.code ?? 'not named';
}

/** UCUM as people write it. */
const UNITS: Readonly<Record<string, string>> = {
  'mm[Hg]': 'mmHg',
  '/min': 'per min',
  Cel: '°C',
  '[degF]': '°F',
  '{score}': '',
  wk: 'weeks',
};

function quantityText({ value, code, unit }: Quantity): string {
  const rounded = value === undefined ? '?' : String(Math.round(value * 100) / 100);
  const name = UNITS[code ?? ''] ?? unit ?? code ?? '';
  return `${rounded} ${name}`.trim();
}

/** The value of an observation in words; the parts of a panel with a slash between (`148/92 mmHg`). */
export function valueText(observation: Observation): string {
  const { component, valueQuantity, valueCodeableConcept, valueString } = observation;
  if (valueQuantity) return quantityText(valueQuantity);
  if (valueCodeableConcept) return conceptText(valueCodeableConcept);
  if (valueString) return valueString;
  const parts = (component ?? [])
    .toSorted((a, b) => panelOrder(a) - panelOrder(b))
    .flatMap(({ valueQuantity: part }) => part ?? []);
  if (parts.length === 0) return 'no value';
  const unit = UNITS[parts[0]?.code ?? ''] ?? parts[0]?.unit ?? '';
  return `${parts.map(({ value }) => Math.round(value ?? 0)).join('/')} ${unit}`.trim();
}

/** Systolic pressure stands before diastolic, whatever order the panel keeps them in. */
function panelOrder({ code }: { code: CodeableConcept }): number {
  return code.coding?.some((coding) => coding.code === '8480-6') ? 0 : 1;
}
