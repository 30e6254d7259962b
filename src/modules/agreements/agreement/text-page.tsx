import { page, type Request } from '../../../platform/http/page.ts'
import { versionField } from '../../../platform/http/form.ts'
import { firstText, type FieldErrors, parseFields, type RawForm } from '../../../platform/item/parse.ts'
import type { Outcome } from '../../../platform/db/work.ts'
import type { Fields } from '../../../platform/item/field.ts'
import { formatDate, formatDateTime } from '../../../platform/text/format.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { osloDate } from '../../../platform/time/oslo.ts'
import { Alert, Button, ButtonLink, DateInput, Details, Downloads, EmptyState, ErrorSummary, Form, FormActions, formState, type FormState, Heading, Prose, State, TextArea, TextInput } from '../../../ui/index.ts'
import { gapsIn, itemReaders, type Section, type TextRefusal, toldRefusal, writingOf } from '../../thread/index.ts'
import { workspacePath } from '../../workspaces/index.ts'
import { governanceText } from '../governance/governance-text.ts'
import { agreement } from './agreement.ts'
import { mayComment, mayWrite, seesDraft } from './agreement.policy.ts'
import { agreementCrumbs, agreementPath } from './crumbs.ts'
import { type Comment, commentsOf } from './comment.store.ts'
import { materialFor } from './material.store.ts'
import { agreeOnText, comment, draftText, openEdition, resolve } from './text.actions.ts'
import { editionsOf, sectionsOf } from './text.store.ts'
import { textWords } from './text.words.ts'

const { nb, nn, en } = textWords
const agreeFields: Fields = {
  agreed_on: { type: 'date', required: true, label: { nb: nb.agreedOn, nn: nn.agreedOn, en: en.agreedOn } },
  agreed_note: { type: 'text', label: { nb: nb.agreedNote, nn: nn.agreedNote, en: en.agreedNote } },
}
const reasonFields: Fields = { reason: { type: 'text', max: 500, required: true, label: { nb: nb.reason, nn: nn.reason, en: en.reason } } }
export const commentField = (sectionId: string) => `kommentar-${sectionId}`

const answered = (outcome: Outcome<true, TextRefusal>, lang: Lang, to: string, text: string) => ('refused' in outcome ? { refused: toldRefusal(outcome.refused, lang) } : { done: { to, flash: { text } } })

/** Reads when and where they agreed; a day that has not been is refused. */
function readAgreed(raw: RawForm, { lang, now }: Request): { on: string; note: string | null } | { errors: FieldErrors } {
  const { values, errors } = parseFields(agreeFields, raw, lang)
  if (typeof values.agreed_on === 'string' && values.agreed_on > osloDate(now).toString()) errors.agreed_on = textWords[lang].later
  return Object.keys(errors).length > 0 ? { errors } : { on: String(values.agreed_on), note: values.agreed_note as string | null }
}

