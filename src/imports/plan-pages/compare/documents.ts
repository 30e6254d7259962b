import type { ParsedPlan } from '../../plan/index.ts'
import { nameKey } from '../../../modules/actors/index.ts'

/** A plan that a cell for anchoring names, and the chapter it names in it. */
export type Anchor = { readonly key: string; readonly title: string; readonly chapter: string | null }

const plan = /^(?:(?:regional(?:e|t)? (?:plan|planstrategi|strategi|utviklingsplan)|fylkesplan|kommuneplan|kommunedelplan|samfunnsdel|økonomiplan|handlings- og økonomiplan|temaplan|næringsplan|strategisk næringsplan|klimaplan|klima- og energiplan|energi- og klimaplan|folkehelseplan|kompetanseplan|kompetansestrategi|oppvekstplan|utviklingsplan)\p{L}*|(?:\p{L}+ )?kommuneplan\p{L}*)(?=[\s:,–-]|$)/iu
const chapter = /[,;–-]?\s*\(?((?:kap(?:ittel|\.)?|pkt\.?|punkt|mål|del|§)\s*\d[\d.]*[a-z]?)\)?\s*$/i

/**
 * A plan that the text names clearly, or null. In doubt the text stays text: a bare «Kommuneplanen» could be anybody's,
 * and a sentence about a plan is no plan.
 */
export function anchorIn(text: string): Anchor | null {
  const line = text.trim().replace(/\s+/g, ' ')
  if (line.length > 120 || !plan.test(line)) return null
  const found = chapter.exec(line)
  const title = (found ? line.slice(0, found.index) : line).replace(/[\s.,;:–-]+$/, '')
  const plans = title.match(/\p{L}*(?:plan|strategi|program)\p{L}*/giu) ?? []
  if (title.split(' ').length < 2 || plans.length > 1 || /[.;!?]\s|\b(samt|jf|skal|er|gjennom)\b/i.test(title)) return null
  return { key: nameKey(title), title, chapter: found?.[1] ?? null }
}

/** The plans that measures name, each once, with how many name it. */
export function documentsIn(measures: ParsedPlan['measures']): (Anchor & { count: number })[] {
  const found = Map.groupBy(measures.flatMap((measure) => measure.anchoring.flatMap((text) => anchorIn(text) ?? [])), (anchor) => anchor.key)
  return [...found.values()].flatMap((anchors) => (anchors[0] ? [{ ...anchors[0], count: anchors.length }] : []))
}
