/** Why the embedded database was not started, in words for the person who tried to start it. */
export interface Refusal {
  readonly refused: string
}

export const refuse = (refused: string): Refusal => ({ refused })

export const isRefusal = (value: object): value is Refusal => 'refused' in value
