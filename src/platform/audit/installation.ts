/** The chain of the installation itself: what administrators did, and what it did by its own rules. No workspace has this id. */
export const installation = '00000000-0000-0000-0000-000000000001'
