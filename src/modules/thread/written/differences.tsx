import type { Lang } from '../../../platform/text/texts.ts'
import { State } from '../../../ui/index.ts'
import type { PartDifference, Stretch } from './diff.ts'
import { writtenWords } from './written.words.ts'

/** Text with what was taken out struck through and what is new underlined, each said in words too for those who do not see it. */
export const Differences = ({ lang, stretches }: { lang: Lang; stretches: readonly Stretch[] }) => {
  const w = writtenWords[lang]
  const spoken = (word: string, text: string) => <><span class="ds-sr-only"> [{word}: </span>{text}<span class="ds-sr-only"> {w.ended}] </span></>
  return (
    <>
      {stretches.map(({ is, text }) => (is === 'same' ? text : is === 'gone' ? <del>{spoken(w.gone.toLowerCase(), text)}</del> : <ins>{spoken(w.new.toLowerCase(), text)}</ins>))}
    </>
  )
}

const shapes = { same: 'neutral', changed: 'watch', gone: 'cancelled', new: 'completed' } as const

/** A section of two editions. */
export const PartDifferences = ({ lang, part, inLang }: { lang: Lang; part: PartDifference; inLang: string }) => (
  <section>
    <h2 lang={inLang}><Differences lang={lang} stretches={part.heading} /></h2>
    <p><State lang={lang} kind={shapes[part.is]}>{writtenWords[lang][part.is]}</State></p>
    <div class="differences" lang={inLang}><Differences lang={lang} stretches={part.body} /></div>
  </section>
)
