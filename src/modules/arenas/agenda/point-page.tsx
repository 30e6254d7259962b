import { versionField } from '../../../platform/http/form.ts'
import { type Access, page } from '../../../platform/http/page.ts'
import { firstText } from '../../../platform/item/parse.ts'
import { Alert, Button, ButtonLink, ErrorSummary, Form, FormActions, formState, Heading } from '../../../ui/index.ts'
import { itemChangers, itemCrumbs, type ItemScope, peopleIn } from '../../thread/index.ts'
import { meeting } from '../meeting/meeting.ts'
import { meetingPath } from '../meeting/pages/paths.ts'
import { changePoint } from './agenda.actions.ts'
import { type Point, pointsOf } from './agenda.store.ts'
import { agendaWords } from './agenda.words.ts'
import { type PointChoices, PointFields, pointStart, readPoint } from './point-form.tsx'
import { matterChoices } from './suggestion.store.ts'

type PointScope = ItemScope & { point: Point }

/** Those who may change the meeting, at a point that it has. */
const pointChangers: Access<PointScope> = {
  name: `${meeting.name}-changers`,
  async check(request, params) {
    const scope = await itemChangers(meeting).check(request, params)
    if ('denied' in scope) return scope
    const point = (await pointsOf(request.db, [scope.item.id])).find((one) => String(one.number) === params.point)
    return point ? { ...scope, point } : { denied: 'missing' }
  },
}

/** Changes a point of the agenda; one that somebody else changed meanwhile is shown as it stands. */
export const pointPage = page<PointScope, PointChoices>({
  path: '/arbeidsrom/:workspace/moter/:number{[0-9]+}/sakliste/:point{[0-9]+}',
  access: pointChangers,
  load: async (request, { workspace, item, point }) => {
    const [people, matters] = await Promise.all([peopleIn(request, workspace.id, point.responsibleId ? [point.responsibleId] : []), matterChoices(request.db, request.viewer, { workspaceId: workspace.id, meetingId: item.id })])
    return { people, matters }
  },
  title: (_, { lang }) => agendaWords[lang].changeTitle,
  crumbs: (_, { lang }, { workspace, item }) => [
    ...itemCrumbs(workspace, meeting, lang, item),
    { text: agendaWords[lang].title, href: meetingPath(workspace, item, '/sakliste') },
  ],
  actions: {
    save: async (work, { request, scope, loaded, raw }) => {
      const read = readPoint(raw, loaded, request.lang, scope.point)
      if ('errors' in read) return { refused: { errors: read.errors } }
      const changed = await changePoint(work, scope.workspace, scope.item, scope.point.id, Number(firstText(raw, versionField)), read.row)
      return 'refused' in changed ? changed : { done: { to: meetingPath(scope.workspace, scope.item, '/sakliste'), flash: { text: agendaWords[request.lang].changed } } }
    },
  },
  view: (choices, { lang, path }, { workspace, item, point }, returned) => {
    const w = agendaWords[lang]
    const state = formState(returned, pointStart(point, choices.matters))
    return (
      <>
        <p class="kind-line">{item.title}</p>
        <Heading level={1}>{w.changeTitle}</Heading>
        {returned?.stale ? <Alert colour="warning" title={w.staleTitle}><p>{w.stale} {point.title}{point.note ? `. ${point.note}` : ''}</p></Alert> : null}
        <ErrorSummary lang={lang} state={state} />
        <Form action={path} submissionKey={crypto.randomUUID()} version={point.version} guard unsaved={returned !== null}>
          <PointFields lang={lang} state={state} choices={choices} />
          <FormActions>
            <Button variant="primary">{w.save}</Button>
            <ButtonLink href={meetingPath(workspace, item, '/sakliste')} variant="quiet">{w.cancel}</ButtonLink>
          </FormActions>
        </Form>
      </>
    )
  },
})
