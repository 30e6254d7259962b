import { itemPart } from '../../../platform/item/manifest.ts'
import { formatDate, formatList } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { ButtonLink, Facts, Heading, State, type StateKind, type Task, TaskList } from '../../../ui/index.ts'
import { agreement } from './agreement.ts'
import { agreementPath } from './crumbs.ts'
import { PartyTable } from './party-table.tsx'
import { partyWords } from './party.words.ts'
import { readStanding, type ReadStanding } from './read-standing.ts'
import { isBound, type Next } from './standing.ts'
import { standingWords } from './standing.words.ts'

const mostNamed = 5

const places: Readonly<Record<Next, string>> = { successor: 'etterfolgere', draft: 'tekst', agree: 'tekst', parties: 'parter', anchor: 'parter', sign: 'parter', force: 'parter', renew: 'endre' }
const shapes: Readonly<Record<Next, StateKind>> = { successor: 'watch', draft: 'not_started', agree: 'in_progress', parties: 'not_started', anchor: 'in_progress', sign: 'in_progress', force: 'watch', renew: 'delayed' }

/** At the top of an agreement's page: how far it has come, who has signed, what is left and what to do now. */
export const standingPart = itemPart<ReadStanding>({
  kind: agreement.name,
  first: true,
  load: (request, workspace, item) => readStanding(request, workspace, item),
  view: ({ standing, parties, questions, renewBy, write, people }, { request: { lang }, workspace, item }) => {
    const w = standingWords[lang]
    const here = (rest: string) => agreementPath(workspace, item, rest)
    const waiting = (next: Next) => (next === 'anchor' ? parties.filter(({ state }) => state === 'waiting' || state === 'earlier') : next === 'sign' ? parties.filter(({ state }) => state !== 'left' && !isBound(state)) : []).map(({ party }) => party.name)
    const tasks = standing.next.map((next): Task => {
      const names = waiting(next)
      return {
        title: next === 'successor' ? w.next.successor(questions.length) : w.next[next], state: next === 'renew' && standing.renewal === 'soon' ? 'watch' : shapes[next], ...(write && { href: here(places[next]) }),
        ...(names.length > 0 && { hint: w.waitsFor(named(names, lang)) }), ...(next === 'renew' && { hint: w.renewHint }),
        ...(next === 'successor' && { hint: formatList([...new Set(questions.map((one) => one.to))], lang) }),
      }
    })
    const own = write ? [] : parties.filter(({ anchor, party, state }) => anchor && party.anchoredOn === null && state !== 'left').map(({ party }): Task => ({ title: w.you(party.name), href: here(`parter/${party.id}/forankring`), state: 'not_started', stateText: partyWords[lang].notYet }))
    const day = (on: unknown) => (typeof on === 'string' ? formatDate(on, lang) : '')
    const { agreed } = standing
    const facts: { term: string; kind: StateKind; text: string }[] = [
      {
        term: w.text, kind: ({ none: 'not_started', draft: 'in_progress', redraft: 'in_progress', agreed: 'completed' } as const)[standing.text],
        text: standing.text === 'agreed' ? w.texts.agreed(agreed?.number ?? 1, day(agreed?.agreedOn)) : standing.text === 'redraft' ? w.texts.redraft(agreed?.number ?? 1) : w.texts[standing.text],
      },
      { term: w.anchored, kind: share(standing.anchored, standing.parties), text: w.count(standing.anchored, standing.parties) },
      { term: w.signed, kind: share(standing.bound, standing.parties), text: w.count(standing.bound, standing.parties) },
      { term: w.force, kind: item.state === 'in_force' ? 'completed' : item.state === 'ended' ? 'cancelled' : 'not_started', text: item.state === 'in_force' ? w.inForce(day(item.fields.starts_on), day(item.fields.ends_on)) || agreement.states.in_force.text[lang] : item.state === 'ended' ? w.ended : w.notInForce },
      { term: w.renewal, kind: ({ none: 'neutral', later: 'neutral', soon: 'watch', past: 'delayed' } as const)[standing.renewal], text: standing.renewal === 'none' ? w.renewals.none : w.renewals[standing.renewal](day(renewBy)) },
    ]
    return (
      <>
        <section aria-labelledby="naa">
          <Heading level={2} id="naa">{w.now}</Heading>
          {[...own, ...tasks].length > 0 ? <TaskList lang={lang} tasks={[...own, ...tasks]} /> : <p>{item.state === 'ended' ? w.over : w.nothing}</p>}
        </section>
        <section aria-labelledby="hvor-langt">
          <Heading level={2} id="hvor-langt">{w.title}</Heading>
          <Facts facts={facts.map(({ term, kind, text }) => ({ term, value: <State lang={lang} kind={kind}>{text}</State> }))} />
          <div class="actions no-print">
            {standing.text === 'none' ? null : <ButtonLink href={here('tekst')}>{w.see}</ButtonLink>}
            <ButtonLink href={here('parter')}>{w.seeParties}</ButtonLink>
          </div>
          {parties.length > 0 ? <PartyTable lang={lang} rows={parties.map((one) => ({ ...one, anchor: false }))} here={here('parter')} write={false} people={people} brief caption={partyWords[lang].title} /> : null}
        </section>
      </>
    )
  },
})

const share = (n: number, all: number): StateKind => (all === 0 ? 'not_started' : n === all ? 'completed' : 'in_progress')

const named = (names: readonly string[], lang: Lang) => formatList(names.length > mostNamed ? [...names.slice(0, mostNamed), standingWords[lang].more(names.length - mostNamed)] : names, lang)
