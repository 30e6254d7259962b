import { type Access, type Crumb, type Page, page, type WorkspaceHead } from '../../../platform/http/page.ts'
import { versionField } from '../../../platform/http/form.ts'
import type { Fields } from '../../../platform/item/field.ts'
import type { Item } from '../../../platform/item/item.store.ts'
import { firstText, parseFields } from '../../../platform/item/parse.ts'
import type { Lang } from '../../../platform/text/texts.ts'
import { Alert, Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading, Select, TextArea, TextInput } from '../../../ui/index.ts'
import type { InWorkspace } from '../../workspaces/index.ts'
import { itemChangers } from '../item/change-item.tsx'
import { differencesBetween } from './diff.ts'
import { Differences } from './differences.tsx'
import { writtenActions, type WrittenText } from './written.actions.ts'
import type { Section } from './written.store.ts'
import { writingOf } from './written.ts'
import { toldRefusal, writtenWords } from './written.words.ts'

const { nb, nn, en } = writtenWords
const fields: Fields = {
  heading: { type: 'text', max: 200, required: true, label: { nb: nb.heading, nn: nn.heading, en: en.heading } },
  body: { type: 'longText', max: 15_000, label: { nb: nb.body, nn: nn.body, en: en.body } },
}

type Scope = InWorkspace & { item: Item; sections: readonly Section[]; section: Section | null }

/** Where a text is written: the address of the whole text as a route and as a link, the crumbs above a section, and what the policy of adding one is called. */
export type SectionPlaces = {
  path: string
  at(workspace: WorkspaceHead, item: Item): string
  crumbs(workspace: WorkspaceHead, item: Item, lang: Lang): Crumb[]
  addersName: string
}

/** Those who may change the item, where its text is being written. A section of an edition that is agreed is not there to be changed. */
const writersOf = ({ kind, store }: WrittenText): Access<Scope> => ({
  name: `${kind.name}-changers`,
  async check(request, params) {
    const scope = await itemChangers(kind).check(request, params)
    if ('denied' in scope) return scope
    const { current } = writingOf(await store.editionsOf(request.db, scope.item.id))
    const sections = current ? await store.sectionsOf(request.db, scope.item.id, current.number) : []
    const section = sections.find((one) => one.id === params.row) ?? null
    return !current || (params.row !== undefined && !section) ? { denied: 'missing' } : { ...scope, sections, section }
  },
})

