import type { VitalRanges } from './condition.ts';
import type { Chance } from './random.ts';

/** The vital signs of a case, in mmHg, per minute, percent, degrees Celsius, points of ten. */
export interface Vitals {
  readonly sbp?: number;
  readonly dbp?: number;
  readonly hr?: number;
  readonly rr?: number;
  readonly spo2?: number;
  readonly tempC?: number;
  readonly pain?: number;
  readonly avpu?: 'A' | 'V' | 'P' | 'U';
}

interface AgeBand {
  readonly below: number;
  readonly sbp: readonly [number, number];
  readonly hr: readonly [number, number];
  readonly rr: readonly [number, number];
  readonly dangerHr: number;
  readonly dangerRr: number;
}

/** Normal ranges, kept inside the borders, and danger zones by age: ESI v5 handbook (ENA, 2023). */
const BANDS: readonly AgeBand[] = [
  { below: 1 / 12, sbp: [68, 82], hr: [110, 165], rr: [36, 52], dangerHr: 190, dangerRr: 60 },
  { below: 1, sbp: [76, 102], hr: [100, 155], rr: [30, 46], dangerHr: 180, dangerRr: 55 },
  { below: 3, sbp: [88, 102], hr: [90, 130], rr: [24, 34], dangerHr: 140, dangerRr: 40 },
  { below: 5, sbp: [91, 110], hr: [80, 112], rr: [20, 27], dangerHr: 120, dangerRr: 35 },
  { below: 12, sbp: [94, 114], hr: [72, 108], rr: [16, 24], dangerHr: 120, dangerRr: 30 },
  { below: 18, sbp: [104, 126], hr: [62, 94], rr: [12, 18], dangerHr: 100, dangerRr: 20 },
  { below: 200, sbp: [112, 146], hr: [60, 92], rr: [12, 18], dangerHr: 100, dangerRr: 20 },
];

function bandOf(ageYears: number): AgeBand {
  const band = BANDS.find(({ below }) => ageYears < below);
  if (band === undefined) throw new Error(`no age band for ${ageYears}`);
  return band;
}

/** Draws vital signs: those of the condition in its ranges, the others normal for the age. */
export function drawVitals(ageYears: number, ranges: VitalRanges, chance: Chance): Vitals {
  const band = bandOf(ageYears);
  const draw = ([low, high]: readonly [number, number]): number => chance.whole(low, high);
  const sbp = draw(ranges.sbp ?? band.sbp);
  return {
    sbp,
    dbp: ranges.dbp === undefined ? Math.round(sbp * (0.58 + chance.next() * 0.08)) : draw(ranges.dbp),
    hr: draw(ranges.hr ?? band.hr),
    rr: draw(ranges.rr ?? band.rr),
    spo2: draw(ranges.spo2 ?? [96, 99]),
    tempC: tenth(between(ranges.tempC ?? [36.4, 37.3], chance)),
    ...(ranges.pain === undefined ? {} : { pain: draw(ranges.pain) }),
    ...(ranges.avpu === undefined ? {} : { avpu: ranges.avpu }),
  };
}

/** Is any vital sign in the danger zone of the age (ESI v5, decision point D)? */
export function inDangerZone({ hr, rr, spo2 }: Vitals, ageYears: number): boolean {
  const band = bandOf(ageYears);
  return (hr ?? 0) > band.dangerHr || (rr ?? 0) > band.dangerRr || (spo2 ?? 100) < 92;
}

/** Vital signs as a nurse or a physician writes them. */
export function notedVitals({ sbp, dbp, hr, rr, spo2, tempC, pain }: Vitals, chance: Chance): string {
  const t = tempC ?? 37;
  const f = tenth((t * 9) / 5 + 32);
  const score =
    pain === undefined ? '' : chance.pick([`, pain ${pain}/10`, `. Pain score ${pain}`, `, ${pain}/10 pain`]);
  return chance.pick([
    `BP ${sbp}/${dbp}, HR ${hr}, RR ${rr}, SpO2 ${spo2}% RA, T ${t}${score}`,
    `Obs: RR ${rr}, sats ${spo2}% on air, pulse ${hr}, BP ${sbp}/${dbp}, temp ${t}${score}`,
    `VS T ${f}F P ${hr} R ${rr} BP ${sbp}/${dbp} O2 sat ${spo2}%${score}`,
    `T${t} HR${hr} RR${rr} BP${sbp}/${dbp} SpO2 ${spo2}%${score}`,
    `Temp ${t}C, heart rate ${hr}, resps ${rr}, blood pressure ${sbp}/${dbp}, oxygen saturation ${spo2}% on room air${score}`,
    `HR ${hr}, BP ${sbp}/${dbp}, SpO2 ${spo2}%${score}`,
  ]);
}

/** Vital signs as a lay person reports them: what a home has instruments for. */
export function saidVitals({ sbp, dbp, hr, tempC }: Vitals, chance: Chance): string {
  const t = tempC ?? 37;
  const f = tenth((t * 9) / 5 + 32);
  if (t >= 38)
    return chance.pick([
      `{my} temperature is ${t}`,
      `the thermometer says ${f}F`,
      `temp was ${t} when I checked`,
      `fever of ${Math.round(f)}`,
    ]);
  if (t < 36) return `{my} temperature is only ${t}`;
  return chance.pick([
    `{my} temperature is normal, ${t}`,
    `blood pressure was ${sbp}/${dbp} on the home machine`,
    `{my} pulse is ${hr}`,
  ]);
}

function between([low, high]: readonly [number, number], chance: Chance): number {
  return low + chance.next() * (high - low);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
