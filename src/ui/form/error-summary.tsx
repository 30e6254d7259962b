import { texts, type Lang } from '../../platform/text/texts.ts'
import { fieldId, type FormState } from './state.ts'

const words = texts({
  nb: { heading: (n: number) => (n === 1 ? 'Rett opp én ting før du går videre' : `Rett opp ${n} ting før du går videre`) },
  nn: { heading: (n: number) => (n === 1 ? 'Rett opp éin ting før du går vidare' : `Rett opp ${n} ting før du går vidare`) },
  en: { heading: (n: number) => (n === 1 ? 'Correct one thing before you go on' : `Correct ${n} things before you go on`) },
})

/** All that is wrong in a form, each with a link to its field. `labels` puts the field's label before its error. An error named `''` belongs to the whole form and has no link. Nothing when nothing is wrong. */
export const ErrorSummary = ({ lang, state, labels = {} }: { lang: Lang; state: FormState; labels?: Readonly<Record<string, string>> }) => {
  const errors = Object.entries(state.errors)
  if (errors.length === 0) return null
  const said = (name: string, error: string) => (labels[name] ? `${labels[name]}: ${error}` : error)
  return (
    <div class="ds-error-summary" role="alert" aria-labelledby="feil-tittel">
      <h2 id="feil-tittel" tabindex={-1} autofocus>
        {words[lang].heading(errors.length)}
      </h2>
      <ul>
        {errors.map(([name, error]) => (
          <li>{name === '' ? error : <a href={`#${fieldId(name)}`}>{said(name, error)}</a>}</li>
        ))}
      </ul>
    </div>
  )
}
