/**
 * RxNorm codes that public sources give for a medicine that they are not: never to be believed.
 *
 * A wrong code is worse than none. Seen in public repositories; the true meaning where it is known.
 */
export const REFUSED_CODES: Readonly<Record<string, string>> = {
  '42463': 'given as clopidogrel, which is 32968',
  '41493': 'given as clopidogrel, which is 32968',
  '4477': 'given as fluoxetine, which is 4493',
  '110398': 'given as tadalafil, which is 358263',
  '349332': 'given as tadalafil; it is a product of escitalopram',
  '7417': 'given as a nitrate; nitroglycerin is 4917',
  '24947': 'given as a nitrate; nitroglycerin is 4917',
  '203160': 'given as losartan, which is 52175',
  '1037045': 'given as dabigatran; it is a product, the ingredient is not verified',
  '861634': 'given as prasugrel; two sources disagree',
  '613391': 'given as prasugrel; two sources disagree',
};
