import type { Outcome, Work } from '../../platform/db/work.ts'
import type { WorkspaceHead } from '../../platform/http/page.ts'
import { addItems, changeItem, type ItemRefusal } from '../../platform/item/item.actions.ts'
import type { Item } from '../../platform/item/item.store.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { type TextRefusal, type Written, writtenActions, type WrittenText } from '../../modules/thread/index.ts'
import { copyFetched, type Fetched, fetchedOf, keepFetched, replaceBodies, reportText, sectionsOf } from './report-text.store.ts'
import { reportWords } from './report.words.ts'
import { draftOfYear } from './year-draft.ts'
import { figuresOfYear } from './year-figures.ts'
import type { YearMaterial } from './year-material.ts'
import { newsOf } from './news.ts'
import { draftReaders, yearlyReport } from './yearly-report.ts'
import { mayWrite } from './yearly-report.policy.ts'

/** The text of a yearly report, as the pages and actions of texts in sections need to know it. */
export const text: WrittenText = { kind: yearlyReport, store: reportText, event: 'yearly-report.text', mayWrite }
const actions = writtenActions(text)
export const { writeSection } = actions

/** What the workspace gives to each section. */
export const fetchedFrom = (material: YearMaterial, lang: Lang, drafted: readonly Written[] = draftOfYear(material, lang)): Fetched[] => {
  const figures: Readonly<Record<string, Fetched['figures']>> = figuresOfYear(material, lang)
  return drafted.map((one) => ({ key: one.key, drafted: one.body, figures: figures[one.key] ?? [] }))
}

export type Period = { from: string; to: string }
export const yearPeriod = (year: number): Period => ({ from: `${year}-01-01`, to: `${year}-12-31` })

/** A new report of a period, for those who take part in the work until it is finished. Its id comes back. */
export async function addReport(work: Work, workspace: WorkspaceHead, { from, to }: Period, recipient: string | null): Promise<Outcome<string, ItemRefusal>> {
  const title = reportWords[workspace.language].titleOf(to.slice(0, 4))
  const added = await addItems(work, workspace, yearlyReport, [{ title, language: workspace.language, audience: 'roles', audienceRoles: draftReaders, fields: { from_on: from, to_on: to, recipient } }])
  return 'refused' in added ? added : { done: added.done[0] ?? '' }
}

/** Makes the first draft of the text, with its figures; refuses where one has been begun. */
export async function draftReport(work: Work, workspace: WorkspaceHead, item: Item, material: YearMaterial): Promise<Outcome<true, TextRefusal>> {
  const drafted = draftOfYear(material, workspace.language)
  return await actions.draft(work, workspace, item, drafted, () => keepFetched(work.tx, item.id, 1, fetchedFrom(material, workspace.language, drafted), material.on))
}

/**
 * Fetches again from the workspace: figures are new everywhere, a text that nobody has written in becomes the new draft, and what people have written
 * stands. Under theirs comes the new draft only for those sections that are named in `under`. Nothing happens when the report was changed since `version`.
 */
export async function fetchAgain(work: Work, workspace: WorkspaceHead, item: Item, version: number, material: YearMaterial, under: ReadonlySet<string>): Promise<Outcome<true, TextRefusal>> {
  if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
  const here = await actions.held(work, item)
  if ('refused' in here) return here
  const [sections, before] = [await sectionsOf(work.tx, item.id, here.edition), await fetchedOf(work.tx, item.id, here.edition)]
  const fetched = fetchedFrom(material, workspace.language)
  const news = newsOf(sections, before.sections, fetched)
  const bodies = news.flatMap((one) => (one.is === 'untouched' ? [{ key: one.key, body: one.drafted }] : one.is === 'written' && under.has(one.key) ? [{ key: one.key, body: `${one.body.trimEnd()}\n\n${one.drafted}` }] : []))
  return await actions.write(work, workspace, item, version, 'fetched', async () => {
    await replaceBodies(work.tx, item.id, here.edition, bodies)
    await keepFetched(work.tx, item.id, here.edition, fetched, material.on)
  })
}

/** Finishes the report as it was read at `version`: the edition is locked, and everybody in the workspace may read it, the elected too. One that is for everybody stays so. */
export async function finishReport(work: Work, workspace: WorkspaceHead, item: Item, version: number): Promise<Outcome<true, TextRefusal>> {
  return await actions.agree(work, workspace, item, { on: osloDate(work.now).toString(), note: null }, async (mark) => {
    await mark()
    const audience = item.audience === 'public' ? 'public' : 'workspace'
    return await changeItem(work, workspace, yearlyReport, item, version, { state: 'finished', audience, audienceRoles: [] }, mayWrite(work.viewer, workspace, item))
  })
}

/** Opens a finished report again: what was finished stands until the new edition is. */
export const openReport = (work: Work, workspace: WorkspaceHead, item: Item, reason: string): Promise<Outcome<true, TextRefusal>> =>
  actions.openEdition(work, workspace, item, reason, (from, to) => copyFetched(work.tx, item.id, from, to))
