import type { Check } from '../../platform/item/check.ts'
import { type Lang, texts } from '../../platform/text/texts.ts'
import { Heading } from '../../ui/index.ts'

const words = texts({
  nb: { title: 'Alle reglene', lead: 'Det viktigste først. Hver regel gjelder bare der delen den handler om, er tatt i bruk.', source: 'Kilde', mend: 'Slik fester dere den' },
  nn: { title: 'Alle reglane', lead: 'Det viktigaste først. Kvar regel gjeld berre der delen han handlar om, er teken i bruk.', source: 'Kjelde', mend: 'Slik festar de han' },
  en: { title: 'All the rules', lead: 'The most important first. A rule counts only where the part that it is about is in use.', source: 'Source', mend: 'How to mend it' },
})

/** Every rule of the thread check, in its own words: read from the rules themselves, so that the guide never tells of others. */
export const RuleList = ({ checks, lang }: { checks: readonly Check[]; lang: Lang }) => {
  const w = words[lang]
  return (
    <section class="guide-page">
      <Heading level={2} id="alle-reglene">{w.title}</Heading>
      <p>{w.lead}</p>
      {checks.toSorted((a, b) => a.severity - b.severity).map((rule) => (
        <>
          <Heading level={3} id={rule.id}>{rule.words[lang].title}</Heading>
          <p>{rule.words[lang].why}</p>
          <p>{w.mend}: {rule.words[lang].mend}</p>
          {rule.source ? <p class="hint">{w.source}: {rule.source[lang]}</p> : null}
        </>
      ))}
    </section>
  )
}
