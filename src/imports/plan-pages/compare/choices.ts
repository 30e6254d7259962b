import { z } from 'zod'

/** What a person has chosen on the way from a file to the plan. Kept with the import, so that nothing has to be chosen twice. */
export const choicesSchema = z.object({
  /** Priority areas above goals, where the person has said so. */
  areasAbove: z.boolean().nullable().default(null),
  /** A name in the file, by its key: `ny`, `tekst`, or the id of an organisation. */
  parties: z.record(z.string(), z.string()).default({}),
  /** Plan documents that the person would not have made, by key. */
  notDocuments: z.array(z.string()).default([]),
  /** Rows that were not understood, to be made into measures. */
  rows: z.array(z.string()).default([]),
  /** New ones that are not to be added; null before anybody has looked. */
  leftOut: z.array(z.string()).nullable().default(null),
  /** Changes that somebody has ticked, and those they have seen and not ticked. Of those nobody has seen the safe ones are made. */
  taken: z.array(z.string()).default([]),
  declined: z.array(z.string()).default([]),
  /** Those that are no longer in the file and are to be removed, by id. */
  removed: z.array(z.string()).default([]),
})
export type Choices = z.infer<typeof choicesSchema>

export const noChoices: Choices = choicesSchema.parse({})