/** The text of an agreement: what is being written with what is said about it, or what was agreed. */
export const textPage = page({
  path: '/arbeidsrom/:workspace/avtaler/:number{[0-9]+}/tekst',
  access: itemReaders(agreement),
  styles: ['written.page.css', 'agreement.page.css'],
  load: async (request, { workspace, item }) => {
    const { db, viewer, query } = request
    const editions = await editionsOf(db, item.id)
    const draft = seesDraft(viewer, workspace.id)
    const seen = editions.filter((one) => draft || one.agreedOn !== null)
    const asked = seen.find((one) => String(one.number) === query.get('utgave'))
    const shown = asked ?? seen.at(-1) ?? null
    const writing = writingOf(editions)
    const current = draft && shown !== null && writing.current?.number === shown.number
    const [sections, comments] = await Promise.all([
      shown ? sectionsOf(db, item.id, shown.number) : ([] as Section[]),
      shown && draft ? commentsOf(db, item.id, shown.number) : ([] as Comment[]),
    ])
    return {
      editions: seen, shown, sections, comments, current, agreed: writing.agreed,
      write: mayWrite(viewer, workspace, item), say: current && mayComment(viewer, workspace), mayOpen: writing.current === null && shown !== null && shown.number === writing.agreed?.number,
    }
  },
  title: (_, { lang }, { item }) => `${textWords[lang].title}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => agreementCrumbs(workspace, item, lang),
  actions: {
    draft: async (work, { request: { lang }, scope: { workspace, item } }) => {
      if (!mayWrite(work.viewer, workspace, item)) return { refused: 'forbidden' }
      const material = await materialFor(work.tx, work.viewer, workspace, item, await governanceText(work.tx, work.viewer, workspace))
      return answered(await draftText(work, workspace, item, material), lang, agreementPath(workspace, item, 'tekst'), textWords[lang].begun)
    },
    comment: async (work, { request: { lang }, scope: { workspace, item }, raw }) => {
      const sectionId = firstText(raw, 'avsnitt')
      const { values, errors } = parseFields({ [commentField(sectionId)]: { type: 'longText', max: 3_000, required: true, label: { nb: nb.comment, nn: nn.comment, en: en.comment } } }, raw, lang)
      if (Object.keys(errors).length > 0) return { refused: { errors: Object.fromEntries(Object.keys(errors).map((name) => [name, values[name] === undefined && firstText(raw, name) ? (errors[name] ?? '') : textWords[lang].commentNeeded])) } }
      return answered(await comment(work, workspace, item, sectionId, String(values[commentField(sectionId)])), lang, `${agreementPath(workspace, item, 'tekst')}#avsnitt-${sectionId}`, textWords[lang].commented)
    },
    resolve: async (work, { request: { lang }, scope: { workspace, item }, raw }) =>
      answered(await resolve(work, workspace, item, firstText(raw, 'kommentar'), true), lang, agreementPath(workspace, item, 'tekst'), textWords[lang].resolved),
    reopen: async (work, { request: { lang }, scope: { workspace, item }, raw }) =>
      answered(await resolve(work, workspace, item, firstText(raw, 'kommentar'), false), lang, agreementPath(workspace, item, 'tekst'), textWords[lang].reopened),
    agree: async (work, { request, scope: { workspace, item }, raw }) => {
      const read = readAgreed(raw, request)
      if ('errors' in read) return { refused: { errors: read.errors } }
      return answered(await agreeOnText(work, workspace, item, Number(firstText(raw, versionField)), read), request.lang, agreementPath(workspace, item), textWords[request.lang].didAgree)
    },
    open: async (work, { request: { lang }, scope: { workspace, item }, raw }) => {
      const { values, errors } = parseFields(reasonFields, raw, lang)
      if (Object.keys(errors).length > 0) return { refused: { errors: { reason: firstText(raw, 'reason') ? (errors.reason ?? '') : textWords[lang].reasonNeeded } } }
      return answered(await openEdition(work, workspace, item, String(values.reason)), lang, agreementPath(workspace, item, 'tekst'), textWords[lang].opened)
    },
  },
  view: (loaded, request, { workspace, item }, returned) => {
    const { lang, now } = request
    const w = textWords[lang]
    const { shown, sections, current, agreed, write } = loaded
    const here = agreementPath(workspace, item, 'tekst')
    const state = formState(returned, { agreed_on: osloDate(now).toString() })
    if (!shown) {
      return (
        <>
          <Heading level={1}>{w.title}</Heading>
          <EmptyState picture="start" title={w.none} actions={write ? <Form action={here} does="draft" submissionKey={crypto.randomUUID()}><Button variant="primary">{w.begin}</Button></Form> : undefined}>
            <p>{write ? w.noneLead : w.noneForOthers}</p>
          </EmptyState>
        </>
      )
    }
    const gaps = current ? gapsIn(sections) : 0
    const open = loaded.comments.filter((one) => !one.resolved).length
    return (
      <>
        <Heading level={1}>{w.title}</Heading>
        <p class="lead"><a href={agreementPath(workspace, item)}>{item.title}</a>. {w.edition(shown.number)}. <State lang={lang} kind={shown.agreedOn ? 'holds' : 'in_progress'}>{shown.agreedOn ? w.agreed(formatDate(shown.agreedOn, lang)) : w.writing}</State></p>
        {shown.agreedNote ? <p>{shown.agreedNote}</p> : null}
        <ErrorSummary lang={lang} state={state} />
        {current ? (
          <Alert title={w.draftTitle}>
            <p>{agreed ? w.newEdition(shown.number, shown.reason ?? '') : w.draftLead}{gaps > 0 ? ` ${w.gaps(gaps)}` : ''}{open > 0 ? ` ${w.open(open)}` : ''}</p>
          </Alert>
        ) : null}
        <p class="no-print">
          {loaded.editions.filter((one) => one.number !== shown.number).map((one) => <><a href={`${here}?utgave=${one.number}`}>{w.edition(one.number)}{one.agreedOn ? ` (${w.agreed(formatDate(one.agreedOn, lang)).toLowerCase()})` : ''}</a> </>)}
          <a href={agreementPath(workspace, item, 'sammenlign')}>{w.compare}</a>
        </p>
        <Downloads lang={lang} path={workspacePath(workspace, `last-ned/avtale-${item.number}`)} query={new URLSearchParams({ utgave: String(shown.number) })} formats={['pdf', 'docx']} />
        {sections.map((section) => (
          <section class="written-section" id={`avsnitt-${section.id}`}>
            <header>
              <Heading level={2} lang={workspace.language === lang ? undefined : workspace.language}>{section.heading}</Heading>
              {current && write ? <a class="no-print" href={`${here}/${section.id}/endre`}>{w.change}<span class="ds-sr-only"> «{section.heading}»</span></a> : null}
            </header>
            <Prose text={section.body} {...(workspace.language !== lang && { lang: workspace.language })} />
            <Comments {...{ lang, here, section, state, write: write && current }} comments={loaded.comments.filter((one) => one.sectionId === section.id)} say={loaded.say} />
          </section>
        ))}
        {current && write ? <p class="no-print"><ButtonLink href={`${here}/ny`}>{w.add}</ButtonLink></p> : null}
        {current && write ? (
          <section class="no-print">
            <Heading level={2}>{w.agreeTitle}</Heading>
            <p>{w.agreeLead}{gaps > 0 ? ` ${w.gaps(gaps)}` : ''}{open > 0 ? ` ${w.open(open)}` : ''}</p>
            <Form action={here} does="agree" submissionKey={crypto.randomUUID()} version={item.version}>
              <DateInput lang={lang} state={state} name="agreed_on" label={w.agreedOn} max={osloDate(now).toString()} />
              <TextInput lang={lang} state={state} name="agreed_note" label={w.agreedNote} hint={w.agreedNoteHint} optional />
              <FormActions><Button variant="primary">{w.agree}</Button></FormActions>
            </Form>
          </section>
        ) : null}
        {write && loaded.mayOpen ? (
          <section class="no-print">
            <Heading level={2}>{w.openTitle}</Heading>
            <p>{w.openLead}</p>
            <Form action={here} does="open" submissionKey={crypto.randomUUID()}>
              <TextInput lang={lang} state={state} name="reason" label={w.reason} hint={w.reasonHint} />
              <FormActions><Button>{w.openEdition}</Button></FormActions>
            </Form>
          </section>
        ) : null}
      </>
    )
  },
})

