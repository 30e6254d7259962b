import { page, resource } from '../../../platform/http/page.ts'
import { readHeads, readItem } from '../../../platform/item/item.store.ts'
import type { Kind } from '../../../platform/item/kind.ts'
import type { Catalogue, Relation } from '../../../platform/item/manifest.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { capitalised } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Button, ButtonLink, ErrorSummary, Form, FormActions, Heading, RadioGroup, TextInput } from '../../../ui/index.ts'
import { itemChangers } from '../item/change-item.tsx'
import { itemPath } from '../item/context.ts'
import { itemCrumbs } from '../item/crumbs.ts'
import { itemWords } from '../item/item.words.ts'
import { findCandidates } from './candidates.store.ts'
import { tie } from './link.actions.ts'

/** A relation as it can be chosen from an item: in its own direction or backwards. */
type Way = { id: string; relation: Relation; forward: boolean; kinds: readonly string[] }

/** The ways that an item of this kind may be tied, the usual ones first. */
export function waysFrom(catalogue: Catalogue, kind: string): Way[] {
  return catalogue.relations.flatMap((relation) => [
    ...(relation.from.includes(kind) ? [{ id: `${relation.name}.frem`, relation, forward: true, kinds: relation.to }] : []),
    ...(relation.to.includes(kind) ? [{ id: `${relation.name}.tilbake`, relation, forward: false, kinds: relation.from }] : []),
  ])
}

const wayWords = (way: Way, lang: Lang) => way.relation.words[lang][way.forward ? 'forward' : 'backward']

/** What a relation is usually between: the first that the relations' own list names. */
const suggestedWay = (ways: readonly Way[], kind: string): Way | undefined => ways.find((way) => way.kinds.includes(kind))

const known = (catalogue: Catalogue, ways: readonly Way[]) => [...new Set(ways.flatMap((way) => way.kinds))].filter((name) => catalogue.kinds.has(name))

