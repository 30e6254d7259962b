import { type Access, page, type Page, type Request, type Returned } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import type { Item } from '../../../../platform/item/item.store.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { formatList, formatWeekday } from '../../../../platform/text/format.ts'
import { asking, ColleagueLink, colleagueWords, HandedOn } from '../../../workspaces/index.ts'
import { peopleById } from '../../../actors/index.ts'
import { ButtonLink, ErrorSummary, FormActions, formState, Heading, Lead, Tag } from '../../../../ui/index.ts'
import { pictures, ratings } from '../pictures.ts'
import { type Rating, sameRatings } from '../rating.ts'
import { draftOf, sentOf } from '../rating.store.ts'
import { challengesOf, type Picture, readPicture } from '../shown.store.ts'
import { type Answering, readerOf } from './answer.access.ts'
import { AnswerForm, Both, lacking, OwnRatings, readAnswer, startOf } from './answer-form.tsx'
import { answerWords } from './answer.words.ts'
import { PictureParts } from './picture-parts.tsx'
import { pictureWords } from './picture.words.ts'

type Loaded = { answer: asking.Answer; challenges: Item[]; asker: string | null; colleagues: asking.Asked[]; draft: Rating[]; sent: Rating[]; picture: Picture | null; count: asking.RoundCount | null }

async function load(request: Request, scope: Answering): Promise<Loaded> {
  const { db } = request
  const { question: { asked, answer, round }, phase } = scope
  const revoked = phase === 'revoked'
  const reader = readerOf(request, scope)
  const [now, challenges, askers, people] = [await asking.answerById(db, 'picture', answer.id), revoked ? [] : await challengesOf(db, reader, round), await peopleById(db, round.madeBy ? [round.madeBy] : []), await asking.askedIn(db, 'picture', round.id)]
  return {
    answer: now ?? answer, challenges, asker: askers.get(round.madeBy ?? '') ?? null, colleagues: people.filter((one) => one.answerId === answer.id && one.id !== asked.id && !one.revoked),
    draft: phase === 'answering' ? await draftOf(db, answer.id) : [], sent: revoked ? [] : await sentOf(db, answer.id),
    picture: phase === 'shown' ? await readPicture(db, reader, round) : null, count: phase === 'shown' ? ((await asking.countsOf(db, 'picture', [round.id])).get(round.id) ?? null) : null,
  }
}

/** Who asks and why, who will see it, and the form; a receipt when it is sent; and the picture, when it is shown. */
export const startPage = (path: string, access: Access<Answering>): Page =>
  page<Answering, Loaded>({
    path,
    access,
    bare: true,
    width: 'text',
    islands: ['status-autosave'],
    styles: ['status.page.css', 'picture.page.css'],
    load,
    title: (_, { lang }, { phase, question }) => (phase === 'revoked' ? answerWords[lang].revoked : phase === 'waiting' ? answerWords[lang].waiting : phase === 'shown' ? question.round.title : answerWords[lang].title),
    actions: {
      save: async (work, { request, scope, loaded, raw }) => {
        if (scope.phase !== 'answering') return { refused: 'forbidden' }
        const read = readAnswer(raw, loaded.challenges, request.lang)
        if ('errors' in read) return { refused: { errors: read.errors } }
        const kept = await asking.keepDraft(work, ratings, loaded.answer, Number(firstText(raw, versionField)), read.said)
        return 'refused' in kept ? kept : { done: { to: `${scope.base}?endre=ja` } }
      },
      send: async (work, { request, scope, loaded, raw }) => {
        if (scope.phase !== 'answering') return { refused: 'forbidden' }
        const { round, workspace } = scope.question
        const read = readAnswer(raw, loaded.challenges, request.lang)
        if ('errors' in read) return { refused: { errors: read.errors } }
        const kept = await asking.keepDraft(work, ratings, loaded.answer, Number(firstText(raw, versionField)), read.said)
        if ('refused' in kept) return kept
        const sent = await asking.sendAnswer(work, pictures, ratings, round, workspace.state, loaded.answer.id, { channel: scope.channel, toldBy: null, toldOn: null })
        if ('refused' in sent) return { refused: typeof sent.refused === 'string' ? 'missing' : { errors: lacking(loaded.challenges, request.lang) } }
        return { done: { to: scope.base, flash: { text: answerWords[request.lang].sent } } }
      },
      takeBack: async (work, { request, scope }) => {
        if (!(await asking.takeBack(work, pictures, scope.question))) return { refused: 'missing' }
        return { done: { to: scope.base, flash: { text: colleagueWords[request.lang].takenBack } } }
      },
    },
    view: (loaded, request, scope, returned) => {
      if (scope.phase === 'shown' && loaded.picture) return <Shown loaded={loaded} request={request} scope={scope} returned={returned} />
      if (scope.phase !== 'answering') return <ClosedView loaded={loaded} request={request} scope={scope} returned={returned} />
      const isSent = loaded.answer.sentAt !== null && sameRatings(loaded.draft, loaded.sent)
      return isSent && !returned && request.query.get('endre') !== 'ja' ? <Thanks loaded={loaded} request={request} scope={scope} /> : <Writing loaded={loaded} request={request} scope={scope} returned={returned} />
    },
  })

