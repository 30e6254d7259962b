import type { Request, WorkspaceHead } from '../platform/http/page.ts'
import { texts } from '../platform/text/texts.ts'
import type { Tab } from '../ui/index.ts'

const words = texts({
  nb: { overview: 'Oversikt', plan: 'Plan', thread: 'Tråden', knowledge: 'Kunnskap', partners: 'Partnere', decisions: 'Vedtak', results: 'Resultater', challenges: 'Utfordringer', effects: 'Effekter', lessons: 'Læring', settings: 'Innstillinger' },
  nn: { overview: 'Oversikt', plan: 'Plan', thread: 'Tråden', knowledge: 'Kunnskap', partners: 'Partnarar', decisions: 'Vedtak', results: 'Resultat', challenges: 'Utfordringar', effects: 'Effektar', lessons: 'Læring', settings: 'Innstillingar' },
  en: { overview: 'Overview', plan: 'Plan', thread: 'The thread', knowledge: 'Knowledge', partners: 'Partners', decisions: 'Decisions', results: 'Results', challenges: 'Challenges', effects: 'Effects', lessons: 'Lessons', settings: 'Settings' },
})

/** The rooms of a workspace: those used daily, and the rest under «Mer». */
export function workspaceTabs(workspace: WorkspaceHead, { lang, pathname }: Request): { tabs: Tab[]; more: Tab[] } {
  const w = words[lang]
  const root = `/arbeidsrom/${workspace.slug}`
  const tab = (segment: string, text: string): Tab => {
    const href = segment ? `${root}/${segment}` : root
    const current = segment ? pathname === href || pathname.startsWith(`${href}/`) : pathname === root
    return { href, text, current }
  }
  return {
    tabs: [tab('', w.overview), tab('plan', w.plan), tab('traden', w.thread), tab('kunnskap', w.knowledge), tab('partnere', w.partners)],
    more: [tab('utfordringer', w.challenges), tab('vedtak', w.decisions), tab('resultater', w.results), tab('effekter', w.effects), tab('laering', w.lessons), tab('innstillinger', w.settings)],
  }
}
