import type { Language } from './words.ts';

interface Part {
  readonly title: string;
  readonly text: readonly string[];
}

const EN: readonly Part[] = [
  {
    title: 'What it is for',
    text: [
      'It proposes how urgently a patient in this clinic should be seen, with the facts behind the proposal. It is for a licensed nurse or physician who reviews every proposal.',
      'It does not diagnose, prescribe, give doses or act. It has not been validated for use without supervision.',
    ],
  },
  {
    title: 'When not to trust it',
    text: [
      'When you see something it cannot see: how the patient looks, breathes, speaks and moves. Your eyes come first.',
      'When “Not known” is long, when measurements are old, or when the complaint is in a language it could not read.',
      'When it says that this patient is unlike those the model learned from, or that it lies between two levels.',
      'For newborns, for rare conditions, and for people who cannot tell what is wrong, be more careful than it is.',
    ],
  },
  {
    title: 'What it reads and what it leaves out',
    text: [
      'It reads the complaint, vital signs, problems, medicines, allergies, pregnancy, age and sex from this chart.',
      'Race, ethnicity, language and payer are never used for the level. A check swaps sex and other attributes and looks whether the level would move without a clinical rule that explains it.',
    ],
  },
  {
    title: 'Known risks',
    text: [
      'A proposal can be wrong in both directions. A confident proposal can lead you away from a correct first impression: give your own level first if that helps.',
      'Words can be misread: a denied symptom taken as present, or the other way round. Look at the marked words and reject what is wrong.',
      'Thresholds marked “not yet verified” were written from memory of the named guideline and await clinical sign-off.',
    ],
  },
  {
    title: 'Who answers for it',
    text: [
      'You decide and sign; what the tool said and what you said are kept apart in the record for ever.',
      'Each override and each missed emergency is counted, so that the clinic can see where it fails.',
    ],
  },
];

const ES: readonly Part[] = [
  {
    title: 'Para qué sirve',
    text: [
      'Propone con qué urgencia hay que atender a un paciente de esta clínica y muestra los datos en que se apoya. Es para personal de enfermería o medicina, que revisa cada propuesta.',
      'No diagnostica, no receta, no da dosis y no actúa. No está validado para usarse sin supervisión.',
    ],
  },
  {
    title: 'Cuándo no fiarse',
    text: [
      'Cuando usted ve algo que la herramienta no ve: el aspecto, la respiración, el habla y el movimiento.',
      'Cuando la lista «No se sabe» es larga, las mediciones son antiguas o no ha podido leer el idioma del motivo.',
      'Cuando dice que este paciente no se parece a los que conoce el modelo, o que está entre dos niveles.',
      'Con recién nacidos, enfermedades raras y personas que no pueden explicarse, sea más prudente que ella.',
    ],
  },
  {
    title: 'Qué lee y qué no usa',
    text: [
      'Lee el motivo, las constantes, los problemas, la medicación, las alergias, el embarazo, la edad y el sexo.',
      'La raza, la etnia, el idioma y el seguro nunca cuentan para el nivel. Una comprobación cambia el sexo y otros atributos y mira si el nivel se movería sin una regla clínica que lo explique.',
    ],
  },
  {
    title: 'Riesgos conocidos',
    text: [
      'Puede equivocarse en ambos sentidos. Una propuesta muy segura puede apartarle de una primera impresión correcta.',
      'Puede leer mal las palabras: mire las marcadas y rechace lo que no sea cierto.',
      'Los umbrales «aún no verificados» se escribieron de memoria a partir de la guía citada.',
    ],
  },
  {
    title: 'Quién responde',
    text: [
      'Usted decide y firma. Lo que dijo la herramienta y lo que dijo usted quedan separados para siempre.',
      'Se cuenta cada cambio y cada emergencia no vista, para que la clínica vea dónde falla.',
    ],
  },
];

/** The page "how this works and when not to trust it". */
export function aboutWords(language: Language): readonly Part[] {
  return language === 'es' ? ES : EN;
}