type Props = { loaded: Loaded; request: Request; scope: Answering; returned: Returned | null }

const Where = ({ scope: { question: { workspace } }, request: { lang } }: Pick<Props, 'scope' | 'request'>) => <p class="kind-line">{workspace.title} {workspace.example ? <Tag>{answerWords[lang].example}</Tag> : null}</p>

const Writing = ({ loaded, request, scope, returned }: Props) => {
  const { lang } = request
  const w = answerWords[lang]
  const { round, workspace, asked } = scope.question
  const { answer, challenges, asker, colleagues, draft, sent } = loaded
  const who = asker ?? w.somebody
  const state = formState(returned, startOf(draft, challenges))
  return (
    <>
      <Where scope={scope} request={request} />
      <Heading level={1}>{w.title}</Heading>
      <Lead>{w.asks(who, workspace.title, answer.organisation)} {w.due(formatWeekday(round.dueOn, lang))}</Lead>
      {round.message ? <blockquote class="status-message"><p class="hint">{w.wrote(who)}</p><p class="status-said">{round.message}</p></blockquote> : null}
      <Heading level={2}>{w.seesTitle}</Heading>
      <p>{w.sees}</p>
      <p>{w.how(challenges.length)}</p>
      {colleagues.length > 0 ? <p class="hint">{w.together(formatList(colleagues.map((one) => one.name), lang))}</p> : null}
      {asked.handedOn ? <HandedOn lang={lang} base={scope.base} /> : null}
      {returned?.stale ? <Both answer={answer} draft={draft} challenges={challenges} lang={lang} /> : null}
      <ErrorSummary lang={lang} state={state} />
      <AnswerForm request={request} action={scope.base} answer={answer} draft={draft} sent={sent} state={state} challenges={challenges} />
      <ColleagueLink lang={lang} base={scope.base} />
    </>
  )
}

const Thanks = ({ loaded, request, scope }: Omit<Props, 'returned'>) => {
  const { lang } = request
  const w = answerWords[lang]
  return (
    <>
      <Where scope={scope} request={request} />
      <Heading level={1}>{w.thanks}</Heading>
      <Lead>{w.thanksLead(loaded.answer.organisation)}</Lead>
      <OwnRatings said={loaded.sent} challenges={loaded.challenges} lang={lang} />
      <Heading level={2}>{w.next}</Heading>
      <ul><li>{w.nextChange(formatWeekday(scope.question.round.dueOn, lang))}</li><li>{w.nextShown(loaded.asker ?? w.somebody)}</li></ul>
      <Heading level={2}>{w.seesTitle}</Heading>
      <p>{w.sees}</p>
      <FormActions><ButtonLink href={`${scope.base}?endre=ja`}>{w.change}</ButtonLink>{scope.channel === 'page' ? <ButtonLink href="/min-side" variant="quiet">{w.toMine}</ButtonLink> : null}</FormActions>
    </>
  )
}

/** What somebody was writing when it closed: it is not taken, and not lost either. */
const Typed = ({ loaded: { challenges }, request: { lang }, returned }: Omit<Props, 'scope'>) => {
  const read = returned ? readAnswer(returned.raw, challenges, lang) : null
  const said = read && 'said' in read ? read.said : []
  return said.some((one) => one.importance !== null || one.comment !== null) ? <section><Heading level={2}>{answerWords[lang].typed}</Heading><OwnRatings said={said} challenges={challenges} lang={lang} /></section> : null
}

const ClosedView = ({ loaded, request, scope, returned }: Props) => {
  const { lang } = request
  const w = answerWords[lang]
  const who = loaded.asker ?? w.somebody
  if (scope.phase === 'revoked') return <><Heading level={1}>{w.revoked}</Heading><Lead>{w.revokedLead(who)}</Lead></>
  const archived = scope.question.workspace.state !== 'active'
  return (
    <>
      <Where scope={scope} request={request} />
      <Heading level={1}>{archived ? w.archived : w.waiting}</Heading>
      <Lead>{archived ? w.archivedLead : w.waitingLead(who)}</Lead>
      <Typed loaded={loaded} request={request} returned={returned} />
      {loaded.sent.length === 0 ? <p>{w.waitingNone}</p> : <section><Heading level={2}>{w.yours}</Heading><OwnRatings said={loaded.sent} challenges={loaded.challenges} lang={lang} /></section>}
      {archived ? null : <p>{w.late(who)}</p>}
    </>
  )
}

const Shown = ({ loaded, request, scope, returned }: Props) => {
  const { lang } = request
  const w = answerWords[lang]
  const { picture, count } = loaded
  return (
    <>
      <Where scope={scope} request={request} />
      <Heading level={1}>{scope.question.round.title}</Heading>
      <Lead>{pictureWords[lang].shownLead(picture?.answered ?? 0, count?.asked ?? 0)}</Lead>
      <Typed loaded={loaded} request={request} returned={returned} />
      {loaded.sent.length > 0 ? <section><Heading level={2}>{w.yours}</Heading><OwnRatings said={loaded.sent} challenges={loaded.challenges} lang={lang} /></section> : null}
      {picture ? <PictureParts picture={picture} request={request} workspace={scope.question.workspace} linked={false} take={null} /> : null}
    </>
  )
}
