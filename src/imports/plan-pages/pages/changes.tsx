import type { Lang } from '../../../platform/text/texts.ts'
import { fieldId } from '../../../ui/index.ts'
import { isAdded, isTaken } from '../compare/proposal.ts'
import { isBlank } from '../compare/said.ts'
import type { Weighed } from '../weighed.ts'
import { checkFields, madeOfRow } from './check-form.ts'
import { checkWords } from './check.words.ts'
import { saidText, titlesOf } from './said-view.ts'

const Tick = ({ name, value, checked, disabled, children, hint }: { name: string; value: string; checked: boolean; disabled?: boolean; children: unknown; hint?: string }) => {
  const id = fieldId(`${name}-${value}`)
  return (
    <div class="ds-field">
      <input class="ds-input" type="checkbox" id={id} name={name} value={value} checked={checked} disabled={disabled} aria-describedby={hint ? `${id}-om` : undefined} />
      <label class="ds-label" for={id}>{children as never}</label>
      {hint ? <div class="hint" id={`${id}-om`}>{hint}</div> : null}
    </div>
  )
}

/** What a newer version of a plan has otherwise than the plan that stands: changed, new and gone, each to be chosen. */
export const Changes = ({ lang, weighed }: { lang: Lang; weighed: Weighed }) => {
  const w = checkWords[lang]
  const { proposal, choices, plan } = weighed
  const title = titlesOf(weighed)
  const added = proposal.added.filter((each) => !madeOfRow(each.incoming.key, plan, choices))
  return (
    <>
      {proposal.changed.length > 0 ? (
        <section class="changes">
          <h2>{w.changedTitle}</h2>
          <p>{w.changedLead}</p>
          <ul>
            {proposal.changed.map(({ incoming, standing, theirs, differences }) => (
              <li>
                <h3>{standing.said.title} <small>{incoming.row > 0 ? w.at(incoming.sheet, incoming.row) : w.kinds[incoming.kind]}</small></h3>
                {differences.map((difference) => {
                  const [from, to] = [saidText(difference.field, standing.said, lang, title), saidText(difference.field, theirs, lang, title)]
                  const hint = difference.closed ? w.closed : difference.clash ? w.clash : isBlank(difference.field, theirs) ? w.blankNow : undefined
                  return (
                    <Tick name={checkFields.changed} value={difference.id} checked={isTaken(choices, difference)} disabled={difference.closed} {...(hint && { hint })}>
                      <strong>{w.fields[difference.field]}:</strong> <del>{from || w.empty}</del> <span class="to">{w.to}</span> <ins>{to || w.empty}</ins>
                    </Tick>
                  )
                })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {added.length > 0 ? (
        <section class="changes">
          <h2>{w.addedTitle}</h2>
          <p>{w.addedLead}</p>
          {added.map((each) => (
            <Tick name={checkFields.added} value={each.incoming.key} checked={isAdded(choices, each)} {...(each.removedBefore && { hint: w.removedBefore })}>
              {each.incoming.said.title} <small>{each.incoming.row > 0 ? w.at(each.incoming.sheet, each.incoming.row) : w.kinds[each.incoming.kind]}</small>
            </Tick>
          ))}
        </section>
      ) : null}
      {proposal.gone.length > 0 ? (
        <section class="changes">
          <h2>{w.goneTitle}</h2>
          <p>{w.goneLead}</p>
          {proposal.gone.map((each) => (
            <Tick name={checkFields.gone} value={each.id} checked={choices.removed.includes(each.id)}>{each.said.title} <small>{w.kinds[each.kind]}</small></Tick>
          ))}
        </section>
      ) : null}
    </>
  )
}
