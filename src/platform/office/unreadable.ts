/** Thrown inside a reader of office files to leave a part in the middle. It never leaves the reader, which turns it into a refusal. */
export class Unreadable extends Error {}

/** What can be wrong with the archive that an office file is, or with the XML in it. */
export type ArchiveFault = 'damaged' | 'encrypted' | 'unsafeNames' | 'archiveInside' | 'tooManyParts' | 'tooLargeInside' | 'entities' | 'tooDeep'

export class UnreadableArchive extends Unreadable {
  readonly why: ArchiveFault
  constructor(why: ArchiveFault) {
    super(why)
    this.why = why
  }
}

export function refuse(why: ArchiveFault): never {
  throw new UnreadableArchive(why)
}
