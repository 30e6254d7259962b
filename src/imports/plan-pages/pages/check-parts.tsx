import type { Lang } from '../../../platform/text/texts.ts'
import { CheckboxGroup, Details, fieldId, Heading, RadioGroup } from '../../../ui/index.ts'
import { describe, type Message, type ParsedPlan } from '../../plan/index.ts'
import { documentsIn } from '../compare/documents.ts'
import type { Name } from '../compare/names.ts'
import { rowKey } from '../compare/weigh.ts'
import type { Weighed } from '../weighed.ts'
import { checkFields, newMeasures } from './check-form.ts'
import { checkWords } from './check.words.ts'

type Props = { lang: Lang; weighed: Weighed }

/** Rows that were not understood, with their own words and why; each may be made a measure. */
export const NeedHelp = ({ lang, weighed: { reading, choices } }: Props) => {
  const w = checkWords[lang]
  const rows = reading.plan.notUnderstood
  if (rows.length === 0) return null
  return (
    <section class="need-help">
      <Heading level={2}>{w.helpTitle}</Heading>
      <p>{w.helpLead}</p>
      <ul>
        {rows.map(({ sheet, row, why }, i) => {
          const id = fieldId(`${checkFields.rows}-${i}`)
          const canBe = row !== null && String(why.params.text ?? '').trim() !== ''
          return (
            <li>
              <p><strong>{w.at(sheet, row ?? '–')}</strong> {describe(why, lang)}</p>
              {canBe ? (
                <div class="ds-field">
                  <input class="ds-input" type="checkbox" id={id} name={checkFields.rows} value={rowKey(sheet, row)} checked={choices.rows.includes(rowKey(sheet, row))} />
                  <label class="ds-label" for={id}>{w.makeMeasure}<span class="ds-sr-only"> ({w.at(sheet, row ?? '–')})</span></label>
                </div>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** The names in the file that are new here, each with what it is taken for; those that are known are only told. */
export const Names = ({ lang, weighed: { names, parties, first } }: Props) => {
  const w = checkWords[lang]
  const asked = names.map((name, at) => ({ name, at })).filter(({ name }) => name.party === null)
  const known = names.filter((name) => name.party !== null)
  if (names.length === 0 || (asked.length === 0 && !first)) return null
  const unsure = asked.filter(({ name }) => name.unsure)
  const rows = [...unsure, ...asked.filter(({ name }) => !name.unsure)]
  const many = rows.length > mostNames
  const [open, folded] = [many ? unsure : rows, many ? rows.slice(unsure.length) : []]
  return (
    <section class="names">
      <Heading level={2}>{w.namesTitle}</Heading>
      {asked.length > 0 ? <p>{w.namesLead}</p> : null}
      {open.length > 0 ? <NameList rows={open} {...{ lang, parties }} /> : null}
      {folded.length > 0 ? <Details summary={w.moreNames(folded.length)}><NameList rows={folded} {...{ lang, parties }} /></Details> : null}
      {known.length > 0 ? <Details summary={w.known(known.length)}><p>{known.map((name) => name.name).join(', ')}</p></Details> : null}
    </section>
  )
}

/** So many names stand open; more are folded, but for those that we doubt. */
const mostNames = 6

type NameRow = { name: Name; at: number }

const NameList = ({ rows, lang, parties }: { rows: readonly NameRow[]; lang: Lang; parties: Weighed['parties'] }) => {
  const w = checkWords[lang]
  return (
    <ul>
      {rows.map(({ name, at }) => {
        const say = (value: string, text: string) => <option value={value} selected={value === (typeof name.taken === 'string' ? name.taken : name.taken.id)}>{text}</option>
        const id = fieldId(checkFields.name(at))
        return (
          <li>
            <label for={id}>{name.name} <small>{w.times(name.count)}{name.unsure ? `. ${w.unsure}` : ''}</small></label>
            <select class="ds-input" id={id} name={checkFields.name(at)}>
              {say('ny', w.nameNew)}
              {say('tekst', w.nameText)}
              {parties.length > 0 ? <optgroup label={w.nameParty}>{parties.map((party) => say(party.id, party.name))}</optgroup> : null}
            </select>
          </li>
        )
      })}
    </ul>
  )
}

/** Which way the plan is built: asked only where it has both goals and priority areas. */
export const Built = ({ lang, weighed: { plan, areasAbove } }: Props) => {
  const w = checkWords[lang]
  if (plan.goals.length === 0 || plan.priorityAreas.length === 0) return null
  const state = { values: { [checkFields.built]: areasAbove ? 'over' : 'under' }, errors: {} }
  return <RadioGroup lang={lang} state={state} name={checkFields.built} label={w.builtTitle} options={[{ value: 'under', label: w.builtUnder }, { value: 'over', label: w.builtOver }]} />
}

/** The plans that the texts for anchoring name clearly. */
export const Documents = ({ lang, weighed: { plan, proposal, choices } }: Props) => {
  const w = checkWords[lang]
  const documents = documentsIn(newMeasures(proposal, plan))
  if (documents.length === 0) return null
  const state = { values: { [checkFields.documents]: documents.map((each) => each.key).filter((key) => !choices.notDocuments.includes(key)) }, errors: {} }
  return (
    <CheckboxGroup
      lang={lang} state={state} name={checkFields.documents} label={w.documentsTitle} hint={w.documentsLead}
      options={documents.map((each) => ({ value: each.key, label: `${each.title} (${w.measures(each.count)})` }))}
    />
  )
}

const mostListed = 300

/** What is worth knowing of the reading, and what was left out, folded away. */
export const Remarks = ({ lang, plan }: { lang: Lang; plan: ParsedPlan }) => {
  const w = checkWords[lang]
  const list = (texts: readonly string[]) => (
    <>
      <ul>{texts.slice(0, mostListed).map((text) => <li>{text}</li>)}</ul>
      {texts.length > mostListed ? <p>{w.more(texts.length - mostListed)}</p> : null}
    </>
  )
  const said = (message: Message) => describe(message, lang)
  return (
    <div class="remarks">
      {plan.warnings.length > 0 ? <Details summary={w.warnings(plan.warnings.length)}>{list(plan.warnings.map(said))}</Details> : null}
      {plan.ignored.length > 0 ? <Details summary={w.ignored(plan.ignored.length)}>{list(plan.ignored.map(({ sheet, row, why }) => `${row === null ? sheet : w.at(sheet, row)}: ${said(why)}`))}</Details> : null}
    </div>
  )
}
