/**
 * Texts in bokmål, nynorsk and English stand beside the page that uses them.
 * A text that is missing in one language is a type error, because nynorsk and
 * English must have the shape that bokmål has.
 */
export const languages = ['nb', 'nn', 'en'] as const
export type Lang = (typeof languages)[number]

/** A text or a function that makes one (for numbers, names and plurals). */
type Entry = string | ((...args: never[]) => string) | { readonly [key: string]: Entry }
type Words = { readonly [key: string]: Entry }

/** The same keys; functions take the same arguments; literal strings may differ. */
type SameShape<W> = {
  readonly [K in keyof W]: W[K] extends string ? string : W[K] extends (...args: infer A) => string ? (...args: A) => string : SameShape<W[K]>
}

/**
 * Declares the words of a page: `const words = texts({ nb: {…}, nn: {…}, en: {…} })`,
 * used as `const w = words[viewer.lang]` and `w.title` or `w.count(3)`.
 */
export function texts<W extends Words>(all: { nb: W; nn: SameShape<NoInfer<W>>; en: SameShape<NoInfer<W>> }): Readonly<Record<Lang, SameShape<W>>> {
  return all as unknown as Readonly<Record<Lang, SameShape<W>>>
}

/** One text in all three languages, for data such as kinds, states and field labels. */
export type Text = Readonly<Record<Lang, string>>
