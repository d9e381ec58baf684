import { type Chance, chanceOf, hashOf } from '#models/training/cases/random.ts';
import { IDENTIFIER_KINDS, type IdentifierKind } from '../deidentify/kinds.ts';
import { type Half, planter } from './plants.ts';
import { TUNE_CLINICAL, TUNE_TEMPLATES } from './templates.ts';
import { REPORT_CLINICAL, REPORT_TEMPLATES } from './templates-report.ts';

/** Half-open range of a planted identifier or of a clinical term that must survive. */
export interface Mark {
  readonly start: number;
  readonly end: number;
}

export interface PlantedNote {
  readonly text: string;
  readonly casing: 'as written' | 'lower' | 'upper';
  readonly planted: readonly (Mark & { readonly kind: IdentifierKind; readonly template: string })[];
  readonly clinical: readonly Mark[];
}

/** Words of frames that are not planted: titles, states. */
const FRAMES: Readonly<Record<string, readonly string[]>> = {
  title: ['Mr.', 'Mrs.', 'Ms.', 'Mr', 'Mrs', 'Miss', 'Dr.'],
  state: ['TX', 'NY', 'CA', 'OH', 'FL', 'WA', 'MA'],
};

/** After these slots the institution's own noun follows and may stay. */
const NOUNS: Readonly<Record<string, readonly string[]>> = {
  hospital: ['Hospital', 'Medical Center', 'Clinic'],
  school: ['Elementary School', 'High School', 'College'],
  home: ['Nursing Home', 'Care Home', 'Manor'],
};

/**
 * Notes with planted identifiers of every kind between clinical sentences.
 *
 * One in eight is typed without capitals, one in sixteen in capitals only, as triage notes are. Every kind is planted
 * equally often, so that rare kinds are measured, too; names and places come on top of that.
 */
export function plantNotes(which: Half, count: number, seed: number): readonly PlantedNote[] {
  const plant = planter(which);
  const templates = which === 'tune' ? TUNE_TEMPLATES : REPORT_TEMPLATES;
  const clinicals = which === 'tune' ? TUNE_CLINICAL : REPORT_CLINICAL;
  return Array.from({ length: count }, (_, index) => {
    const chance = chanceOf(hashOf(`note ${which} ${seed} ${index}`));
    const kinds = [
      IDENTIFIER_KINDS[index % IDENTIFIER_KINDS.length] ?? 'name',
      IDENTIFIER_KINDS[(index * 7 + 5) % IDENTIFIER_KINDS.length] ?? 'name',
      'name',
      chance.pick(['name', 'date', 'place'] as const),
    ] as const;
    const casing = chance.happens(1 / 8) ? 'lower' : chance.happens(1 / 14) ? 'upper' : 'as written';
    const sentences: Piece[] = [
      ...kinds.map((kind) => planted(chance.pick(templates[kind]), plant, chance, kind)),
      ...Array.from({ length: chance.whole(2, 4) }, () => clinical(chance.pick(clinicals))),
    ];
    return join(shuffled(sentences, chance), casing);
  });
}

interface Piece {
  readonly text: string;
  readonly planted: PlantedNote['planted'];
  readonly clinical: readonly Mark[];
}

function planted(
  template: string,
  plant: ReturnType<typeof planter>,
  chance: Chance,
  about: IdentifierKind,
): Piece {
  let text = '';
  const marks: PlantedNote['planted'][number][] = [];
  for (const part of template.split(/(<\w+>)/)) {
    const slot = /^<(\w+)>$/.exec(part)?.[1];
    if (slot === undefined) text += part;
    else if (FRAMES[slot] !== undefined) text += chance.pick(FRAMES[slot]);
    else {
      const { kind, text: value } = plant(slot, chance);
      const counted = about === 'fax' && kind === 'phone' ? 'fax' : kind;
      marks.push({ start: text.length, end: text.length + value.length, kind: counted, template });
      text += value;
      const nouns = NOUNS[slot];
      if (nouns !== undefined) text += ` ${chance.pick(nouns)}`;
    }
  }
  return { text, planted: marks, clinical: [] };
}

function clinical(sentence: string): Piece {
  let text = '';
  const marks: Mark[] = [];
  for (const part of sentence.split(/(\[[^\]]+\])/)) {
    const term = /^\[(.+)\]$/.exec(part)?.[1];
    if (term !== undefined) marks.push({ start: text.length, end: text.length + term.length });
    text += term ?? part;
  }
  return { text, planted: [], clinical: marks };
}

function join(pieces: readonly Piece[], casing: PlantedNote['casing']): PlantedNote {
  let text = '';
  const plantedMarks: PlantedNote['planted'][number][] = [];
  const clinicalMarks: Mark[] = [];
  for (const piece of pieces) {
    if (text !== '') text += ' ';
    const at = text.length;
    text += /[.!?]$/.test(piece.text) ? piece.text : `${piece.text}.`;
    for (const mark of piece.planted)
      plantedMarks.push({ ...mark, start: at + mark.start, end: at + mark.end });
    for (const mark of piece.clinical) clinicalMarks.push({ start: at + mark.start, end: at + mark.end });
  }
  const cased = casing === 'lower' ? text.toLowerCase() : casing === 'upper' ? text.toUpperCase() : text;
  // A letter whose other case has another length would move the marks ("ß", "İ"): such a note keeps its own case.
  const same = cased.length === text.length;
  return {
    text: same ? cased : text,
    casing: same ? casing : 'as written',
    planted: plantedMarks,
    clinical: clinicalMarks,
  };
}

function shuffled<T>(items: readonly T[], chance: Chance): readonly T[] {
  const result = [...items];
  for (let at = result.length - 1; at > 0; at -= 1) {
    const other = chance.whole(0, at);
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}
