import { membershipsIn } from '../../../../platform/access/viewer.ts'
import { page, type WorkspaceHead } from '../../../../platform/http/page.ts'
import { abilities } from '../../../../platform/item/item.policy.ts'
import { type Item, type ItemHead, readHeads } from '../../../../platform/item/item.store.ts'
import { capitalised, formatDateTime } from '../../../../platform/text/format.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { ButtonLink, type Fact, Facts, Heading, Prose, Tag } from '../../../../ui/index.ts'
import { peopleById } from '../../../actors/index.ts'
import { type ItemScope, itemPath, itemReaders, ItemState, linksOf, listCrumbs } from '../../../thread/index.ts'
import { AgendaList } from '../../agenda/agenda-list.tsx'
import { arena } from '../../arena/arena.ts'
import type { Catalogue } from '../../../../platform/item/manifest.ts'
import { MinutesView } from '../../minutes/minutes-view.tsx'
import { seesMinutes } from '../../minutes/minutes.policy.ts'
import { meeting } from '../meeting.ts'
import { meetingWords } from '../meeting.words.ts'
import type { Step } from '../next-step.ts'
import { readWholeMeeting, type Whole } from '../standing.ts'
import { momentOf, whenText } from '../when.ts'
import { InviteeTable } from './invitee-table.tsx'
import { meetingPath } from './paths.ts'

/** Where each next step is taken. */
const rooms: Readonly<Record<Step, string>> = {
  'set-day': '/endre', agenda: '/sakliste', call: '/innkalling', 'call-again': '/innkalling', wait: '/innkalling', minutes: '/referat', 'ask-approval': '/referat', approve: '/referat', archive: '/arkiv', done: '/referat', 'tell-cancelled': '/innkalling', cancelled: '',
}

/** A meeting: what it asks for now, when and where, its agenda, who comes, and what came of it. */
export const showMeetingPage = (catalogue: Catalogue) => page({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}',
  access: itemReaders(meeting),
  listed: true,
  load: async (request, { workspace, item }: ItemScope) => {
    const { db, viewer } = request
    const [whole, links] = await Promise.all([readWholeMeeting(db, viewer, item, request.now), linksOf(db, viewer, [item.id])])
    const place = whole.inSeries.indexOf(item.id)
    const near = [whole.inSeries[place - 1], whole.inSeries[place + 1]]
    const ids = [...links.flatMap((one) => [one.from_id, one.to_id]), ...whole.outcomes.map((one) => one.outcomeId), ...whole.points.flatMap((one) => one.matterId ?? []), ...near.flatMap((id) => id ?? [])]
    const member = membershipsIn(viewer, workspace.id).length > 0
    const [heads, people] = await Promise.all([
      readHeads(db, viewer, { workspaceId: workspace.id, ids: [...new Set(ids)].filter((id) => id !== item.id) }),
      member ? peopleById(db, whole.points.flatMap((one) => one.responsibleId ?? [])) : new Map<string, string>(),
    ])
    return { whole, links, heads: new Map(heads.map((one) => [one.id, one])), near, people, member, may: abilities(viewer, workspace, meeting, item), minutes: seesMinutes(viewer, workspace, item) }
  },
  title: (_, __, { item }) => item.title,
  description: (_, { lang }, { workspace, item }) => `${meetingWords[lang].meeting}, ${workspace.title}. ${whenText(momentOf(item), lang)}`,
  crumbs: (_, { lang }, { workspace }) => listCrumbs(workspace, meeting, lang),
  view: ({ whole, links, heads, near, people, member, may, minutes }, { lang }, { workspace, item }) => {
    const w = meetingWords[lang]
    const here = meetingPath(workspace, item)
    // What the minutes already show is not listed once more.
    const inMinutes = new Set(whole.outcomes.map((one) => one.outcomeId))
    return (
      <article class="item">
        <header class="item-head">
          <p class="kind-line">{whole.arena ? <a href={itemPath(workspace, arena, whole.arena)}>{whole.arena.title}</a> : w.meeting} {item.audience === 'public' ? <Tag>{publicWord[lang]}</Tag> : null}</p>
          <Heading level={1} lang={item.language === lang ? undefined : item.language}>{item.title}</Heading>
          <ItemState kind={meeting} state={item.state} lang={lang} />
          <p class="lead">{whenText(momentOf(item), lang)}</p>
        </header>
        {may.change ? (
          <section class="meeting-now" aria-labelledby="hva-na">
            <Heading level={2} id="hva-na">{w.now}</Heading>
            <p>{w.steps[whole.step]}</p>
            <div class="actions">
              {rooms[whole.step] ? <ButtonLink href={`${here}${rooms[whole.step]}`} variant="primary">{w.does[whole.step]}</ButtonLink> : null}
              {whole.step === 'agenda' || item.state === 'approved' ? null : <ButtonLink href={`${here}/sakliste`}>{w.changeAgenda}</ButtonLink>}
              {item.state === 'held' || item.state === 'approved' ? null : <ButtonLink href={`${here}/flytt`}>{w.move}</ButtonLink>}
              <ButtonLink href={`${here}/endre`} variant="quiet">{w.change}</ButtonLink>
            </div>
          </section>
        ) : null}
        <Facts facts={factsOf(whole, near, heads, workspace, item, lang)} />
        {typeof item.fields.about === 'string' ? <Prose text={item.fields.about} lang={item.language} /> : null}
        <AgendaList lang={lang} workspace={workspace} catalogue={catalogue} points={whole.points} papers={whole.papers} people={people} heads={heads} />
        {minutes ? <MinutesView catalogue={catalogue} lang={lang} workspace={workspace} item={item} whole={whole} heads={heads} /> : null}
        {member ? <InviteeTable lang={lang} invitees={whole.invitees} held={item.state === 'held' || item.state === 'approved'} callHref={may.change ? `${here}/innkalling` : null} /> : null}
        <Ties catalogue={catalogue} lang={lang} workspace={workspace} item={item} links={links.filter((one) => one.relation !== 'held_in' && !(minutes && one.relation === 'comes_from' && inMinutes.has(one.from_id)))} heads={heads} />
        <p class="actions no-print">
          {may.link ? <ButtonLink href={`${here}/knytt`} variant="quiet">{w.tie}</ButtonLink> : null}
          {member ? <ButtonLink href={`${here}/historie`} variant="quiet">{w.history}</ButtonLink> : null}
          {may.remove ? <ButtonLink href={`${here}/fjern`} variant="quiet">{w.remove}</ButtonLink> : null}
        </p>
        <p class="hint">{changed[lang](formatDateTime(item.changed_at, lang))}</p>
      </article>
    )
  },
})

