import type { DraftedNote } from '#fhir-mappers/drafted-note.ts';
import type { Language } from '../../words/words.ts';

const EN = {
  title: 'Draft note',
  hint: 'A first text from the facts on this screen. It sets no level. Read it before you use it.',
  kind: 'What to draft',
  sbar: 'Handover (SBAR)',
  summary: 'Three lines',
  questions: 'Questions to ask',
  patient: 'Words for the patient',
  write: 'Draft',
  again: 'Draft again',
  cancel: 'Cancel',
  reading: 'Reading the chart…',
  waiting: 'Waiting for the model…',
  loading: 'Loading the model…',
  prompt: 'The model is reading…',
  writing: 'Writing…',
  checking: 'Checking…',
  cancelled: 'Cancelled. Nothing was kept.',
  failed: 'No draft could be made. Your note is as it was.',
  by: 'Drafted by {name}. Each sentence was checked against its sources.',
  template: 'our fixed template, without a language model',
  model: 'the model {name}',
  sources: 'Sources {n} of: {text}',
  'sources.short': 'Sources',
  added: 'added by rule',
  dropped: 'Sentences left out: {n}',
  'dropped.none': 'No sentence was left out.',
  sent: 'Show what was sent to the model',
  'sent.none': 'Nothing was sent to a model.',
  'sent.hint': 'This is the whole of it, without name, number or address.',
  insert: 'Put into the note',
  inserted: 'Put into the note. Undo takes it back.',
  copy: 'Copy',
  copied: 'Copied.',
  'mark.drafted': 'Drafted, not changed yet',
  'mark.edited': 'Drafted, then edited',
  'instead.gate': 'The model did not pass its safety evaluation, so the template wrote this: {text}',
  'instead.too-little-held':
    'Too little of what the model wrote held against its sources, so the template wrote this.',
  'instead.timeout': 'The model was too slow or busy, so the template wrote this.',
  'instead.other': 'The model could not be used, so the template wrote this.',
  'drop.no-source': 'no source',
  'drop.unknown-source': 'a source that is not there',
  'drop.diagnosis': 'names a diagnosis or a cause',
  'drop.dose': 'names a dose',
  'drop.prescription': 'prescribes or treats',
  'drop.dismissal': 'plays it down',
  'drop.stereotype': 'judges the patient',
  'drop.certainty': 'is too certain',
  'drop.number': 'a number that no source has',
  'drop.flag': 'normal or abnormal against the source',
  'drop.finding': 'a finding that no source has',
  'drop.negation': 'present and absent mixed up',
  'drop.medicine': 'a medicine that no source has',
  'drop.side': 'left and right against the source',
  'drop.time': 'a time that no source has',
  'drop.urgency': 'another urgency than proposed',
  'drop.word': 'words that no source has',
  'drop.quote': 'a quotation that nobody said',
  'drop.identifier': 'looks like a name or number',
  'drop.form': 'not a plain sentence',
  'drop.repeated': 'said before',
} as const;

export type DraftWordKey = keyof typeof EN;

const ES: Readonly<Record<DraftWordKey, string>> = {
  title: 'Borrador de nota',
  hint: 'Un primer texto con los datos de esta pantalla. No fija ningún nivel. Léalo antes de usarlo. El borrador está en inglés.',
  kind: 'Qué redactar',
  sbar: 'Traspaso (SBAR)',
  summary: 'Tres líneas',
  questions: 'Preguntas por hacer',
  patient: 'Palabras para el paciente',
  write: 'Redactar',
  again: 'Redactar de nuevo',
  cancel: 'Cancelar',
  reading: 'Leyendo la historia…',
  waiting: 'Esperando al modelo…',
  loading: 'Cargando el modelo…',
  prompt: 'El modelo está leyendo…',
  writing: 'Escribiendo…',
  checking: 'Comprobando…',
  cancelled: 'Cancelado. No se guardó nada.',
  failed: 'No se pudo hacer un borrador. Su nota está como estaba.',
  by: 'Redactado por {name}. Cada frase se comprobó con sus fuentes.',
  template: 'nuestra plantilla fija, sin modelo de lenguaje',
  model: 'el modelo {name}',
  sources: 'Fuentes {n} de: {text}',
  'sources.short': 'Fuentes',
  added: 'añadido por regla',
  dropped: 'Frases omitidas: {n}',
  'dropped.none': 'No se omitió ninguna frase.',
  sent: 'Mostrar lo que se envió al modelo',
  'sent.none': 'No se envió nada a un modelo.',
  'sent.hint': 'Es todo lo enviado, sin nombre, número ni dirección.',
  insert: 'Poner en la nota',
  inserted: 'Puesto en la nota. Deshacer lo quita.',
  copy: 'Copiar',
  copied: 'Copiado.',
  'mark.drafted': 'Borrador, sin cambios todavía',
  'mark.edited': 'Borrador, editado después',
  'instead.gate': 'El modelo no superó su evaluación de seguridad, así que escribió la plantilla: {text}',
  'instead.too-little-held':
    'Muy poco de lo que escribió el modelo concordaba con sus fuentes, así que escribió la plantilla.',
  'instead.timeout': 'El modelo tardó demasiado o estaba ocupado, así que escribió la plantilla.',
  'instead.other': 'No se pudo usar el modelo, así que escribió la plantilla.',
  'drop.no-source': 'sin fuente',
  'drop.unknown-source': 'una fuente que no existe',
  'drop.diagnosis': 'nombra un diagnóstico o una causa',
  'drop.dose': 'nombra una dosis',
  'drop.prescription': 'prescribe o trata',
  'drop.dismissal': 'le quita importancia',
  'drop.stereotype': 'juzga al paciente',
  'drop.certainty': 'es demasiado seguro',
  'drop.number': 'un número que ninguna fuente tiene',
  'drop.flag': 'normal o anormal contra la fuente',
  'drop.finding': 'un hallazgo que ninguna fuente tiene',
  'drop.negation': 'confunde presente y ausente',
  'drop.medicine': 'un medicamento que ninguna fuente tiene',
  'drop.side': 'izquierda y derecha contra la fuente',
  'drop.time': 'un tiempo que ninguna fuente tiene',
  'drop.urgency': 'otra urgencia que la propuesta',
  'drop.word': 'palabras que ninguna fuente tiene',
  'drop.quote': 'una cita que nadie dijo',
  'drop.identifier': 'parece un nombre o un número',
  'drop.form': 'no es una frase sencilla',
  'drop.repeated': 'ya dicho',
};

export type SayDraft = (key: DraftWordKey, values?: Readonly<Record<string, unknown>>) => string;

/** The words of this feature in a language; every key stands in both. */
export function draftWords(language: Language): SayDraft {
  const table = language === 'es' ? ES : EN;
  return (key, values = {}) =>
    table[key].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Why the template wrote what a model was asked for; undefined where it was not so. */
export function insteadWords({ instead }: DraftedNote, say: SayDraft): string | undefined {
  if (instead === undefined) return undefined;
  const text = instead.text.replace(/^gate: /, '');
  switch (instead.code) {
    case 'gate':
    case 'too-little-held':
    case 'timeout':
      return say(`instead.${instead.code}`, { text });
    default:
      return say('instead.other');
  }
}
