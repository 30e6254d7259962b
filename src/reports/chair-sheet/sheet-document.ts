import { type Block, type Document, type Line, toPdf } from '../../platform/document/index.ts'
import type { Request } from '../../platform/http/page.ts'
import { formatDate, formatDateShort, formatList } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { measure, type PlanItem } from '../../modules/plans/index.ts'
import type { Workspace } from '../../modules/workspaces/index.ts'
import { documentOf } from '../documents/about.ts'
import { said } from '../documents/says.ts'
import { barsOf, threadOf } from '../documents/thread-blocks.ts'
import { goalsOf, type Sheet } from './read-sheet.ts'
import { clip, comingOf, few, type Few, lateFirst } from './sheet.ts'
import { sheetWords } from './sheet.words.ts'

/** How many lines of each there is room for, and how long they may be. */
export type Room = { goals: number; decisions: number; late: number; next: number; loose: number; month: number; text: number }

/** From roomy to the least: the first that is one page is printed. The last always is. */
export const rooms: readonly Room[] = [
  { goals: 7, decisions: 5, late: 6, next: 6, loose: 3, month: 3, text: 110 },
  { goals: 6, decisions: 4, late: 5, next: 5, loose: 3, month: 2, text: 90 },
  { goals: 5, decisions: 3, late: 4, next: 4, loose: 3, month: 2, text: 75 },
  { goals: 4, decisions: 3, late: 3, next: 3, loose: 2, month: 1, text: 60 },
  { goals: 3, decisions: 2, late: 2, next: 2, loose: 1, month: 1, text: 45 },
]

/** The sheet with as much as one page has room for; it says how much it leaves out. */
export async function fittedSheet(sheet: Sheet, request: Request, workspace: Workspace): Promise<Document> {
  let document: Document | undefined
  for (const room of rooms) {
    document = sheetDocument(sheet, room, request, workspace)
    if ((await toPdf(document)).pages === 1) return document
  }
  return document as Document
}

/** One A4: what is wanted, where it stands, what needs a decision, what comes next. */
export function sheetDocument(sheet: Sheet, room: Room, request: Request, workspace: Workspace): Document {
  const { lang, now } = request
  const w = sheetWords[lang]
  const { items, decisions, overview, health, month, since } = sheet
  const cut = (text: string, share = 1) => clip(text, Math.round(room.text * share))
  const lines = (list: Few<Line>, none: string): Block[] =>
    list.shown.length === 0 ? [{ is: 'paragraph', text: none }] : [{ is: 'list', items: [...list.shown, ...(list.more > 0 ? [[{ text: w.more(list.more), quiet: true }]] : [])] }]
  const section = (title: string, blocks: readonly Block[]): Block[] => [{ is: 'heading', level: 2, text: title }, ...blocks]
  const who = (item: PlanItem) => (item.owners.length > 0 ? clip(formatList(item.owners.map((one) => one.name), lang), 34) : w.noOwner)
  const two = (text: string | PlanItem, about: string): Line => [typeof text === 'string' ? cut(text) : said(cut(text.title), text.language, lang), ...(about ? ['\n', { text: about, quiet: true }] : [])]

  const goals = goalsOf(sheet, workspace, now).map(({ item, done, all }): Line =>
    [{ text: item.code ? `${clip(item.code, 8)} ` : '', strong: true }, said(cut(item.title), item.language, lang, { strong: true }), '\n', { text: w.done(done, all), quiet: true }])
  return documentOf(request, workspace, [said(clip(workspace.title, 70), workspace.language, lang)], [
    { is: 'paragraph', text: clip(sheet.counts, 160) },
    threadOf(overview, lang, w.threadCaption),
    { is: 'beside',
      left: [
        ...section(w.want, lines(few(goals, room.goals), w.wantNone)),
        ...section(w.decide, lines(few(decisions.map(({ text, about }) => two(text, about ? `${w.measure}: ${cut(about, 0.6)}` : w.decision)), room.decisions), w.decideNone)),
        ...section(w.next, lines(few(comingOf(sheet, now).map(({ title, on, of }) => two(cut(title), `${formatDateShort(on, lang)}${of ? ` · ${w.milestone}: ${cut(of, 0.5)}` : ''}`)), room.next), w.nextNone)),
      ],
      right: [
        ...section(w.where, [...barsOf(measure, items, w.status, lang), { is: 'paragraph', text: sheet.summary }]),
        ...section(w.late, lines(few(lateFirst(items, now).map((item) => two(item, `${who(item)}, ${item.endsOn ? w.by(formatDateShort(item.endsOn, lang)) : w.said}`)), room.late), w.lateNone)),
        ...section(w.since(formatDate(since, lang)), monthLines(month, room, lang)),
        ...section(`${w.looseTitle}: ${w.loose(health.total).toLocaleLowerCase(lang)}`, lines(few(health.top.map((one): Line => [{ text: one.text, mark: 'loose' }, '\n', { text: cut(one.title, 0.7), quiet: true }]), room.loose), w.looseNone)),
      ] },
    { is: 'source', text: `${w.source(`${w.plan}, ${w.check}, ${w.changes}`, formatDate(osloDate(now), lang))}. ${w.foot}` },
  ], { oneSheet: true, owner: `${w.forMayor} · ${w.on(formatDate(osloDate(now), lang)).toLocaleLowerCase(lang)}` })
}

function monthLines({ completed, results, decided, newMeasures, postponed, gone }: Sheet['month'], room: Room, lang: Lang): Block[] {
  const w = sheetWords[lang]
  const named = (count: (n: number) => string, titles: readonly string[]): Line[] => {
    const list = few(titles, room.month)
    return titles.length === 0 ? [] : [[{ text: count(titles.length), strong: true }, `: ${list.shown.map((title) => `«${clip(title, Math.min(50, room.text))}»`).join(', ')}${list.more > 0 ? ` ${w.more(list.more)}` : ''}`]]
  }
  const told = ([[newMeasures, w.newMeasures], [postponed, w.postponed], [gone, w.gone]] as const).flatMap(([n, text]) => (n > 0 ? [text(n)] : []))
  const all = [...named(w.completed, completed), ...named(w.results, results), ...named(w.decided, decided), ...(told.length > 0 ? [told.join(', ')] : [])]
  return all.length === 0 ? [{ is: 'paragraph', text: w.sinceNone }] : [{ is: 'list', items: all }]
}
