// Written by `npm run types`.
// biome-ignore lint: generated
export interface DB {}
