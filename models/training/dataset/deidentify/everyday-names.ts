/**
 * Words that are names of people and stand in charts all the time: never a name without a strong reason.
 *
 * All other words on the lists of names are taken for names, even where a dictionary has them ("john", "sherry").
 */
export const EVERYDAY_NAMES: ReadonlySet<string> = new Set(
  `
  abbot ache amber an angel apple april aria art august autumn back bacon baker ball bang banks barb barber
  basil bass be bean beau bell ben berry best bill bird bishop black bland blaze blood blossom blunt bob
  bone branch bright brook brown buck buddy bull burns bush can carter case chase cherry chin chow church
  clay close cole cook cooper cramp crane crisp crystal daisy dale dawn day dean dear destiny do don dot
  drake drew duke dung eagle earl east ed emerald fair faith fan farmer fat fay fields finch fish fisher
  flood foot ford forest foster fox frank free friday frost fuller gang gardener garland garnet gay gene
  genesis gentle ginger glen good goode gore grace grant grave gray green grey grim guy ha hall ham hand
  harding hardy harmony harsh hart hawk hazel he head heath heather hill ho holly hood hope hu hung hunter
  hurt hyacinth in iris ivy jack jade jay jean joy june kang keen kind king knight la lacy lake lamb lance
  lane laurel le legg lemon len light lily lion little lo long loud love lung lynch ma mads mae major marina
  mark marshal martin mason max may me messier mike mild miles miller monday moody moon more moss most much
  my new nice nick no noble noel noon norm north old olive pace page pain pan pang park parker pat patience
  patty payne peace pearl peg penny pepper pete pierce pleasant plum pond pool poor pope porter potter power
  prem price prince prudence quick rain ray read reed rice rich right river rivers rob robin rod roman rose
  rosemary rough round ruby rush rusty salmon sand sandy sang savage scales see self sharp she sherry shock
  short si sick silence sing singer skip sky slack sleep slow sly small snow so son song south spike spring
  stag star stark starr steel stew still stock stone storm stormy stout strain street stroke strong sue
  sugar summer summers sun sunday sunny swan sweet swift tall tan tang tanner taylor teller temple thatcher
  thick to tong trip true tu turner vale valentine valley van victor violet virgin wade wait wake walker
  wall wan wang want war ward warm warner wash watch waters weaver weeks weight wells welter west white wild
  will willow wing winter wise wolf won wood woods worm worth wright yang yen yin you young yu
`
    .split(/\s+/)
    .filter((word) => word !== ''),
);