/** The page of a new section, and that of changing, moving or taking out one. */
export function sectionPages(text: WrittenText, places: SectionPlaces): readonly [newSection: Page, changeSection: Page] {
  const writers = writersOf(text)
  const { writeSection, removeSection, moveSection, addSection } = writtenActions(text)
  const { at, addersName } = places
  const crumbs = (_: unknown, { lang }: { lang: Lang }, { workspace, item }: Scope) => places.crumbs(workspace, item, lang)
  const anchor = (workspace: WorkspaceHead, item: Item, section: Section) => `${at(workspace, item)}#avsnitt-${section.id}`

  /** A section has a version of its own, so that those who write in other sections are not in the way. */
  const changeSection = page<Scope, object>({
    path: `${places.path}/:row{[0-9a-f-]{36}}/endre`,
    access: writers,
    styles: ['written.page.css'],
    load: async () => ({}),
    title: (_, { lang }, { section }) => writtenWords[lang].sectionTitle(section?.heading ?? ''),
    crumbs,
    actions: {
      save: async (work, { request: { lang }, scope: { workspace, item, section }, raw }) => {
        const { values, errors } = parseFields(fields, raw, lang)
        if (Object.keys(errors).length > 0) return { refused: { errors } }
        if (!section) return { refused: 'missing' }
        const done = await writeSection(work, workspace, item, section, Number(firstText(raw, versionField)), { heading: String(values.heading), body: String(values.body ?? '') })
        return 'refused' in done ? { refused: toldRefusal(done.refused, lang) } : { done: { to: anchor(workspace, item, section), flash: { text: writtenWords[lang].saved } } }
      },
      remove: async (work, { request: { lang }, scope: { workspace, item, section }, raw }) => {
        if (!section) return { refused: 'missing' }
        const done = await removeSection(work, workspace, item, section, Number(firstText(raw, versionField)))
        return 'refused' in done ? { refused: toldRefusal(done.refused, lang) } : { done: { to: at(workspace, item), flash: { text: writtenWords[lang].removed } } }
      },
      move: async (work, { request: { lang }, scope: { workspace, item, section }, raw }) => {
        if (!section) return { refused: 'missing' }
        const done = await moveSection(work, workspace, item, section, firstText(raw, 'vei') === 'opp' ? -1 : 1)
        return 'refused' in done ? { refused: toldRefusal(done.refused, lang) } : { done: { to: anchor(workspace, item, section), flash: { text: writtenWords[lang].moved } } }
      },
    },
    view: (_, { lang, path }, { workspace, item, sections, section }, returned) => {
      const w = writtenWords[lang]
      if (!section) return null
      const state = formState(returned?.action === 'save' ? returned : null, { heading: section.heading, body: section.body })
      const place = sections.findIndex((one) => one.id === section.id)
      return (
        <>
          <Heading level={1}>{w.sectionTitle(section.heading)}</Heading>
          {returned?.stale && returned.action === 'save' ? (
            <Alert colour="warning" title={w.staleTitle}>
              <p>{w.stale}</p>
              <p>{w.theirs}</p>
              <p class="differences"><strong><Differences lang={lang} stretches={differencesBetween(section.heading, firstText(returned.raw, 'heading'))} /></strong></p>
              <div class="differences"><Differences lang={lang} stretches={differencesBetween(section.body, firstText(returned.raw, 'body').replace(/\r\n?/g, '\n'))} /></div>
            </Alert>
          ) : null}
          <ErrorSummary lang={lang} state={state} />
          <Form action={path} does="save" submissionKey={crypto.randomUUID()} version={section.revision} guard unsaved={returned !== null}>
            <TextInput lang={lang} state={state} name="heading" label={w.heading} />
            <TextArea lang={lang} state={state} name="body" label={w.body} hint={w.bodyHint} rows={14} />
            <FormActions>
              <Button variant="primary">{w.save}</Button>
              <ButtonLink href={anchor(workspace, item, section)} variant="quiet">{w.cancel}</ButtonLink>
            </FormActions>
          </Form>
          <Form action={path} does="move" submissionKey={crypto.randomUUID()}>
            <FormActions>
              {place > 0 ? <Button small name="vei" value="opp">{w.up}</Button> : null}
              {place < sections.length - 1 ? <Button small name="vei" value="ned">{w.down}</Button> : null}
            </FormActions>
          </Form>
          <Form action={path} does="remove" submissionKey={crypto.randomUUID()} version={section.revision}>
            <FormActions><Button variant="quiet">{w.remove}</Button></FormActions>
          </Form>
        </>
      )
    },
  })

  /** A section of one's own. */
  const newSection = page<Scope, object>({
    path: `${places.path}/ny`,
    access: { ...writers, name: addersName },
    load: async () => ({}),
    title: (_, { lang }) => writtenWords[lang].newSection,
    crumbs,
    actions: {
      add: async (work, { request: { lang }, scope: { workspace, item }, raw }) => {
        const { values, errors } = parseFields(fields, raw, lang)
        if (Object.keys(errors).length > 0) return { refused: { errors } }
        const done = await addSection(work, workspace, item, { heading: String(values.heading), body: String(values.body ?? '') }, firstText(raw, 'etter') || null)
        return 'refused' in done ? { refused: toldRefusal(done.refused, lang) } : { done: { to: at(workspace, item), flash: { text: writtenWords[lang].added } } }
      },
    },
    view: (_, { lang, path }, { workspace, item, sections }, returned) => {
      const w = writtenWords[lang]
      const state = formState(returned)
      return (
        <>
          <Heading level={1}>{w.newSection}</Heading>
          <ErrorSummary lang={lang} state={state} />
          <Form action={path} submissionKey={crypto.randomUUID()} guard unsaved={returned !== null}>
            <TextInput lang={lang} state={state} name="heading" label={w.heading} />
            <TextArea lang={lang} state={state} name="body" label={w.body} hint={w.bodyHint} rows={10} />
            <Select lang={lang} state={state} name="etter" label={w.after} blank={w.last} options={sections.map((one) => ({ value: one.id, label: w.afterThis(one.heading) }))} />
            <FormActions>
              <Button variant="primary">{w.save}</Button>
              <ButtonLink href={at(workspace, item)} variant="quiet">{w.cancel}</ButtonLink>
            </FormActions>
          </Form>
        </>
      )
    },
  })
  return [newSection, changeSection]
}
