const api = 'api: '

/** How a change by another system came, as its event tells it: through the API, with the key of this name. */
export const viaKey = (name: string): string => `${api}${name}`

/** The name of the key that a change came with, if it came so. The name stands in the event, so that it is known also when the key is gone. */
export const keyNameOf = (via: string): string | null => (via.startsWith(api) ? via.slice(api.length) : null)
