import type { Work } from '../../../platform/db/work.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { mailBody, queueMail } from '../../../platform/mail/mail.ts'
import type { Platform } from '../../../platform/platform.ts'
import { texts } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { reachOf } from '../../actors/index.ts'
import { itemPath } from '../../thread/index.ts'
import { signedAs } from '../../workspaces/index.ts'
import type { Invitee } from '../meeting/invitee.store.ts'
import { meeting } from '../meeting/meeting.ts'

const words = texts({
  nb: { subject: (title: string) => `Referat til gjennomlesing: ${title}`, asks: (who: string, title: string) => `${who} har skrevet referat fra ${title}. Les det, og svar på denne e-posten hvis noe må rettes.`, action: 'Les referatet', footer: (workspace: string) => `Du får denne fordi du var innkalt til møtet i ${workspace}.`, somebody: 'Sekretariatet' },
  nn: { subject: (title: string) => `Referat til gjennomlesing: ${title}`, asks: (who: string, title: string) => `${who} har skrive referat frå ${title}. Les det, og svar på denne e-posten om noko må rettast.`, action: 'Les referatet', footer: (workspace: string) => `Du får denne fordi du var kalla inn til møtet i ${workspace}.`, somebody: 'Sekretariatet' },
  en: { subject: (title: string) => `Minutes to read through: ${title}`, asks: (who: string, title: string) => `${who} has written the minutes of ${title}. Read them, and answer this e-mail if something must be corrected.`, action: 'Read the minutes', footer: (workspace: string) => `You get this because you were invited to the meeting in ${workspace}.`, somebody: 'The secretariat' },
})

/** Tells those who were there that the minutes can be read through; whoever answers, answers the one who wrote them. */
export async function tellReaders(work: Work, platform: Pick<Platform, 'config'>, workspace: WorkspaceHead, item: Item, invitees: readonly Invitee[]): Promise<void> {
  const { tx, now } = work
  const own = work.viewer.person?.id ?? null
  const readers = invitees.filter((one) => one.attended !== 'absent' && one.personId !== own)
  const reached = await reachOf(tx, [...readers.map((one) => one.personId), ...(own ? [own] : [])])
  const asker = own ? reached.get(own) : undefined
  const signed = asker && (await signedAs(tx, workspace.id, { id: asker.personId, name: asker.name }, osloDate(now).toString()))
  for (const { personId } of readers) {
    const to = reached.get(personId)
    if (!to?.email) continue
    const w = words[to.language]
    await queueMail(tx, {
      to: to.email, ...(asker?.email && { replyTo: asker.email }), subject: w.subject(item.title), lang: to.language, purpose: 'minutes-to-read', nature: 'question', personId, from: { personId: own, workspaceId: workspace.id }, now,
      body: mailBody({ lang: to.language, heading: w.subject(item.title), paragraphs: [w.asks(signed ?? w.somebody, item.title)], action: { label: w.action, url: `${platform.config.baseUrl}${itemPath(workspace, meeting, item)}` }, footer: w.footer(workspace.title) }),
    })
  }
}
