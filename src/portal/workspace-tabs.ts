import type { Request, WorkspaceHead } from '../platform/http/page.ts'
import type { Kind } from '../platform/item/kind.ts'
import { texts } from '../platform/text/texts.ts'
import type { Tab } from '../ui/index.ts'
import { type Room, rooms, templateOf } from '../modules/workspaces/index.ts'

const words = texts({
  nb: { overview: 'Oversikt', plan: 'Plan', thread: 'Tråden', knowledge: 'Kunnskap', partners: 'Partnere', arenas: 'Arenaer', settings: 'Innstillinger' },
  nn: { overview: 'Oversikt', plan: 'Plan', thread: 'Tråden', knowledge: 'Kunnskap', partners: 'Partnarar', arenas: 'Arenaer', settings: 'Innstillingar' },
  en: { overview: 'Overview', plan: 'Plan', thread: 'The thread', knowledge: 'Knowledge', partners: 'Partners', arenas: 'Arenas', settings: 'Settings' },
})

/** Pages that belong to a room without being of a kind that does. */
const pagesUnder: Readonly<Record<string, readonly string[]>> = { avtaler: ['forventninger'] }

/** The rooms of a workspace: those used daily, and under «Mer» every other kind that is not a part of the plan. */
export function workspaceTabs(workspace: WorkspaceHead, kinds: readonly Kind[], { lang, pathname }: Request): { tabs: Tab[]; more: Tab[] } {
  const w = words[lang]
  const root = `/arbeidsrom/${workspace.slug}`
  const tab = (segment: string, text: string): Tab => {
    const href = segment ? `${root}/${segment}` : root
    const under = [...kinds.filter((kind) => segment !== '' && kind.under === segment).map((kind) => kind.segment), ...(pagesUnder[segment] ?? [])].map((one) => `${root}/${one}`)
    const current = segment ? [href, ...under].some((one) => pathname === one || pathname.startsWith(`${one}/`)) : pathname === root
    return { href, text, current }
  }
  const names: Record<Room, string> = { plan: w.plan, traden: w.thread, kunnskap: w.knowledge, partnere: w.partners, arenaer: w.arenas }
  const template = templateOf(workspace)
  const tabs = [tab('', w.overview), ...rooms.filter((room) => template.tabs.includes(room)).map((room) => tab(room, names[room]))]
  const others = kinds.filter(({ segment, under }) => !segment.includes('/') && !under && !tabs.some(({ href }) => href === `${root}/${segment}`))
  return { tabs, more: [...others.map((kind) => tab(kind.segment, kind.words[lang].title)), tab('innstillinger', w.settings)] }
}
