const DESK = ['user/Patient.rs', 'user/Encounter.rs', 'user/Task.crus', 'user/QuestionnaireResponse.crs'];

/**
 * The scope to ask for: `launch` as a word of its own in an EHR launch (SM-13).
 *
 * A standalone launch has no patient: the same permissions are then asked for all that the user may see, with
 * searching of visits, Tasks and patients for the work list.
 */
export function scopeFor(configured: string, launch: string | undefined): string {
  const words = configured.split(/\s+/).filter((word) => word !== '' && !/^launch(\/|$)/.test(word));
  if (launch) return ['launch', ...words].join(' ');
  const asUser = words.map((word) => word.replace(/^patient\//, 'user/'));
  return [...new Set([...asUser, ...DESK])].join(' ');
}
