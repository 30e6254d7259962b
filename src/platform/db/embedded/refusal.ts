/** Why the embedded database was not started, in words for the person who tried to start it. */
export interface Refusal {
  readonly refused: string
  /** `in-use`: another process of ours has the data folder. */
  readonly cause: 'in-use' | 'unusable'
}

export const refuse = (refused: string, cause: Refusal['cause'] = 'unusable'): Refusal => ({ refused, cause })

export const isRefusal = (value: object): value is Refusal => 'refused' in value
