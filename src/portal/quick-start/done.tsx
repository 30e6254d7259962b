import { page } from '../../platform/http/page.ts'
import type { Catalogue } from '../../platform/item/manifest.ts'
import { measure, readPlanItems } from '../../modules/plans/index.ts'
import { itemPath, type LooseWords, pictureOfWhole, readWhole, threadHealth, ThreadPicture } from '../../modules/thread/index.ts'
import { type InWorkspace, workspaceMembers, workspacePath } from '../../modules/workspaces/index.ts'
import { ButtonLink, Heading, Lead, TaskList } from '../../ui/index.ts'
import { quickWords } from './quick-start.words.ts'
import { QuickSteps } from './quick-start.tsx'

/** The end of the quick start: the thread that was made, what is loose in it, and the sheet to print. */
export const quickDonePage = (catalogue: Catalogue, looseWords: LooseWords) =>
  page({
    path: '/kom-i-gang/klar/:workspace',
    styles: ['quick-start.page.css'],
    access: workspaceMembers,
    load: async (request, { workspace }: InWorkspace) => ({
      whole: await readWhole(request, workspace, looseWords),
      items: await readPlanItems(request.db, request.viewer, workspace.id),
      health: await threadHealth(catalogue, request, workspace),
    }),
    title: (_, request) => quickWords[request.lang].doneTitle,
    islands: ['thread-picture'],
    view: ({ whole, items, health }, request, { workspace }) => {
      const { lang } = request
      const w = quickWords[lang]
      const measures = items.filter((item) => item.kind === 'measure' && item.state !== 'completed' && item.state !== 'cancelled')
      const [noOwner, noDate] = [measures.filter((item) => item.owners.length === 0), measures.filter((item) => item.endsOn === null)]
      const change = (list: typeof measures) => (list.length === 1 && list[0] ? `${itemPath(workspace, measure, list[0])}/endre` : workspacePath(workspace, 'plan'))
      const loose = [
        ...(noOwner.length > 0 ? [{ title: w.noOwner(noOwner.length), href: change(noOwner), hint: noOwner.map((item) => item.title).join(' · '), state: 'loose' as const, stateText: w.mendOwner }] : []),
        ...(noDate.length > 0 ? [{ title: w.noDate(noDate.length), href: change(noDate), hint: noDate.map((item) => item.title).join(' · '), state: 'loose' as const, stateText: w.mendDate }] : []),
      ]
      const picture = pictureOfWhole(catalogue, workspace, whole, request, () => workspacePath(workspace, 'traden'))
      return (
        <>
          <Heading level={1}>{w.doneTitle}</Heading>
          <QuickSteps lang={lang} current="done" />
          <Lead>{w.doneLead}</Lead>
          <div class="actions">
            <ButtonLink href={workspacePath(workspace, 'ark')} variant="primary">{w.sheet}</ButtonLink>
            <ButtonLink href={workspacePath(workspace, 'plan')}>{w.plan}</ButtonLink>
            <ButtonLink href={workspacePath(workspace)} variant="quiet">{w.overview}</ButtonLink>
          </div>
          <section>
            <Heading level={2}>{w.thread}</Heading>
            <ThreadPicture picture={{ ...picture, steps: picture.steps.filter((step) => step.inUse) }} />
          </section>
          <section>
            <Heading level={2}>{w.looseTitle}</Heading>
            {health.total === 0 ? <p>{w.noLoose}</p> : <TaskList lang={lang} tasks={loose} />}
            {health.total > 0 ? <p><a href={health.href}>{w.allLoose(health.total)}</a></p> : null}
          </section>
        </>
      )
    },
  })
