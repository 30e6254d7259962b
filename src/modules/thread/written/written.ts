import type { Edition, Section } from './written.store.ts'

/** What is being written, and what was agreed last. An edition that is agreed is never written in again. */
export type Writing = { current: Edition | null; agreed: Edition | null }

export function writingOf(editions: readonly Edition[]): Writing {
  const last = editions.at(-1) ?? null
  return { current: last?.agreedOn === null ? last : null, agreed: editions.findLast((one) => one.agreedOn !== null) ?? null }
}

/** What a draft leaves to be filled in: «[Skriv hvem som leder]». */
const gap = /\[(?:Skriv|Write)\b[^\]]{0,200}\]/g
export const gapsIn = (sections: readonly Pick<Section, 'body'>[]): number => sections.reduce((sum, { body }) => sum + (body.match(gap)?.length ?? 0), 0)

/** Why a text cannot be agreed on as it stands. */
export type NotAgreed = 'nothing' | 'empty' | 'gaps'
export function whyNotAgreed(sections: readonly Pick<Section, 'body'>[]): NotAgreed | null {
  if (sections.length === 0) return 'nothing'
  if (sections.some((one) => one.body.trim() === '')) return 'empty'
  return gapsIn(sections) > 0 ? 'gaps' : null
}
