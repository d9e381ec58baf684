/** Broader classes of a class. A class that is not listed has none. */
export const BROADER_CLASSES: Readonly<Record<string, readonly string[]>> = {
  'vitamin-k-antagonist': ['anticoagulant'],
  doac: ['anticoagulant'],
  heparin: ['anticoagulant'],
  'p2y12-inhibitor': ['antiplatelet'],
  nsaid: ['cox1-inhibitor', 'nsaid-any'],
  'cox2-inhibitor': ['nsaid-any'],
  ssri: ['antidepressant', 'serotonergic'],
  snri: ['antidepressant', 'serotonergic'],
  tricyclic: ['antidepressant', 'serotonergic'],
  maoi: ['serotonin-blocker-of-breakdown'],
  'ace-inhibitor': ['renin-angiotensin'],
  arb: ['renin-angiotensin'],
  'neprilysin-inhibitor': ['bradykinin-raising'],
  'potassium-sparing': ['potassium-raising'],
  'potassium-supplement': ['potassium-raising'],
  'trimethoprim-class': ['potassium-raising'],
  thiazide: ['diuretic'],
  'loop-diuretic': ['diuretic'],
  biguanide: ['metformin'],
  benzodiazepine: ['sedating'],
  gabapentinoid: ['sedating'],
  sedative: ['sedating'],
  barbiturate: ['sedating'],
  macrolide: ['qt-prolonging', 'antibiotic'],
  fluoroquinolone: ['qt-prolonging', 'antibiotic'],
  penicillin: ['beta-lactam', 'antibiotic'],
  cephalosporin: ['beta-lactam', 'antibiotic'],
  carbapenem: ['beta-lactam', 'antibiotic'],
  monobactam: ['beta-lactam', 'antibiotic'],
  tetracycline: ['antibiotic'],
  'sulfonamide-antibiotic': ['antibiotic', 'potassium-raising'],
  nitroimidazole: ['antibiotic'],
  'combined-oestrogen': ['oestrogen'],
  'oestrogen-hrt': ['oestrogen'],
  'calcineurin-inhibitor': ['potassium-raising'],
  antithyroid: ['agranulocytosis-risk'],
};

/** Classes that a local form (cream, drops, inhaler) does not have. */
export const SYSTEMIC_ONLY: ReadonlySet<string> = new Set([
  'corticosteroid-systemic',
  'immunosuppressant',
  'calcineurin-inhibitor',
  'chemotherapy',
  'nsaid',
  'nsaid-any',
  'cox1-inhibitor',
  'salicylate',
  'antiplatelet',
  'azole',
  'cyp3a4-inhibitor',
  'warfarin-enhancer',
  'qt-prolonging',
  'potassium-raising',
  'sjs-risk',
  'retinoid',
  'teratogen',
  'oestrogen',
  'oestrogen-hrt',
  'beta-blocker',
]);

/** A class and all broader ones, without repetition, in a stable order. */
export function withBroaderClasses(classes: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const visit = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const broader of BROADER_CLASSES[name] ?? []) visit(broader);
  };
  for (const name of classes) visit(name);
  return [...found];
}
