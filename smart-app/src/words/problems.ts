import type { ProblemCode } from '../smart/problem.ts';
import type { Language } from './words.ts';

/** What happened, what is kept, what to do now. */
export interface ProblemWords {
  readonly title: string;
  readonly text: string;
}

const EN: Readonly<Record<ProblemCode, ProblemWords>> = {
  'launch-incomplete': {
    title: 'This page was opened without a patient chart',
    text: 'The address lacks what a chart sends along. Open Prescreen from the patient’s chart or from its card.',
  },
  'foreign-issuer': {
    title: 'This record system is not registered here',
    text: 'Nothing was sent to it. Open Prescreen from your own chart; if this is your own chart, tell your IT team.',
  },
  'unsafe-launch': {
    title: 'This link tries to change the app’s settings',
    text: 'It was not followed. Open Prescreen from the patient’s chart, and report the link to your IT team.',
  },
  'config-unavailable': {
    title: 'Prescreen’s own service does not answer',
    text: 'Nothing is lost. Try again in a moment. Until then triage by your clinic’s paper protocol.',
  },
  'server-unreachable': {
    title: 'The record system does not answer',
    text: 'Nothing is lost. Try again in a moment. Until then triage by your clinic’s paper protocol.',
  },
  'server-unsuitable': {
    title: 'The record system lacks a safety feature that Prescreen needs',
    text: 'The launch was stopped before you signed in. Tell your IT team the code below.',
  },
  'access-denied': {
    title: 'Access was declined',
    text: 'You or the record system said no to the sign-in. Open Prescreen from the chart again to retry.',
  },
  'authorization-failed': {
    title: 'Signing in did not work',
    text: 'The record system refused. Open Prescreen from the chart again; if it happens twice, tell your IT team.',
  },
  'not-launched': {
    title: 'Open Prescreen from the chart',
    text: 'This tab has no patient. A link or bookmark is not enough: go to the chart and open Prescreen there.',
  },
  'no-patient': {
    title: 'The chart did not say which patient',
    text: 'Nothing was opened. Choose the patient in the chart first, then open Prescreen.',
  },
  'patient-refused': {
    title: 'The record did not open this patient for you',
    text: 'Nothing is shown. Check that you are in the right chart and may see it, then open Prescreen from it again.',
  },
  'identity-invalid': {
    title: 'It could not be proved who you are',
    text: 'The launch was stopped and nothing was opened. Sign in to the chart again and retry; report it if it returns.',
  },
  'not-a-clinician': {
    title: 'Only clinicians can review and sign here',
    text: 'You are signed in as somebody else. Sign in to the chart as a nurse or physician.',
  },
  'session-refused': {
    title: 'Prescreen did not accept this sign-in',
    text: 'Nothing was opened. Open Prescreen from the chart again; if it happens twice, tell your IT team.',
  },
  'session-expired': {
    title: 'Your session has run out',
    text: 'Your draft is kept. Open Prescreen from the chart again to go on where you stopped.',
  },
  'no-assessment': {
    title: 'There is no proposal for this patient yet',
    text: 'None could be made now. Try again, or triage by your clinic’s paper protocol.',
  },
  'handle-expired': {
    title: 'The link from the card has run out',
    text: 'Open the card again in the chart, or look for the newest proposal.',
  },
  'other-patient': {
    title: 'The link belongs to another patient',
    text: 'Nothing of it is shown. Check that you are in the right chart.',
  },
  forbidden: {
    title: 'The record system does not allow this',
    text: 'Nothing was written. Your draft is kept. Use the paper form, and ask your IT team for the permission.',
  },
  conflict: {
    title: 'Somebody else wrote at the same time',
    text: 'Nothing of yours was written. Your draft is kept. Look at the chart, then try again.',
  },
  'already-written': {
    title: 'This proposal was signed already',
    text: 'The chart has a signed conclusion for it. Nothing more was written. Look at it in the chart first.',
  },
  'changed-meanwhile': {
    title: 'The record changed meanwhile',
    text: 'Nothing of yours was written. Your draft is kept. Look at the chart, then try again.',
  },
  'refused-by-server': {
    title: 'The record system refused the entry',
    text: 'Nothing was written. Your draft is kept. Try again or use the paper form; tell your IT team the code.',
  },
  'server-failed': {
    title: 'The other system had an error',
    text: 'It is not certain that anything was written. Your draft is kept. Trying again never writes twice.',
  },
  offline: {
    title: 'No connection',
    text: 'Your draft is kept. You cannot sign now. Try again when the network is back, or use the paper form.',
  },
  'timed-out': {
    title: 'No answer in time',
    text: 'It is not certain that anything was written. Your draft is kept. Trying again never writes twice.',
  },
  'data-unavailable': {
    title: 'The patient’s data could not be read',
    text: 'Without it no proposal is made. Try again, or triage by your clinic’s paper protocol.',
  },
  'floor-not-confirmed': {
    title: 'Your level is below a safety rule',
    text: 'It was not signed. Go back, keep the floor or confirm with a reason.',
  },
  unexpected: {
    title: 'Something went wrong in Prescreen',
    text: 'Your draft is kept. Try again. If it happens twice, tell your IT team and use the paper form.',
  },
};

