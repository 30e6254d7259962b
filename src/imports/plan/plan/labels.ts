import { tidyNumber } from '../values/numbering.ts'

/** A heading such as «Mål 2.1: Flere bedrifter»: its number and its words; either may be empty. */
export type Labelled = { readonly number: string | null; readonly title: string; readonly sub: boolean; readonly word: string }

const number = String.raw`(?:nr\.?\s*)?([0-9]{1,3}(?:\.[0-9]{1,3})*[a-z]?|[A-ZÆØÅ](?![a-zæøå])|[IVX]{1,4}(?![a-zæøå]))`
const rest = String.raw`(?:\s*[:.)–—-]+\s*|\s+|$)(.*)$`
const goal = new RegExp(String.raw`^((?:hoved|hovud|del|under|effekt|resultat|samfunns)?mål|overordna mål|overordnet mål|strategisk mål|(?:main |strategic |sub-?)?goal|objective|(?:hoved)?målsetting)\s*${number}${rest}`, 'is')
const goalWord = /^((?:hoved|hovud|del|under|effekt|samfunns)?mål|overordna mål|overordnet mål|strategisk mål|(?:main |strategic |sub-?)?goal|objective|(?:hoved)?målsetting)\s*[:–—]\s*(.+)$/is
const areaNames = String.raw`(?:prioritert |strategisk )?(?:innsatsområde|satsingsområde|satsningsområde|fokusområde|temaområde|utviklingsområde|tema|satsing|satsning|strategi|område|delprogram|program|priority area|priority|focus area|theme|strategy|work package|pillar)`
const area = new RegExp(String.raw`^(${areaNames})\s*${number}${rest}`, 'is')
const areaWord = new RegExp(String.raw`^(${areaNames})\s*[:–—]\s*(.+)$`, 'is')

/** Words that are never the beginning of a name by themselves, so that «Innsatsområde Folkehelse» needs no colon. */
const goalAlone = /^(hovedmål|hovudmål|delmål|Hovedmål|Hovudmål|Delmål|HOVEDMÅL|DELMÅL)\s+(?=[A-ZÆØÅ«])(.{3,})$/s
const areaAlone = /^((?:innsats|satsings|satsnings|fokus|tema)område|INNSATSOMRÅDE|SATSINGSOMRÅDE|Innsatsområde|Satsingsområde|Satsningsområde|Fokusområde|Temaområde|Priority area)\s+(?=[A-ZÆØÅ«])(.{3,})$/s

export function goalLabel(text: string): Labelled | undefined {
  return labelled(text, goal, goalWord, goalAlone)
}

export function areaLabel(text: string): Labelled | undefined {
  return labelled(text, area, areaWord, areaAlone)
}

function labelled(text: string, numbered: RegExp, worded: RegExp, alone: RegExp): Labelled | undefined {
  const plain = text.replace(/\s+/g, ' ').trim()
  const found = numbered.exec(plain)
  if (found && /^[0-9A-ZÆØÅ]/.test(found[2] ?? '')) return { number: tidyNumber(found[2] ?? ''), title: (found[3] ?? '').trim() || plain, sub: isSub(found[1]), word: found[1] ?? '' }
  const named = worded.exec(plain) ?? alone.exec(plain)
  return named ? { number: null, title: (named[2] ?? '').trim(), sub: isSub(named[1]), word: named[1] ?? '' } : undefined
}

const isSub = (word: string | undefined): boolean => /^(del|under|sub)/i.test(word ?? '')

/** A goal reads as a sentence, an area as a name. */
export function soundsLikeGoal(title: string): boolean {
  return title.split(/\s+/).length >= 5 || /\b(skal|har|er|blir|vil|kan|får|gir|tar|bidrar|økt|auka|redusert|flere|fleire|færre|bedre|betre|shall|will|has|have|is|are)\b/i.test(title)
}
