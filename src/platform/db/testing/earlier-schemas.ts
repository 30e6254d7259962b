/**
 * Which migrations came together, in the order that they came in: the schema of each earlier program is those of the first so many steps. They
 * are not always those with the lowest numbers. No version has been released yet; a release adds what came since as a last step.
 */
export const earlierSchemas: readonly (readonly number[])[] = [
  [1],
  [10, 11, 12, 13],
  [200, 201, 202, 210, 211, 212, 213, 214, 215, 216, 217],
  [300],
  [120],
  [50],
  [2],
  [14],
  [440, 441, 442, 443],
  [20],
  [430, 431],
  [400],
  [420, 421, 422, 423],
  [480],
  [30],
  [21],
  [432],
  [31],
  [32],
  [70],
]
