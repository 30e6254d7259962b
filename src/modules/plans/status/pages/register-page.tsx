import { type Access, page } from '../../../../platform/http/page.ts'
import { versionField } from '../../../../platform/http/form.ts'
import { type Item, readItems } from '../../../../platform/item/item.store.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { osloDate } from '../../../../platform/time/oslo.ts'
import { organisationsById } from '../../../actors/index.ts'
import { type InWorkspace, readTold, toldChannels, workspaceLeading } from '../../../workspaces/index.ts'
import { Button, ButtonLink, DateInput, ErrorSummary, FormActions, formState, Heading, Lead, RadioGroup, Select, TextInput } from '../../../../ui/index.ts'
import { measure } from '../../measure/measure.ts'
import { keepDraft, sendAnswer } from '../answer.actions.ts'
import { answersIn, lastAnswers, type LastAnswer } from '../answer.store.ts'
import type { ToAnswer } from '../answering.store.ts'
import { findRound } from '../round.store.ts'
import type { Round } from '../status.ts'
import { AnswerFields, Both, lacking, LastSaid, readAnswer, seenField, startOf } from './answer-form.tsx'
import { roundCrumbs, roundsPath } from './paths.ts'
import { roundWords } from './round.words.ts'

type Registering = InWorkspace & { round: Round; to: ToAnswer }
type Loaded = { owners: { id: string; name: string }[]; last: LastAnswer | undefined }

/** Those who lead, and a measure that this round asked about. */
const registering: Access<Registering> = {
  name: 'workspace-leading',
  async check(request, params) {
    const found = await workspaceLeading.check(request, params)
    if ('denied' in found) return found
    const { workspace } = found
    const round = await findRound(request.db, workspace.id, Number(params.round))
    const answers = round && round.state !== 'draft' ? await answersIn(request.db, [round.id]) : []
    const items = await readItems(request.db, request.viewer, measure, { workspaceId: workspace.id, ids: answers.map((one) => one.itemId) })
    const item = items.find((one) => one.number === Number(params.number))
    const answer = answers.find((one) => one.itemId === item?.id)
    if (!round || !item || !answer) return { denied: 'missing' }
    return { workspace, round, to: { item, answer, handedTo: null, others: [] } }
  },
}

const ownersOf = (item: Item): string[] => (Array.isArray(item.fields.owner) ? [...item.fields.owner] : [])

/** An answer that came by phone, by mail or at a meeting, written in by those who lead; it shows everywhere that they did. */
export const registerPage = page<Registering, Loaded>({
  path: '/arbeidsrom/:workspace/plan/status/:round{[0-9]+}/registrer/:number{[0-9]+}',
  access: registering,
  width: 'text',
  styles: ['status.page.css'],
  load: async (request, { workspace, to }) => ({
    owners: [...(await organisationsById(request.db, ownersOf(to.item))).values()].map(({ id, name }) => ({ id, name })),
    last: (await lastAnswers(request.db, workspace.id, [to.item.id])).get(to.item.id),
  }),
  title: (_, { lang }, { to }) => `${roundWords[lang].registerTitle}: ${to.item.title}`,
  crumbs: (_, { lang }, { workspace, round }) => [...roundCrumbs(workspace, lang, true), { text: round.title, href: roundsPath(workspace, String(round.number)) }],
  actions: {
    register: async (work, { request, scope: { workspace, round, to }, loaded: { owners }, raw }) => {
      const { lang } = request
      const w = roundWords[lang]
      const read = readAnswer(raw, lang)
      const told = readTold(raw, request.now, w)
      if ('errors' in read || 'errors' in told) return { refused: { errors: { ...('errors' in read && read.errors), ...('errors' in told && told.errors) } } }
      const seen = Number(firstText(raw, seenField))
      const kept = await keepDraft(work, { answer: to.answer, version: Number(firstText(raw, versionField)), seenVersion: seen > 0 && seen <= to.item.version ? seen : to.item.version, draft: read.answer })
      if ('refused' in kept) return kept
      const sent = await sendAnswer(work, { workspace, round, reader: work.viewer }, to.answer.id, {
        askedId: null, ...told.told, organisationId: owners.find((one) => one.id === firstText(raw, 'for'))?.id ?? null,
      })
      if ('refused' in sent) return { refused: sent.refused === 'missing' ? 'missing' : { errors: lacking(sent.refused, lang) } }
      return { done: { to: roundsPath(workspace, `${round.number}#svar`), flash: { text: w.registered } } }
    },
  },
  view: ({ owners, last }, { lang, path, now }, { workspace, round, to }, returned) => {
    const w = roundWords[lang]
    const state = formState(returned, { ...startOf(to), dato: osloDate(now).toString(), for: owners[0]?.id ?? '' })
    return (
      <>
        <p class="kind-line">{to.item.title}</p>
        <Heading level={1}>{w.registerTitle}</Heading>
        <Lead>{w.registerLead}</Lead>
        {returned?.stale ? <Both to={to} lang={lang} /> : null}
        <ErrorSummary lang={lang} state={state} />
        <LastSaid to={to} last={last} lang={lang} />
        <form class="form" method="post" action={path} novalidate>
          <input type="hidden" name="submissionKey" value={crypto.randomUUID()} />
          <input type="hidden" name={versionField} value={String(to.answer.version)} />
          <input type="hidden" name={seenField} value={String(to.item.version)} />
          <RadioGroup lang={lang} state={state} name="kanal" label={w.registerHow} options={toldChannels.map((value) => ({ value, label: w.channels[value] }))} />
          <TextInput lang={lang} state={state} name="hvem" label={w.registerWho} hint={w.registerWhoHint} />
          {owners.length > 0 ? <Select lang={lang} state={state} name="for" label={w.registerFor} optional options={owners.map((one) => ({ value: one.id, label: one.name }))} /> : null}
          <DateInput lang={lang} state={state} name="dato" label={w.registerOn} max={osloDate(now).toString()} />
          <AnswerFields lang={lang} state={state} />
          <FormActions>
            <Button variant="primary">{w.registerSave}</Button>
            <ButtonLink href={roundsPath(workspace, String(round.number))} variant="quiet">{w.cancel}</ButtonLink>
          </FormActions>
        </form>
      </>
    )
  },
})
