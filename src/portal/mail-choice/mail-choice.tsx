import type { Child } from 'hono/jsx'
import type { Reader } from '../../platform/db/database.ts'
import type { Outcome, Work } from '../../platform/db/work.ts'
import { loggedIn, page, type Done, type Page, type Refusal, type Request, type Returned } from '../../platform/http/page.ts'
import { firstText, type RawForm } from '../../platform/item/parse.ts'
import { choiceOf, keepChoice, type MailChoice, perWeekChoices } from '../../platform/mail/mail.ts'
import { passHolders, type WithPass } from '../../platform/pass/pass.ts'
import { viewerOfPerson } from '../../platform/session/viewer-of-person.ts'
import type { Lang } from '../../platform/text/texts.ts'
import { osloDate } from '../../platform/time/oslo.ts'
import { setLanguage } from '../../modules/actors/index.ts'
import { ownWorkspaces } from '../../modules/workspaces/index.ts'
import { Alert, Button, ButtonLink, Checkbox, CheckboxGroup, DateInput, ErrorSummary, Form, FormActions, formState, Heading, Lead, RadioGroup } from '../../ui/index.ts'
import { readChoice, valuesOfChoice } from './choice-form.ts'
import { mailChoiceWords } from './mail-choice.words.ts'

type Chooser = { name: string; language: Lang; choice: MailChoice; workspaces: { id: string; title: string }[] }

/** Who chooses, what they have chosen, and the workspaces that they may get news from. */
async function chooserOf(db: Reader, personId: string, now: Temporal.Instant): Promise<Chooser | null> {
  const viewer = await viewerOfPerson(db, personId, now)
  if (!viewer?.person) return null
  const [choice, workspaces] = await Promise.all([choiceOf(db, personId), ownWorkspaces(db, viewer)])
  return { name: viewer.person.name, language: viewer.person.language, choice, workspaces: workspaces.map(({ id, title }) => ({ id, title })) }
}

/** Keeps what was chosen, and lets what waits follow it. */
async function save(work: Work, personId: string, raw: RawForm, chooser: Chooser, lang: Lang, to: string): Promise<Outcome<Done, Refusal>> {
  const read = readChoice(raw, chooser.choice, chooser.workspaces, lang, work.now)
  if ('errors' in read) return { refused: { errors: read.errors } }
  await keepChoice(work.tx, personId, read.choice, work.now)
  await setLanguage(work.tx, personId, read.language)
  return { done: { to, language: read.language, flash: { text: mailChoiceWords[read.language].saved } } }
}

const ChoiceForm = ({ chooser, request, returned }: { chooser: Chooser; request: Request; returned: Returned | null }) => {
  const { lang, now } = request
  const w = mailChoiceWords[lang]
  const state = formState(returned, valuesOfChoice(chooser.choice, chooser.language, chooser.workspaces))
  const field = { lang, state }
  return (
    <>
      <ErrorSummary lang={lang} state={state} labels={{ antall: w.many, pause: w.pause, sprak: w.language }} />
      <Form action={request.pathname} does="save">
        <RadioGroup
          {...field} name="antall" label={w.many} hint={w.manyHint}
          options={[
            ...[...perWeekChoices].reverse().map((n) => ({ value: String(n), label: w.perWeek(n), ...(n === 5 && { hint: w.usual }) })),
            { value: 'samlet', label: w.gathered, hint: w.gatheredHint },
            { value: 'ingen', label: w.nothing, hint: w.nothingHint },
          ]}
        />
        <DateInput {...field} name="pause" label={w.pause} hint={w.pauseHint} optional min={osloDate(now).toString()} />
        <Checkbox {...field} name="oppsummering" value="ja" label={w.weeklyLabel} hint={w.weeklyHint} />
        {chooser.workspaces.length > 0 ? (
          <CheckboxGroup {...field} name="nyheter" label={w.newsAll} hint={w.newsHint} options={chooser.workspaces.map((one) => ({ value: one.id, label: one.title }))} />
        ) : null}
        <RadioGroup {...field} name="sprak" label={w.language} options={(['nb', 'nn', 'en'] as const).map((value) => ({ value, label: w.languages[value] }))} />
        <FormActions><Button variant="primary">{w.save}</Button></FormActions>
      </Form>
    </>
  )
}

