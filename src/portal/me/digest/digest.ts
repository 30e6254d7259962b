import type { Catalogue } from '../../../platform/item/manifest.ts'
import type { HeldContent, MailChoice, MailContent, MailLine, MailSection } from '../../../platform/mail/mail.ts'
import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { daysUntil, isPast, osloDate } from '../../../platform/time/oslo.ts'
import type { Change } from '../../../modules/plans/index.ts'
import { itemPath } from '../../../modules/thread/index.ts'
import { type Workspace, workspacePath } from '../../../modules/workspaces/index.ts'
import { meWords } from '../me.words.ts'
import type { Summary } from '../summary.ts'
import { digestWords } from './digest.words.ts'

export type DigestContext = { lang: Lang; baseUrl: string; catalogue: Catalogue; now: Temporal.Instant }

const daysAhead = 14
const mostAsked = 10
const mostLines = 6

/** The Monday of the week in Oslo that an instant is in. */
export function mondayOf(now: Temporal.Instant): string {
  const day = osloDate(now)
  return day.subtract({ days: day.dayOfWeek - 1 }).toString()
}

/**
 * The mail of the week, or null when there is nothing to tell. What has no date or is far ahead is on the page, and is no reason to write.
 * Held mails come first, as whoever wrote them wrote them.
 */
export function digestContent(summary: Summary, held: readonly HeldContent[], choice: MailChoice, context: DigestContext): MailContent | null {
  const { lang, baseUrl, now } = context
  const w = digestWords[lang]
  const sections: MailSection[] = held.map(({ subject, content }) => ({
    heading: subject,
    lines: [...content.paragraphs.map((text) => ({ text })), ...(content.action ? [{ text: content.action.label, url: content.action.url }] : [])],
  }))
  if (choice.digest) sections.push(...askedSection(summary, context), ...newsSections(summary, choice, context), ...cameSection(summary, choice, context))
  if (sections.length === 0) return null
  return {
    lang, sections, heading: w.subject(formatDate(osloDate(now), lang)), paragraphs: [...(held.length > 0 ? [w.leadHeld(held.length)] : []), ...(sections.length > held.length ? [w.lead] : [])],
    action: { label: w.open, url: `${baseUrl}/min-side` }, footer: w.footer,
  }
}

function askedSection({ asked, workspaces }: Summary, { lang, baseUrl, now }: DigestContext): MailSection[] {
  const w = digestWords[lang]
  const near = asked.filter(({ due }) => due !== null && daysUntil(due, now) <= daysAhead).slice(0, mostAsked)
  const lines = near.map(({ words, title, href, due, from }): MailLine => ({
    text: title, url: baseUrl + href,
    hint: [words[lang], due && isPast(due, now) ? w.past : due ? w.due(formatDate(due, lang)) : '', workspaces.length > 1 ? from : ''].filter(Boolean).join(', '),
  }))
  return lines.length === 0 ? [] : [{ heading: w.asked, lines }]
}

/** One line for each thing that changed, whatever was done to it. */
function newsSections({ changes, workspaces }: Summary, choice: MailChoice, context: DigestContext): MailSection[] {
  if (!choice.news) return []
  const w = digestWords[context.lang]
  return workspaces.filter(({ id }) => !choice.muted.includes(id)).flatMap((workspace) => {
    const things = [...Map.groupBy(changes.filter((one) => one.workspaceId === workspace.id && one.item), (one) => one.item?.id).values()]
    const lines = things.slice(0, mostLines).flatMap((all) => lineOf(all, workspace, context))
    if (lines.length === 0) return []
    const rest = things.length - mostLines
    const all = { text: w.more(rest), url: `${context.baseUrl}${workspacePath(workspace, 'plan/endringer')}` }
    return [{ heading: w.news(workspace.title), lines: rest > 0 ? [...lines, all] : lines }]
  })
}

function lineOf(all: readonly Change[], workspace: Workspace, { lang, baseUrl, catalogue }: DigestContext): MailLine[] {
  const item = all[0]?.item
  const kind = catalogue.kinds.get(item?.kind ?? '')
  if (!item || !kind) return []
  const { did } = digestWords[lang]
  const deed = item.removed ? did.removed : all.some((one) => one.what === 'item.added') ? did.added : did.changed
  const who = [...new Set(all.flatMap((one) => one.who ?? []))]
  return [{ text: item.title, hint: [`${kind.words[lang].one}, ${deed}`, who.length === 1 ? who[0] : ''].filter(Boolean).join(', '), ...(!item.removed && { url: baseUrl + itemPath(workspace, kind, item) }) }]
}

function cameSection({ outcomes, workspaces }: Summary, choice: MailChoice, { lang, baseUrl, catalogue }: DigestContext): MailSection[] {
  const w = meWords[lang]
  const lines = outcomes.filter((one) => !choice.muted.includes(one.item.workspaceId)).flatMap((one): MailLine[] => {
    const [workspace, kind] = [workspaces.find(({ id }) => id === one.item.workspaceId), catalogue.kinds.get(one.item.kind)]
    const how = one.what === 'changed' ? w.outcome.changed(one.who ?? w.someone) : w.outcome[one.what](one.about.title)
    return workspace && kind ? [{ text: one.item.title, hint: how, url: baseUrl + itemPath(workspace, kind, one.item) }] : []
  })
  return lines.length === 0 ? [] : [{ heading: digestWords[lang].came, lines }]
}
