/** A4 with 2.5 cm margins, in twentieths of a point. */
export const MARGIN = 1418
export const TEXT_WIDTH = 11906 - 2 * MARGIN
/** Width of the text in pixels (96 to the inch), for pictures. */
export const TEXT_WIDTH_PIXELS = Math.floor(TEXT_WIDTH / 15)
/** So that a picture, its caption and its source fit on one page; in pixels. */
export const TALLEST_PICTURE = 760
