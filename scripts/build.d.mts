/** Builds what has changed in `dist/`, or nothing. Throws when the source does not parse. */
export function build(): Promise<void>
