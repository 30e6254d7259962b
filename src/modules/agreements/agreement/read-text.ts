import type { Viewer } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { Edition, Section } from '../../thread/index.ts'
import { seesDraft } from './agreement.policy.ts'
import { editionsOf, sectionsOf } from './text.store.ts'

/** The text that a viewer may see of an agreement: the edition that is asked for, or the latest. Null when there is none. */
export async function readText(db: Reader, viewer: Viewer, workspaceId: string, agreementId: string, asked: string | null): Promise<{ edition: Edition; sections: Section[] } | null> {
  const seen = (await editionsOf(db, agreementId)).filter((one) => seesDraft(viewer, workspaceId) || one.agreedOn !== null)
  const edition = seen.find((one) => String(one.number) === asked) ?? seen.at(-1)
  return edition ? { edition, sections: await sectionsOf(db, agreementId, edition.number) } : null
}
