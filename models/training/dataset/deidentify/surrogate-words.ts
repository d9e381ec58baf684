const words = (block: string): readonly string[] => block.split(/\s+/).filter((word) => word !== '');

/** Given and family names and places that take the place of real ones. Invented places; common names. */
export const SURROGATE_WORDS = {
  given: words(
    'Alex Robin Jordan Casey Morgan Taylor Jamie Avery Riley Quinn Rowan Sasha Kim Lee Dana Noor Ari Kai Remy Toni Frankie Charlie Sidney Marion Leslie Ashley Shannon Kerry Tracy Shelby Devon Emery Harley Blake Reese Skyler Parker Logan Corey Shiloh',
  ),
  family: words(
    'Alderton Bexwell Carroway Denholme Elmsley Farrowby Garstone Hollinger Islewood Jessamine Kettering Lindqvist Marchetti Northam Okonjo Penhallow Quillfeather Rosterman Sandoval Thackeray Underhill Vandermeer Whitlock Yarborough Zelenko Ashgrove Bramwell Coldridge Dunmore Everhart Fairclough Greystoke Harrowgate Ingleby Jarrow Kirkbride Longstaff Merrivale Netherby Oakhurst',
  ),
  place: words(
    'Ashvale Brindleford Cedarholt Dunwick Eastmere Fernhollow Goldbrook Harrowfield Innisdale Juniperton Kestrelby Larkmoor Maplewick Norbury Oldhaven Pinecrest Quarryton Rosewick Silverbeck Thornhaven Umberleigh Violetmere Willowford Yewdale',
  ),
  street: words('Elm Maple Cedar Willow Juniper Laurel Hawthorn Linden Rowan Alder'),
} as const;
