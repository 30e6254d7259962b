import { loggedIn, page } from '../../platform/http/page.ts'
import type { Work } from '../../platform/db/work.ts'
import { firstText } from '../../platform/item/parse.ts'
import { mailBody, queueMail } from '../../platform/mail/mail.ts'
import { formatDate } from '../../platform/text/format.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { emailOf } from '../../modules/actors/index.ts'
import { Alert, Button, CheckboxGroup, ErrorSummary, Form, FormActions, formState, Heading, Lead } from '../../ui/index.ts'
import { askErasure, regretDays, regretErasure } from './erasure.actions.ts'
import { administersAlone, erasureOf, ledAlone } from './erasure.store.ts'
import { deletePath, goneWords, ownDataPath, Pending } from './own-data-page.tsx'
import { personalDataWords } from './personal-data.words.ts'

/** Says to the person that their account will be deleted, when, and how to keep it. */
export async function tellOfErasure(work: Work, { personId, due, lang, baseUrl, forYou }: { personId: string; due: Temporal.Instant; lang: Lang; baseUrl: string; forYou: boolean }): Promise<void> {
  const to = await emailOf(work.tx, personId)
  if (!to) return
  const w = personalDataWords[lang]
  const when = formatDate(osloDate(due), lang)
  const body = mailBody({ lang, heading: w.mailSubject, footer: w.mailFooter, paragraphs: [(forYou ? w.mailForYou : w.mailText)(when), w.mailUndo], action: { label: w.mailButton, url: `${baseUrl}${ownDataPath}` } })
  await queueMail(work.tx, { to, subject: w.mailSubject, body, lang, purpose: 'erasure', personId, now: work.now })
}

/** Asks to be deleted: what goes, what stays and why, and how long one may regret it. Those who lead alone hand over first. */
export const deletePage = page({
  path: deletePath,
  access: loggedIn,
  load: async ({ db, viewer, now }) => {
    const id = viewer.person?.id ?? ''
    const [erasure, led, alone] = await Promise.all([erasureOf(db, id), ledAlone(db, id, osloDate(now).toString()), administersAlone(db, id)])
    return { erasure, led, alone }
  },
  title: (_, { lang }) => personalDataWords[lang].deleteTitle,
  crumbs: (_, { lang }) => [{ text: personalDataWords[lang].me, href: '/min-side' }, { text: personalDataWords[lang].title, href: ownDataPath }],
  actions: {
    ask: async (work, { request, raw }) => {
      const w = personalDataWords[request.lang]
      if (firstText(raw, 'sikker') !== 'ja') return { refused: { errors: { sikker: w.confirmMissing } } }
      const personId = request.viewer.person?.id ?? ''
      const asked = await askErasure(work, { personId, reason: null })
      if ('refused' in asked) return { refused: { message: { leads: w.leads, administers: w.administers, already: w.already }[asked.refused] } }
      await tellOfErasure(work, { personId, due: asked.done, lang: request.lang, baseUrl: request.platform.config.baseUrl, forYou: false })
      return { done: { to: ownDataPath, flash: { text: w.asked(formatDate(osloDate(asked.done), request.lang)) } } }
    },
    undo: async (work, { request }) => {
      const undone = await regretErasure(work, request.viewer.person?.id ?? '')
      return 'refused' in undone ? { refused: 'stale' } : { done: { to: ownDataPath, flash: { text: personalDataWords[request.lang].undone } } }
    },
  },
  width: 'text',
  view: ({ erasure, led, alone }, { lang, pathname }, _, returned) => {
    const w = personalDataWords[lang]
    const state = formState(returned)
    if (erasure) return <><Heading level={1}>{w.deleteTitle}</Heading><Pending lang={lang} path={pathname} erasure={erasure} /></>
    return (
      <>
        <Heading level={1}>{w.deleteTitle}</Heading>
        <Lead>{w.deleteLead(regretDays)}</Lead>
        <ErrorSummary lang={lang} state={state} />
        {alone ? <Alert colour="warning"><p>{w.administers}</p></Alert> : null}
        {led.length > 0 ? (
          <Alert colour="warning">
            <Heading level={2}>{w.leads}</Heading>
            <p>{w.leadsText}</p>
            <ul>{led.map((one) => <li><a href={`/arbeidsrom/${one.slug}/partnere/personer`}>{w.people(one.title)}</a></li>)}</ul>
          </Alert>
        ) : null}
        <section><Heading level={2}>{w.gone}</Heading><ul>{goneWords(lang).map((one) => <li>{one}</li>)}</ul></section>
        <section><Heading level={2}>{w.stays}</Heading><p>{w.staysText}</p><p>{w.sealed}</p><p>{w.free}</p></section>
        <p>{w.backup}</p>
        <p>{w.handover} <a href="/min-side/profil#organisasjoner">{w.toProfile}</a></p>
        {alone || led.length > 0 ? null : (
          <Form action={pathname} does="ask" submissionKey={crypto.randomUUID()}>
            <CheckboxGroup lang={lang} state={state} name="sikker" label={w.deleteTitle} options={[{ value: 'ja', label: w.confirm }]} />
            <FormActions><Button variant="primary">{w.ask}</Button><a href={ownDataPath}>{w.keep}</a></FormActions>
          </Form>
        )}
      </>
    )
  },
})
