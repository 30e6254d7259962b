import { isHeldOn } from '../../platform/access/holds.ts'
import type { Role } from '../../platform/access/viewer.ts'
import type { Reader } from '../../platform/db/database.ts'
import { languagesOf } from '../../platform/mail/mail.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { emailsOf } from '../../modules/actors/index.ts'
import { membersOf, workspaceRoles } from '../../modules/workspaces/index.ts'

/** Those who decide what other systems get from a workspace. */
const keeping: readonly Role[] = ['leader', 'secretariat']
export const keyKeepers = workspaceRoles('key-keepers', keeping)

export type Keeper = { personId: string; email: string; lang: Lang }

/** Those of them who can be written to today. */
export async function keepersOf(db: Reader, workspaceId: string, now: Temporal.Instant): Promise<Keeper[]> {
  const today = osloDate(now).toString()
  const members = (await membersOf(db, workspaceId)).filter((one) => keeping.includes(one.role) && isHeldOn(one, today))
  const ids = [...new Set(members.map((one) => one.id))]
  const [emails, langs] = [await emailsOf(db, ids), await languagesOf(db, ids)]
  return ids.flatMap((personId) => {
    const email = emails.get(personId)
    return email ? [{ personId, email, lang: langs.get(personId) ?? 'nb' }] : []
  })
}
