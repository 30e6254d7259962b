import { formatDate, formatKroner, formatNumber } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import type { Written } from '../../thread/index.ts'
import { templateWords } from './template.words.ts'

/** The sections that an agreement begins with, in order. */
export const partKeys = ['parties', 'background', 'anchoring', 'purpose', 'goals', 'roles', 'contributions', 'meetings', 'evaluation', 'duration', 'exit'] as const
export type PartKey = (typeof partKeys)[number]

/** What is already in the workspace and belongs in an agreement. Days as YYYY-MM-DD; amounts in whole kroner, people in man-years. */
export type Material = {
  workspace: string
  parties: readonly string[]
  challenges: readonly string[]
  goals: readonly string[]
  arenas: readonly { title: string; rhythm: string | null }[]
  contributions: readonly { organisation: string; measure: string; type: 'money' | 'people' | 'competence' | 'premises'; amount: number | null; year: number | null }[]
  /** The governance model in a few sentences, when one is chosen. */
  governance: string | null
  purpose: string | null
  startsOn: string | null
  endsOn: string | null
  renewBy: string | null
  notice: string | null
}

const list = (lines: readonly string[]) => lines.map((line) => `- ${line}`).join('\n')

/** A first draft of the text: what is known is written, and what nobody has said yet stands in brackets, to be filled in. */
export function draftOf(material: Material, lang: Lang): Written[] {
  const w = templateWords[lang]
  const day = (on: string) => formatDate(on, lang)
  const or = (text: string | null, gap: string) => (text && text.trim() !== '' ? text : gap)
  const lines = (intro: string, items: readonly string[], gap: string) => (items.length > 0 ? `${intro}\n\n${list(items)}` : gap)
  const { contributions } = material
  const told = contributions.map((one) => {
    const amount = one.amount === null ? '' : one.type === 'money' ? formatKroner(one.amount, lang) : one.type === 'people' ? w.manYears(formatNumber(one.amount, lang)) : ''
    return w.contributes(one.organisation, [w.types[one.type], amount, one.year ? String(one.year) : ''].filter(Boolean).join(', '), one.measure)
  })
  const bodies: Record<PartKey, string> = {
    parties: lines(w.partiesIntro, material.parties, w.gaps.parties),
    background: lines(w.backgroundIntro(material.workspace), material.challenges, w.gaps.background),
    anchoring: w.anchoring,
    purpose: or(material.purpose, w.gaps.purpose),
    goals: lines(w.goalsIntro, material.goals, w.gaps.goals),
    roles: or(material.governance, w.gaps.roles),
    contributions: told.length > 0 ? `${w.contributionsIntro}\n\n${list(told)}` : w.gaps.contributions,
    meetings: lines(w.meetingsIntro, material.arenas.map((one) => (one.rhythm ? `${one.title}: ${one.rhythm}` : one.title)), w.gaps.meetings),
    evaluation: w.evaluation,
    duration: [
      material.startsOn ? w.from(day(material.startsOn)) : '', material.endsOn ? w.until(day(material.endsOn)) : '', material.renewBy ? w.renew(day(material.renewBy)) : '',
      material.startsOn || material.endsOn ? '' : w.gaps.duration, w.changes,
    ].filter(Boolean).join(' '),
    exit: material.notice ? w.exit(material.notice) : w.gaps.exit,
  }
  return partKeys.map((key) => ({ key, heading: w.headings[key], body: bodies[key] }))
}
