/** English words that say nothing about a topic, among them those with which people begin a story. */
export const STOP_WORDS: ReadonlySet<string> = new Set(
  `a about after again all also am an and any anyone are as asks at back be because been before being bit but by
  came can cannot come comes coming could day days did do does doing done dont down due during each else even
  ever every feel feeling feels felt few for from get gets getting go goes going gone got had has have having he
  her here him his how hour hours i if im in into is isnt it its ive just keep keeps kind know last like lot made
  make makes many may me might month months more most much must my myself need needs new no not now of off old on
  once one only or other our out over own past patient patients people please quite really right said same says
  see seem seems she should since so some someone something sort started starting still such than that the their
  them then there these they thing things think this those though through time to today too two under until up us
  use using very want was wasnt way we week weeks well went were what when where which while who why will with
  without would year years yes yesterday yet you your`.split(/\s+/),
);
