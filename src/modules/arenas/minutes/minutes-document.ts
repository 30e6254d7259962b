import { type Block, type Document, type Line, prose } from '../../../platform/document/index.ts'
import type { Viewer } from '../../../platform/access/viewer.ts'
import { membershipsIn } from '../../../platform/access/viewer.ts'
import type { Reader } from '../../../platform/db/database.ts'
import type { WorkspaceHead } from '../../../platform/http/page.ts'
import { type Item, type ItemHead, readHeads } from '../../../platform/item/item.store.ts'
import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { callWords } from '../meeting/call.words.ts'
import { meetingWords } from '../meeting/meeting.words.ts'
import { readWholeMeeting, type Whole } from '../meeting/standing.ts'
import { momentOf, whenText } from '../meeting/when.ts'
import { minutesWords } from './minutes.words.ts'

/** A meeting with what came of it, as far as the viewer may see it; names of people for members only. */
export type Minutes = { workspace: WorkspaceHead; item: Item; whole: Whole; outcomes: ReadonlyMap<string, ItemHead>; member: boolean; now: Temporal.Instant }

export async function readMinutes(db: Reader, viewer: Viewer, workspace: WorkspaceHead, item: Item, now: Temporal.Instant): Promise<Minutes> {
  const whole = await readWholeMeeting(db, viewer, item, now)
  const heads = await readHeads(db, viewer, { workspaceId: workspace.id, ids: whole.outcomes.map((one) => one.outcomeId) })
  return { workspace, item, whole, outcomes: new Map(heads.map((one) => [one.id, one])), member: membershipsIn(viewer, workspace.id).length > 0, now }
}

/** The minutes as a document, in the language that they are written in: for Word, and for PDF to people and to archives. */
export function minutesDocument({ workspace, item, whole, outcomes, member, now }: Minutes): Document {
  const lang: Lang = item.language
  const [w, m, c] = [minutesWords[lang], meetingWords[lang], callWords[lang]]
  const { venue } = momentOf(item)
  const fact = (term: string, value: unknown) => (typeof value === 'string' && value !== '' ? [{ term, value }] : [])
  const dated = (say: (date: string) => string, value: unknown): Block[] => (typeof value === 'string' ? [{ is: 'paragraph', tone: 'quiet', text: say(formatDate(value, lang)) }] : [])
  const cameOf = (number: number | null): Line[] => whole.outcomes.filter((one) => one.pointNumber === number).flatMap((one) => {
    const head = outcomes.get(one.outcomeId)
    return head ? [[{ text: `${w.outcome[head.kind === 'decision' ? 'decision' : 'follow_up']}: `, strong: true }, head.title]] : []
  })
  const list = (items: readonly Line[]): Block[] => (items.length === 0 ? [] : [{ is: 'list', items }])
  const attended = whole.invitees.filter((one) => one.attended !== null)
  const others = whole.outcomes.filter((one) => !whole.points.some((point) => point.number === one.pointNumber)).map((one) => one.pointNumber)
  return {
    title: `${w.title}: ${item.title}`, lang, owner: workspace.title, on: osloDate(now).toString(), foot: `${workspace.title} · ${item.title}`,
    blocks: [
      ...(workspace.example ? [{ is: 'paragraph', tone: 'quiet', text: example[lang] } as const] : []),
      { is: 'facts', facts: [...fact(m.arena, whole.arena?.title), { term: m.time, value: whenText(momentOf(item), lang) }, ...fact(m.place, venue), ...fact(m.caseNumber, item.fields.case_number)] },
      ...dated(w.approvedOn, item.fields.approved_on),
      ...(member && attended.length > 0 ? [{
        is: 'table', caption: m.attended, columns: [{ header: c.who, width: 3 }, { header: c.organisation, width: 3 }, { header: c.attended, width: 2 }],
        rows: attended.map((one) => [{ line: one.name }, { line: one.organisation ?? '' }, { line: one.attended ? c.attendances[one.attended] : '' }]),
      } as const] : attended.length > 0 ? [{ is: 'paragraph', text: w.came(attended.filter((one) => one.attended === 'present').length, attended.length) } as const] : []),
      ...(whole.opening === null ? [] : prose(whole.opening)),
      ...whole.points.flatMap((point, i): Block[] => [{ is: 'heading', level: 2, text: `${i + 1}. ${point.title}` }, ...(point.said ? prose(point.said) : []), ...list(cameOf(point.number))]),
      ...(others.length > 0 ? [{ is: 'heading', level: 2, text: w.others } as const, ...list([...new Set(others)].flatMap(cameOf))] : []),
    ],
  }
}

const example = { nb: 'Eksempel: innholdet er oppdiktet.', nn: 'Døme: innhaldet er oppdikta.', en: 'Example: the content is invented.' } as const
