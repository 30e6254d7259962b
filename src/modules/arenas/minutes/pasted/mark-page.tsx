import { keepDraft } from '../../../../platform/draft/draft.store.ts'
import { page } from '../../../../platform/http/page.ts'
import { firstText } from '../../../../platform/item/parse.ts'
import { Button, ButtonLink, EmptyState, Form, FormActions, formState, Heading, Lead, RadioGroup } from '../../../../ui/index.ts'
import { itemChangers, itemCrumbs, type ItemScope } from '../../../thread/index.ts'
import { meeting } from '../../meeting/meeting.ts'
import { meetingPath } from '../../meeting/pages/paths.ts'
import { type Brought, draftOf, loadBrought, markField, personOf } from './brought.load.ts'
import { pastedWords } from './pasted.words.ts'
import type { Row } from './sections.ts'

const kinds = ['text', 'decision', 'task'] as const

/** Says of each line what it is: what was recognised is marked from before. */
export const markPage = page<ItemScope, Brought>({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}/referat/hent/merk',
  access: itemChangers(meeting),
  width: 'text',
  load: loadBrought,
  title: (_, { lang }, { item }) => `${pastedWords[lang].markTitle}: ${item.title}`,
  crumbs: (_, { lang }, { workspace, item }) => [...itemCrumbs(workspace, meeting, lang, item), { text: pastedWords[lang].title, href: meetingPath(workspace, item, '/referat/hent') }],
  actions: {
    mark: async (work, { request, scope: { workspace, item }, loaded, raw }) => {
      const marks = (loaded.sections ?? []).flatMap((one) => one.rows).flatMap(({ n }) => {
        const said = kinds.find((one) => one === firstText(raw, markField(n)))
        return said ? [[markField(n), said] as const] : []
      })
      await keepDraft(work.tx, personOf(request), draftOf(item), Object.fromEntries(marks), request.now)
      return { done: { to: meetingPath(workspace, item, '/referat/hent/se-over') } }
    },
  },
  view: ({ sections, whole }, { lang, pathname }, { workspace, item }, returned) => {
    const w = pastedWords[lang]
    const back = meetingPath(workspace, item, '/referat/hent')
    if (sections === null) return <NothingBrought lang={lang} title={w.markTitle} href={back} />
    const state = formState(returned, Object.fromEntries(sections.flatMap((one) => one.rows).map((row) => [markField(row.n), row.suggestion?.as ?? 'text'])))
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.markTitle}</Heading>
        <Lead>{w.markLead}</Lead>
        <Form action={pathname} does="mark" guard>
          {sections.map((section) => (
            <>
              <Heading level={2}>{whole.points.find((one) => one.number === section.point)?.title ?? w.whole}</Heading>
              {section.rows.map((row) => <RadioGroup lang={lang} state={state} name={markField(row.n)} label={saidIn(row)} options={kinds.map((value) => ({ value, label: w.as[value] }))} />)}
            </>
          ))}
          <FormActions>
            <Button variant="primary">{w.markSave}</Button>
            <ButtonLink href={`${back}/se-over`} variant="quiet">{w.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </>
    )
  },
})

/** What a row says, as one line. */
export const saidIn = (row: Row): string => row.lines.map((one) => one.text).join(' / ')

export const NothingBrought = ({ lang, title, href }: { lang: 'nb' | 'nn' | 'en'; title: string; href: string }) => {
  const w = pastedWords[lang]
  return <><Heading level={1}>{title}</Heading><EmptyState title={w.empty} actions={<ButtonLink href={href}>{w.title}</ButtonLink>}><p>{w.emptyText}</p></EmptyState></>
}
