import { Readable } from 'node:stream'
import { membershipsIn } from '../../../platform/access/viewer.ts'
import { findFile } from '../../../platform/files/file.store.ts'
import { fileHeaders } from '../../../platform/files/headers.ts'
import { versionField } from '../../../platform/http/form.ts'
import { page, type Refusal, resource } from '../../../platform/http/page.ts'
import { firstText, parseFields } from '../../../platform/item/parse.ts'
import { formatDate } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Button, ButtonLink, Details, EmptyState, ErrorSummary, Form, FormActions, formState, Heading, Lead, TextArea } from '../../../ui/index.ts'
import { partiesOf } from '../../actors/index.ts'
import { itemMembers, itemReaders } from '../../thread/index.ts'
import { agreement } from './agreement.ts'
import { agreementCrumbs, agreementPath } from './crumbs.ts'
import { isUnderWay, joinParties, type PartyRefusal, putInForce } from './party.actions.ts'
import { partiesTo } from './party.store.ts'
import { PartyTable } from './party-table.tsx'
import { partyWords } from './party.words.ts'
import { readStanding } from './read-standing.ts'

export function toldPartyRefusal(refusal: PartyRefusal, lang: Lang): Refusal {
  return refusal === 'stale' || refusal === 'forbidden' ? refusal : { message: partyWords[lang].refused[refusal] }
}

/** The parties of an agreement, where it is anchored and who has signed, at a glance. */
export const partiesPage = page({
  path: '/arbeidsrom/:workspace/avtaler/:number{[0-9]+}/parter',
  access: itemReaders(agreement),
  width: 'wide',
  load: (request, { workspace, item }) => readStanding(request, workspace, item),
  title: (_, { lang }, { item }) => `${partyWords[lang].title}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => agreementCrumbs(workspace, item, lang),
  actions: {
    bring: async (work, { request: { lang }, scope: { workspace, item } }) => {
      const parties = (await partiesOf(work.tx, workspace.id)).filter((one) => one.role !== 'mentioned')
      const done = await joinParties(work, workspace, item, parties.map((one) => ({ organisationId: one.id, joinedOn: null })))
      return 'refused' in done ? { refused: toldPartyRefusal(done.refused, lang) } : { done: { to: agreementPath(workspace, item, 'parter'), flash: { text: partyWords[lang].brought } } }
    },
    force: async (work, { request: { lang }, scope: { workspace, item }, raw }) => {
      const { values, errors } = parseFields({ grunn: { type: 'text', max: 500, label: { nb: '', nn: '', en: '' } } }, raw, lang)
      if (Object.keys(errors).length > 0) return { refused: { errors } }
      const done = await putInForce(work, workspace, item, Number(firstText(raw, versionField)), values.grunn as string | null)
      if ('refused' in done && done.refused === 'unsigned') return { refused: { errors: { grunn: partyWords[lang].refused.unsigned } } }
      return 'refused' in done ? { refused: toldPartyRefusal(done.refused, lang) } : { done: { to: agreementPath(workspace, item), flash: { text: partyWords[lang].forced } } }
    },
  },
  view: ({ standing, parties, answers, questions, write, people }, { lang }, { workspace, item }, returned) => {
    const w = partyWords[lang]
    const here = agreementPath(workspace, item, 'parter')
    const state = formState(returned?.action === 'force' ? returned : null)
    // Some have not signed: it may be in force all the same, when it is said why.
    const early = write && isUnderWay(item) && standing.agreed !== null && !standing.next.includes('force')
    const bring = <Form action={here} does="bring" submissionKey={crypto.randomUUID()}><Button variant={parties.length === 0 ? 'primary' : 'secondary'}>{w.bring}</Button></Form>
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead><a href={agreementPath(workspace, item)}>{item.title}</a>. {w.lead}</Lead>
        {parties.length === 0 ? (
          <EmptyState picture="start" title={w.none} actions={write ? <>{bring}<ButtonLink href={`${here}/ny`}>{w.add}</ButtonLink></> : undefined}><p>{write ? w.noneLead : w.noneForOthers}</p></EmptyState>
        ) : (
          <>
            {standing.next.includes('force') && write ? (
              <section class="no-print">
                <Heading level={2}>{w.forceTitle}</Heading>
                <p>{w.forceLead}</p>
                <Form action={here} does="force" submissionKey={crypto.randomUUID()} version={item.version}><FormActions><Button variant="primary">{w.force}</Button></FormActions></Form>
              </section>
            ) : null}
            {questions.length > 0 && write ? <p><ButtonLink href={agreementPath(workspace, item, 'etterfolgere')}>{w.successorTitle}</ButtonLink></p> : null}
            <PartyTable lang={lang} rows={parties} here={here} write={write} people={people} caption={w.title} />
            {write ? <div class="actions no-print"><ButtonLink href={`${here}/ny`}>{w.add}</ButtonLink>{bring}</div> : null}
            {early ? (
              <Details summary={w.forceEarly} open={Object.keys(state.errors).length > 0}>
                <ErrorSummary lang={lang} state={state} />
                <Form action={here} does="force" submissionKey={crypto.randomUUID()} version={item.version}>
                  <TextArea lang={lang} state={state} name="grunn" label={w.forceEarlyLabel} hint={w.forceEarlyHint} rows={2} maxlength={500} />
                  <FormActions><Button small>{w.force}</Button></FormActions>
                </Form>
              </Details>
            ) : null}
          </>
        )}
        {answers.length > 0 ? (
          <section>
            <Heading level={2}>{w.answeredTitle}</Heading>
            <ul>{answers.map((one) => <li>{w.toldAnswer(one.from, one.to, w.answered[one.answer])}{one.note ? `. ${one.note}` : ''} <span class="hint">{people ? w.toldBy(formatDate(one.on, lang), one.who ?? w.somebody) : formatDate(one.on, lang)}</span></li>)}</ul>
          </section>
        ) : null}
      </>
    )
  },
})

/** The file that a party signed: for members, as the names in it are. */
export const signedFile = resource({
  path: '/arbeidsrom/:workspace/avtaler/:number{[0-9]+}/parter/:row{[0-9a-f-]{36}}/signert',
  access: itemMembers(agreement),
  respond: async (request, { workspace, item }, params) => {
    if (membershipsIn(request.viewer, workspace.id).length === 0) return null
    const party = (await partiesTo(request.db, item.id)).find((one) => one.id === params.row)
    const file = party?.signedFileId ? await findFile(request.db, party.signedFileId) : null
    const body = file && (await request.platform.files.read(file.sha256))
    return file && body ? new Response(Readable.toWeb(body) as ReadableStream, { headers: fileHeaders(file) }) : null
  },
})
