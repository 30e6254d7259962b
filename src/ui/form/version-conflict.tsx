import type { Child } from 'hono/jsx'
import { texts, type Lang } from '../../platform/text/texts.ts'
import { Button, ButtonLink } from '../content/button.tsx'
import { Form, FormActions } from './form.tsx'
import { choicePrefix, minePrefix, sameValue, theirsPrefix } from './resolve-versions.ts'
import { fieldId } from './state.ts'

const words = texts({
  nb: {
    why: (who: string, when: string) => `${who} lagret en endring ${when}, mens du skrev. Ingenting er borte: velg hva som skal gjelde.`,
    mine: 'Det du skrev',
    theirs: 'Det som er lagret',
    empty: '(tomt)',
    save: 'Lagre valgene',
    drop: 'Behold det som er lagret',
    same: 'Resten er likt i begge.',
    none: 'Dere har skrevet det samme. Lagre for å gå videre.',
  },
  nn: {
    why: (who: string, when: string) => `${who} lagra ei endring ${when}, medan du skreiv. Ingenting er borte: vel kva som skal gjelde.`,
    mine: 'Det du skreiv',
    theirs: 'Det som er lagra',
    empty: '(tomt)',
    save: 'Lagre vala',
    drop: 'Behald det som er lagra',
    same: 'Resten er likt i begge.',
    none: 'De har skrive det same. Lagre for å gå vidare.',
  },
  en: {
    why: (who: string, when: string) => `${who} saved a change ${when}, while you were writing. Nothing is lost: choose what is to stand.`,
    mine: 'What you wrote',
    theirs: 'What is saved',
    empty: '(empty)',
    save: 'Save the choices',
    drop: 'Keep what is saved',
    same: 'The rest is the same in both.',
    none: 'You have both written the same. Save to go on.',
  },
})

type Value = string | readonly string[]

/** One field in two versions; `show` makes a value readable (the name of an owner rather than its id). */
export type VersionedField = { name: string; label: string; mine: Value; theirs: Value; show?: (value: string) => Child }

export type VersionConflictProps = {
  lang: Lang
  action?: string
  /** Which of the page's actions saves it. */
  does?: string
  /** Where one goes to leave it as it is. */
  back: string
  /** The version that is saved now. */
  version: number
  submissionKey?: string
  hidden?: Readonly<Record<string, string>>
  /** Who saved, and when, in words: «Sekretariatet», «i dag kl. 14.02». */
  who: string
  when: string
  fields: readonly VersionedField[]
}

const list = (value: Value): readonly string[] => (typeof value === 'string' ? [value] : value)

const Hidden = ({ name, value }: { name: string; value: Value }) => (
  <>
    {list(value).map(one => (
      <input type="hidden" name={name} value={one} />
    ))}
  </>
)

const Shown = ({ lang, field, value }: { lang: Lang; field: VersionedField; value: Value }) => {
  const filled = list(value).filter(one => one.trim() !== '')
  if (filled.length === 0) return <span class="hint">{words[lang].empty}</span>
  return <>{filled.map((one, index) => [index === 0 ? '' : ', ', field.show ? field.show(one) : one])}</>
}

const Side = (props: { lang: Lang; field: VersionedField; side: 'min' | 'lagret' }) => {
  const { field, side, lang } = props
  const id = `${fieldId(field.name)}-${side}`
  return (
    <label class="version" for={id}>
      <input class="ds-input" type="radio" id={id} name={choicePrefix + field.name} value={side} checked={side === 'min'} />
      <span class="hint">{side === 'min' ? words[lang].mine : words[lang].theirs}</span>
      <span class="value">
        <Shown lang={lang} field={field} value={side === 'min' ? field.mine : field.theirs} />
      </span>
    </label>
  )
}

/** Two people changed the same thing: each field that differs in both versions, side by side. Read back with `resolveVersions`. */
export const VersionConflict = (props: VersionConflictProps) => {
  const w = words[props.lang]
  const differ = props.fields.filter(field => !sameValue(field.mine, field.theirs))
  const alike = props.fields.filter(field => sameValue(field.mine, field.theirs))
  return (
    <Form action={props.action} does={props.does} version={props.version} submissionKey={props.submissionKey} hidden={props.hidden}>
      <p>{w.why(props.who, props.when)}</p>
      {alike.map(field => (
        <Hidden name={field.name} value={field.mine} />
      ))}
      {differ.map(field => (
        <fieldset class="ds-fieldset">
          <legend class="ds-label">{field.label}</legend>
          <Hidden name={minePrefix + field.name} value={field.mine} />
          <Hidden name={theirsPrefix + field.name} value={field.theirs} />
          <div class="versions">
            <Side lang={props.lang} field={field} side="min" />
            <Side lang={props.lang} field={field} side="lagret" />
          </div>
        </fieldset>
      ))}
      <p class="hint">{differ.length === 0 ? w.none : alike.length > 0 ? w.same : null}</p>
      <FormActions>
        <Button variant="primary">{w.save}</Button>
        <ButtonLink href={props.back} variant="quiet">
          {w.drop}
        </ButtonLink>
      </FormActions>
    </Form>
  )
}