const holders = passHolders('mail-choice')
/** Whom the link was sent to. */
const idOf = ({ pass }: WithPass): string => pass.holder.person?.id ?? pass.subjectId

/** From any mail that one did not ask for: choosing what comes, without logging in. */
export const mailChoicePage = page({
  path: '/e-post/:token',
  access: holders,
  bare: true,
  width: 'text',
  load: (request, scope: WithPass) => chooserOf(request.db, idOf(scope), request.now),
  title: (_, request) => mailChoiceWords[request.lang].title,
  actions: { save: (work, { request, scope, loaded, raw }) => save(work, idOf(scope), raw, loaded, request.lang, request.pathname) },
  view: (chooser, request, { pass }, returned) => {
    const w = mailChoiceWords[request.lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        {pass.state === 'open' ? <><Lead>{w.lead(chooser.name)}</Lead><ChoiceForm chooser={chooser} request={request} returned={returned} /></> : <Alert colour="warning"><p>{w.ended}</p></Alert>}
      </>
    )
  },
})

/** The same for somebody who is logged in. */
export const ownMailChoicePage = (preview: (request: Request, personId: string) => Promise<Child>): Page => page({
  path: '/min-side/e-post',
  access: loggedIn,
  width: 'text',
  load: async (request) => {
    const { person } = request.viewer
    const chooser = person && (await chooserOf(request.db, person.id, request.now))
    return person && chooser ? { chooser, preview: await preview(request, person.id) } : null
  },
  title: (_, request) => mailChoiceWords[request.lang].title,
  crumbs: (_, request) => [{ text: mailChoiceWords[request.lang].me, href: '/min-side' }],
  actions: {
    save: async (work, { request, loaded, raw }) => (request.viewer.person ? save(work, request.viewer.person.id, raw, loaded.chooser, request.lang, request.pathname) : { refused: 'missing' }),
  },
  view: ({ chooser, preview: summary }, request, _, returned) => {
    const w = mailChoiceWords[request.lang]
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <Lead>{w.lead(chooser.name)}</Lead>
        <ChoiceForm chooser={chooser} request={request} returned={returned} />
        {summary}
      </>
    )
  },
})

/**
 * What the unsubscribe button of a mail program presses (RFC 8058), without cookies, and what a person sees at the same address: a GET
 * changes nothing. No more news never stops questions; no more mail is told to those who ask.
 */
const unsubscribePage = (which: 'nyheter' | 'alt'): Page => page({
  path: `/e-post/:token/avmeld/${which}`,
  access: holders,
  bare: true,
  width: 'text',
  load: (request, scope: WithPass) => chooserOf(request.db, idOf(scope), request.now),
  title: (_, request) => mailChoiceWords[request.lang][which === 'alt' ? 'offAll' : 'offNews'],
  actions: {
    stop: async (work, { request, scope, loaded: { choice }, raw }) => {
      await keepChoice(work.tx, idOf(scope), which === 'alt' ? { ...choice, nothing: true } : { ...choice, news: false, digest: false }, work.now)
      return { done: { to: request.pathname, stay: firstText(raw, 'List-Unsubscribe') === 'One-Click' } }
    },
  },
  view: ({ choice }, request, { pass }) => {
    const w = mailChoiceWords[request.lang]
    const all = which === 'alt'
    const isOff = choice.nothing || (!all && !choice.news && !choice.digest)
    const [title, text] = isOff
      ? choice.nothing ? [w.allIsOff, w.allIsOffText] : [w.newsIsOff, w.newsIsOffText]
      : all ? [w.offAll, w.offAllText] : [w.offNews, w.offNewsText]
    if (pass.state !== 'open') return <><Heading level={1}>{w.title}</Heading><Alert colour="warning"><p>{w.ended}</p></Alert></>
    return (
      <>
        <Heading level={1}>{title}</Heading>
        <Lead>{text}</Lead>
        {isOff ? null : (
          <Form action={request.pathname} does="stop">
            <FormActions><Button variant="primary">{all ? w.offAllButton : w.offNewsButton}</Button></FormActions>
          </Form>
        )}
        <p><ButtonLink href={request.pathname.replace(/\/avmeld\/\w+$/, '')}>{w.more}</ButtonLink></p>
      </>
    )
  },
})

export const unsubscribePages: readonly Page[] = [unsubscribePage('nyheter'), unsubscribePage('alt')]