type CommentsProps = { lang: Lang; here: string; section: Section; comments: readonly Comment[]; say: boolean; write: boolean; state: FormState }

/** What was said about one section, and where one says something. */
const Comments = ({ lang, here, section, comments, say, write, state }: CommentsProps) => {
  const w = textWords[lang]
  if (!say && comments.length === 0) return null
  const open = comments.filter((one) => !one.resolved)
  return (
    <Details summary={<>{w.comments(open.length)}<span class="ds-sr-only">: {section.heading}</span></>} open={open.length > 0 || commentField(section.id) in state.errors}>
      <ul class="agreement-comments">
        {comments.map((one) => (
          <li>
            <span class="hint">{one.who ?? w.somebody}, <time datetime={one.at.toString()}>{formatDateTime(one.at, lang)}</time>{one.resolved ? <>. <State lang={lang} kind="completed">{w.isResolved}</State></> : null}</span>
            <Prose text={one.text} />
            {write ? (
              <Form action={here} does={one.resolved ? 'reopen' : 'resolve'} hidden={{ kommentar: one.id }}>
                <Button small>{one.resolved ? w.reopen : w.resolve}</Button>
              </Form>
            ) : null}
          </li>
        ))}
      </ul>
      {say ? (
        <Form action={here} does="comment" submissionKey={crypto.randomUUID()} hidden={{ avsnitt: section.id }}>
          <TextArea lang={lang} state={state} name={commentField(section.id)} label={w.comment} rows={2} maxlength={3_000} />
          <FormActions><Button small>{w.send}</Button></FormActions>
        </Form>
      ) : null}
    </Details>
  )
}