const ES: Readonly<Record<ProblemCode, ProblemWords>> = {
  'launch-incomplete': {
    title: 'Esta página se abrió sin la historia de un paciente',
    text: 'Faltan datos en la dirección. Abra Prescreen desde la historia del paciente o desde su tarjeta.',
  },
  'foreign-issuer': {
    title: 'Este sistema no está registrado aquí',
    text: 'No se le ha enviado nada. Abra Prescreen desde su propia historia clínica o avise a informática.',
  },
  'unsafe-launch': {
    title: 'Este enlace intenta cambiar la configuración',
    text: 'No se ha seguido. Abra Prescreen desde la historia del paciente y avise a informática.',
  },
  'config-unavailable': {
    title: 'El servicio de Prescreen no responde',
    text: 'No se ha perdido nada. Inténtelo de nuevo. Mientras tanto use el protocolo en papel.',
  },
  'server-unreachable': {
    title: 'El sistema de historias no responde',
    text: 'No se ha perdido nada. Inténtelo de nuevo. Mientras tanto use el protocolo en papel.',
  },
  'server-unsuitable': {
    title: 'Al sistema de historias le falta una función de seguridad',
    text: 'El inicio se ha detenido. Dé a informática el código de abajo.',
  },
  'access-denied': {
    title: 'Se ha denegado el acceso',
    text: 'Usted o el sistema han dicho que no. Abra Prescreen otra vez desde la historia.',
  },
  'authorization-failed': {
    title: 'No se ha podido iniciar la sesión',
    text: 'El sistema lo ha rechazado. Ábralo otra vez desde la historia; si se repite, avise a informática.',
  },
  'not-launched': {
    title: 'Abra Prescreen desde la historia',
    text: 'Esta pestaña no tiene paciente. Vaya a la historia clínica y abra Prescreen allí.',
  },
  'no-patient': {
    title: 'La historia no dijo qué paciente es',
    text: 'No se ha abierto nada. Elija primero el paciente y después abra Prescreen.',
  },
  'patient-refused': {
    title: 'El sistema no le abre este paciente',
    text: 'No se muestra nada. Compruebe que está en la historia correcta y que puede verla, y abra Prescreen otra vez.',
  },
  'identity-invalid': {
    title: 'No se ha podido comprobar quién es usted',
    text: 'No se ha abierto nada. Inicie sesión otra vez en la historia e inténtelo de nuevo.',
  },
  'not-a-clinician': {
    title: 'Aquí solo firma el personal sanitario',
    text: 'Inicie sesión en la historia como personal de enfermería o medicina.',
  },
  'session-refused': {
    title: 'Prescreen no ha aceptado la sesión',
    text: 'No se ha abierto nada. Ábralo otra vez desde la historia; si se repite, avise a informática.',
  },
  'session-expired': {
    title: 'Su sesión ha terminado',
    text: 'Su borrador está guardado. Abra Prescreen otra vez desde la historia para seguir.',
  },
  'no-assessment': {
    title: 'Aún no hay propuesta para este paciente',
    text: 'No se ha podido hacer ahora. Inténtelo de nuevo o use el protocolo en papel.',
  },
  'handle-expired': {
    title: 'El enlace de la tarjeta ha caducado',
    text: 'Abra la tarjeta otra vez o busque la propuesta más reciente.',
  },
  'other-patient': {
    title: 'El enlace es de otro paciente',
    text: 'No se muestra nada de él. Compruebe que está en la historia correcta.',
  },
  forbidden: {
    title: 'El sistema no permite hacer esto',
    text: 'No se ha escrito nada. Su borrador está guardado. Use el papel y pida el permiso a informática.',
  },
  conflict: {
    title: 'Otra persona escribió al mismo tiempo',
    text: 'Lo suyo no se ha escrito. Su borrador está guardado. Mire la historia e inténtelo de nuevo.',
  },
  'already-written': {
    title: 'Esta propuesta ya se firmó',
    text: 'La historia ya tiene una conclusión firmada. No se ha escrito nada más. Mírela primero.',
  },
  'changed-meanwhile': {
    title: 'La historia cambió mientras tanto',
    text: 'Lo suyo no se ha escrito. Su borrador está guardado. Mire la historia e inténtelo de nuevo.',
  },
  'refused-by-server': {
    title: 'El sistema ha rechazado la anotación',
    text: 'No se ha escrito nada. Su borrador está guardado. Inténtelo de nuevo o use el papel.',
  },
  'server-failed': {
    title: 'El otro sistema tuvo un error',
    text: 'No es seguro que se haya escrito algo. Su borrador está guardado. Reintentar nunca escribe dos veces.',
  },
  offline: {
    title: 'Sin conexión',
    text: 'Su borrador está guardado. Ahora no puede firmar. Inténtelo cuando vuelva la red o use el papel.',
  },
  'timed-out': {
    title: 'No ha respondido a tiempo',
    text: 'No es seguro que se haya escrito algo. Su borrador está guardado. Reintentar nunca escribe dos veces.',
  },
  'data-unavailable': {
    title: 'No se han podido leer los datos',
    text: 'Sin ellos no se hace una propuesta. Inténtelo de nuevo o use el protocolo en papel.',
  },
  'floor-not-confirmed': {
    title: 'Su nivel está por debajo de una regla de seguridad',
    text: 'No se ha firmado. Vuelva, mantenga el mínimo o confírmelo con un motivo.',
  },
  unexpected: {
    title: 'Algo ha fallado en Prescreen',
    text: 'Su borrador está guardado. Inténtelo de nuevo. Si se repite, avise a informática y use el papel.',
  },
};

/** The words for a problem in a language. */
export function problemWords(code: ProblemCode, language: Language): ProblemWords {
  return (language === 'es' ? ES : EN)[code];
}