const publicWord = { nb: 'Åpent for alle', nn: 'Ope for alle', en: 'Open to everybody' } as const
const changed = { nb: (when: string) => `Sist endret ${when}.`, nn: (when: string) => `Sist endra ${when}.`, en: (when: string) => `Last changed ${when}.` } as const

function factsOf(whole: Whole, near: readonly (string | undefined)[], heads: ReadonlyMap<string, ItemHead>, workspace: WorkspaceHead, item: Item, lang: Lang): Fact[] {
  const w = meetingWords[lang]
  const { venue, onlineUrl } = momentOf(item)
  const [previous, next] = near.map((id) => heads.get(id ?? ''))
  const link = (head: ItemHead, words: string) => <a href={meetingPath(workspace, head)}>{words}</a>
  return [
    ...(venue ? [{ term: w.place, value: venue }] : []),
    ...(onlineUrl ? [{ term: w.join, value: <a href={onlineUrl} rel="noopener noreferrer">{new URL(onlineUrl).hostname}</a> }] : []),
    ...(whole.inSeries.length > 1 ? [{
      term: w.series,
      value: <>{w.part(whole.inSeries.indexOf(item.id) + 1, whole.inSeries.length)}{previous ? <> · {link(previous, w.previous)}</> : null}{next ? <> · {link(next, w.next)}</> : null}</>,
    }] : []),
    ...(typeof item.fields.case_number === 'string' ? [{ term: w.caseNumber, value: item.fields.case_number }] : []),
  ]
}

type TiesProps = { catalogue: Catalogue; lang: Lang; workspace: WorkspaceHead; item: Item; links: Awaited<ReturnType<typeof linksOf>>; heads: ReadonlyMap<string, ItemHead> }

/** What the meeting is tied to beside its arena, by how it reads from here. */
const Ties = ({ catalogue, lang, workspace, item, links, heads }: TiesProps) => {
  const rows = links.flatMap((link) => {
    const forward = link.from_id === item.id
    const other = heads.get(forward ? link.to_id : link.from_id)
    const kind = other && catalogue.kinds.get(other.kind)
    const words = catalogue.relations.find((one) => one.name === link.relation)?.words[lang][forward ? 'forward' : 'backward']
    return other && kind && words ? [{ other, href: itemPath(workspace, kind, other), words }] : []
  })
  if (rows.length === 0) return null
  return (
    <section class="links">
      <Heading level={2}>{meetingWords[lang].ties}</Heading>
      {[...Map.groupBy(rows, (row) => row.words)].map(([words, group]) => <><h3>{capitalised(words)}</h3><ul>{group.map(({ other, href }) => <li><a href={href}>{other.title}</a></li>)}</ul></>)}
    </section>
  )
}
