/** Where a person sees and changes the ways they log in. */
export const waysPath = '/min-side/innlogging'