/** Ties an item to another: search, choose, and say how; three small steps on one page that work without JavaScript. */
export const linkPage = (catalogue: Catalogue, kind: Kind) =>
  page({
    path: `/arbeidsrom/:workspace/${kind.segment}/:number{[0-9]+}/knytt`,
    access: itemChangers(kind),
    load: async (request, { workspace, item }) => {
      const ways = waysFrom(catalogue, kind.name)
      const words = request.query.get('q') ?? ''
      const kinds = known(catalogue, ways).filter((name) => !request.query.get('slag') || name === request.query.get('slag'))
      const candidates = await findCandidates(request.db, request.viewer, workspace.id, { words, kinds, except: item.id, limit: 20 })
      const chosenNumber = Number(request.query.get('valgt'))
      const [chosen] = chosenNumber > 0 ? await readHeads(request.db, request.viewer, { workspaceId: workspace.id, numbers: [chosenNumber] }) : []
      return { ways, words, candidates, chosen: chosen ?? null }
    },
    title: (_, request, { item }) => itemWords[request.lang].linkTitle(item.title),
    crumbs: (_, request, { workspace, item }) => itemCrumbs(workspace, kind, request.lang, item),
    actions: {
      tie: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
        const w = itemWords[request.lang]
        const [head] = await readHeads(work.tx, work.viewer, { workspaceId: workspace.id, numbers: [Number(firstText(raw, 'annen')) || 0] })
        const otherKind = head && catalogue.kinds.get(head.kind)
        const other = otherKind && (await readItem(work.tx, work.viewer, otherKind, workspace.id, head.number))
        if (!other || !otherKind) return { refused: { errors: { annen: w.chooseOne } } }
        const way = loaded.ways.find((one) => one.id === firstText(raw, 'hvordan')) ?? suggestedWay(loaded.ways, other.kind)
        const notAllowed = { refused: { errors: { hvordan: w.linkNotAllowed } } }
        if (!way) return notAllowed
        const self = { kind, item }
        const that = { kind: otherKind, item: other }
        const outcome = await tie(work, workspace, way.relation, way.forward ? self : that, way.forward ? that : self, firstText(raw, 'merknad').slice(0, 1_000) || null)
        if ('done' in outcome) return { done: { to: itemPath(workspace, kind, item), flash: { text: w.linked } } }
        if (outcome.refused === 'exists') return { refused: { errors: { annen: w.linkExists } } }
        if (outcome.refused === 'forbidden') return { refused: 'forbidden' }
        return notAllowed
      },
    },
    islands: ['item-search'],
    view: ({ ways, words, candidates, chosen }, { lang, pathname, path }, { workspace, item }, returned) => {
      const w = itemWords[lang]
      const here = itemPath(workspace, kind, item)
      const state = returned ? { values: returned.raw, errors: returned.errors } : { values: { q: words, hvordan: chosen ? (suggestedWay(ways, chosen.kind)?.id ?? '') : '' }, errors: {} }
      const possible = chosen ? ways.filter((way) => way.kinds.includes(chosen.kind)) : []
      return (
        <>
          <Heading level={1}>{w.linkTitle(item.title)}</Heading>
          <ErrorSummary lang={lang} state={state} />
          {chosen ? (
            <Form action={path} submissionKey={crypto.randomUUID()} hidden={{ annen: String(chosen.number) }}>
              <p class="lead">«{chosen.title}» <span class="hint">{catalogue.kinds.get(chosen.kind)?.words[lang].one}</span></p>
              <RadioGroup lang={lang} state={state} name="hvordan" label={w.linkHow} options={possible.map((way) => ({ value: way.id, label: `«${item.title}» ${wayWords(way, lang)} «${chosen.title}»` }))} />
              <TextInput lang={lang} state={state} name="merknad" label={w.linkNote} hint={w.linkNoteHint} optional />
              <FormActions>
                <Button variant="primary">{w.linkButton}</Button>
                <ButtonLink href={`${pathname}?q=${encodeURIComponent(words)}`} variant="quiet">{w.cancel}</ButtonLink>
              </FormActions>
            </Form>
          ) : (
            <>
              <item-search source={`${here}/knytt/forslag`}>
                <form class="form" method="get" action={pathname}>
                  <TextInput lang={lang} state={state} name="q" label={w.linkWhat} hint={w.linkWhatHint} type="search" />
                  <div class="actions"><Button>{w.find}</Button></div>
                </form>
                <div aria-live="polite">
                  <CandidateList lang={lang} catalogue={catalogue} candidates={candidates} hrefOf={(number) => `${pathname}?q=${encodeURIComponent(words)}&valgt=${number}`} />
                </div>
              </item-search>
              <p>{w.newAndLink}</p>
              <ul>
                {ways.flatMap((way) => way.kinds.map((name) => ({ way, other: catalogue.kinds.get(name) }))).filter(({ way, other }) => other && way.relation.inThread).map(({ way, other }) => (
                  other ? <li><a href={`${itemPath(workspace, other)}/ny?til=${item.number}&som=${way.relation.name}`}>{capitalised(other.words[lang].new)}</a> <span class="hint">{wayWords(way, lang)}</span></li> : null
                ))}
              </ul>
              <p><a href={here}>{w.cancel}</a></p>
            </>
          )}
        </>
      )
    },
  })

type ListProps = { lang: Lang; catalogue: Catalogue; candidates: Awaited<ReturnType<typeof findCandidates>>; hrefOf: (number: number) => string }

const CandidateList = ({ lang, catalogue, candidates, hrefOf }: ListProps) =>
  candidates.length === 0 ? <p>{itemWords[lang].nothingFound}</p> : (
    <ul class="candidates">
      {candidates.map((one) => (
        <li><a href={hrefOf(one.number)}>{one.code ? `${one.code} ` : ''}{one.title}</a> <span class="hint">{catalogue.kinds.get(one.kind)?.words[lang].one}</span></li>
      ))}
    </ul>
  )

/** The same list as you type: a piece of the page, asked for by the island. */
export const linkSuggestions = (catalogue: Catalogue, kind: Kind) =>
  resource({
    path: `/arbeidsrom/:workspace/${kind.segment}/:number{[0-9]+}/knytt/forslag`,
    access: itemChangers(kind),
    respond: async (request, { workspace, item }) => {
      const words = request.query.get('q') ?? ''
      const kinds = known(catalogue, waysFrom(catalogue, kind.name))
      const candidates = await findCandidates(request.db, request.viewer, workspace.id, { words, kinds, except: item.id, limit: 20 })
      const page = itemPath(workspace, kind, item, '/knytt')
      const html = await (<CandidateList lang={request.lang} catalogue={catalogue} candidates={candidates} hrefOf={(number) => `${page}?q=${encodeURIComponent(words)}&valgt=${number}`} />)
      return new Response(String(html), { headers: { 'Content-Type': 'text/html; charset=utf-8' } })
    },
  })
