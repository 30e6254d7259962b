import { dropDraft } from '../../../../platform/draft/draft.store.ts'
import { page } from '../../../../platform/http/page.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import type { Lang } from '../../../../platform/text/texts.ts'
import { Button, ButtonLink, Checkbox, DateInput, Details, ErrorSummary, Form, FormActions, type FormState, formState, Heading, Lead, Prose, Select, TextInput } from '../../../../ui/index.ts'
import { itemChangers, itemCrumbs, type ItemScope } from '../../../thread/index.ts'
import { meeting } from '../../meeting/meeting.ts'
import { meetingPath } from '../../meeting/pages/paths.ts'
import { minutesWords } from '../minutes.words.ts'
import { type Brought, draftOf, loadBrought, personOf } from './brought.load.ts'
import { NothingBrought, saidIn } from './mark-page.tsx'
import { pastedWords } from './pasted.words.ts'
import { names, readReview, startOf } from './review.ts'
import { type Row, type Section, textOf } from './sections.ts'
import { takeDown } from './take-down.actions.ts'

const editionField = 'utgave'

/** What is brought, where it goes, and what of it is taken down: looked over, mended, and written in with one press. */
export const reviewPage = page<ItemScope, Brought>({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}/referat/hent/se-over',
  access: itemChangers(meeting),
  width: 'text',
  load: loadBrought,
  title: (_, { lang }, { item }) => `${pastedWords[lang].reviewTitle}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => [...itemCrumbs(workspace, meeting, lang, item), { text: pastedWords[lang].title, href: meetingPath(workspace, item, '/referat/hent') }],
  actions: {
    take: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const w = pastedWords[request.lang]
      // Somebody changed the agenda, or this person brought another text: what was looked over is no longer what would be written.
      if (loaded.sections === null || firstText(raw, editionField) !== loaded.edition) return { refused: { message: w.changed } }
      const read = readReview(loaded, raw, request.lang)
      if ('errors' in read) return { refused: { errors: read.errors } }
      const taken = await takeDown(work, workspace, item, read, { by: loaded.whole.arena?.title ?? item.title, about: loaded.heads })
      if ('refused' in taken) return { refused: taken.refused === 'long' ? { message: w.tooLong } : taken.refused }
      await dropDraft(work.tx, personOf(request), draftOf(item))
      return { done: { to: meetingPath(workspace, item, '/referat'), flash: { text: w.done(taken.done.decisions, taken.done.tasks) } } }
    },
    drop: async (work, { request, scope: { workspace, item } }) => {
      await dropDraft(work.tx, personOf(request), draftOf(item))
      return { done: { to: meetingPath(workspace, item, '/referat'), flash: { text: pastedWords[request.lang].dropped } } }
    },
  },
  view: (loaded, { lang, pathname }, { workspace, item }, returned) => {
    const w = pastedWords[lang]
    const { sections, whole, edition } = loaded
    const back = meetingPath(workspace, item, '/referat/hent')
    if (sections === null) return <NothingBrought lang={lang} title={w.reviewTitle} href={back} />
    // What was typed about another text, or another agenda, says nothing of this one.
    const state = formState(returned?.action === 'take' && firstText(returned.raw, editionField) === edition ? returned : null, startOf(loaded))
    const found = sections.some((one) => one.rows.some((row) => row.suggestion !== null))
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.reviewTitle}</Heading>
        <Lead>{w.reviewLead}</Lead>
        <p>{found ? w.unticked : w.none} <a href={`${back}/merk`}>{w.mark}</a></p>
        <ErrorSummary lang={lang} state={state} />
        <Form action={pathname} does="take" submissionKey={crypto.randomUUID()} hidden={{ [editionField]: edition }} guard unsaved={returned !== null}>
          {sections.map((section, i) => <Part lang={lang} state={state} section={section} i={i} loaded={loaded} title={whole.points.find((one) => one.number === section.point)?.title ?? w.whole} />)}
          <FormActions>
            <Button variant="primary">{w.press}</Button>
            <ButtonLink href={meetingPath(workspace, item, '/referat')} variant="quiet">{w.cancel}</ButtonLink>
          </FormActions>
        </Form>
        <Form action={pathname} does="drop"><FormActions><Button variant="quiet" small>{w.drop}</Button></FormActions></Form>
      </>
    )
  },
})

type PartProps = { lang: Lang; state: FormState; section: Section; i: number; loaded: Brought; title: string }

const Part = ({ lang, state, section, i, loaded, title }: PartProps) => {
  const w = pastedWords[lang]
  const text = textOf(section, new Set(section.rows.filter((row) => row.suggestion !== null).map((row) => row.n)))
  return (
    <section class="form" aria-labelledby={`del-${i}-tittel`}>
      <Heading level={2} id={`del-${i}-tittel`}>{title}</Heading>
      <Select lang={lang} state={state} name={names.section(i)} label={w.belongs} blank={w.whole} options={loaded.whole.points.map((one) => ({ value: String(one.number), label: one.title }))} />
      {text === null ? null : <Details summary={w.textAdded(text.split('\n').filter(Boolean).length)} open><Prose text={text} /></Details>}
      {section.rows.map((row) => (row.suggestion === null ? null : <Suggested lang={lang} state={state} row={row} as={row.suggestion.as} loaded={loaded} />))}
    </section>
  )
}

const Suggested = ({ lang, state, row, as, loaded }: { lang: Lang; state: FormState; row: Row; as: 'decision' | 'task'; loaded: Brought }) => {
  const [w, m] = [pastedWords[lang], minutesWords[lang]]
  const common = { lang, state }
  return (
    <fieldset class="ds-fieldset">
      <legend class="ds-label">{w.as[as]}</legend>
      <Checkbox {...common} name={names.take(row.n)} label={as === 'decision' ? w.takeDecision : w.takeTask} hint={w.stood(saidIn(row))} />
      <TextInput {...common} name={names.title(row.n)} label={as === 'decision' ? m.decisionTitle : m.followUpTitle} />
      {as === 'decision' ? null : (
        <>
          <Select {...common} name={names.person(row.n)} label={m.person} options={loaded.people} optional />
          <Select {...common} name={names.organisation(row.n)} label={m.organisation} options={loaded.organisations} optional />
          <DateInput {...common} name={names.due(row.n)} label={m.due} optional />
        </>
      )}
    </fieldset>
  )
}
